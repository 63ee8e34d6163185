//! The `kaon` command: a file for each verb.

mod doctor;
mod failure;
mod new;
mod node_flags;
mod package;
mod run;
mod say;

use std::ffi::OsString;

use clap::{Parser, Subcommand};

type Outcome = Result<i32, failure::Failure>;

/// Make, run and ship desktop apps written for Electron's API, without shipping a browser.
#[derive(Parser)]
#[command(name = "kaon", version, max_term_width = 100, disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Run(run::Run),
    New(new::New),
    Package(package::Package),
    Doctor(doctor::Doctor),
}

/// Carries a command line out and returns the exit code: 0, 1 for failures, 2 for wrong use, or an app's own.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> i32 {
    let (arguments, flags) = match part(arguments.into_iter().collect()) {
        Ok(parted) => parted,
        Err(outcome) => return finish(outcome),
    };
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(error) => {
            // With stdout and stderr closed there is nobody to tell.
            let _ = error.print();
            return error.exit_code();
        }
    };
    let outcome = match line.verb {
        Verb::Run(run) => run.with_flags(flags).carry_out(),
        Verb::New(new) => new.carry_out(),
        Verb::Package(package) => package.carry_out(),
        Verb::Doctor(doctor) => doctor.carry_out(),
    };
    finish(outcome)
}

fn finish(outcome: Outcome) -> i32 {
    outcome.unwrap_or_else(|failure| {
        say::failure(&failure);
        failure.code
    })
}

/// Takes the flags that are Node's out of a `kaon run`; where they alone say what to run, that is done.
fn part(mut arguments: Vec<OsString>) -> Result<(Vec<OsString>, Vec<OsString>), Outcome> {
    if arguments.get(1).is_none_or(|verb| verb != "run") {
        return Ok((arguments, Vec::new()));
    }
    match node_flags::part(arguments.split_off(2)) {
        node_flags::Words::Runtime(words) => Err(run::run_node(words)),
        node_flags::Words::App { own, flags } => {
            arguments.extend(own);
            Ok((arguments, flags))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        <Line as clap::CommandFactory>::command().debug_assert();
    }
}
