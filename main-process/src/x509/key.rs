use super::der::{self, Field, Reader};

/// A certificate's public key: its info, and what is in it.
pub(crate) struct PublicKey<'a> {
    /// The whole `SubjectPublicKeyInfo`.
    pub(crate) raw: &'a [u8],
    /// The content of the algorithm's identifier.
    pub(super) algorithm: &'a [u8],
    /// The key itself; an uncompressed point for elliptic curves.
    pub(crate) bytes: &'a [u8],
}

const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const ELLIPTIC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];

/// Object identifier, OpenSSL's name, NIST's name, bits.
const CURVES: [(&[u8], &str, Option<&str>, u32); 4] = [
    (&[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7], "prime256v1", Some("P-256"), 256),
    (&[0x2b, 0x81, 4, 0, 34], "secp384r1", Some("P-384"), 384),
    (&[0x2b, 0x81, 4, 0, 35], "secp521r1", Some("P-521"), 521),
    (&[0x2b, 0x81, 4, 0, 10], "secp256k1", None, 256),
];

pub(crate) enum Kind<'a> {
    Rsa { modulus: &'a [u8], exponent: &'a [u8] },
    Curve { name: &'static str, nist: Option<&'static str>, bits: u32 },
    Other,
}

impl<'a> PublicKey<'a> {
    pub(crate) fn parse(field: Field<'a>) -> Option<Self> {
        let mut body = Reader::new(field.value);
        let algorithm = body.value(der::SEQUENCE)?;
        let bytes = der::octets_of_bits(body.value(der::BIT_STRING)?)?;
        Some(Self { raw: field.whole, algorithm, bytes })
    }

    pub(crate) fn kind(&self) -> Kind<'a> {
        self.known().unwrap_or(Kind::Other)
    }

    fn known(&self) -> Option<Kind<'a>> {
        let mut algorithm = Reader::new(self.algorithm);
        match algorithm.value(der::OID)? {
            RSA => {
                let mut numbers = Reader::new(self.bytes).inside(der::SEQUENCE)?;
                let modulus = without_zeros(numbers.value(der::INTEGER)?);
                Some(Kind::Rsa { modulus, exponent: without_zeros(numbers.value(der::INTEGER)?) })
            }
            ELLIPTIC => {
                let curve = algorithm.value(der::OID)?;
                let &(_, name, nist, bits) = CURVES.iter().find(|(id, ..)| *id == curve)?;
                Some(Kind::Curve { name, nist, bits })
            }
            _ => None,
        }
    }
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    &number[zeros..]
}

/// How many bits a number without leading zeros has.
pub(super) fn bits(number: &[u8]) -> u32 {
    number.first().map_or(0, |first| number.len() as u32 * 8 - first.leading_zeros())
}
