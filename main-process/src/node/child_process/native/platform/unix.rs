#![allow(unsafe_code)]

use std::{
    fs::File,
    io,
    mem::MaybeUninit,
    os::{
        fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd},
        unix::{net::UnixStream, process::CommandExt},
    },
    process::{Command, Stdio as StdStdio},
    sync::{Mutex, PoisonError},
};

use super::{End, Exit, Plan, Stdio};

pub(crate) struct Child {
    pid: i32,
    ended: Mutex<bool>,
}

impl Child {
    pub(crate) fn id(&self) -> u32 {
        self.pid as u32
    }

    /// Never signals another process that got the number of an ended child.
    pub(crate) fn kill(&self, signal: i32) -> ipc::Result<()> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended {
            return Err(ipc::Error::of_code(ipc::Code::NoSuchProcess, "kill"));
        }
        // SAFETY: a plain system call, on a child that was not reaped yet.
        match unsafe { libc::kill(self.pid, signal) } {
            0 => Ok(()),
            _ => Err(ipc::Error::io(&io::Error::last_os_error(), "kill")),
        }
    }

    /// Blocks until the child has ended. It stays a zombie, so that its number stays its own until [`Self::reap`].
    pub(crate) fn wait(&self) {
        let mut info = MaybeUninit::<libc::siginfo_t>::zeroed();
        let flags = libc::WEXITED | libc::WNOWAIT;
        // SAFETY: the struct is ours.
        while unsafe { libc::waitid(libc::P_PID, self.pid as libc::id_t, info.as_mut_ptr(), flags) } != 0
            && io::Error::last_os_error().kind() == io::ErrorKind::Interrupted
        {}
    }

    /// How the child ended; to be called once, after [`Self::wait`].
    pub(crate) fn reap(&self) -> Exit {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        *ended = true;
        let mut status = 0;
        // SAFETY: the number is ours to write; the child is ours to reap.
        while unsafe { libc::waitpid(self.pid, &mut status, 0) } < 0
            && io::Error::last_os_error().kind() == io::ErrorKind::Interrupted
        {}
        if libc::WIFSIGNALED(status) {
            Exit { code: 0, signal: libc::WTERMSIG(status) }
        } else {
            Exit { code: i64::from(libc::WEXITSTATUS(status)), signal: 0 }
        }
    }
}

pub(crate) fn spawn(plan: &Plan) -> io::Result<(Child, Vec<Option<End>>)> {
    let mut command = command(plan);
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for stdio in &plan.stdio {
        let (end, file) = open(*stdio)?;
        ours.push(end);
        theirs.push(file);
    }
    let mut files = theirs.into_iter();
    let mut standard = || files.next().flatten().map_or_else(StdStdio::null, StdStdio::from);
    command.stdin(standard()).stdout(standard()).stderr(standard());
    let shared: Vec<RawFd> = (0..3)
        .zip(&plan.stdio)
        .filter(|(_, stdio)| matches!(stdio, Stdio::File(_)))
        .map(|(fd, _)| fd)
        .collect();
    block(&mut command, shared);
    let more: Vec<Option<OwnedFd>> = files.collect();
    let _places = hand_over(&mut command, &more)?;
    let pid = command.spawn()?.id() as i32;
    Ok((Child { pid, ended: Mutex::new(false) }, ours))
}

fn command(plan: &Plan) -> Command {
    // Here are no windows to hide, and no command line to be taken as it is.
    let _ = (plan.windows_hide, plan.verbatim);
    let mut command = Command::new(&plan.file);
    if let Some((name, args)) = plan.args.split_first() {
        command.arg0(name).args(args);
    }
    command.env_clear().envs(plan.env.iter().map(|(name, value)| (name, value)));
    if let Some(cwd) = &plan.cwd {
        command.current_dir(cwd);
    }
    if let Some(uid) = plan.uid {
        command.uid(uid);
    }
    if let Some(gid) = plan.gid {
        command.gid(gid);
    }
    if plan.detached {
        // SAFETY: `setsid` may be called between fork and exec.
        unsafe {
            command.pre_exec(|| {
                libc::setsid();
                Ok(())
            });
        }
    }
    command
}

/// Programs expect their standard streams to wait, also those that we would not wait for ourselves.
fn block(command: &mut Command, files: Vec<RawFd>) {
    if files.is_empty() {
        return;
    }
    // SAFETY: `fcntl` may be called between fork and exec.
    unsafe {
        command.pre_exec(move || {
            for &fd in &files {
                let flags = libc::fcntl(fd, libc::F_GETFL);
                if flags >= 0 && flags & libc::O_NONBLOCK != 0 {
                    libc::fcntl(fd, libc::F_SETFL, flags & !libc::O_NONBLOCK);
                }
            }
            Ok(())
        });
    }
}

/// Our end and the child's.
fn open(stdio: Stdio) -> io::Result<(Option<End>, Option<OwnedFd>)> {
    match stdio {
        Stdio::Ignore => Ok((None, None)),
        Stdio::Pipe => {
            let (ours, theirs) = UnixStream::pair()?;
            Ok((Some(End::new(ours)), Some(theirs.into())))
        }
        Stdio::File(fd) | Stdio::Connection(fd) => duplicate(fd as RawFd, 0).map(|file| (None, Some(file))),
    }
}

fn duplicate(fd: RawFd, least: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: a plain system call, which fails if the descriptor is not open.
    let copy = unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, least) };
    if copy < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: just made, and nobody else's.
    Ok(unsafe { OwnedFd::from_raw_fd(copy) })
}

/// Gives the child descriptors from 3 on. What is returned must live until the child was started.
fn hand_over(command: &mut Command, files: &[Option<OwnedFd>]) -> io::Result<Vec<OwnedFd>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let end = 3 + files.len() as RawFd;
    let mut held = Vec::new();
    let mut moves = Vec::new();
    for (file, target) in files.iter().zip(3..) {
        if let Some(file) = file {
            // Away from the targets, so that no move destroys the source of another.
            let source = duplicate(file.as_raw_fd(), end)?;
            moves.push((source.as_raw_fd(), target));
            held.push(source);
        }
    }
    // The standard library tells of a failed start through a pipe, which must not lie on a target: take all those places.
    let null = File::open("/dev/null")?;
    loop {
        let place = duplicate(null.as_raw_fd(), 3)?;
        if place.as_raw_fd() >= end {
            break;
        }
        held.push(place);
    }
    // SAFETY: `dup2` may be called between fork and exec; the sources are held open until then.
    unsafe {
        command.pre_exec(move || {
            for &(source, target) in &moves {
                let source = BorrowedFd::borrow_raw(source);
                if libc::dup2(source.as_raw_fd(), target) < 0 {
                    return Err(io::Error::last_os_error());
                }
            }
            Ok(())
        });
    }
    Ok(held)
}
