//! Block ciphers behind one face, and the modes that work on whole blocks.

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit, array::Array};

use super::table::Family;

/// A keyed block cipher: whole blocks in place, as many at a time as there are, which is what makes hardware fast.
pub(in super::super) trait Engine: Send {
    fn size(&self) -> usize;
    fn encrypt(&self, blocks: &mut [u8]);
    fn decrypt(&self, blocks: &mut [u8]);
}

struct Of<C>(C);

impl<C: BlockCipherEncrypt + BlockCipherDecrypt + Send> Engine for Of<C> {
    fn size(&self) -> usize {
        C::block_size()
    }

    fn encrypt(&self, blocks: &mut [u8]) {
        self.0.encrypt_blocks(Array::slice_as_chunks_mut(blocks).0);
    }

    fn decrypt(&self, blocks: &mut [u8]) {
        self.0.decrypt_blocks(Array::slice_as_chunks_mut(blocks).0);
    }
}

impl dyn Engine {
    /// `None` when the cipher has no keys of this length.
    pub(super) fn new(family: Family, key: &[u8]) -> Option<Box<Self>> {
        fn boxed<C>(key: &[u8]) -> Option<Box<dyn Engine>>
        where
            C: KeyInit + BlockCipherEncrypt + BlockCipherDecrypt + Send + 'static,
        {
            C::new_from_slice(key).ok().map(|cipher| Box::new(Of(cipher)) as _)
        }
        match (family, key.len()) {
            (Family::Aes, 16) => boxed::<aes::Aes128>(key),
            (Family::Aes, 24) => boxed::<aes::Aes192>(key),
            (Family::Aes, 32) => boxed::<aes::Aes256>(key),
            (Family::TripleDes, 16) => boxed::<des::TdesEde3>(&[key, &key[..8]].concat()),
            (Family::TripleDes, 24) => boxed::<des::TdesEde3>(key),
            _ => None,
        }
    }

    /// AES with the key's length.
    pub(in super::super) fn aes(key: &[u8]) -> Option<Box<Self>> {
        Self::new(Family::Aes, key)
    }

    pub(in super::super) fn triple_des(key: &[u8]) -> Option<Box<Self>> {
        Self::new(Family::TripleDes, key)
    }

    pub(super) fn encrypted(&self, block: &[u8]) -> Vec<u8> {
        let mut block = block.to_vec();
        self.encrypt(&mut block);
        block
    }
}

pub(super) fn xor(target: &mut [u8], source: &[u8]) {
    target.iter_mut().zip(source).for_each(|(target, source)| *target ^= source);
}

/// `last` is the initialization vector at first, and afterwards what the next call needs.
pub(in super::super) fn cbc_encrypt(engine: &dyn Engine, last: &mut [u8], blocks: &mut [u8]) {
    for block in blocks.chunks_exact_mut(engine.size()) {
        xor(block, last);
        engine.encrypt(block);
        last.copy_from_slice(block);
    }
}

pub(in super::super) fn cbc_decrypt(engine: &dyn Engine, last: &mut [u8], blocks: &mut [u8]) {
    let size = engine.size();
    let Some(end) = blocks.len().checked_sub(size) else { return };
    let before = [last, &blocks[..end]].concat();
    last.copy_from_slice(&blocks[end..]);
    engine.decrypt(blocks);
    xor(blocks, &before);
}
