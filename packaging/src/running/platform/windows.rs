use std::os::windows::process::CommandExt;
use std::process::{Command, ExitStatus, Stdio};

const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;

/// The console has told the child already.
pub(in super::super) fn signal(_pid: u32, _number: i32) {}

fn task_kill(pid: u32, force: bool) {
    let mut command = Command::new("taskkill");
    command.args(["/T", "/PID", &pid.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
    if force {
        command.arg("/F");
    }
    // A child that has ended meanwhile is what was wanted.
    let _ = command.status();
}

pub(in super::super) fn ask_to_end(pid: u32) {
    task_kill(pid, false);
}

pub(in super::super) fn end(pid: u32) {
    task_kill(pid, true);
}

pub(in super::super) fn exit_code(status: ExitStatus) -> i32 {
    status.code().unwrap_or(1)
}

pub(in super::super) fn apart(command: &mut Command) -> &mut Command {
    command.creation_flags(CREATE_NEW_PROCESS_GROUP)
}
