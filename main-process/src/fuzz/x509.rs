/// Certificates, lists of revoked ones, and chains of them.
pub fn certificates(data: &[u8]) {
    crate::x509::fuzz(data);
}
