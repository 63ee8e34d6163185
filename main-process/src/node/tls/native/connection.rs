//! One connection's state: bytes of the network go in, bytes for the network and for the script come out.

use std::{
    cell::{RefCell, RefMut},
    io::{Read, Write},
    mem,
    sync::Arc,
};

use rquickjs::{
    Class, Ctx, JsLifetime, Result,
    class::{JsClass, Readable, Trace, Tracer},
};
use rustls::{
    ClientConnection, Error, HandshakeKind,
    pki_types::ServerName,
    server::{Accepted, AcceptedAlert, Acceptor},
};

use super::{
    context::{Context, Wanted},
    failure::{self, Failure},
    key_log::Lines,
    sessions::Store,
    verifier,
};

/// What is new, after something was done to a connection.
pub(super) mod news {
    pub(crate) const PLAIN: u32 = 1;
    pub(crate) const CIPHER: u32 = 2;
    pub(crate) const SECURE: u32 = 4;
    pub(crate) const HELLO: u32 = 8;
    pub(crate) const CLOSED: u32 = 16;
    pub(crate) const FAILED: u32 = 32;
    pub(crate) const SESSION: u32 = 64;
    pub(crate) const LOG: u32 = 128;
    pub(crate) const STAPLED: u32 = 256;
}

/// As a script holds it: nothing to look into.
pub(super) struct Held(RefCell<Connection>);

impl<'js> Trace<'js> for Held {
    fn trace<'a>(&self, _: Tracer<'a, 'js>) {}
}

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine.
unsafe impl<'js> JsLifetime<'js> for Held {
    type Changed<'to> = Held;
}

impl<'js> JsClass<'js> for Held {
    const NAME: &'static str = "TLSConnection";
    type Mutable = Readable;

    fn constructor(_: &Ctx<'js>) -> Result<Option<rquickjs::function::Constructor<'js>>> {
        Ok(None)
    }
}

impl Held {
    pub(super) fn state(&self) -> RefMut<'_, Connection> {
        self.0.borrow_mut()
    }

    /// What the peer showed, its own certificate first, and whether this is the client's side.
    pub(super) fn peer(&self) -> (Vec<Vec<u8>>, bool) {
        let connection = self.0.borrow();
        (connection.peer_certificates(), connection.is_client)
    }
}

enum Stage {
    Accepting(Box<Acceptor>),
    /// A client said hello; how to answer it, the script decides.
    Greeted(Box<Accepted>),
    Open(Box<rustls::Connection>),
    Over,
}

pub(super) struct Connection {
    stage: Stage,
    is_client: bool,
    /// What came while the script made up its mind.
    waiting: Vec<u8>,
    plain: Vec<u8>,
    cipher: Vec<u8>,
    failure: Option<Failure>,
    secure: bool,
    closed: bool,
    started: bool,
    pub(super) stapled: Option<Vec<u8>>,
    pub(super) log: Arc<Lines>,
    pub(super) sessions: Arc<Store>,
    /// The last state that a failed connection was in, to be asked about.
    past: Option<Box<rustls::Connection>>,
}

impl Connection {
    fn new(stage: Stage, is_client: bool, sessions: Arc<Store>) -> Self {
        Self {
            stage,
            is_client,
            waiting: Vec::new(),
            plain: Vec::new(),
            cipher: Vec::new(),
            failure: None,
            secure: false,
            closed: false,
            started: false,
            stapled: None,
            log: Arc::default(),
            sessions,
            past: None,
        }
    }

    pub(super) fn server<'js>(ctx: Ctx<'js>) -> Result<Class<'js, Held>> {
        let stage = Stage::Accepting(Box::default());
        Class::instance(ctx, Held(RefCell::new(Self::new(stage, false, Arc::default()))))
    }

    pub(super) fn client<'js>(
        ctx: Ctx<'js>,
        context: &Context,
        name: Option<&str>,
        session: Option<u64>,
        mut wanted: Wanted,
        logs: bool,
    ) -> Result<Class<'js, Held>> {
        let mut connection = Self::new(Stage::Over, true, Store::offering(session));
        if logs {
            wanted.key_log = Some(connection.log.clone());
        }
        let name = name.and_then(|name| ServerName::try_from(name.to_owned()).ok());
        let sends_name = matches!(name, Some(ServerName::DnsName(_)));
        // Something must stand there, though nobody looks at it.
        let name = name.unwrap_or(ServerName::IpAddress(std::net::Ipv4Addr::UNSPECIFIED.into()));
        let made = context
            .client(wanted, connection.sessions.clone(), sends_name)
            .and_then(|config| ClientConnection::new(config, name));
        match made {
            Ok(made) => connection.open(made.into()),
            Err(error) => connection.fail(&error),
        }
        Class::instance(ctx, Held(RefCell::new(connection)))
    }

    fn open(&mut self, mut connection: rustls::Connection) {
        connection.set_buffer_limit(None);
        self.stage = Stage::Open(Box::new(connection));
    }

    fn fail(&mut self, error: &Error) {
        self.fail_as(failure::of(error));
    }

    fn fail_as(&mut self, failure: Failure) {
        self.failure.get_or_insert(failure);
        if let Stage::Open(connection) = mem::replace(&mut self.stage, Stage::Over) {
            self.past = Some(connection);
        }
    }

    fn refuse(&mut self, (error, mut alert): (Error, AcceptedAlert)) {
        // Writing to memory cannot fail.
        let _ = alert.write_all(&mut self.cipher);
        self.fail(&error);
    }

    /// Takes what the network brought.
    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            match &mut self.stage {
                Stage::Accepting(_) => self.listen(&mut bytes),
                Stage::Greeted(_) => {
                    self.waiting.extend_from_slice(bytes);
                    return;
                }
                Stage::Open(_) => self.advance(&mut bytes),
                Stage::Over => return,
            }
        }
    }

    fn listen(&mut self, bytes: &mut &[u8]) {
        if !mem::replace(&mut self.started, true)
            && let Some(foreign) = foreign_protocol(bytes)
        {
            return self.fail_as(foreign);
        }
        let Stage::Accepting(acceptor) = &mut self.stage else { return };
        if acceptor.read_tls(bytes).is_err() {
            return self.fail(&Error::PeerSentOversizedRecord);
        }
        match acceptor.accept() {
            Ok(None) => {}
            Ok(Some(accepted)) => self.stage = Stage::Greeted(Box::new(accepted)),
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn advance(&mut self, bytes: &mut &[u8]) {
        let Stage::Open(connection) = &mut self.stage else { return };
        if connection.read_tls(bytes).is_err() {
            return self.fail(&Error::PeerSentOversizedRecord);
        }
        let outcome = connection.process_new_packets();
        if let Some(stapled) = verifier::take_stapled() {
            self.stapled = Some(stapled);
        }
        match outcome {
            Ok(state) => {
                let ready = state.plaintext_bytes_to_read();
                if ready > 0 {
                    let start = self.plain.len();
                    self.plain.resize(start + ready, 0);
                    // As many as it said there are.
                    let read = connection.reader().read(&mut self.plain[start..]).unwrap_or(0);
                    self.plain.truncate(start + read);
                    self.drain();
                }
            }
            Err(error) => {
                self.drain();
                self.flush();
                if error == Error::NoCertificatesPresented {
                    self.soften();
                }
                self.fail(&error);
            }
        }
    }

    /// TLS 1.2 knows no alert for a certificate that is missing: there it is a failed handshake.
    fn soften(&mut self) {
        if let Some(alert) = self.cipher.last_chunk_mut::<7>()
            && *alert == [21, 3, 3, 0, 2, 2, 116]
        {
            alert[6] = 40;
        }
    }

    /// Takes the rest of the plain text, if it lay in several pieces.
    fn drain(&mut self) {
        if let Stage::Open(connection) = &mut self.stage {
            // It ends in `WouldBlock`, having read all there is.
            let _ = connection.reader().read_to_end(&mut self.plain);
        }
    }

    fn flush(&mut self) {
        if let Stage::Open(connection) = &mut self.stage {
            while connection.wants_write() && connection.write_tls(&mut self.cipher).is_ok() {}
        }
    }

    /// Answers a hello as the script decided.
    pub(super) fn accept(&mut self, context: &Context, mut wanted: Wanted, logs: bool, chosen: bool) {
        let Stage::Greeted(accepted) = mem::replace(&mut self.stage, Stage::Over) else { return };
        if context.identities.0.is_empty() {
            // A fatal alert: handshake failure.
            self.cipher.extend([21, 3, 3, 0, 2, 2, 40]);
            // A context that was chosen by name has its certificates set one by one, and there is none to set.
            return self.fail_as(if chosen { failure::NOTHING_CHOSEN } else { failure::NO_CERTIFICATE });
        }
        if logs {
            wanted.key_log = Some(self.log.clone());
        }
        match context.server(wanted) {
            Ok(config) => match accepted.into_connection(config) {
                Ok(connection) => self.open(connection.into()),
                Err(refusal) => return self.refuse(refusal),
            },
            Err(error) => return self.fail(&error),
        }
        // What came in the same read as the hello is in there already.
        self.advance(&mut &[][..]);
        let waiting = mem::take(&mut self.waiting);
        self.feed(&waiting);
    }

    /// Writes in records of at most `most` bytes.
    pub(super) fn write(&mut self, bytes: &[u8], most: usize) {
        for piece in bytes.chunks(most.max(1)) {
            let Stage::Open(connection) = &mut self.stage else { return };
            // Without a limit it takes all.
            let _ = connection.writer().write_all(piece);
            self.flush();
        }
    }

    pub(super) fn close(&mut self) {
        if let Stage::Open(connection) = &mut self.stage {
            connection.send_close_notify();
        }
    }

    pub(super) fn greeted(&self) -> Option<&Accepted> {
        match &self.stage {
            Stage::Greeted(accepted) => Some(accepted),
            _ => None,
        }
    }

    pub(super) fn inner(&mut self) -> Option<&mut rustls::Connection> {
        match &mut self.stage {
            Stage::Open(connection) => Some(connection),
            _ => self.past.as_deref_mut(),
        }
    }

    pub(super) fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    pub(super) fn resumed(&mut self) -> bool {
        self.inner().and_then(|inner| inner.handshake_kind()) == Some(HandshakeKind::Resumed)
    }

    pub(super) fn peer_certificates(&self) -> Vec<Vec<u8>> {
        let inner = match &self.stage {
            Stage::Open(connection) => Some(connection),
            _ => self.past.as_ref(),
        };
        let chain = inner.and_then(|inner| inner.peer_certificates()).unwrap_or_default();
        chain.iter().map(|der| der.to_vec()).collect()
    }

    pub(super) fn take_plain(&mut self) -> Vec<u8> {
        mem::take(&mut self.plain)
    }

    pub(super) fn take_cipher(&mut self) -> Vec<u8> {
        mem::take(&mut self.cipher)
    }

    /// What there is to tell; each turn of the connection is told once.
    pub(super) fn news(&mut self) -> u32 {
        self.flush();
        let mut found = 0;
        let (mut secure, mut closed) = (false, false);
        if let Stage::Open(connection) = &mut self.stage {
            secure = !connection.is_handshaking();
            // Nothing is left to process: this only asks.
            closed = connection.process_new_packets().is_ok_and(|state| state.peer_has_closed());
        }
        let mut tell = |flag: u32, holds: bool| found |= if holds { flag } else { 0 };
        tell(news::SECURE, secure && !mem::replace(&mut self.secure, true));
        tell(news::CLOSED, closed && !mem::replace(&mut self.closed, true));
        tell(news::PLAIN, !self.plain.is_empty());
        tell(news::CIPHER, !self.cipher.is_empty());
        tell(news::HELLO, matches!(self.stage, Stage::Greeted(_)));
        tell(news::FAILED, self.failure.is_some());
        tell(news::SESSION, self.sessions.has_given());
        tell(news::LOG, self.log.has_any());
        tell(news::STAPLED, self.stapled.is_some());
        found
    }
}

/// What OpenSSL makes of a client that speaks no TLS.
fn foreign_protocol(bytes: &[u8]) -> Option<Failure> {
    let http = [&b"GET "[..], b"POST", b"HEAD", b"PUT "];
    if http.iter().any(|verb| bytes.starts_with(verb)) {
        return Some(failure::HTTP_REQUEST);
    }
    bytes.starts_with(b"CONNE").then_some(failure::PROXY_REQUEST)
}
