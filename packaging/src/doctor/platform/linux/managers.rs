//! Package managers: how each is told to install.

use std::process::Command;

use super::super::super::find_program;

pub(super) struct Manager {
    pub(super) name: &'static str,
    program: &'static str,
    refresh: Option<&'static [&'static str]>,
    install: &'static [&'static str],
    unattended: &'static [&'static str],
}

/// In the order of the packages in the table of needs.
pub(super) const ALL: [Manager; 4] = [
    Manager {
        name: "apt",
        program: "apt-get",
        refresh: Some(&["update"]),
        install: &["install"],
        unattended: &["--yes"],
    },
    Manager {
        name: "dnf",
        program: "dnf",
        refresh: None,
        install: &["install"],
        unattended: &["--assumeyes"],
    },
    Manager {
        name: "pacman",
        program: "pacman",
        refresh: None,
        install: &["-S", "--needed"],
        unattended: &["--noconfirm"],
    },
    Manager {
        name: "zypper",
        program: "zypper",
        refresh: None,
        install: &["install"],
        unattended: &["--no-confirm"],
    },
];

/// This machine's manager and its place in [`ALL`].
pub(super) fn present() -> Option<(usize, &'static Manager)> {
    ALL.iter().enumerate().find(|(_, manager)| find_program(manager.program).is_some())
}

impl Manager {
    pub(super) fn commands(&self, packages: &[&str], unattended: bool, root: bool) -> Vec<Command> {
        let refresh = self.refresh.map(|words| {
            let mut command = self.command(unattended, root);
            command.args(words);
            command
        });
        let mut install = self.command(unattended, root);
        install.args(self.install).args(if unattended { self.unattended } else { &[] }).args(packages);
        refresh.into_iter().chain([install]).collect()
    }

    fn command(&self, unattended: bool, root: bool) -> Command {
        let quiet = (unattended && self.name == "apt").then_some("DEBIAN_FRONTEND=noninteractive");
        let mut words = Vec::new();
        if !root {
            words.push("sudo");
        }
        if let Some(quiet) = quiet {
            words.extend(["env", quiet]);
        }
        words.push(self.program);
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::spelled;

    #[test]
    fn each_manager_is_spoken_to_in_its_words() {
        let spoken = |index: usize, unattended, root| -> Vec<String> {
            ALL[index].commands(&["a", "b"], unattended, root).iter().map(spelled).collect()
        };
        assert_eq!(spoken(0, false, true), ["apt-get update", "apt-get install a b"]);
        assert_eq!(
            spoken(0, true, false),
            [
                "sudo env DEBIAN_FRONTEND=noninteractive apt-get update",
                "sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes a b"
            ]
        );
        assert_eq!(spoken(1, true, false), ["sudo dnf install --assumeyes a b"]);
        assert_eq!(spoken(2, true, true), ["pacman -S --needed --noconfirm a b"]);
        assert_eq!(spoken(3, false, true), ["zypper install a b"]);
    }
}
