//! Keys and certificates from text to what a context is made of.

use std::sync::Arc;

use rquickjs::{
    Class, Ctx, IntoJs, JsLifetime, Null, Object, Result, TypedArray, Value,
    class::{JsClass, Readable, Trace, Tracer},
};
use rustls::sign::CertifiedKey;

use super::identity::{belong_together, certificates, certified, signing_key};
use crate::{
    runtime::{Bytes, bytes_of},
    x509::{Certificate, RevocationList, legacy, pem},
};

/// A chain of certificates with the key of its first.
pub(super) struct Identity(pub(super) Arc<CertifiedKey>);

impl<'js> Trace<'js> for Identity {
    fn trace<'a>(&self, _: Tracer<'a, 'js>) {}
}

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine.
unsafe impl<'js> JsLifetime<'js> for Identity {
    type Changed<'to> = Identity;
}

impl<'js> JsClass<'js> for Identity {
    const NAME: &'static str = "Identity";
    type Mutable = Readable;

    fn constructor(_: &Ctx<'js>) -> Result<Option<rquickjs::function::Constructor<'js>>> {
        Ok(None)
    }
}

/// The certificates in PEM text as DER; null when there is none or one is malformed.
pub(super) fn read_certificates(text: String) -> Option<Vec<Bytes>> {
    certificates(&text).map(|found| found.into_iter().map(Bytes).collect())
}

/// Null for what is no certificate.
pub(super) fn is_certificate(der: TypedArray<'_, u8>) -> bool {
    Certificate::parse(bytes_of(&der)).is_some()
}

pub(super) fn read_lists(text: String) -> Option<Vec<Bytes>> {
    let blocks = pem::blocks(&text).into_iter().filter(|block| block.label == "X509 CRL");
    let found: Vec<Bytes> = blocks.map(|block| Bytes(block.bytes)).collect();
    let whole = !found.is_empty() && found.iter().all(|list| RevocationList::parse(&list.0).is_some());
    whole.then_some(found)
}

/// An identity, or a word for what is wrong with the key: `none`, `encrypted`, `unsupported`, `mismatch`.
pub(super) fn read_identity<'js>(
    ctx: Ctx<'js>,
    chain: Vec<TypedArray<'js, u8>>,
    key: String,
) -> Result<Value<'js>> {
    let chain: Vec<Vec<u8>> = chain.iter().map(|der| bytes_of(der).to_vec()).collect();
    let key = match signing_key(&key) {
        Ok(key) => key,
        Err(word) => return word.into_js(&ctx),
    };
    let Some(leaf) = chain.first() else { return Null.into_js(&ctx) };
    if !belong_together(&*key, leaf) {
        return "mismatch".into_js(&ctx);
    }
    Class::instance(ctx, Identity(certified(chain, key))).map(Class::into_value)
}

/// A chain with the issuers of its last among some authorities, as OpenSSL sends it.
pub(super) fn complete_chain(
    chain: Vec<TypedArray<'_, u8>>,
    authorities: Vec<TypedArray<'_, u8>>,
) -> Vec<Bytes> {
    let mut whole: Vec<Vec<u8>> = chain.iter().map(|der| bytes_of(der).to_vec()).collect();
    let authorities: Vec<Certificate<'_>> =
        authorities.iter().filter_map(|der| Certificate::parse(bytes_of(der))).collect();
    // No more than there are, so that a circle of issuers ends.
    for _ in 0..authorities.len() {
        let issuer = whole.last().and_then(|last| {
            let last = Certificate::parse(last).filter(|last| !last.self_issued())?;
            authorities.iter().find(|found| found.issued(&last))
        });
        let Some(issuer) = issuer else { break };
        whole.push(issuer.raw.to_vec());
    }
    whole.into_iter().map(Bytes).collect()
}

/// What `getPeerCertificate()` shows of a certificate; null for what is none.
pub(super) fn describe<'js>(ctx: Ctx<'js>, der: TypedArray<'js, u8>) -> Result<Option<Object<'js>>> {
    Certificate::parse(bytes_of(&der)).map(|certificate| legacy(&ctx, &certificate)).transpose()
}
