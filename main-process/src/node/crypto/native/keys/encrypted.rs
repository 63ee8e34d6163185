//! Private keys under a passphrase: PKCS #8 with PBES2, and the headers of older PEM.

use super::super::{
    asn1::{
        der::{self, OCTETS, OID, Reader},
        oid, pem,
    },
    digest::Digest,
    fault::{Fault, Outcome},
    kdf,
    random::random,
    symmetric::{Engine, cbc_decrypt, cbc_encrypt},
    text,
};

/// The ciphers that keys are encrypted with, all of them in CBC mode.
struct Cipher {
    name: &'static str,
    id: &'static [u8],
    key: usize,
    block: usize,
}

const CIPHERS: &[Cipher] = &[
    Cipher { name: "aes-128-cbc", id: oid::AES_128_CBC, key: 16, block: 16 },
    Cipher { name: "aes-192-cbc", id: oid::AES_192_CBC, key: 24, block: 16 },
    Cipher { name: "aes-256-cbc", id: oid::AES_256_CBC, key: 32, block: 16 },
    Cipher { name: "des-ede3-cbc", id: oid::DES_EDE3_CBC, key: 24, block: 8 },
];

const ITERATIONS: u32 = 2048;

fn unknown() -> Fault {
    Fault::error("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher")
}

fn bad() -> Fault {
    Fault::openssl("1C800064", "Provider routines", "bad decrypt", "ERR_OSSL_BAD_DECRYPT")
}

impl Cipher {
    fn named(name: &str) -> Outcome<&'static Self> {
        let name = match name.to_ascii_lowercase().as_str() {
            "aes128" => "aes-128-cbc",
            "aes192" => "aes-192-cbc",
            "aes256" => "aes-256-cbc",
            "des3" => "des-ede3-cbc",
            other => {
                CIPHERS.iter().find(|cipher| cipher.name == other).map(|cipher| cipher.name).unwrap_or("")
            }
        };
        CIPHERS.iter().find(|cipher| cipher.name == name).ok_or_else(unknown)
    }

    fn engine(&self, key: &[u8]) -> Outcome<Box<dyn Engine>> {
        let engine = if self.block == 8 { <dyn Engine>::triple_des(key) } else { <dyn Engine>::aes(key) };
        engine.ok_or_else(unknown)
    }

    fn encrypt(&self, key: &[u8], vector: &[u8], data: &[u8]) -> Outcome<Vec<u8>> {
        let missing = self.block - data.len() % self.block;
        let mut output = [data, &vec![missing as u8; missing]].concat();
        cbc_encrypt(&*self.engine(key)?, &mut vector.to_vec(), &mut output);
        Ok(output)
    }

    fn decrypt(&self, key: &[u8], vector: &[u8], data: &[u8]) -> Outcome<Vec<u8>> {
        if vector.len() != self.block || data.is_empty() || !data.len().is_multiple_of(self.block) {
            return Err(bad());
        }
        let mut output = data.to_vec();
        cbc_decrypt(&*self.engine(key)?, &mut vector.to_vec(), &mut output);
        let count = output.last().map_or(0, |count| usize::from(*count));
        let start =
            output.len().checked_sub(count).filter(|_| (1..=self.block).contains(&count)).ok_or_else(bad)?;
        if output[start..].iter().any(|byte| usize::from(*byte) != count) {
            return Err(bad());
        }
        output.truncate(start);
        Ok(output)
    }
}

pub(super) fn seal(data: &[u8], cipher: &str, passphrase: &[u8]) -> Outcome<Vec<u8>> {
    let cipher = Cipher::named(cipher)?;
    let (salt, vector) = (random(16)?, random(cipher.block)?);
    let key = kdf::stretch(Digest::Sha256, passphrase, &salt, ITERATIONS, cipher.key)?;
    let sealed = cipher.encrypt(&key, &vector, data)?;
    let mac = oid::of_mac(Digest::Sha256).unwrap_or_default();
    let mac = der::sequence(&[&der::oid(mac), &der::null()]);
    let derivation = der::sequence(&[&der::octets(&salt), &der::small(ITERATIONS), &mac]);
    let derivation = der::sequence(&[&der::oid(oid::PBKDF2), &derivation]);
    let encryption = der::sequence(&[&der::oid(cipher.id), &der::octets(&vector)]);
    let scheme = der::sequence(&[&der::oid(oid::PBES2), &der::sequence(&[&derivation, &encryption])]);
    Ok(der::sequence(&[&scheme, &der::octets(&sealed)]))
}

struct Sealed<'a> {
    salt: &'a [u8],
    iterations: u32,
    digest: Digest,
    cipher: &'static Cipher,
    vector: &'a [u8],
    data: &'a [u8],
}

/// Whether it looks like an encrypted key at all.
pub(super) fn is_sealed(data: &[u8]) -> bool {
    let parts = Reader(data).only_sequence().and_then(|mut info| {
        info.sequence()?.expect(OID)?;
        info.expect(OCTETS)
    });
    parts.is_some()
}

fn parse(data: &[u8]) -> Option<Sealed<'_>> {
    let mut info = Reader(data).only_sequence()?;
    let mut scheme = info.sequence()?;
    (scheme.expect(OID)? == oid::PBES2).then_some(())?;
    let mut scheme = scheme.sequence()?;
    let mut derivation = scheme.sequence()?;
    (derivation.expect(OID)? == oid::PBKDF2).then_some(())?;
    let mut derivation = derivation.sequence()?;
    let (salt, iterations) = (derivation.expect(OCTETS)?, derivation.small()?);
    if derivation.tag() == Some(der::INTEGER) {
        derivation.small()?;
    }
    let digest = match derivation.sequence() {
        Some(mut mac) => oid::mac(mac.expect(OID)?)?,
        None => Digest::Sha1,
    };
    let mut encryption = scheme.sequence()?;
    let id = encryption.expect(OID)?;
    let cipher = CIPHERS.iter().find(|cipher| cipher.id == id)?;
    let vector = encryption.expect(OCTETS)?;
    Some(Sealed { salt, iterations, digest, cipher, vector, data: info.expect(OCTETS)? })
}

pub(super) fn open(data: &[u8], passphrase: &[u8]) -> Outcome<Vec<u8>> {
    let unsupported =
        || Fault::openssl("1E08010C", "DECODER routines", "unsupported", "ERR_OSSL_UNSUPPORTED");
    let sealed = parse(data).ok_or_else(unsupported)?;
    let key = kdf::stretch(sealed.digest, passphrase, sealed.salt, sealed.iterations, sealed.cipher.key)?;
    sealed.cipher.decrypt(&key, sealed.vector, sealed.data)
}

/// OpenSSL's old way from a passphrase to a key: MD5, once, with the vector's first bytes for salt.
fn old_key(passphrase: &[u8], vector: &[u8], length: usize) -> Vec<u8> {
    let (mut key, mut last) = (Vec::new(), Vec::new());
    while key.len() < length {
        last = Digest::Md5.of(&[&last, passphrase, &vector[..vector.len().min(8)]]);
        key.extend_from_slice(&last);
    }
    key.truncate(length);
    key
}

pub(super) fn open_old(data: &[u8], name: &str, vector: &[u8], passphrase: &[u8]) -> Outcome<Vec<u8>> {
    let cipher = Cipher::named(name)?;
    cipher.decrypt(&old_key(passphrase, vector, cipher.key), vector, data)
}

pub(super) fn seal_old(label: &str, data: &[u8], name: &str, passphrase: &[u8]) -> Outcome<String> {
    let cipher = Cipher::named(name)?;
    let vector = random(cipher.block)?;
    let sealed = cipher.encrypt(&old_key(passphrase, &vector, cipher.key), &vector, data)?;
    let info = format!("{},{}", cipher.name.to_ascii_uppercase(), text::hex(&vector).to_ascii_uppercase());
    Ok(pem::write(label, &format!("Proc-Type: 4,ENCRYPTED\nDEK-Info: {info}\n\n"), &sealed))
}
