use super::{
    dates,
    der::{self, Field, Reader},
    key::PublicKey,
    name::Name,
    signature::verify_signed,
};

/// A certificate, borrowed from its bytes.
pub(crate) struct Certificate<'a> {
    pub(crate) raw: &'a [u8],
    /// What is signed.
    pub(super) signed: &'a [u8],
    pub(super) version: u8,
    pub(crate) serial: &'a [u8],
    pub(crate) issuer: Name<'a>,
    pub(crate) subject: Name<'a>,
    pub(crate) not_before: i64,
    pub(crate) not_after: i64,
    pub(crate) key: PublicKey<'a>,
    pub(super) extensions: Vec<Extension<'a>>,
    /// The content of the identifier.
    pub(super) algorithm: &'a [u8],
    pub(super) signature: &'a [u8],
}

pub(super) struct Extension<'a> {
    pub(super) id: &'a [u8],
    pub(super) critical: bool,
    pub(super) value: &'a [u8],
}

pub(super) const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
pub(super) const SUBJECT_ALT_NAME: &[u8] = &[0x55, 0x1d, 17];
pub(super) const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
pub(super) const NAME_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 30];
pub(super) const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 37];
pub(super) const INFO_ACCESS: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 1, 1];

/// `CertSign` of the key usages, which are numbered from the first bit on.
pub(super) const CERT_SIGN: u8 = 5;
pub(super) const CRL_SIGN: u8 = 6;

impl<'a> Certificate<'a> {
    pub(crate) fn parse(raw: &'a [u8]) -> Option<Self> {
        let mut outer = Reader::new(raw);
        let whole = outer.expect(der::SEQUENCE)?;
        let mut parts = Reader::new(whole.value);
        let signed = parts.expect(der::SEQUENCE)?;
        let algorithm = parts.value(der::SEQUENCE)?;
        let signature = der::octets_of_bits(parts.value(der::BIT_STRING)?)?;

        let mut body = Reader::new(signed.value);
        let version = match body.optional(0xa0) {
            Some(explicit) => *Reader::new(explicit).value(der::INTEGER)?.last()?,
            None => 0,
        };
        let serial = body.value(der::INTEGER)?;
        // What is signed says which algorithm signs it, so that nobody changes it outside.
        if body.value(der::SEQUENCE)? != algorithm {
            return None;
        }
        let issuer = Name::new(body.expect(der::SEQUENCE)?);
        let mut validity = body.inside(der::SEQUENCE)?;
        let not_before = dates::parse(validity.field()?)?;
        let not_after = dates::parse(validity.field()?)?;
        let subject = Name::new(body.expect(der::SEQUENCE)?);
        let key = PublicKey::parse(body.expect(der::SEQUENCE)?)?;
        // Unique identifiers, which nobody uses.
        for tag in [0x81, 0x82, 0xa1, 0xa2] {
            body.optional(tag);
        }
        let extensions = match body.optional(0xa3) {
            Some(explicit) => extensions(explicit)?,
            None => Vec::new(),
        };
        if body.peek().is_some() || parts.peek().is_some() {
            return None;
        }
        let raw = whole.whole;
        let signed = signed.whole;
        let certificate = Self {
            raw,
            signed,
            version,
            serial,
            issuer,
            subject,
            not_before,
            not_after,
            key,
            extensions,
            algorithm,
            signature,
        };
        certificate.is_readable().then_some(certificate)
    }

    /// Limits that cannot be read must not pass for limits that are not there.
    fn is_readable(&self) -> bool {
        let readable = |id: &[u8], found: bool| found || self.extension(id).is_none();
        let list = |id| self.extension(id).and_then(der::list).is_some_and(|list| !list.is_empty());
        readable(BASIC_CONSTRAINTS, self.basic_constraints().is_some())
            && readable(KEY_USAGE, self.allows(CERT_SIGN).is_some())
            && readable(EXTENDED_KEY_USAGE, list(EXTENDED_KEY_USAGE))
            && readable(SUBJECT_ALT_NAME, self.extension(SUBJECT_ALT_NAME).and_then(der::list).is_some())
            && readable(NAME_CONSTRAINTS, list(NAME_CONSTRAINTS))
    }

    pub(super) fn extension(&self, id: &[u8]) -> Option<&'a [u8]> {
        self.extensions.iter().find(|extension| extension.id == id).map(|extension| extension.value)
    }

    pub(crate) fn self_issued(&self) -> bool {
        self.issuer.raw == self.subject.raw
    }

    /// Whether it bears the name of another's issuer, and made its signature.
    pub(crate) fn issued(&self, other: &Certificate<'_>) -> bool {
        self.subject.raw == other.issuer.raw
            && verify_signed(&self.key, other.algorithm, other.signed, other.signature)
    }

    pub(crate) fn valid_from(&self) -> String {
        dates::text(self.not_before)
    }

    pub(crate) fn valid_to(&self) -> String {
        dates::text(self.not_after)
    }

    /// Upper-case hexadecimal digits, as OpenSSL has large numbers.
    pub(crate) fn serial_number(&self) -> String {
        let digits: String =
            self.serial.iter().skip_while(|&&byte| byte == 0).map(|byte| format!("{byte:02X}")).collect();
        if digits.is_empty() { "0".into() } else { digits }
    }

    /// Whether it says to be an authority, and how many others may follow it.
    pub(super) fn basic_constraints(&self) -> Option<(bool, Option<u64>)> {
        let mut body = Reader::new(self.extension(BASIC_CONSTRAINTS)?).inside(der::SEQUENCE)?;
        let authority = body.optional(der::BOOLEAN).is_some_and(|value| value != [0]);
        let length = body.optional(der::INTEGER);
        let negative = length.is_some_and(|bytes| bytes.first().is_none_or(|&first| first & 0x80 != 0));
        let length = length.map(|bytes| {
            bytes.iter().fold(0_u64, |sum, &byte| sum.saturating_mul(256).saturating_add(byte.into()))
        });
        (!negative && body.peek().is_none()).then_some((authority, length))
    }

    /// Whether the key may be used so; nothing when the certificate doesn't say.
    pub(super) fn allows(&self, usage: u8) -> Option<bool> {
        let bits = Reader::new(self.extension(KEY_USAGE)?).value(der::BIT_STRING)?;
        bits.first().filter(|&&unused| unused < 8)?;
        let byte = bits.get(1 + usize::from(usage / 8)).copied().unwrap_or(0);
        Some(byte & (0x80 >> (usage % 8)) != 0)
    }

    /// An authority that says so, and may sign.
    pub(crate) fn is_authority(&self) -> bool {
        self.basic_constraints().is_some_and(|(authority, _)| authority)
            && self.allows(CERT_SIGN) != Some(false)
    }

    /// What the key may be used for, as dotted identifiers; nothing when the certificate doesn't say.
    pub(crate) fn extended_key_usage(&self) -> Option<Vec<String>> {
        let usages = Reader::new(self.extension(EXTENDED_KEY_USAGE)?).inside(der::SEQUENCE)?;
        Some(usages.filter(|field| field.tag == der::OID).map(|field| der::dotted(field.value)).collect())
    }
}

pub(super) fn extensions(explicit: &[u8]) -> Option<Vec<Extension<'_>>> {
    let mut found: Vec<Extension<'_>> = Vec::new();
    for Field { value, .. } in der::list(explicit)? {
        let mut body = Reader::new(value);
        let id = body.value(der::OID)?;
        let critical = body.optional(der::BOOLEAN).is_some_and(|value| value != [0]);
        // The one that is looked at need not be the one that its issuer meant.
        if found.iter().any(|extension| extension.id == id) {
            return None;
        }
        found.push(Extension { id, critical, value: body.value(der::OCTET_STRING)? });
    }
    Some(found)
}
