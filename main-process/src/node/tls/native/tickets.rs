use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU32, Ordering},
};

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use rustls::server::ProducesTickets;

/// Bytes of keys, as `getTicketKeys()` gives them: 16 of a name, 32 of a key.
pub(super) const KEYS: usize = 48;
const NAME: usize = 16;

/// Seals sessions into tickets, with keys that a script may share among servers.
#[derive(Debug)]
pub(super) struct Tickets {
    keys: Mutex<[u8; KEYS]>,
    lifetime: AtomicU32,
}

impl Tickets {
    pub(super) fn new(lifetime: u32) -> Self {
        let mut keys = [0; KEYS];
        // Keys that anybody knows would be worse than none.
        getrandom::fill(&mut keys).expect("the system has randomness");
        Self { keys: Mutex::new(keys), lifetime: AtomicU32::new(lifetime) }
    }

    pub(super) fn keys(&self) -> [u8; KEYS] {
        *self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_keys(&self, keys: [u8; KEYS]) {
        *self.keys.lock().unwrap_or_else(PoisonError::into_inner) = keys;
    }

    fn key(keys: &[u8; KEYS]) -> Option<LessSafeKey> {
        UnboundKey::new(&AES_256_GCM, &keys[NAME..]).ok().map(LessSafeKey::new)
    }
}

impl ProducesTickets for Tickets {
    fn enabled(&self) -> bool {
        true
    }

    fn lifetime(&self) -> u32 {
        self.lifetime.load(Ordering::Relaxed)
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let keys = self.keys();
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce).ok()?;
        let mut sealed = plain.to_vec();
        let name = Aad::from(&keys[..NAME]);
        Self::key(&keys)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), name, &mut sealed)
            .ok()?;
        Some([&keys[..NAME], &nonce, &sealed].concat())
    }

    fn decrypt(&self, ticket: &[u8]) -> Option<Vec<u8>> {
        let keys = self.keys();
        let (name, rest) = ticket.split_at_checked(NAME)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_LEN)?;
        if name != &keys[..NAME] {
            return None;
        }
        let mut sealed = sealed.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let plain = Self::key(&keys)?.open_in_place(nonce, Aad::from(name), &mut sealed).ok()?;
        Some(plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_opens_with_its_keys_alone() {
        let (one, other) = (Tickets::new(300), Tickets::new(300));
        let ticket = one.encrypt(b"session").unwrap();
        assert_eq!(one.decrypt(&ticket).as_deref(), Some(&b"session"[..]));
        assert_eq!(other.decrypt(&ticket), None);
        other.set_keys(one.keys());
        assert_eq!(other.decrypt(&ticket).as_deref(), Some(&b"session"[..]));
        for cut in 0..ticket.len() {
            assert_eq!(one.decrypt(&ticket[..cut]), None);
        }
    }
}
