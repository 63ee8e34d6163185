//! `kaon-node`: the main process without a shell, for plain scripts.

use std::process::exit;

use main_process::{Options, command_line, run};

fn main() {
    match command_line::parse(std::env::args().skip(1).collect()) {
        Ok((entry, args)) => exit(run(Options { entry, args, host: None, events: None, packaged: false })),
        Err(error) => exit(command_line::complain(&error)),
    }
}
