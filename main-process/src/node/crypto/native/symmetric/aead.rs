//! What the authenticated modes have in common.

/// A cipher that also makes a tag over the message and over further data. The tag has 16 bytes and is shortened outside.
pub(super) trait Aead: Send {
    /// Data that is authenticated but not part of the message: before the first `process`.
    fn authenticate(&mut self, data: &[u8]);
    /// In place. Some modes put bytes back until a block is full, so that less may come out than went in.
    fn process(&mut self, data: Vec<u8>) -> Vec<u8>;
    /// What was put back, and the tag.
    fn finish(&mut self) -> (Vec<u8>, Vec<u8>);
}
