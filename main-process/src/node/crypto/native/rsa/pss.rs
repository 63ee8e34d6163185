//! The probabilistic signature scheme (RFC 8017).

use subtle::ConstantTimeEq;

use super::{
    super::{digest::Digest, fault::Outcome, random::random},
    RsaPublic, mask, provider, xor,
};

/// How long the salt is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Salt {
    Exactly(usize),
    AsDigest,
    /// As long as fits when signing, any when verifying.
    Any,
}

impl Salt {
    /// OpenSSL's numbers.
    pub(in super::super) fn of(number: i32) -> Self {
        match number {
            -1 => Self::AsDigest,
            0.. => Self::Exactly(number as usize),
            _ => Self::Any,
        }
    }

    fn length(self, digest: Digest, room: Option<usize>) -> Outcome<usize> {
        let too_large = || super::too_large();
        let room = room.ok_or_else(too_large)?;
        let wanted = match self {
            Self::Exactly(length) => length,
            Self::AsDigest => digest.size(),
            Self::Any => room,
        };
        if wanted > room { Err(too_large()) } else { Ok(wanted) }
    }
}

fn mask_digest(key: &RsaPublic, digest: Digest) -> Digest {
    key.restriction.map_or(digest, |restriction| restriction.mask)
}

/// A key may ask for a salt of some length at least.
pub(in super::super) fn check_salt(key: &RsaPublic, salt: Salt) -> Outcome<()> {
    if let (Some(restriction), Salt::Exactly(length)) = (key.restriction, salt)
        && length < restriction.salt as usize
    {
        return Err(provider("1C8000AC", "pss saltlen too small", "ERR_OSSL_PSS_SALTLEN_TOO_SMALL"));
    }
    Ok(())
}

pub(super) fn encode(key: &RsaPublic, digest: Digest, hash: &[u8], salt: Salt) -> Outcome<Vec<u8>> {
    let bits = key.bits() - 1;
    let length = bits.div_ceil(8);
    let size = digest.size();
    let salt = random(salt.length(digest, length.checked_sub(size + 2))?)?;
    let code = digest.of(&[&[0; 8], hash, &salt]);
    let mut block = vec![0; length - size - 1 - salt.len() - 1];
    block.push(1);
    block.extend_from_slice(&salt);
    xor(&mut block, &mask(mask_digest(key, digest), &code, length - size - 1));
    block[0] &= 0xff >> (8 * length - bits);
    Ok([&*block, &code, &[0xbc]].concat())
}

pub(super) fn verify(key: &RsaPublic, digest: Digest, hash: &[u8], encoded: &[u8], salt: Salt) -> bool {
    checked(key, digest, hash, encoded, salt).is_some()
}

fn checked(key: &RsaPublic, digest: Digest, hash: &[u8], encoded: &[u8], salt: Salt) -> Option<()> {
    let bits = key.bits() - 1;
    let length = bits.div_ceil(8);
    let encoded = &encoded[encoded.len().checked_sub(length)?..];
    let size = digest.size();
    let (block, rest) = encoded.split_at_checked(length.checked_sub(size + 1)?)?;
    let (code, trailer) = rest.split_at(size);
    let high = 0xff >> (8 * length - bits);
    (trailer == [0xbc] && block.first()? & !high == 0).then_some(())?;
    let mut block = block.to_vec();
    xor(&mut block, &mask(mask_digest(key, digest), code, length - size - 1));
    block[0] &= high;
    let zeros = block.iter().take_while(|byte| **byte == 0).count();
    let found = block[zeros..].strip_prefix(&[1])?;
    let expected = match salt {
        Salt::Exactly(length) => length,
        Salt::AsDigest => size,
        Salt::Any => found.len(),
    };
    let made = digest.of(&[&[0; 8], hash, found]);
    (found.len() == expected && bool::from(made.ct_eq(code))).then_some(())
}
