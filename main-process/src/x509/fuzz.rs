//! Any bytes as certificates, as lists of revoked ones, and as chains.

use super::{Certificate, Purpose, RevocationList, Trust, pem, verify};

/// The first byte cuts the rest in two: what a peer sends, and what is trusted.
pub(crate) fn fuzz(data: &[u8]) {
    let [cut, rest @ ..] = data else { return };
    let (sent, trusted) = rest.split_at(rest.len() * usize::from(*cut) / 255);
    for bytes in [sent, trusted, rest] {
        describe(bytes);
        pem::blocks(&String::from_utf8_lossy(bytes));
    }
    let lists: Vec<RevocationList<'_>> = RevocationList::parse(trusted).into_iter().collect();
    let sent = [sent.to_vec(), rest.to_vec()];
    for partial in [false, true] {
        let trust = Trust { anchors: &[trusted, rest], lists: &lists, partial };
        for purpose in [Purpose::Server, Purpose::Client] {
            verify(&sent, &trust, purpose, 1_700_000_000);
        }
    }
}

fn describe(bytes: &[u8]) {
    let Some(certificate) = Certificate::parse(bytes) else { return };
    certificate.subject_alt_name();
    certificate.info_access();
    certificate.subject.reversed();
    certificate.issuer.parts();
    certificate.serial_number();
    certificate.valid_from();
    certificate.valid_to();
    certificate.extended_key_usage();
    certificate.is_authority();
    certificate.issued(&certificate);
    certificate.key.kind();
}
