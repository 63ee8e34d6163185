//! Bytes that no writer wrote: whatever comes, the answer is a value or an error.

use ipc::wire::{FromPage, ToPage, decode_batch, encode_batch, from_text};

use crate::golden::{copy, vectors};

/// xorshift64*: the same garbage on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }
}

fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        match dice.roll(5) {
            0 if !bytes.is_empty() => bytes[at] = dice.roll(256) as u8,
            1 if !bytes.is_empty() => bytes[at] ^= 1 << dice.roll(8),
            2 => bytes.truncate(at),
            3 => bytes.insert(at, b"_0TFINGsw^BDREAhaO.MSXV"[dice.roll(23)]),
            _ => bytes.insert(at, [0, 1, 0x7f, 0x80, 0xff][dice.roll(5)]),
        }
    }
}

#[test]
fn mutated_values_never_panic() {
    let seeds = vectors("values.json");
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    for round in 0..100_000 {
        let mut bytes = seeds[round % seeds.len()].1.clone();
        mutate(&mut bytes, &mut dice);
        let copied = copy(&bytes);
        assert_eq!(copied.is_ok(), ipc::clone::check(&bytes).is_ok());
        accepted += usize::from(copied.is_ok());
        let _ = ipc::clone::to_json(&bytes);
    }
    assert!(accepted > 1000, "the garbage is too wild to test much: {accepted}");
}

#[test]
fn mutated_batches_never_panic() {
    let channel = String::from("channel");
    let from = [
        FromPage::Send { channel: channel.clone(), args: vec![1, b'A', 0] },
        FromPage::Invoke { id: 300, channel: channel.clone(), args: vec![1, b'A', 0] },
        FromPage::SendSync { channel, args: vec![] },
        FromPage::PreloadError { path: "p".into(), message: "m".into(), stack: "s".into() },
        FromPage::Ready,
    ];
    let seed = encode_batch(&from).unwrap();
    let mut dice = Dice(42);
    for _ in 0..100_000 {
        let mut bytes = seed.clone();
        mutate(&mut bytes, &mut dice);
        if let Ok(frames) = decode_batch::<FromPage>(&bytes) {
            let again = encode_batch(&frames).unwrap();
            assert_eq!(decode_batch::<FromPage>(&again).unwrap(), frames);
        }
        let _ = decode_batch::<ToPage>(&bytes);
        let _ = from_text(&String::from_utf8_lossy(&bytes));
    }
}
