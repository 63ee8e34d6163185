use std::{
    env,
    io::{self, IsTerminal},
};

use clap::{Args, ValueEnum};
use serde_json::json;

use super::{Outcome, failure::Failure, say};
use crate::{
    doctor::{self, Finding, Purpose},
    running::Keeper,
    runtime,
};

/// Check that this machine has what is needed, and install what is missing
///
/// Ends with code 1 while something is missing.
#[derive(Args)]
pub(super) struct Doctor {
    /// What the machine is to be used for [default: build in a source checkout, run elsewhere]
    #[arg(long = "for", value_enum, value_name = "PURPOSE")]
    purpose: Option<Choice>,
    /// Install what is missing, after asking
    #[arg(long)]
    fix: bool,
    /// With --fix, do not ask
    #[arg(long, requires = "fix")]
    yes: bool,
    /// Answer in JSON
    #[arg(long, conflicts_with = "fix")]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Choice {
    /// Run apps
    Run,
    /// Build the runtime from source
    Build,
    /// Run the project's tests, those for other systems included
    Test,
    /// Make packages
    Package,
}

impl Choice {
    fn purpose(self) -> Purpose {
        match self {
            Self::Run => Purpose::Run,
            Self::Build => Purpose::Build,
            Self::Test => Purpose::Test,
            Self::Package => Purpose::Package,
        }
    }

    fn usual() -> Self {
        if runtime::checkout().is_some() { Self::Build } else { Self::Run }
    }
}

impl Doctor {
    pub(super) fn carry_out(self) -> Outcome {
        let choice = self.purpose.unwrap_or_else(Choice::usual);
        let purposes = [choice.purpose()];
        let mut findings = doctor::examine(&purposes);
        if self.json {
            say::answer(report(choice, &findings));
            return Ok(i32::from(missing(&findings) > 0));
        }
        print(&findings);
        if self.fix && missing(&findings) > 0 {
            install(&Keeper::new()?, &findings, self.yes)?;
            findings = doctor::examine(&purposes);
            print(&findings);
        }
        verdict(&findings)?;
        say::answer("Nothing is missing.");
        Ok(0)
    }
}

/// For `run --setup`: installs what is missing without asking, and says nothing when nothing is.
pub(super) fn ensure(keeper: &Keeper, purposes: &[Purpose]) -> Result<(), Failure> {
    let findings = doctor::examine(purposes);
    if missing(&findings) == 0 {
        return Ok(());
    }
    install(keeper, &findings, true)?;
    verdict(&doctor::examine(purposes))
}

fn missing(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| !finding.present).count()
}

fn print(findings: &[Finding]) {
    let width = findings.iter().map(|finding| finding.name.len()).max().unwrap_or_default();
    for Finding { name, reason, present, packages, source } in findings {
        let state = if *present { "ok" } else { "missing" };
        let from = match (present, source) {
            (true, _) => String::new(),
            (false, Some(source)) => format!(" (from {source})"),
            (false, None) if packages.is_empty() => " (this system has no package known for it)".into(),
            (false, None) => format!(" (package {})", packages.join(", ")),
        };
        say::answer(format!("{state:>9}  {name:width$}  {reason}{from}"));
    }
}

fn install(keeper: &Keeper, findings: &[Finding], yes: bool) -> Result<(), Failure> {
    let commands = doctor::remedy(findings, yes);
    let Some((install, refresh)) = commands.split_last() else { return Ok(()) };
    let sentence = doctor::spelled(install);
    if !yes {
        if !io::stdin().is_terminal() {
            return Err(
                Failure::new("there is no terminal to ask on").with_hint("`--yes` goes on without asking")
            );
        }
        if !say::ask(format!("Install with `{sentence}`?"))? {
            return Err(Failure::new("nothing was installed").with_hint(sentence));
        }
    }
    for command in refresh {
        // Old lists may still do, so this is no reason to stop.
        if perform(keeper, command)? != 0 {
            say::warning(format!("`{}` failed; going on with the lists there are", doctor::spelled(command)));
        }
    }
    match perform(keeper, install)? {
        0 => Ok(()),
        code => Err(Failure::new(format!("`{sentence}` failed with code {code}"))),
    }
}

fn perform(keeper: &Keeper, command: &std::process::Command) -> Result<i32, Failure> {
    say::progress("Running", doctor::spelled(command));
    let mut again = std::process::Command::new(command.get_program());
    again.args(command.get_args());
    let program = command.get_program().to_string_lossy().into_owned();
    let running = keeper.start(&mut again);
    let running = running.map_err(|error| Failure::new(format!("cannot start {program}: {error}")))?;
    Ok(running.wait()?)
}

fn verdict(findings: &[Finding]) -> Result<(), Failure> {
    let names: Vec<_> =
        findings.iter().filter(|finding| !finding.present).map(|finding| finding.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    let failure = Failure::new(format!("missing: {}", names.join(", ")));
    let commands = doctor::remedy(findings, false);
    let spelled: Vec<_> = commands.iter().map(doctor::spelled).collect();
    Err(if spelled.is_empty() {
        failure.with_hint("no package manager known here can install it")
    } else {
        failure.with_hint(format!("`kaon doctor --fix`, or: {}", spelled.join(" && ")))
    })
}

fn report(choice: Choice, findings: &[Finding]) -> String {
    let needs: Vec<_> = findings
        .iter()
        .map(|finding| {
            json!({
                "name": finding.name,
                "reason": finding.reason,
                "present": finding.present,
                "packages": finding.packages,
                "source": finding.source,
            })
        })
        .collect();
    let install: Vec<_> = doctor::remedy(findings, false).iter().map(doctor::spelled).collect();
    let purpose = choice.to_possible_value().map(|value| value.get_name().to_owned());
    let report = json!({
        "system": env::consts::OS,
        "for": purpose,
        "packageManager": doctor::manager(),
        "missing": missing(findings),
        "needs": needs,
        "install": install,
    });
    format!("{report:#}")
}
