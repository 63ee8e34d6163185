use super::{
    certificate::{CRL_SIGN, Certificate, extensions},
    dates,
    der::{self, Field, Reader},
    name::Name,
    signature::verify_signed,
};

/// An authority's list of certificates that it takes back.
pub(crate) struct RevocationList<'a> {
    signed: &'a [u8],
    algorithm: &'a [u8],
    signature: &'a [u8],
    issuer: Name<'a>,
    pub(super) this_update: i64,
    next_update: Option<i64>,
    revoked: Vec<&'a [u8]>,
    /// Whether it has a critical extension: such a list leaves something out.
    partial: bool,
}

impl<'a> RevocationList<'a> {
    pub(crate) fn parse(raw: &'a [u8]) -> Option<Self> {
        let mut parts = Reader::new(raw).inside(der::SEQUENCE)?;
        let signed = parts.expect(der::SEQUENCE)?;
        let algorithm = parts.value(der::SEQUENCE)?;
        let signature = der::octets_of_bits(parts.value(der::BIT_STRING)?)?;
        let mut body = Reader::new(signed.value);
        body.optional(der::INTEGER);
        body.value(der::SEQUENCE)?;
        let issuer = Name::new(body.expect(der::SEQUENCE)?);
        let this_update = dates::parse(body.field()?)?;
        let next_update = match body.peek() {
            Some(0x17 | 0x18) => Some(dates::parse(body.field()?)?),
            _ => None,
        };
        let entries = der::fields(body.optional(der::SEQUENCE).unwrap_or_default())?;
        let serial = |entry: &Field<'a>| Reader::new(entry.value).value(der::INTEGER);
        let revoked = entries.iter().map(serial).collect::<Option<_>>()?;
        let extensions = body.optional(0xa0).map_or(Some(Vec::new()), extensions)?;
        if body.peek().is_some() {
            return None;
        }
        let partial = extensions.iter().any(|extension| extension.critical);
        Some(Self {
            signed: signed.whole,
            algorithm,
            signature,
            issuer,
            this_update,
            next_update,
            revoked,
            partial,
        })
    }

    pub(super) fn is_from(&self, issuer: &Name<'_>) -> bool {
        self.issuer.raw == issuer.raw
    }

    /// OpenSSL's name for what the list has against a certificate of `issuer`.
    pub(super) fn objection(
        &self,
        certificate: &Certificate<'_>,
        issuer: Option<&Certificate<'_>>,
        now: i64,
    ) -> Option<&'static str> {
        let signed = issuer
            .is_some_and(|issuer| verify_signed(&issuer.key, self.algorithm, self.signed, self.signature));
        if !signed {
            Some("CRL_SIGNATURE_FAILURE")
        } else if issuer.is_some_and(|issuer| issuer.allows(CRL_SIGN) == Some(false)) {
            Some("UNSPECIFIED")
        } else if self.revoked.contains(&certificate.serial) {
            Some("CERT_REVOKED")
        } else if self.this_update > now {
            Some("CRL_NOT_YET_VALID")
        } else if self.next_update.is_some_and(|next| next < now) {
            Some("CRL_HAS_EXPIRED")
        } else if self.partial {
            Some("UNSPECIFIED")
        } else {
            None
        }
    }
}
