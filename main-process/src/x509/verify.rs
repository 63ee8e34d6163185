//! Whether a chain of certificates leads to a trusted one, and if not, why, in OpenSSL's words.
//!
//! OpenSSL goes on after a failure and reports the last one, so that this does as well.
//! Source: <https://docs.openssl.org/3.0/man1/openssl-verification-options/>

use super::{
    certificate::{
        BASIC_CONSTRAINTS, CERT_SIGN, Certificate, EXTENDED_KEY_USAGE, KEY_USAGE, NAME_CONSTRAINTS,
        SUBJECT_ALT_NAME,
    },
    constraints,
    revocation::RevocationList,
    signature::verify_signed,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Server,
    Client,
}

pub(crate) struct Trust<'a> {
    pub(crate) anchors: &'a [&'a [u8]],
    pub(crate) lists: &'a [RevocationList<'a>],
    /// Whether a trusted certificate ends a chain though it has an issuer itself.
    pub(crate) partial: bool,
}

/// What became of it.
pub(crate) struct Verdict<'a> {
    /// OpenSSL's name of the error; nothing when all is well.
    pub(crate) error: Option<&'static str>,
    /// The leaf first.
    pub(crate) chain: Vec<&'a [u8]>,
}

const LONGEST: usize = 100;

/// How many issuers of one name are tried: who sends more wants to keep others busy.
const NAMESAKES: usize = 8;

/// `sent` is what the peer showed, its own certificate first; `now` is in seconds since 1970.
pub(crate) fn verify<'a>(sent: &'a [Vec<u8>], trust: &Trust<'a>, purpose: Purpose, now: i64) -> Verdict<'a> {
    let certificates: Option<Vec<Certificate<'a>>> = sent.iter().map(|raw| Certificate::parse(raw)).collect();
    let Some(mut certificates) = certificates.filter(|all| !all.is_empty()) else {
        return Verdict { error: Some("UNSPECIFIED"), chain: Vec::new() };
    };
    let rest = certificates.split_off(1);
    let anchors: Vec<Certificate<'a>> =
        trust.anchors.iter().filter_map(|raw| Certificate::parse(raw)).collect();
    let mut path = Path { chain: certificates, trusted_from: None, error: None };
    path.build(rest, anchors, trust.partial);
    path.check_extensions(purpose);
    path.check_constraints();
    path.check_revocation(trust, now);
    path.check_signatures(now);
    Verdict { error: path.error, chain: path.chain.iter().map(|certificate| certificate.raw).collect() }
}

struct Path<'a> {
    chain: Vec<Certificate<'a>>,
    /// Where the part of the chain begins that is trusted.
    trusted_from: Option<usize>,
    error: Option<&'static str>,
}

impl<'a> Path<'a> {
    fn last(&self) -> &Certificate<'a> {
        &self.chain[self.chain.len() - 1]
    }

    /// Goes from issuer to issuer, those that are trusted first, until one is its own.
    fn build(&mut self, mut sent: Vec<Certificate<'a>>, mut anchors: Vec<Certificate<'a>>, partial: bool) {
        loop {
            if let Some(at) = anchors.iter().position(|anchor| anchor.raw == self.last().raw) {
                self.trusted_from.get_or_insert(self.chain.len() - 1);
                anchors.swap_remove(at);
            }
            if self.last().self_issued()
                || (partial && self.trusted_from.is_some())
                || self.chain.len() > LONGEST
            {
                break;
            }
            if let Some(at) = issuer_among(&anchors, self.last()) {
                self.trusted_from.get_or_insert(self.chain.len());
                self.chain.push(anchors.swap_remove(at));
            } else if let Some(at) = issuer_among(&sent, self.last()).filter(|_| self.trusted_from.is_none())
            {
                self.chain.push(sent.remove(at));
            } else {
                break;
            }
        }
        let ends = self.last().self_issued();
        if self.trusted_from.is_some() && (ends || partial) {
            return;
        }
        self.error = Some(match (ends, self.chain.len()) {
            _ if self.chain.len() > LONGEST => "CERT_CHAIN_TOO_LONG",
            (true, 1) => "DEPTH_ZERO_SELF_SIGNED_CERT",
            (true, _) => "SELF_SIGNED_CERT_IN_CHAIN",
            (false, _) if self.trusted_from.is_some() => "UNABLE_TO_GET_ISSUER_CERT",
            (false, _) => "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        });
    }

    fn check_extensions(&mut self, purpose: Purpose) {
        let mut followers = 0;
        for depth in 0..self.chain.len() {
            let certificate = &self.chain[depth];
            let error = certificate_error(certificate, depth, purpose, followers);
            if depth > 0 && !certificate.self_issued() {
                followers += 1;
            }
            self.error = error.or(self.error);
        }
    }

    /// Names that an authority may not certify.
    fn check_constraints(&mut self) {
        for depth in 1..self.chain.len() {
            let Some(limits) = self.chain[depth].extension(NAME_CONSTRAINTS) else { continue };
            let below = self.chain[..depth].iter().enumerate();
            let kept = below
                .filter(|(index, certificate)| *index == 0 || !certificate.self_issued())
                .all(|(index, certificate)| constraints::allow(limits, certificate, index == 0));
            if !kept {
                self.error = Some("UNSPECIFIED");
            }
        }
    }

    fn check_revocation(&mut self, trust: &Trust<'_>, now: i64) {
        if trust.lists.is_empty() {
            return;
        }
        for depth in 0..self.chain.len() {
            let certificate = &self.chain[depth];
            let issuer =
                self.chain.get(depth + 1).or_else(|| certificate.self_issued().then_some(certificate));
            let lists = trust.lists.iter().filter(|list| list.is_from(&certificate.issuer));
            let list = lists.max_by_key(|list| list.this_update);
            let error = match list {
                Some(list) => list.objection(certificate, issuer, now),
                None => Some("UNABLE_TO_GET_CRL"),
            };
            self.error = error.or(self.error);
        }
    }

    /// From the root down; a trusted root's own signature says nothing, so that it is not looked at.
    fn check_signatures(&mut self, now: i64) {
        let top = self.chain.len() - 1;
        if !self.last().self_issued() && self.trusted_from != Some(top) && top == 0 {
            self.error = Some("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
        }
        for depth in (0..=top).rev() {
            let certificate = &self.chain[depth];
            if let Some(issuer) = self.chain.get(depth + 1) {
                let key = &issuer.key;
                if !verify_signed(key, certificate.algorithm, certificate.signed, certificate.signature) {
                    self.error = Some("CERT_SIGNATURE_FAILURE");
                }
            }
            if certificate.not_before > now {
                self.error = Some("CERT_NOT_YET_VALID");
            }
            if certificate.not_after < now {
                self.error = Some("CERT_HAS_EXPIRED");
            }
        }
    }
}

/// Several may bear the same name, after a change of keys: then the one whose key made the signature.
fn issuer_among(candidates: &[Certificate<'_>], of: &Certificate<'_>) -> Option<usize> {
    let named = || {
        let named = candidates.iter().enumerate().filter(|(_, found)| found.subject.raw == of.issuer.raw);
        named.take(NAMESAKES)
    };
    let signer = named().find(|(_, found)| verify_signed(&found.key, of.algorithm, of.signed, of.signature));
    signer.or_else(|| named().next()).map(|(index, _)| index)
}

const UNDERSTOOD: [&[u8]; 5] =
    [KEY_USAGE, SUBJECT_ALT_NAME, BASIC_CONSTRAINTS, NAME_CONSTRAINTS, EXTENDED_KEY_USAGE];

fn certificate_error(
    certificate: &Certificate<'_>,
    depth: usize,
    purpose: Purpose,
    followers: u64,
) -> Option<&'static str> {
    let mut error = None;
    if certificate
        .extensions
        .iter()
        .any(|extension| extension.critical && !UNDERSTOOD.contains(&extension.id))
    {
        error = Some("UNSPECIFIED");
    }
    if !usages_fit(certificate, depth, purpose) {
        error = Some("INVALID_PURPOSE");
    }
    if depth > 0 {
        if !may_issue(certificate) {
            error = Some("INVALID_CA");
        }
        let limit = certificate.basic_constraints().and_then(|(_, length)| length);
        if limit.is_some_and(|limit| followers > limit) {
            error = Some("PATH_LENGTH_EXCEEDED");
        }
    }
    error
}

/// A root of the first version could not say that it is an authority; all others must.
fn may_issue(certificate: &Certificate<'_>) -> bool {
    let signs = certificate.allows(CERT_SIGN) != Some(false);
    match certificate.basic_constraints() {
        Some((authority, _)) => authority && signs,
        None => {
            certificate.self_issued()
                && signs
                && (certificate.version == 0 || certificate.allows(CERT_SIGN) == Some(true))
        }
    }
}

const DIGITAL_SIGNATURE: u8 = 0;
const KEY_ENCIPHERMENT: u8 = 2;
const KEY_AGREEMENT: u8 = 4;

fn usages_fit(certificate: &Certificate<'_>, depth: usize, purpose: Purpose) -> bool {
    let wanted = match purpose {
        Purpose::Server => "1.3.6.1.5.5.7.3.1",
        Purpose::Client => "1.3.6.1.5.5.7.3.2",
    };
    if certificate.extended_key_usage().is_some_and(|usages| !usages.iter().any(|usage| usage == wanted)) {
        return false;
    }
    let needed: &[u8] = match purpose {
        Purpose::Server => &[DIGITAL_SIGNATURE, KEY_ENCIPHERMENT, KEY_AGREEMENT],
        Purpose::Client => &[DIGITAL_SIGNATURE, KEY_AGREEMENT],
    };
    depth > 0 || needed.iter().any(|&usage| certificate.allows(usage) != Some(false))
}
