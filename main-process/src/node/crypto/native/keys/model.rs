use super::super::{
    curves::{Curve, Okp},
    dsa::{DsaPrivate, DsaPublic},
    held::Handle,
    rsa::{RsaPrivate, RsaPublic},
};

/// A group of whole numbers, and a key in it.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct DhPublic {
    pub(in super::super) p: Vec<u8>,
    pub(in super::super) g: Vec<u8>,
    pub(in super::super) y: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Public {
    Rsa(RsaPublic),
    /// The point uncompressed.
    Ec(Curve, Vec<u8>),
    Okp(Okp, Vec<u8>),
    Dsa(DsaPublic),
    Dh(DhPublic),
}

pub(in super::super) enum Private {
    Rsa(RsaPrivate),
    /// Scalar and point.
    Ec(Curve, Vec<u8>, Vec<u8>),
    /// Secret and public bytes.
    Okp(Okp, Vec<u8>, Vec<u8>),
    Dsa(DsaPrivate),
    Dh(DhPublic, Vec<u8>),
}

pub(in super::super) enum Key {
    Secret(Vec<u8>),
    Public(Public),
    Private(Private),
}

/// Shared with jobs on other threads.
pub(in super::super) type KeyHandle<'js> = Handle<'js, std::sync::Arc<Key>>;

impl Drop for Key {
    fn drop(&mut self) {
        use zeroize::Zeroize;
        match self {
            Self::Secret(bytes) => bytes.zeroize(),
            Self::Private(
                Private::Ec(_, secret, _) | Private::Okp(_, secret, _) | Private::Dh(_, secret),
            ) => {
                secret.zeroize();
            }
            Self::Private(Private::Dsa(key)) => key.x.zeroize(),
            Self::Private(Private::Rsa(_)) | Self::Public(_) => {}
        }
    }
}

impl Private {
    pub(in super::super) fn public(&self) -> Public {
        match self {
            Self::Rsa(key) => Public::Rsa(key.public.clone()),
            Self::Ec(curve, _, point) => Public::Ec(*curve, point.clone()),
            Self::Okp(kind, _, public) => Public::Okp(*kind, public.clone()),
            Self::Dsa(key) => Public::Dsa(key.public.clone()),
            Self::Dh(public, _) => Public::Dh(public.clone()),
        }
    }

    /// The number or the bytes that make it private.
    fn secret(&self) -> &[u8] {
        match self {
            Self::Rsa(key) => &key.d,
            Self::Ec(_, secret, _) | Self::Okp(_, secret, _) | Self::Dh(_, secret) => secret,
            Self::Dsa(key) => &key.x,
        }
    }
}

impl Public {
    /// The name of the key's type, as `asymmetricKeyType` gives it.
    pub(in super::super) fn kind(&self) -> &'static str {
        match self {
            Self::Rsa(key) if key.pss => "rsa-pss",
            Self::Rsa(_) => "rsa",
            Self::Ec(..) => "ec",
            Self::Okp(kind, _) => kind.name(),
            Self::Dsa(_) => "dsa",
            Self::Dh(_) => "dh",
        }
    }
}

impl Key {
    /// The public half, or all of a public key.
    pub(in super::super) fn public(&self) -> Option<Public> {
        match self {
            Self::Secret(_) => None,
            Self::Public(key) => Some(key.clone()),
            Self::Private(key) => Some(key.public()),
        }
    }

    pub(in super::super) fn same(&self, other: &Self) -> bool {
        use subtle::ConstantTimeEq;
        match (self, other) {
            (Self::Secret(one), Self::Secret(other)) => one.ct_eq(other).into(),
            (Self::Public(one), Self::Public(other)) => one == other,
            (Self::Private(one), Self::Private(other)) => {
                one.public() == other.public() && bool::from(one.secret().ct_eq(other.secret()))
            }
            _ => false,
        }
    }
}
