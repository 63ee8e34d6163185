#![allow(unsafe_code)]

use std::{
    io,
    os::windows::{
        io::{AsHandle, AsRawHandle, BorrowedHandle, OwnedHandle, RawHandle},
        process::CommandExt,
    },
    process::{self, Command, Stdio as StdStdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI32, Ordering},
    },
};

use windows_sys::Win32::{
    Foundation::{ERROR_ACCESS_DENIED, ERROR_NOT_SUPPORTED},
    System::Threading::{
        CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW, DETACHED_PROCESS, INFINITE, WaitForSingleObject,
    },
};

use super::{End, Exit, Plan, Stdio};

pub(crate) struct Child {
    process: Mutex<process::Child>,
    /// The same process, to be waited for while somebody else may want to end it.
    handle: OwnedHandle,
    id: u32,
    signal: AtomicI32,
}

const SIGINT: i32 = 2;
const SIGQUIT: i32 = 3;
const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;

impl Child {
    pub(crate) fn id(&self) -> u32 {
        self.id
    }

    /// There are no signals here; those that are meant to end a process do.
    pub(crate) fn kill(&self, signal: i32) -> ipc::Result<()> {
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(process.try_wait(), Ok(None)) {
            return Err(ipc::Error::of_code(ipc::Code::NoSuchProcess, "kill"));
        }
        match signal {
            0 => Ok(()),
            SIGINT | SIGQUIT | SIGKILL | SIGTERM => {
                self.signal.store(signal, Ordering::Relaxed);
                match process.kill() {
                    // It is ending already.
                    Err(error) if error.raw_os_error() == Some(ERROR_ACCESS_DENIED as i32) => Ok(()),
                    outcome => outcome.map_err(|error| ipc::Error::io(&error, "kill")),
                }
            }
            _ => Err(ipc::Error::of_code(ipc::Code::NotImplemented, "kill")),
        }
    }

    /// Blocks until the child has ended.
    pub(crate) fn wait(&self) {
        // SAFETY: the handle is open as long as `self` lives.
        unsafe { WaitForSingleObject(self.handle.as_raw_handle(), INFINITE) };
    }

    /// How the child ended; to be called once, after [`Self::wait`].
    pub(crate) fn reap(&self) -> Exit {
        let outcome = self.process.lock().unwrap_or_else(PoisonError::into_inner).wait();
        let code = outcome.ok().and_then(|status| status.code()).map_or(1, |code| i64::from(code as u32));
        Exit { code, signal: self.signal.load(Ordering::Relaxed) }
    }
}

pub(crate) fn spawn(plan: &Plan) -> io::Result<(Child, Vec<Option<End>>)> {
    let script = [".bat", ".cmd"].iter().any(|ending| plan.file.to_ascii_lowercase().ends_with(ending));
    if script {
        // Only a shell can run these, and only its caller can quote for it.
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let users = plan.uid.is_some() || plan.gid.is_some();
    if users || plan.stdio.iter().skip(3).any(|stdio| *stdio != Stdio::Ignore) {
        return Err(io::Error::from_raw_os_error(ERROR_NOT_SUPPORTED as i32));
    }
    let mut command = command(plan);
    let stdio = |index: usize| plan.stdio.get(index).copied().unwrap_or(Stdio::Ignore);
    command.stdin(standard(stdio(0))?).stdout(standard(stdio(1))?).stderr(standard(stdio(2))?);
    let mut process = command.spawn()?;
    let handle = process.as_handle().try_clone_to_owned()?;
    let stdin = process.stdin.take().map(|pipe| End::new(pipe.into()));
    let stdout = process.stdout.take().map(|pipe| End::new(pipe.into()));
    let stderr = process.stderr.take().map(|pipe| End::new(pipe.into()));
    let mut ours = vec![stdin, stdout, stderr];
    ours.resize_with(plan.stdio.len(), || None);
    let id = process.id();
    Ok((Child { process: Mutex::new(process), handle, id, signal: AtomicI32::new(0) }, ours))
}

fn command(plan: &Plan) -> Command {
    let mut command = Command::new(&plan.file);
    for arg in plan.args.iter().skip(1) {
        if plan.verbatim {
            command.raw_arg(arg)
        } else {
            command.arg(arg)
        };
    }
    command.env_clear().envs(plan.env.iter().map(|(name, value)| (name, value)));
    if let Some(cwd) = &plan.cwd {
        command.current_dir(cwd);
    }
    let hidden = if plan.windows_hide { CREATE_NO_WINDOW } else { 0 };
    let detached = if plan.detached { DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP } else { hidden };
    command.creation_flags(detached);
    command
}

fn standard(stdio: Stdio) -> io::Result<StdStdio> {
    match stdio {
        Stdio::Ignore => Ok(StdStdio::null()),
        Stdio::Pipe => Ok(StdStdio::piped()),
        Stdio::File(handle) | Stdio::Connection(handle) => {
            // SAFETY: the scripts' file table gave the handle; it is only borrowed, to be duplicated.
            let handle = unsafe { BorrowedHandle::borrow_raw(handle as RawHandle) };
            Ok(handle.try_clone_to_owned()?.into())
        }
    }
}
