//! A connection's calls.

use rquickjs::{
    Class, Ctx, Exception, Object, Result, TypedArray,
    prelude::{Func, List},
};

use super::{
    connection::{Connection, Held},
    context::{self, Wanted},
    suites,
    tickets::KEYS,
};
use crate::runtime::{Bytes, bytes_of};

type Context<'js> = Class<'js, context::Held>;
type Handle<'js> = Class<'js, Held>;

pub(super) fn fill(native: &Object<'_>) -> Result<()> {
    native.set("client", Func::from(client))?;
    native.set("server", Func::from(Connection::server))?;
    native.set("hello", Func::from(hello))?;
    native.set("accept", Func::from(accept))?;
    native.set("news", Func::from(|handle: Handle<'_>| handle.borrow().state().news()))?;
    native.set("feed", Func::from(feed))?;
    native.set("write", Func::from(write))?;
    native.set("close", Func::from(close))?;
    native.set("plain", Func::from(|handle: Handle<'_>| Bytes(handle.borrow().state().take_plain())))?;
    native.set("cipher", Func::from(|handle: Handle<'_>| Bytes(handle.borrow().state().take_cipher())))?;
    native.set("failure", Func::from(failure))?;
    native.set("takeSessions", Func::from(take_sessions))?;
    native.set("takeLog", Func::from(|handle: Handle<'_>| handle.borrow().state().log.take()))?;
    native.set(
        "takeStapled",
        Func::from(|handle: Handle<'_>| handle.borrow().state().stapled.take().map(Bytes)),
    )?;
    native.set("info", Func::from(info))?;
    native.set("peerCertificates", Func::from(peer_certificates))?;
    native.set("localCertificate", Func::from(local_certificate))?;
    native.set("exportKeyingMaterial", Func::from(export_keying_material))
}

fn wanted(options: &Object<'_>) -> Result<(Wanted, bool)> {
    let stapled: Option<TypedArray<'_, u8>> = options.get("stapled")?;
    let wanted = Wanted {
        protocols: context::list(options, "protocols")?,
        ask_client: options.get::<_, Option<bool>>("askClient")?.unwrap_or(false),
        need_client: options.get::<_, Option<bool>>("needClient")?.unwrap_or(false),
        key_log: None,
        stapled: stapled.map(|bytes| bytes_of(&bytes).to_vec()),
    };
    Ok((wanted, options.get::<_, Option<bool>>("logs")?.unwrap_or(false)))
}

/// `{ protocols, servername, session, logs }`
fn client<'js>(ctx: Ctx<'js>, context: Context<'js>, options: Object<'js>) -> Result<Handle<'js>> {
    let (wanted, logs) = wanted(&options)?;
    let name: Option<String> = options.get("servername")?;
    let session = options.get::<_, Option<f64>>("session")?.map(|id| id as u64);
    let context = context.borrow().0.clone();
    Connection::client(ctx, &context, name.as_deref(), session, wanted, logs)
}

/// `{ servername, protocols }`
fn hello<'js>(ctx: Ctx<'js>, handle: Handle<'js>) -> Result<Option<Object<'js>>> {
    let held = handle.borrow();
    let state = held.state();
    let Some(accepted) = state.greeted() else { return Ok(None) };
    let hello = accepted.client_hello();
    let object = Object::new(ctx)?;
    object.set("servername", hello.server_name())?;
    let protocols: Option<Vec<Bytes>> =
        hello.alpn().map(|all| all.map(|name| Bytes(name.to_vec())).collect());
    object.set("protocols", protocols)?;
    Ok(Some(object))
}

/// `{ protocols, askClient, needClient, stapled, logs, chosen }`
fn accept<'js>(handle: Handle<'js>, context: Context<'js>, options: Object<'js>) -> Result<u32> {
    let (wanted, logs) = wanted(&options)?;
    let context = context.borrow().0.clone();
    let held = handle.borrow();
    let mut state = held.state();
    state.accept(&context, wanted, logs, options.get::<_, Option<bool>>("chosen")?.unwrap_or(false));
    Ok(state.news())
}

fn feed(handle: Handle<'_>, bytes: TypedArray<'_, u8>) -> u32 {
    let held = handle.borrow();
    let mut state = held.state();
    state.feed(bytes_of(&bytes));
    state.news()
}

fn write(handle: Handle<'_>, bytes: TypedArray<'_, u8>, most: usize) -> u32 {
    let held = handle.borrow();
    let mut state = held.state();
    state.write(bytes_of(&bytes), most);
    state.news()
}

fn close(handle: Handle<'_>) -> u32 {
    let held = handle.borrow();
    let mut state = held.state();
    state.close();
    state.news()
}

/// `[number, reason]`, in OpenSSL's words.
fn failure(handle: Handle<'_>) -> Option<List<(u32, &'static str)>> {
    let held = handle.borrow();
    let state = held.state();
    state.failure().map(|failure| List((failure.number, failure.reason)))
}

fn take_sessions(handle: Handle<'_>) -> Vec<f64> {
    let given = handle.borrow().state().sessions.take_given();
    given.into_iter().map(|id| id as f64).collect()
}

/// What was negotiated.
fn info<'js>(ctx: Ctx<'js>, handle: Handle<'js>) -> Result<Object<'js>> {
    let held = handle.borrow();
    let mut state = held.state();
    let object = Object::new(ctx)?;
    object.set("resumed", state.resumed())?;
    let Some(inner) = state.inner() else { return Ok(object) };
    if let Some(version) = inner.protocol_version() {
        object.set("protocol", suites::version_name(version))?;
    }
    if let Some(suite) = inner.negotiated_cipher_suite() {
        let (name, standard) = suites::names_of(suite.suite());
        object.set("cipher", name)?;
        object.set("standardName", standard)?;
    }
    if let Some(protocol) = inner.alpn_protocol() {
        object.set("alpn", Bytes(protocol.to_vec()))?;
    }
    if let Some((name, bits)) =
        inner.negotiated_key_exchange_group().and_then(|group| suites::describe_group(group.name()))
    {
        object.set("group", name)?;
        object.set("groupBits", bits)?;
    }
    Ok(object)
}

fn peer_certificates(handle: Handle<'_>) -> Vec<Bytes> {
    handle.borrow().peer().0.into_iter().map(Bytes).collect()
}

/// The first certificate of the context's: which of several was shown is not remembered.
fn local_certificate(context: Context<'_>) -> Option<Bytes> {
    let identities = &context.borrow().0.identities;
    identities.0.first().and_then(|identity| identity.cert.first()).map(|der| Bytes(der.to_vec()))
}

fn export_keying_material<'js>(
    ctx: Ctx<'js>,
    handle: Handle<'js>,
    length: usize,
    label: String,
    context: Option<TypedArray<'js, u8>>,
) -> Result<Bytes> {
    let held = handle.borrow();
    let mut state = held.state();
    let context = context.as_ref().map(bytes_of);
    let material = state
        .inner()
        .and_then(|inner| inner.export_keying_material(vec![0; length], label.as_bytes(), context).ok());
    material.map(Bytes).ok_or_else(|| Exception::throw_message(&ctx, "Key material could not be exported"))
}

pub(super) fn ticket_keys(context: Context<'_>) -> Bytes {
    Bytes(context.borrow().0.tickets.keys().to_vec())
}

pub(super) fn set_ticket_keys(context: Context<'_>, keys: TypedArray<'_, u8>) -> bool {
    let Ok(keys) = <[u8; KEYS]>::try_from(bytes_of(&keys)) else { return false };
    context.borrow().0.tickets.set_keys(keys);
    true
}
