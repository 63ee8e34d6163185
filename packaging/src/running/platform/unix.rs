use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, ExitStatus};

use rustix::process::{Pid, Signal, kill_process};

/// A child that has ended meanwhile needs no signal, so a failure says nothing new.
fn send(pid: u32, signal: Signal) {
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        let _ = kill_process(pid, signal);
    }
}

pub(in super::super) fn signal(pid: u32, number: i32) {
    send(pid, Signal::from_named_raw(number).unwrap_or(Signal::TERM));
}

pub(in super::super) fn ask_to_end(pid: u32) {
    send(pid, Signal::TERM);
}

pub(in super::super) fn end(pid: u32) {
    send(pid, Signal::KILL);
}

pub(in super::super) fn exit_code(status: ExitStatus) -> i32 {
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(1)
}

pub(in super::super) fn apart(command: &mut Command) -> &mut Command {
    command.process_group(0)
}
