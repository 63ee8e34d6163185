/// What a name server answers.
pub fn dns_message(data: &[u8]) {
    crate::node::dns::fuzz(data);
}
