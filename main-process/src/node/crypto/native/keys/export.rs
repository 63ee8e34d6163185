//! Keys as PEM and DER.

use super::{
    super::{
        asn1::{der, pem},
        fault::{Fault, Outcome},
    },
    Key, Private, Public, encrypted, pkcs8, spki, traditional,
};

pub(super) enum Written {
    Pem(String),
    Der(Vec<u8>),
}

/// How a key is to be written.
pub(super) struct Target<'a> {
    pub(super) kind: &'a str,
    pub(super) pem: bool,
    pub(super) explicit: bool,
    pub(super) lock: Option<(&'a str, &'a [u8])>,
}

fn incompatible(reason: &str) -> Fault {
    Fault::error("ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS", format!("The selected key encoding {reason}"))
}

fn failed() -> Fault {
    Fault::error("ERR_CRYPTO_OPERATION_FAILED", "Failed to encode the key")
}

impl Target<'_> {
    pub(super) fn write(&self, key: &Key) -> Outcome<Written> {
        match key {
            Key::Secret(_) => Err(failed()),
            Key::Public(key) => self.public(key),
            Key::Private(key) => self.private(key),
        }
    }

    fn finish(&self, label: &str, data: Vec<u8>) -> Written {
        if self.pem { Written::Pem(pem::write(label, "", &data)) } else { Written::Der(data) }
    }

    fn public(&self, key: &Public) -> Outcome<Written> {
        match (self.kind, key) {
            ("pkcs1", Public::Rsa(key)) if !key.pss => {
                Ok(self.finish("RSA PUBLIC KEY", spki::encode_rsa(key)))
            }
            ("pkcs1", _) => Err(incompatible("pkcs1 can only be used for RSA keys.")),
            _ => Ok(self.finish("PUBLIC KEY", spki::encode(key, self.explicit).ok_or_else(failed)?)),
        }
    }

    fn private(&self, key: &Private) -> Outcome<Written> {
        let (label, data) = match (self.kind, key) {
            ("pkcs1", Private::Rsa(key)) if !key.public.pss => {
                ("RSA PRIVATE KEY", traditional::encode_rsa(key))
            }
            ("pkcs1", _) => return Err(incompatible("pkcs1 can only be used for RSA keys.")),
            ("sec1", Private::Ec(curve, secret, point)) => {
                let parameters = if self.explicit { curve.explicit() } else { der::oid(curve.oid()) };
                ("EC PRIVATE KEY", traditional::encode_ec(*curve, secret, point, Some(parameters)))
            }
            ("sec1", _) => return Err(incompatible("sec1 can only be used for EC keys.")),
            ("dsa", Private::Dsa(key)) => ("DSA PRIVATE KEY", traditional::encode_dsa(key)),
            _ => return self.pkcs8(key),
        };
        match self.lock {
            Some((cipher, passphrase)) => {
                encrypted::seal_old(label, &data, cipher, passphrase).map(Written::Pem)
            }
            None => Ok(self.finish(label, data)),
        }
    }

    fn pkcs8(&self, key: &Private) -> Outcome<Written> {
        let data = pkcs8::encode(key, self.explicit).ok_or_else(failed)?;
        match self.lock {
            Some((cipher, passphrase)) => {
                Ok(self.finish("ENCRYPTED PRIVATE KEY", encrypted::seal(&data, cipher, passphrase)?))
            }
            None => Ok(self.finish("PRIVATE KEY", data)),
        }
    }
}
