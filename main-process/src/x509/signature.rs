use rustls::{
    SignatureScheme,
    crypto::{WebPkiSupportedAlgorithms, ring::default_provider},
    pki_types::SignatureVerificationAlgorithm,
};
use std::sync::LazyLock;

use super::key::PublicKey;

static ALGORITHMS: LazyLock<WebPkiSupportedAlgorithms> =
    LazyLock::new(|| default_provider().signature_verification_algorithms);

/// Whether `signature` is what the holder of `key` made of `message`, by the algorithm that a certificate or list names.
pub(crate) fn verify_signed(key: &PublicKey<'_>, algorithm: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let fits = |known: &&&dyn SignatureVerificationAlgorithm| {
        known.signature_alg_id().as_ref() == algorithm && known.public_key_alg_id().as_ref() == key.algorithm
    };
    ALGORITHMS
        .all
        .iter()
        .find(fits)
        .is_some_and(|known| known.verify_signature(key.bytes, message, signature).is_ok())
}

/// How a handshake's signature by `key` in this scheme is verified. TLS 1.2 leaves the curve open, later ones do not.
pub(crate) fn algorithm_for(
    key: &PublicKey<'_>,
    scheme: SignatureScheme,
) -> Option<&'static dyn SignatureVerificationAlgorithm> {
    let (_, known) = ALGORITHMS.mapping.iter().find(|(found, _)| *found == scheme)?;
    known.iter().copied().find(|known| known.public_key_alg_id().as_ref() == key.algorithm)
}
