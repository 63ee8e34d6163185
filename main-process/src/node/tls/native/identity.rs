//! Who one is: certificates with their keys, and which of them fits a handshake.

use std::sync::Arc;

use rustls::{
    SignatureScheme,
    client::ResolvesClientCert,
    crypto::ring::sign::any_supported_type,
    pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs1KeyDer, PrivatePkcs8KeyDer, PrivateSec1KeyDer},
    server::{ClientHello, ResolvesServerCert},
    sign::{CertifiedKey, SigningKey},
};

use crate::x509::{Certificate, pem};

/// The certificates in some armour; nothing when there is none or one is malformed.
pub(super) fn certificates(armour: &str) -> Option<Vec<Vec<u8>>> {
    let labels = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];
    let blocks = pem::blocks(armour).into_iter().filter(|block| labels.contains(&block.label));
    // What a trusted certificate adds stands behind it.
    let found: Option<Vec<_>> = blocks
        .map(|block| Certificate::parse(&block.bytes).map(|certificate| certificate.raw.to_vec()))
        .collect();
    found.filter(|found| !found.is_empty())
}

/// What a key of RSA with 1024 bits takes, which no supported key of another kind is smaller than that isn't well.
const SMALLEST_KEY: usize = 600;

/// Why a key is none, as OpenSSL's code of it.
pub(super) fn signing_key(armour: &str) -> Result<Arc<dyn SigningKey>, &'static str> {
    let blocks = pem::blocks(armour);
    let mut encrypted = false;
    for block in blocks {
        let is_locked =
            block.headers.iter().any(|(name, value)| *name == "Proc-Type" && value.contains("ENCRYPTED"));
        if is_locked || block.label == "ENCRYPTED PRIVATE KEY" {
            encrypted = true;
            continue;
        }
        let key = match block.label {
            "PRIVATE KEY" => PrivateKeyDer::from(PrivatePkcs8KeyDer::from(block.bytes)),
            "RSA PRIVATE KEY" => PrivateKeyDer::from(PrivatePkcs1KeyDer::from(block.bytes)),
            "EC PRIVATE KEY" => PrivateKeyDer::from(PrivateSec1KeyDer::from(block.bytes)),
            _ => continue,
        };
        // OpenSSL's limit is 1024 bits, ring's is 2048.
        let word = if key.secret_der().len() < SMALLEST_KEY { "small" } else { "unsupported" };
        return any_supported_type(&key).map_err(|_| word);
    }
    Err(if encrypted { "encrypted" } else { "none" })
}

/// Whether a key is the one of its certificate.
pub(super) fn belong_together(key: &dyn SigningKey, certificate: &[u8]) -> bool {
    let (Some(public), Some(certificate)) = (key.public_key(), Certificate::parse(certificate)) else {
        return false;
    };
    public.as_ref() == certificate.key.raw
}

pub(super) fn certified(chain: Vec<Vec<u8>>, key: Arc<dyn SigningKey>) -> Arc<CertifiedKey> {
    Arc::new(CertifiedKey::new(chain.into_iter().map(CertificateDer::from).collect(), key))
}

/// Several may be there, of different kinds of keys: the first that can sign as the peer wants it.
#[derive(Debug, Default)]
pub(super) struct Identities(pub(super) Vec<Arc<CertifiedKey>>);

impl Identities {
    fn fitting(&self, schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.0.iter().find(|identity| identity.key.choose_scheme(schemes).is_some()).cloned()
    }
}

impl ResolvesServerCert for Identities {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // Those of them that go with a suite that both sides have.
        self.fitting(hello.signature_schemes())
    }
}

impl ResolvesClientCert for Identities {
    fn resolve(&self, _: &[&[u8]], schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.fitting(schemes)
    }

    fn has_certs(&self) -> bool {
        !self.0.is_empty()
    }
}
