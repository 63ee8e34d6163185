//! What may be negotiated, by OpenSSL's names.

use std::sync::LazyLock;

use rustls::{
    CipherSuite, NamedGroup, ProtocolVersion, SupportedCipherSuite, SupportedProtocolVersion,
    crypto::{CryptoProvider, SupportedKxGroup, ring::default_provider},
    version::{TLS12, TLS13},
};

pub(super) static PROVIDER: LazyLock<CryptoProvider> = LazyLock::new(default_provider);

/// In the order of preference: OpenSSL's name, IANA's, the suite.
const SUITES: [(&str, &str, CipherSuite); 9] = [
    ("TLS_AES_256_GCM_SHA384", "TLS_AES_256_GCM_SHA384", CipherSuite::TLS13_AES_256_GCM_SHA384),
    (
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        CipherSuite::TLS13_CHACHA20_POLY1305_SHA256,
    ),
    ("TLS_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256", CipherSuite::TLS13_AES_128_GCM_SHA256),
    (
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    ),
    (
        "ECDHE-RSA-AES256-GCM-SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    ),
    (
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        CipherSuite::TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
    ),
    (
        "ECDHE-RSA-CHACHA20-POLY1305",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        CipherSuite::TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ),
    (
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    ),
    (
        "ECDHE-RSA-AES128-GCM-SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ),
];

/// OpenSSL's name, other names of it, and the group.
const GROUPS: [(&str, &[&str], NamedGroup, u32); 3] = [
    ("X25519", &["x25519"], NamedGroup::X25519, 253),
    ("prime256v1", &["P-256", "secp256r1"], NamedGroup::secp256r1, 256),
    ("secp384r1", &["P-384"], NamedGroup::secp384r1, 384),
];

pub(super) fn all_names() -> Vec<&'static str> {
    SUITES.iter().map(|(name, ..)| *name).collect()
}

pub(super) fn names_of(suite: CipherSuite) -> (&'static str, &'static str) {
    let found = SUITES.iter().find(|(.., known)| *known == suite);
    found.map_or(("", ""), |(name, standard, _)| (name, standard))
}

/// The suites of these names, in their order, that go with these versions; what isn't known was left out by the script.
pub(super) fn suites(names: &[String], versions: &[&SupportedProtocolVersion]) -> Vec<SupportedCipherSuite> {
    let find = |name: &String| {
        let &(.., wanted) = SUITES.iter().find(|(known, ..)| known == name)?;
        PROVIDER.cipher_suites.iter().find(|suite| suite.suite() == wanted).copied()
    };
    names.iter().filter_map(find).filter(|suite| versions.contains(&suite.version())).collect()
}

fn group_of(name: &str) -> Option<NamedGroup> {
    GROUPS
        .iter()
        .find(|(known, others, ..)| *known == name || others.contains(&name))
        .map(|(.., group, _)| *group)
}

/// Nothing when none of the names is known.
pub(super) fn groups(names: &[String]) -> Vec<&'static dyn SupportedKxGroup> {
    let wanted = names.iter().filter_map(|name| group_of(name));
    wanted
        .filter_map(|group| PROVIDER.kx_groups.iter().find(|known| known.name() == group).copied())
        .collect()
}

/// OpenSSL's name of a group and its bits.
pub(super) fn describe_group(group: NamedGroup) -> Option<(&'static str, u32)> {
    GROUPS.iter().find(|(.., known, _)| *known == group).map(|(name, .., bits)| (*name, *bits))
}

static BOTH: [&SupportedProtocolVersion; 2] = [&TLS13, &TLS12];

/// Of 12 and 13.
pub(super) fn versions(least: u8, most: u8) -> &'static [&'static SupportedProtocolVersion] {
    match (least <= 12 && most >= 12, least <= 13 && most >= 13) {
        (true, true) => &BOTH,
        (true, false) => &BOTH[1..],
        (false, true) => &BOTH[..1],
        (false, false) => &[],
    }
}

pub(super) fn version_name(version: ProtocolVersion) -> &'static str {
    match version {
        ProtocolVersion::TLSv1_3 => "TLSv1.3",
        ProtocolVersion::TLSv1_2 => "TLSv1.2",
        _ => "unknown",
    }
}

pub(super) fn is_group(name: String) -> bool {
    group_of(&name).is_some()
}
