//! What somebody might send who wants to be believed.

use ring::signature::EcdsaKeyPair;

use super::{
    Certificate, Purpose, Trust,
    forge::{Wish, authority, extension, hosts, key, name, tlv},
    verify,
};

const NOW: i64 = 1_700_000_000;

/// A root, and one below it with these extensions, which signs the leaf.
struct House {
    root: Vec<u8>,
    middle: Vec<u8>,
    key: EcdsaKeyPair,
}

impl House {
    fn new(extensions: &[Vec<u8>]) -> Self {
        let (top, key) = (key(), key());
        let root = Wish::new("root", &top, &[authority()]).signed_by("root", &top);
        let middle = Wish::new("middle", &key, extensions).signed_by("root", &top);
        Self { root, middle, key }
    }

    fn limited(limits: &[u8]) -> Self {
        Self::new(&[authority(), extension(30, true, limits)])
    }

    fn judges(&self, leaf: Vec<u8>) -> Option<&'static str> {
        judge(&[leaf, self.middle.clone()], &self.root)
    }

    fn leaf(&self, subject: &str, extensions: &[Vec<u8>]) -> Option<&'static str> {
        self.judges(Wish::new(subject, &key(), extensions).signed_by("middle", &self.key))
    }
}

fn judge(sent: &[Vec<u8>], root: &[u8]) -> Option<&'static str> {
    verify(sent, &Trust { anchors: &[root], lists: &[], partial: false }, Purpose::Server, NOW).error
}

/// Limits on hosts: those permitted (`0xa0`) or excluded (`0xa1`).
fn limits(side: u8, base: &str) -> Vec<u8> {
    tlv(0x30, &[&tlv(side, &[&tlv(0x30, &[&tlv(0x82, &[base.as_bytes()])])])])
}

#[test]
fn a_proper_chain_is_believed() {
    assert_eq!(House::new(&[authority()]).leaf("a.test", &[hosts(&["a.test"])]), None);
    let house = House::limited(&limits(0xa0, "a.test"));
    assert_eq!(house.leaf("Some Body", &[hosts(&["b.a.test"])]), None);
    assert_eq!(house.leaf("Some Body", &[hosts(&["b.test"])]), Some("UNSPECIFIED"));
}

#[test]
fn who_does_not_say_so_is_no_authority() {
    let signs = extension(15, true, &[3, 2, 2, 4]);
    for extensions in [vec![], vec![signs], vec![extension(19, true, &[0x30, 0])]] {
        assert_eq!(House::new(&extensions).leaf("a.test", &[]), Some("INVALID_CA"));
    }
}

#[test]
fn an_authority_that_may_not_sign_signs_nothing() {
    let house = House::new(&[authority(), extension(15, true, &[3, 2, 7, 0x80])]);
    assert_eq!(house.leaf("a.test", &[]), Some("INVALID_CA"));
}

#[test]
fn a_path_is_no_longer_than_its_authority_says() {
    let (top, middle, below, leaf) = (key(), key(), key(), key());
    let none_below = extension(19, true, &[0x30, 6, 1, 1, 255, 2, 1, 0]);
    let root = Wish::new("root", &top, &[authority()]).signed_by("root", &top);
    let sent = [
        Wish::new("leaf", &leaf, &[]).signed_by("below", &below),
        Wish::new("below", &below, &[authority()]).signed_by("middle", &middle),
        Wish::new("middle", &middle, &[none_below]).signed_by("root", &top),
    ];
    assert_eq!(judge(&sent, &root), Some("PATH_LENGTH_EXCEEDED"));
}

#[test]
fn limits_that_cannot_be_read_are_no_certificate() {
    let (own, other) = (key(), key());
    let broken: [&[Vec<u8>]; 8] = [
        &[extension(19, true, &[0x30, 9, 1])],
        &[extension(19, true, &[0x30, 6, 1, 1, 255, 2, 1, 0xff])],
        &[extension(15, true, &[4, 1, 0])],
        &[extension(37, true, &[0x30, 9, 6])],
        &[extension(17, false, &[0x30, 3, 0x82, 9, b'a'])],
        &[extension(30, true, &[0x30, 0])],
        &[authority(), authority()],
        &[authority(), vec![0x30, 0x82]],
    ];
    for extensions in broken {
        let raw = Wish::new("a", &own, extensions).signed_by("b", &other);
        assert!(Certificate::parse(&raw).is_none(), "{extensions:?}");
    }
}

#[test]
fn what_is_critical_and_unknown_is_not_passed_over() {
    let house = House::new(&[authority()]);
    assert_eq!(house.leaf("a", &[extension(99, true, &[5, 0])]), Some("UNSPECIFIED"));
    assert_eq!(house.leaf("a", &[extension(99, false, &[5, 0])]), None);
}

#[test]
fn the_signed_algorithm_is_the_one_outside() {
    let own = key();
    let mut wish = Wish::new("a", &own, &[]);
    assert!(Certificate::parse(&wish.signed_by("a", &own)).is_some());
    wish.inner_algorithm = &[6, 3, 0x2b, 0x65, 0x70];
    assert!(Certificate::parse(&wish.signed_by("a", &own)).is_none());
}

#[test]
fn a_common_name_is_limited_where_it_counts_as_a_host() {
    let letter = extension(17, false, &tlv(0x30, &[&tlv(0x81, &[b"a@a.test"])]));
    for side in [limits(0xa0, "a.test"), limits(0xa1, "evil.test")] {
        let house = House::limited(&side);
        assert_eq!(house.leaf("evil.test", &[]), Some("UNSPECIFIED"));
        assert_eq!(house.leaf("evil.test", std::slice::from_ref(&letter)), Some("UNSPECIFIED"));
    }
}

#[test]
fn another_spelling_gets_round_no_exclusion() {
    let house = House::limited(&limits(0xa1, "secret.test"));
    for host in ["secret.test.", "SECRET.test", "a.secret.test", "*.secret.test", "*.test"] {
        assert_eq!(house.leaf("Some Body", &[hosts(&[host])]), Some("UNSPECIFIED"), "{host}");
    }
    assert_eq!(house.leaf("Some Body", &[hosts(&["*.open.test", "nosecret.test"])]), None);
    let wide: Vec<u8> = "secret.test".bytes().flat_map(|byte| [0, byte]).collect();
    let own = key();
    let mut wish = Wish::new("", &own, &[]);
    wish.subject = name(&wide, 0x1e);
    assert_eq!(house.judges(wish.signed_by("middle", &house.key)), Some("UNSPECIFIED"));
}

#[test]
fn excluded_people_are_so_in_any_encoding() {
    let base = tlv(0xa4, &[&name(b"Evil  One", 0x13)]);
    let house = House::limited(&tlv(0x30, &[&tlv(0xa1, &[&tlv(0x30, &[&base])])]));
    assert_eq!(house.leaf("evil one", &[hosts(&["a.test"])]), Some("UNSPECIFIED"));
    assert_eq!(house.leaf("good one", &[hosts(&["a.test"])]), None);
}

#[test]
fn kinds_of_names_that_cannot_be_compared_are_refused() {
    let limits = tlv(0x30, &[&tlv(0xa1, &[&tlv(0x30, &[&tlv(0x88, &[&[0x2a]])])])]);
    let house = House::limited(&limits);
    let registered = extension(17, false, &tlv(0x30, &[&tlv(0x88, &[&[0x2b]])]));
    assert_eq!(house.leaf("a b", &[registered]), Some("UNSPECIFIED"));
    assert_eq!(house.leaf("a b", &[hosts(&["a.test"])]), None);
}

#[test]
fn issuers_in_a_circle_lead_nowhere() {
    let (one, two, top) = (key(), key(), key());
    let root = Wish::new("root", &top, &[authority()]).signed_by("root", &top);
    let sent = [
        Wish::new("leaf", &key(), &[]).signed_by("one", &one),
        Wish::new("one", &one, &[authority()]).signed_by("two", &two),
        Wish::new("two", &two, &[authority()]).signed_by("one", &one),
    ];
    assert!(judge(&sent, &root).is_some());
}

#[test]
fn bearing_the_name_of_a_root_is_not_being_it() {
    let (top, thief) = (key(), key());
    let root = Wish::new("root", &top, &[authority()]).signed_by("root", &top);
    let false_root = Wish::new("root", &thief, &[authority()]).signed_by("root", &thief);
    let leaf = Wish::new("leaf", &key(), &[]).signed_by("root", &thief);
    assert_eq!(judge(&[leaf, false_root.clone()], &root), Some("CERT_SIGNATURE_FAILURE"));
    assert_eq!(judge(&[false_root], &root), Some("DEPTH_ZERO_SELF_SIGNED_CERT"));
}
