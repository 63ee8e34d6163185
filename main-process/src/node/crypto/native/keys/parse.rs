//! Keys from PEM and DER.

use super::{
    super::{
        asn1::{
            der::{Reader, SEQUENCE, context},
            pem,
        },
        fault::{Fault, Outcome},
    },
    Key, Private, Public, encrypted, pkcs8, spki, traditional,
};

/// What the script said about the data.
pub(super) struct Source<'a> {
    pub(super) data: &'a [u8],
    /// Bare DER, of the form `kind`; otherwise PEM, which says so itself.
    pub(super) der: bool,
    pub(super) kind: Option<&'a str>,
    pub(super) passphrase: Option<&'a [u8]>,
}

fn unsupported() -> Fault {
    Fault::openssl("1E08010C", "DECODER routines", "unsupported", "ERR_OSSL_UNSUPPORTED")
}

fn asn1(number: &str, reason: &'static str, code: &'static str) -> Fault {
    Fault::openssl(number, "asn1 encoding routines", reason, code)
}

fn short() -> Fault {
    asn1("0680008E", "not enough data", "ERR_OSSL_ASN1_NOT_ENOUGH_DATA")
}

impl Source<'_> {
    pub(super) fn private(&self) -> Outcome<Key> {
        let key = if self.der { self.private_der() } else { self.private_pem() }?;
        Ok(Key::Private(key))
    }

    /// A public key, or the public half of a private one.
    pub(super) fn public(&self) -> Outcome<Key> {
        if self.der {
            let found = match self.kind {
                Some("pkcs1") => spki::decode_rsa(self.data).map(Public::Rsa),
                Some("spki") => spki::decode(self.data),
                _ => None,
            };
            return match found {
                Some(key) => Ok(Key::Public(key)),
                None if matches!(self.kind, Some("pkcs1" | "pkcs8" | "sec1")) => self.half(),
                None => Err(asn1("0680009B", "too long", "ERR_OSSL_ASN1_TOO_LONG")),
            };
        }
        let labels = ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE"];
        match pem::find(self.data, |label| labels.contains(&label)) {
            Some(block) => {
                let found = match block.label.as_str() {
                    "PUBLIC KEY" => spki::decode(&block.data),
                    "CERTIFICATE" => certified(&block.data).and_then(spki::decode),
                    _ => spki::decode_rsa(&block.data).map(Public::Rsa),
                };
                found.map(Key::Public).ok_or_else(|| asn1("068000A8", "wrong tag", "ERR_OSSL_ASN1_WRONG_TAG"))
            }
            None => self.half(),
        }
    }

    fn half(&self) -> Outcome<Key> {
        match self.private()? {
            Key::Private(ref key) => Ok(Key::Public(key.public())),
            _ => Err(unsupported()),
        }
    }

    fn private_der(&self) -> Outcome<Private> {
        match self.kind {
            Some("pkcs1") => {
                traditional::decode_rsa(self.data, |key| key).map(Private::Rsa).ok_or_else(unsupported)
            }
            Some("sec1") => ec(self.data).ok_or_else(short),
            _ if pkcs8::decode(self.data).is_none() && encrypted::is_sealed(self.data) => {
                self.opened(self.data)
            }
            _ => pkcs8::decode(self.data).ok_or_else(short),
        }
    }

    /// OpenSSL would ask at the terminal, which Node does not let it.
    fn no_passphrase(&self) -> Fault {
        if self.der {
            return Fault::type_error("ERR_MISSING_PASSPHRASE", "Passphrase required for encrypted key");
        }
        let (library, reason) = ("common libcrypto routines", "interrupted or cancelled");
        Fault::openssl("07880109", library, reason, "ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED")
    }

    fn opened(&self, data: &[u8]) -> Outcome<Private> {
        let passphrase = self.passphrase.ok_or_else(|| self.no_passphrase())?;
        pkcs8::decode(&encrypted::open(data, passphrase)?).ok_or_else(unsupported)
    }

    fn private_pem(&self) -> Outcome<Private> {
        let block = pem::find(self.data, |label| label.ends_with("PRIVATE KEY")).ok_or_else(unsupported)?;
        let data = match &block.cipher {
            None => block.data,
            Some((name, vector)) => {
                let passphrase = self.passphrase.ok_or_else(|| self.no_passphrase())?;
                encrypted::open_old(&block.data, name, vector, passphrase)?
            }
        };
        let found = match block.label.as_str() {
            "ENCRYPTED PRIVATE KEY" => return self.opened(&data),
            "PRIVATE KEY" => pkcs8::decode(&data),
            "RSA PRIVATE KEY" => traditional::decode_rsa(&data, |key| key).map(Private::Rsa),
            "EC PRIVATE KEY" => ec(&data),
            "DSA PRIVATE KEY" => traditional::decode_dsa(&data).map(Private::Dsa),
            _ => None,
        };
        found.ok_or_else(unsupported)
    }
}

fn ec(data: &[u8]) -> Option<Private> {
    let (curve, secret, point) = traditional::decode_ec(data, None)?;
    Some(Private::Ec(curve, secret, point))
}

/// The public key's part of a certificate.
fn certified(data: &[u8]) -> Option<&[u8]> {
    let mut certificate = Reader(data).sequence()?;
    let mut body = certificate.sequence()?;
    if body.tag()? == context(0) {
        body.any()?;
    }
    // Number, algorithm, issuer, validity, subject.
    for _ in 0..5 {
        body.any()?;
    }
    let (tag, _, all) = body.any()?;
    (tag == SEQUENCE).then_some(all)
}
