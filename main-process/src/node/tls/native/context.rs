//! What a `SecureContext` holds, and the configurations made of it.

use std::sync::Arc;

use rquickjs::{
    Array, Class, Ctx, JsLifetime, Object, Result, TypedArray, Value,
    class::{JsClass, Readable, Trace, Tracer},
};
use rustls::{
    ClientConfig, DistinguishedName, Error, KeyLog, ServerConfig, SupportedCipherSuite,
    SupportedProtocolVersion,
    client::{ResolvesClientCert, Resumption},
    crypto::{CryptoProvider, SupportedKxGroup},
    server::{ServerSessionMemoryCache, StoresServerSessions, WebPkiClientVerifier},
    sign::CertifiedKey,
};

use super::{
    identity::Identities,
    sessions::Store,
    suites::{self, PROVIDER},
    tickets::Tickets,
    verifier::{AnyClient, SERVERS},
};
use crate::{runtime::bytes_of, x509::Certificate};

pub(super) struct Context {
    pub(super) identities: Arc<Identities>,
    resolver: Arc<dyn ResolvesClientCert>,
    /// What is trusted, as DER. None means the usual roots, which the script gives when it verifies.
    pub(super) authorities: Vec<Vec<u8>>,
    pub(super) lists: Vec<Vec<u8>>,
    suites: Vec<SupportedCipherSuite>,
    groups: Vec<&'static dyn SupportedKxGroup>,
    versions: &'static [&'static SupportedProtocolVersion],
    pub(super) tickets: Arc<Tickets>,
    sessions: Arc<dyn StoresServerSessions>,
    with_tickets: bool,
    server_order: bool,
}

/// A context as a script holds it: nothing to look into.
pub(super) struct Held(pub(super) Arc<Context>);

impl<'js> Trace<'js> for Held {
    fn trace<'a>(&self, _: Tracer<'a, 'js>) {}
}

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine.
unsafe impl<'js> JsLifetime<'js> for Held {
    type Changed<'to> = Held;
}

impl<'js> JsClass<'js> for Held {
    const NAME: &'static str = "SecureContext";
    type Mutable = Readable;

    fn constructor(_: &Ctx<'js>) -> Result<Option<rquickjs::function::Constructor<'js>>> {
        Ok(None)
    }
}

const SESSIONS: usize = 1024;

/// A client without a certificate: one for all, as sessions want it.
static NOBODY: std::sync::LazyLock<Arc<dyn ResolvesClientCert>> =
    std::sync::LazyLock::new(|| Arc::new(Identities::default()));

/// `{ identities: [identity], authorities: [der], lists: [der], ciphers: [name], groups: [name], least, most,
/// sessionTimeout, ticketKeys, tickets, serverOrder }`
pub(super) fn create<'js>(ctx: Ctx<'js>, options: Object<'js>) -> Result<Class<'js, Held>> {
    let versions = suites::versions(options.get("least")?, options.get("most")?);
    let identities = Arc::new(Identities(identities_of(&options)?));
    let resolver: Arc<dyn ResolvesClientCert> =
        if identities.0.is_empty() { NOBODY.clone() } else { identities.clone() };
    let groups: Vec<String> = options.get("groups")?;
    let tickets = Tickets::new(options.get("sessionTimeout")?);
    if let Some(keys) = options.get::<_, Option<TypedArray<'js, u8>>>("ticketKeys")?
        && let Ok(keys) = bytes_of(&keys).try_into()
    {
        tickets.set_keys(keys);
    }
    let context = Context {
        identities,
        resolver,
        authorities: list(&options, "authorities")?,
        lists: list(&options, "lists")?,
        suites: suites::suites(&options.get::<_, Vec<String>>("ciphers")?, versions),
        groups: if groups.is_empty() { PROVIDER.kx_groups.clone() } else { suites::groups(&groups) },
        versions,
        tickets: Arc::new(tickets),
        sessions: ServerSessionMemoryCache::new(SESSIONS),
        with_tickets: options.get("tickets")?,
        server_order: options.get("serverOrder")?,
    };
    Class::instance(ctx, Held(Arc::new(context)))
}

fn identities_of(options: &Object<'_>) -> Result<Vec<Arc<CertifiedKey>>> {
    let given: Array<'_> = options.get("identities")?;
    let classes: Result<Vec<Class<'_, super::credentials::Identity>>> = given.iter().collect();
    Ok(classes?.iter().map(|identity| identity.borrow().0.clone()).collect())
}

/// An array of byte arrays.
pub(super) fn list(options: &Object<'_>, name: &str) -> Result<Vec<Vec<u8>>> {
    let given: Vec<Value<'_>> = options.get(name)?;
    Ok(given
        .iter()
        .filter_map(|value| TypedArray::<u8>::from_value(value.clone()).ok())
        .map(|bytes| bytes_of(&bytes).to_vec())
        .collect())
}

/// What differs from one connection to the next.
pub(super) struct Wanted {
    pub(super) protocols: Vec<Vec<u8>>,
    pub(super) ask_client: bool,
    pub(super) need_client: bool,
    pub(super) key_log: Option<Arc<dyn KeyLog>>,
    /// The server's stapled state of its certificate.
    pub(super) stapled: Option<Vec<u8>>,
}

impl Context {
    fn provider(&self) -> Arc<CryptoProvider> {
        let (cipher_suites, kx_groups) = (self.suites.clone(), self.groups.clone());
        Arc::new(CryptoProvider { cipher_suites, kx_groups, ..PROVIDER.clone() })
    }

    pub(super) fn client(
        &self,
        wanted: Wanted,
        sessions: Arc<Store>,
        sends_name: bool,
    ) -> std::result::Result<Arc<ClientConfig>, Error> {
        let mut config = ClientConfig::builder_with_provider(self.provider())
            .with_protocol_versions(self.versions)?
            .dangerous()
            .with_custom_certificate_verifier(SERVERS.clone())
            .with_client_cert_resolver(self.resolver.clone());
        config.alpn_protocols = wanted.protocols;
        config.resumption = Resumption::store(sessions);
        config.enable_sni = sends_name;
        if let Some(log) = wanted.key_log {
            config.key_log = log;
        }
        Ok(Arc::new(config))
    }

    /// `trust` is what clients' certificates should come from: they are told, and may choose by it.
    pub(super) fn server(&self, wanted: Wanted) -> std::result::Result<Arc<ServerConfig>, Error> {
        let verifier = if wanted.ask_client {
            let subject = |raw: &Vec<u8>| {
                Certificate::parse(raw).map(|found| DistinguishedName::from(found.subject.raw.to_vec()))
            };
            let authorities = self.authorities.iter().filter_map(subject).collect();
            Arc::new(AnyClient { mandatory: wanted.need_client, authorities })
        } else {
            WebPkiClientVerifier::no_client_auth()
        };
        let mut config = ServerConfig::builder_with_provider(self.provider())
            .with_protocol_versions(self.versions)?
            .with_client_cert_verifier(verifier)
            .with_cert_resolver(self.resolver_with(wanted.stapled));
        config.alpn_protocols = wanted.protocols;
        config.session_storage = self.sessions.clone();
        config.ignore_client_order = self.server_order;
        if self.with_tickets {
            config.ticketer = self.tickets.clone();
        }
        if let Some(log) = wanted.key_log {
            config.key_log = log;
        }
        Ok(Arc::new(config))
    }

    fn resolver_with(&self, stapled: Option<Vec<u8>>) -> Arc<Identities> {
        let Some(stapled) = stapled else { return self.identities.clone() };
        let with = |identity: &Arc<CertifiedKey>| {
            let mut identity = CertifiedKey::clone(identity);
            identity.ocsp = Some(stapled.clone());
            Arc::new(identity)
        };
        Arc::new(Identities(self.identities.0.iter().map(with).collect()))
    }
}
