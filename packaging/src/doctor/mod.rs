//! What a machine needs, what of it is missing, and how to get it.

mod platform;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// What the machine is to be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Running apps.
    Run,
    /// Running apps on a virtual screen.
    Headless,
    /// Building the runtime from source.
    Build,
    /// Running the project's tests, those for other systems included.
    Test,
    /// Making packages.
    Package,
}

impl Purpose {
    /// A purpose and those it rests on.
    fn with_foundations(self) -> &'static [Self] {
        match self {
            Self::Run => &[Self::Run],
            Self::Headless => &[Self::Run, Self::Headless],
            Self::Build => &[Self::Run, Self::Build],
            Self::Test => &[Self::Run, Self::Headless, Self::Build, Self::Package, Self::Test],
            Self::Package => &[Self::Package],
        }
    }
}

/// One thing the machine should have.
#[derive(Debug, Clone)]
pub struct Finding {
    pub name: &'static str,
    /// What it is needed for, in a few words.
    pub reason: &'static str,
    pub present: bool,
    /// What to install, in the words of this machine's package manager; empty where it has no such package.
    pub packages: Vec<&'static str>,
    /// Where to get it when no package manager can help.
    pub source: Option<&'static str>,
}

/// Looks at this machine.
pub fn examine(purposes: &[Purpose]) -> Vec<Finding> {
    let mut wanted: Vec<Purpose> = Vec::new();
    for purpose in purposes.iter().flat_map(|purpose| purpose.with_foundations()) {
        if !wanted.contains(purpose) {
            wanted.push(*purpose);
        }
    }
    platform::examine(&wanted)
}

/// The package manager found here.
pub fn manager() -> Option<&'static str> {
    platform::manager()
}

/// The commands that install what is missing, in order: a refresh of the package lists where the manager needs one,
/// then the installation. Empty when nothing is missing, or nothing of it can be installed.
pub fn remedy(findings: &[Finding], unattended: bool) -> Vec<Command> {
    let mut packages: Vec<&str> = Vec::new();
    for package in findings.iter().filter(|finding| !finding.present).flat_map(|finding| &finding.packages) {
        if !packages.contains(package) {
            packages.push(package);
        }
    }
    if packages.is_empty() { Vec::new() } else { platform::install(&packages, unattended) }
}

/// A command as one types it.
pub fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Where a program lies on the search path.
fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    // Tools of the administrator are not on everybody's path.
    let extra = ["/usr/sbin", "/sbin"].map(PathBuf::from);
    env::split_paths(&path).chain(extra).map(|folder| folder.join(&file)).find(|path: &PathBuf| is_file(path))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_want_everything_and_packages_want_little() {
        let test = examine(&[Purpose::Test]);
        for purpose in [Purpose::Run, Purpose::Headless, Purpose::Build, Purpose::Package] {
            for finding in examine(&[purpose]) {
                assert!(test.iter().any(|other| other.name == finding.name), "{}", finding.name);
            }
        }
        assert!(examine(&[Purpose::Package]).len() < test.len() || test.is_empty());
    }

    #[test]
    fn what_is_there_needs_no_remedy() {
        let finding =
            |present| Finding { name: "x", reason: "", present, packages: vec!["x-pkg"], source: None };
        assert!(remedy(&[finding(true)], true).is_empty());
        assert!(find_program("kaon-has-no-such-program").is_none());
    }
}
