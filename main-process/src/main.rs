//! `kaon-node`: the main process without a shell, for plain scripts.

use std::process::exit;

use main_process::{Options, command_line, run};

fn main() {
    match command_line::parse(std::env::args().skip(1).collect()) {
        Ok(line) => exit(run(Options::of(line))),
        Err(refusal) => exit(command_line::complain(&refusal)),
    }
}
