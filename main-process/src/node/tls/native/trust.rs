//! Whom one trusts.

use std::{
    sync::LazyLock,
    time::{SystemTime, UNIX_EPOCH},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use rquickjs::{Class, TypedArray, prelude::List};

use super::{connection::Held as Connection, context::Held as Context, identity::certificates};
use crate::{
    runtime::{Bytes, bytes_of},
    x509::{Certificate, Purpose, RevocationList, Trust, verify},
};

/// The certificates that the system trusts, read when somebody first asks.
static SYSTEM: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let found = rustls_native_certs::load_native_certs().certs;
    found.into_iter().map(|der| der.to_vec()).filter(|der| Certificate::parse(der).is_some()).collect()
});

/// The system's, as PEM.
pub(super) fn system_roots() -> Vec<String> {
    SYSTEM.iter().map(|der| armour(der)).collect()
}

fn armour(der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let lines: Vec<&str> =
        (0..encoded.len()).step_by(64).map(|at| &encoded[at..encoded.len().min(at + 64)]).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----", lines.join("\n"))
}

/// The certificates of a file; null when it cannot be read, or has none.
pub(super) fn read_file(path: String) -> Option<Vec<Bytes>> {
    let text = std::fs::read(path).ok()?;
    certificates(&String::from_utf8_lossy(&text)).map(|found| found.into_iter().map(Bytes).collect())
}

/// `[error, chain]`: what OpenSSL would call it, or nothing; the chain as far as it was found.
///
/// `extra` is trusted as the context's own authorities are; `system` adds those of the system.
pub(super) fn verify_peer<'js>(
    connection: Class<'js, Connection>,
    context: Class<'js, Context>,
    extra: Vec<TypedArray<'js, u8>>,
    system: bool,
    partial: bool,
) -> List<(Option<&'static str>, Vec<Bytes>)> {
    let connection = connection.borrow();
    let (sent, is_client) = connection.peer();
    let context = context.borrow();
    let context = &context.0;
    let mut anchors: Vec<&[u8]> = context.authorities.iter().map(Vec::as_slice).collect();
    anchors.extend(extra.iter().map(bytes_of));
    if system {
        anchors.extend(SYSTEM.iter().map(Vec::as_slice));
    }
    let lists: Vec<RevocationList<'_>> =
        context.lists.iter().filter_map(|list| RevocationList::parse(list)).collect();
    let purpose = if is_client { Purpose::Server } else { Purpose::Client };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    let trust = Trust { anchors: &anchors, lists: &lists, partial };
    let verdict = verify(&sent, &trust, purpose, now);
    List((verdict.error, verdict.chain.into_iter().map(|der| Bytes(der.to_vec())).collect()))
}
