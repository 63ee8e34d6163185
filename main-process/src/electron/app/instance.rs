//! One running instance for each folder of user data: a locked file says who it is, a local socket tells it of others.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use interprocess::local_socket::{ListenerOptions, Stream, prelude::*};

use super::platform;
use crate::runtime::{Callback, Remote};

/// A second instance says this much at most.
const LONGEST: u32 = 64 << 20;
/// The first instance answers from a thread of its own, so that only one that is just starting keeps us waiting.
const PATIENCE: Duration = Duration::from_secs(5);
const HEARD: u8 = 1;

/// Held by the first instance; dropping it lets another one be the first.
pub(super) struct Instance {
    /// Closing the file releases the lock, also when the program dies.
    _lock: File,
    folder: PathBuf,
    over: Arc<AtomicBool>,
    _receive: Callback,
}

impl Instance {
    /// `None` if there is a first instance already; it was given `message` then.
    pub(super) fn first(folder: &Path, message: &str, receive: Callback) -> ipc::Result<Option<Self>> {
        let path = folder.join("SingletonLock");
        let failed = |error: io::Error| ipc::Error::io(&error, "open").with_path(path.to_string_lossy());
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                // The other one may end at this very moment: then nobody hears us, and nobody has to.
                let _ = notify(folder, message);
                return Ok(None);
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let over = Arc::new(AtomicBool::new(false));
        listen(folder, receive.remote(), over.clone())
            .map_err(|error| ipc::Error::io(&error, "listen").with_path(folder.to_string_lossy()))?;
        Ok(Some(Self { _lock: lock, folder: folder.into(), over, _receive: receive }))
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // A connection wakes the listening thread, which then sees that it is over.
        let woken = platform::socket_name(&self.folder).and_then(Stream::connect);
        drop(woken);
        platform::remove_socket(&self.folder);
    }
}

fn listen(folder: &Path, receive: Remote, over: Arc<AtomicBool>) -> io::Result<()> {
    // We hold the lock, so that whoever made a socket here is gone.
    platform::remove_socket(folder);
    let listener = ListenerOptions::new().name(platform::socket_name(folder)?).create_sync()?;
    thread::Builder::new().name("single-instance".into()).spawn(move || {
        for stream in listener.incoming() {
            if over.load(Ordering::Relaxed) {
                return;
            }
            // A broken connection concerns nobody but the one who made it.
            if let Ok(message) = stream.and_then(|mut stream| hear(&mut stream)) {
                receive.call((message,));
            }
        }
    })?;
    Ok(())
}

fn hear(stream: &mut Stream) -> io::Result<String> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut message = Vec::new();
    Read::by_ref(stream).take(length.into()).read_to_end(&mut message)?;
    stream.write_all(&[HEARD])?;
    String::from_utf8(message).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn notify(folder: &Path, message: &str) -> io::Result<()> {
    let start = Instant::now();
    let mut stream = loop {
        match platform::socket_name(folder).and_then(Stream::connect) {
            Ok(stream) => break stream,
            Err(error) if start.elapsed() > PATIENCE => return Err(error),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    };
    let length = u32::try_from(message.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or(io::ErrorKind::InvalidInput)?;
    stream.write_all(&length.to_le_bytes())?;
    stream.write_all(message.as_bytes())?;
    stream.read_exact(&mut [0])
}
