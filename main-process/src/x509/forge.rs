//! Certificates made to order, for tests of what must not be believed.

use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};

const ECDSA_SHA256: &[u8] = &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
const P256: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];

pub(super) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let value = parts.concat();
    let [high, low] = (value.len() as u16).to_be_bytes();
    [&[tag, 0x82, high, low], &*value].concat()
}

pub(super) fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &random).unwrap()
}

pub(super) fn name(common: &[u8], kind: u8) -> Vec<u8> {
    tlv(0x30, &[&tlv(0x31, &[&tlv(0x30, &[&[6, 3, 0x55, 4, 3], &tlv(kind, &[common])])])])
}

pub(super) fn extension(id: u8, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical: &[u8] = if critical { &[1, 1, 255] } else { &[] };
    tlv(0x30, &[&[6, 3, 0x55, 0x1d, id], critical, &tlv(4, &[value])])
}

/// That it is an authority.
pub(super) fn authority() -> Vec<u8> {
    extension(19, true, &[0x30, 3, 1, 1, 255])
}

pub(super) fn hosts(names: &[&str]) -> Vec<u8> {
    let names: Vec<Vec<u8>> = names.iter().map(|name| tlv(0x82, &[name.as_bytes()])).collect();
    extension(17, false, &tlv(0x30, &[&names.concat()]))
}

pub(super) struct Wish<'a> {
    pub(super) subject: Vec<u8>,
    pub(super) extensions: Vec<Vec<u8>>,
    pub(super) key: &'a EcdsaKeyPair,
    pub(super) inner_algorithm: &'a [u8],
}

impl<'a> Wish<'a> {
    pub(super) fn new(subject: &str, key: &'a EcdsaKeyPair, extensions: &[Vec<u8>]) -> Self {
        let subject = name(subject.as_bytes(), 0x0c);
        Self { subject, extensions: extensions.to_vec(), key, inner_algorithm: ECDSA_SHA256 }
    }

    pub(super) fn signed_by(&self, issuer: &str, signer: &EcdsaKeyPair) -> Vec<u8> {
        let validity = tlv(0x30, &[&tlv(0x17, &[b"200101000000Z"]), &tlv(0x17, &[b"400101000000Z"])]);
        let key = tlv(0x30, &[&tlv(0x30, &[P256]), &tlv(3, &[&[0], self.key.public_key().as_ref()])]);
        let extensions = tlv(0xa3, &[&tlv(0x30, &[&self.extensions.concat()])]);
        let body = tlv(
            0x30,
            &[
                &[0xa0, 3, 2, 1, 2, 2, 1, 7],
                &algorithm(self.inner_algorithm),
                &name(issuer.as_bytes(), 0x0c),
                &validity,
                &self.subject,
                &key,
                if self.extensions.is_empty() { &[] } else { &extensions },
            ],
        );
        let signature = signer.sign(&SystemRandom::new(), &body).unwrap();
        tlv(0x30, &[&body, &algorithm(ECDSA_SHA256), &tlv(3, &[&[0], signature.as_ref()])])
    }
}

/// With a length in one byte, as those who compare identifiers expect nothing else.
fn algorithm(content: &[u8]) -> Vec<u8> {
    [&[0x30, content.len() as u8], content].concat()
}
