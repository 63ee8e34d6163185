use std::{
    fs::File,
    io::{self, Read, Write},
    os::windows::io::{AsRawHandle, OwnedHandle},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    net::windows::named_pipe::{NamedPipeServer, ServerOptions},
    sync::OnceCell,
};
use windows_sys::Win32::Foundation::ERROR_BROKEN_PIPE;

/// Our end of a pipe: it only reads, or only writes. Taking the file away closes it.
#[derive(Clone)]
pub(crate) struct End(Arc<Mutex<Option<Arc<File>>>>);

impl End {
    pub(crate) fn new(handle: OwnedHandle) -> Self {
        Self(Arc::new(Mutex::new(Some(Arc::new(File::from(handle))))))
    }

    fn file(&self) -> io::Result<Arc<File>> {
        let file = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        file.ok_or_else(|| io::Error::from_raw_os_error(ERROR_BROKEN_PIPE as i32))
    }

    pub(crate) fn reader(&self) -> io::Result<impl Read + Send + 'static> {
        self.file()?.try_clone()
    }

    pub(crate) fn writer(&self) -> io::Result<impl Write + Send + 'static> {
        self.file()?.try_clone()
    }

    /// What the system itself calls it.
    pub(crate) fn os_handle(&self) -> i64 {
        self.file().map_or(-1, |file| file.as_raw_handle() as i64)
    }

    /// Nothing more will be written.
    pub(crate) fn finish(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// An end on the event loop.
pub(crate) enum Pipe {
    /// A child's standard stream, whose calls run on threads of their own, since it cannot be waited for.
    Anonymous(End),
    /// A channel to a child.
    Parent { incoming: Server, outgoing: Server },
    /// The channel to our parent. It is written to at once, and so has a pipe for each direction.
    Child { incoming: End, outgoing: End },
}

/// A pipe that a child connects to when it starts.
pub(crate) struct Server {
    pipe: NamedPipeServer,
    connected: OnceCell<()>,
}

impl Server {
    fn new(name: &str, direction: &str) -> io::Result<Self> {
        let pipe = ServerOptions::new()
            .first_pipe_instance(true)
            .max_instances(1)
            .access_inbound(direction == TO_PARENT)
            .access_outbound(direction == TO_CHILD)
            .create(format!("{name}{direction}"))?;
        Ok(Self { pipe, connected: OnceCell::new() })
    }

    async fn connected(&self) -> io::Result<&NamedPipeServer> {
        self.connected.get_or_try_init(|| self.pipe.connect()).await?;
        Ok(&self.pipe)
    }

    async fn read(&self, bytes: &mut [u8]) -> io::Result<usize> {
        let pipe = self.connected().await?;
        loop {
            pipe.readable().await?;
            match pipe.try_read(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                outcome => return outcome,
            }
        }
    }

    async fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let pipe = self.connected().await?;
        let mut left = bytes;
        while !left.is_empty() {
            pipe.writable().await?;
            match pipe.try_write(left) {
                Ok(count) => left = &left[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Pipe {
    #[allow(clippy::unnecessary_wraps)]
    pub(crate) fn new(end: End) -> io::Result<Self> {
        Ok(Self::Anonymous(end))
    }

    /// The next bytes; none at the end.
    pub(crate) async fn read(&self, length: usize) -> io::Result<(Vec<u8>, Vec<i64>)> {
        // Handles do not travel through pipes here.
        self.read_bytes(length).await.map(|bytes| (bytes, Vec::new()))
    }

    async fn read_bytes(&self, length: usize) -> io::Result<Vec<u8>> {
        let outcome = match self {
            Self::Anonymous(end) | Self::Child { incoming: end, .. } => {
                read_on_thread(end.file()?, length).await
            }
            Self::Parent { incoming, .. } => {
                let mut bytes = vec![0; length];
                incoming.read(&mut bytes).await.map(|count| {
                    bytes.truncate(count);
                    bytes
                })
            }
        };
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Vec::new()),
            outcome => outcome,
        }
    }

    /// Writes what goes at once, so that last words are out before the process ends; says how much that was.
    pub(crate) fn write_now(&self, bytes: &[u8], _handle: Option<i64>) -> io::Result<usize> {
        match self {
            Self::Child { outgoing, .. } => (&*outgoing.file()?).write_all(bytes).map(|()| bytes.len()),
            _ => Ok(0),
        }
    }

    pub(crate) async fn write(&self, bytes: &[u8], _handle: Option<i64>) -> io::Result<()> {
        match self {
            Self::Anonymous(end) | Self::Child { outgoing: end, .. } => {
                let (file, bytes) = (end.file()?, bytes.to_vec());
                on_thread(move || (&*file).write_all(&bytes)).await
            }
            Self::Parent { outgoing, .. } => outgoing.write(bytes).await,
        }
    }

    pub(crate) fn finish(&self) {
        if let Self::Anonymous(end) = self {
            end.finish();
        }
    }
}

async fn read_on_thread(file: Arc<File>, length: usize) -> io::Result<Vec<u8>> {
    on_thread(move || {
        let mut bytes = vec![0; length];
        let count = (&*file).read(&mut bytes)?;
        bytes.truncate(count);
        Ok(bytes)
    })
    .await
}

async fn on_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}

const TO_PARENT: &str = "-up";
const TO_CHILD: &str = "-down";

/// Pipes with a name that nobody guesses, for the one child that is told of it.
pub(crate) fn create_channel() -> io::Result<(String, Pipe)> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let random: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!(r"\\.\pipe\kaon-{}-{random}", std::process::id());
    let (incoming, outgoing) = (Server::new(&name, TO_PARENT)?, Server::new(&name, TO_CHILD)?);
    Ok((name, Pipe::Parent { incoming, outgoing }))
}

/// Connects to the channel that a parent left for us.
pub(crate) fn open_channel(name: &str) -> io::Result<Pipe> {
    let outgoing = File::options().write(true).open(format!("{name}{TO_PARENT}"))?;
    let incoming = File::options().read(true).open(format!("{name}{TO_CHILD}"))?;
    Ok(Pipe::Child { incoming: End::new(incoming.into()), outgoing: End::new(outgoing.into()) })
}

/// Ends the waiting for a child that ended without ever connecting.
pub(crate) fn release_channel(name: &str) {
    // Fails if the child did connect, as it should.
    let _ = open_channel(name);
}
