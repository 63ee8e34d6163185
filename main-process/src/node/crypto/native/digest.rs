//! The hash functions by the names that OpenSSL knows them by.

use digest::{DynDigest, ExtendableOutput, Update, common::BlockSizeUser};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digest {
    Md5,
    Md5Sha1,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512T224,
    Sha512T256,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
    Ripemd160,
    Blake2b512,
    Blake2s256,
    Shake128,
    Shake256,
}

use Digest::*;

/// Calls `$then!` with the type that implements a digest; extendable ones go elsewhere.
macro_rules! with_hash {
    ($digest:expr, $then:ident, $($otherwise:tt)*) => {
        match $digest {
            Digest::Md5 => $then!(md5::Md5),
            Digest::Sha1 => $then!(sha1::Sha1),
            Digest::Sha224 => $then!(sha2::Sha224),
            Digest::Sha256 => $then!(sha2::Sha256),
            Digest::Sha384 => $then!(sha2::Sha384),
            Digest::Sha512 => $then!(sha2::Sha512),
            Digest::Sha512T224 => $then!(sha2::Sha512_224),
            Digest::Sha512T256 => $then!(sha2::Sha512_256),
            Digest::Sha3_224 => $then!(sha3::Sha3_224),
            Digest::Sha3_256 => $then!(sha3::Sha3_256),
            Digest::Sha3_384 => $then!(sha3::Sha3_384),
            Digest::Sha3_512 => $then!(sha3::Sha3_512),
            Digest::Ripemd160 => $then!(ripemd::Ripemd160),
            Digest::Blake2b512 => $then!(blake2::Blake2b512),
            Digest::Blake2s256 => $then!(blake2::Blake2s256),
            $($otherwise)*
        }
    };
}
pub(super) use with_hash;

/// A running hash.
pub(super) trait Hasher: Send {
    fn update(&mut self, data: &[u8]);
    /// `length` counts for extendable functions alone. Afterwards the hash begins anew.
    fn finish(&mut self, length: usize) -> Vec<u8>;
    fn fork(&self) -> Box<dyn Hasher>;
}

struct Fixed<D>(D);

impl<D: DynDigest + Clone + Send + 'static> Hasher for Fixed<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finish(&mut self, _: usize) -> Vec<u8> {
        self.0.finalize_reset().into_vec()
    }

    fn fork(&self) -> Box<dyn Hasher> {
        Box::new(Fixed(self.0.clone()))
    }
}

struct Extendable<D>(D);

impl<D: ExtendableOutput + Default + Clone + Send + 'static> Hasher for Extendable<D> {
    fn update(&mut self, data: &[u8]) {
        Update::update(&mut self.0, data);
    }

    fn finish(&mut self, length: usize) -> Vec<u8> {
        std::mem::take(&mut self.0).finalize_boxed(length).into_vec()
    }

    fn fork(&self) -> Box<dyn Hasher> {
        Box::new(Extendable(self.0.clone()))
    }
}

/// Both at once, as old TLS signed them.
#[derive(Clone, Default)]
struct Pair(md5::Md5, sha1::Sha1);

impl Hasher for Pair {
    fn update(&mut self, data: &[u8]) {
        Update::update(&mut self.0, data);
        Update::update(&mut self.1, data);
    }

    fn finish(&mut self, _: usize) -> Vec<u8> {
        let mut output = digest::Digest::finalize_reset(&mut self.0).to_vec();
        output.extend_from_slice(&digest::Digest::finalize_reset(&mut self.1));
        output
    }

    fn fork(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }
}

impl Digest {
    /// By any of OpenSSL's names, in any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let plain = lower.strip_prefix("rsa-").unwrap_or(&lower);
        let plain = plain.strip_prefix("id-rsassa-pkcs1-v1_5-with-").unwrap_or(plain);
        let plain = plain.strip_suffix("withrsaencryption").unwrap_or(plain);
        Some(match plain {
            "md5" | "ssl3-md5" => Md5,
            "md5-sha1" => Md5Sha1,
            "sha1" | "sha-1" | "sha1-2" | "ssl3-sha1" | "ecdsa-with-sha1" => Sha1,
            "sha224" | "sha-224" | "sha2-224" => Sha224,
            "sha256" | "sha-256" | "sha2-256" => Sha256,
            "sha384" | "sha-384" | "sha2-384" => Sha384,
            "sha512" | "sha-512" | "sha2-512" => Sha512,
            "sha512-224" | "sha512/224" | "sha2-512/224" | "sha-512/224" => Sha512T224,
            "sha512-256" | "sha512/256" | "sha2-512/256" | "sha-512/256" => Sha512T256,
            "sha3-224" => Sha3_224,
            "sha3-256" => Sha3_256,
            "sha3-384" => Sha3_384,
            "sha3-512" => Sha3_512,
            "ripemd160" | "ripemd" | "rmd160" | "ripemd-160" | "ripemd160withrsa" => Ripemd160,
            "blake2b512" | "blake2b-512" => Blake2b512,
            "blake2s256" | "blake2s-256" => Blake2s256,
            "shake128" | "shake-128" => Shake128,
            "shake256" | "shake-256" => Shake256,
            _ => return None,
        })
    }

    /// OpenSSL's own short name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Md5 => "md5",
            Md5Sha1 => "md5-sha1",
            Sha1 => "sha1",
            Sha224 => "sha224",
            Sha256 => "sha256",
            Sha384 => "sha384",
            Sha512 => "sha512",
            Sha512T224 => "sha512-224",
            Sha512T256 => "sha512-256",
            Sha3_224 => "sha3-224",
            Sha3_256 => "sha3-256",
            Sha3_384 => "sha3-384",
            Sha3_512 => "sha3-512",
            Ripemd160 => "ripemd160",
            Blake2b512 => "blake2b512",
            Blake2s256 => "blake2s256",
            Shake128 => "shake128",
            Shake256 => "shake256",
        }
    }

    pub(super) fn hasher(self) -> Box<dyn Hasher> {
        macro_rules! fixed {
            ($hash:ty) => {
                Box::new(Fixed(<$hash>::default()))
            };
        }
        with_hash!(self, fixed,
            Md5Sha1 => Box::new(Pair::default()),
            Shake128 => Box::new(Extendable(shake::Shake128::default())),
            Shake256 => Box::new(Extendable(shake::Shake256::default())),
        )
    }

    pub(super) fn size(self) -> usize {
        macro_rules! size {
            ($hash:ty) => {
                <$hash as digest::Digest>::output_size()
            };
        }
        with_hash!(self, size, Md5Sha1 => 36, Shake128 => 16, Shake256 => 32,)
    }

    pub(super) fn block(self) -> usize {
        macro_rules! block {
            ($hash:ty) => {
                <$hash as BlockSizeUser>::block_size()
            };
        }
        with_hash!(self, block, Md5Sha1 => 64, Shake128 => 168, Shake256 => 136,)
    }

    pub(super) fn extendable(self) -> bool {
        matches!(self, Shake128 | Shake256)
    }

    /// The hash of the parts, one after another.
    pub(super) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut hasher = self.hasher();
        parts.iter().for_each(|part| hasher.update(part));
        hasher.finish(self.size())
    }
}
