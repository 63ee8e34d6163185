mod managers;
mod needs;

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use needs::{Check, NEEDS, Need};

use super::super::{Finding, Purpose, find_program, is_file};

pub(in super::super) fn examine(purposes: &[Purpose]) -> Vec<Finding> {
    let column = managers::present().map(|(index, _)| index);
    let wanted = NEEDS.iter().filter(|need| purposes.contains(&need.purpose));
    wanted.map(|need| finding(need, column)).collect()
}

fn finding(need: &Need, column: Option<usize>) -> Finding {
    let packages = column.map_or("", |column| need.packages[column]);
    Finding {
        name: need.name,
        reason: need.reason,
        present: match need.check {
            Check::Library(name) => has_library(name),
            Check::Program(name) => find_program(name).is_some(),
            Check::Module(name) => has_module(name),
        },
        packages: packages.split_whitespace().collect(),
        source: None,
    }
}

/// The loader's own list, and for systems without one the folders where libraries lie.
fn has_library(name: &str) -> bool {
    static KNOWN: OnceLock<String> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let program = find_program("ldconfig").unwrap_or_else(|| "ldconfig".into());
        let output = Command::new(program).arg("-p").stderr(Stdio::null()).output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
    });
    let listed = known.lines().any(|line| line.split_whitespace().next() == Some(name));
    listed || library_folders().iter().any(|folder| is_file(&folder.join(name)))
}

fn library_folders() -> Vec<PathBuf> {
    let own = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let own = env::split_paths(&own).filter(|folder| !folder.as_os_str().is_empty());
    let multiarch = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    own.chain(["/usr/lib64", "/usr/lib", "/usr/local/lib", &multiarch].map(|folder| Path::new(folder).into()))
        .collect()
}

fn has_module(name: &str) -> bool {
    let mut command = Command::new("pkg-config");
    command.args(["--exists", name]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

pub(in super::super) fn manager() -> Option<&'static str> {
    managers::present().map(|(_, manager)| manager.name)
}

pub(in super::super) fn install(packages: &[&str], unattended: bool) -> Vec<Command> {
    let root = rustix::process::geteuid().is_root();
    managers::present().map_or_else(Vec::new, |(_, manager)| manager.commands(packages, unattended, root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_c_library_is_found_and_nonsense_is_not() {
        assert!(has_library("libc.so.6") || !Path::new("/etc/debian_version").exists());
        assert!(!has_library("libkaon-never-was.so.0"));
        assert!(!has_module("kaon-never-was"));
    }

    #[test]
    fn every_need_can_be_met_on_debian() {
        for need in &NEEDS {
            assert!(!need.packages[0].is_empty(), "{}", need.name);
        }
    }
}
