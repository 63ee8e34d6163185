//! A hundred thousand malformed inputs for each of those who read what others wrote. The same ones every time; those of
//! `tests/fuzz` search further.

use base64::{Engine, engine::general_purpose::STANDARD};
use main_process::fuzz;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides.max(1)
    }

    /// Mostly a seed with some damage; now and then mere noise.
    fn spoil(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        if self.roll(8) == 0 {
            return (0..self.roll(64)).map(|_| self.roll(256) as u8).collect();
        }
        let mut bytes = seeds[self.roll(seeds.len())].clone();
        for _ in 0..=self.roll(4) {
            let at = self.roll(bytes.len());
            match self.roll(5) {
                _ if bytes.is_empty() => bytes.push(self.roll(256) as u8),
                0 => bytes[at] = self.roll(256) as u8,
                1 => bytes[at] ^= 1 << self.roll(8),
                2 => bytes.truncate(at),
                3 => bytes.insert(at, self.roll(256) as u8),
                _ => {
                    let piece = bytes[at..bytes.len().min(at + self.roll(16))].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        bytes
    }
}

fn throw(target: fn(&[u8]), seeds: &[&[u8]]) {
    let seeds: Vec<Vec<u8>> = seeds.iter().map(|seed| seed.to_vec()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..100_000 {
        target(&dice.spoil(&seeds));
    }
}

#[test]
fn http() {
    let request = b"\0\x05POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: v\r\n\r\n";
    let answer =
        b"\x01\x02HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabcHTTP/1.1 204 No\r\n\r\n";
    throw(fuzz::http_framing, &[request, answer, b"\x02\x01GET / HTTP/1.0\nA: b\n c\n\n"]);
}

#[test]
fn urls() {
    throw(
        fuzz::url,
        &[
            b"\xa0\x03http://u:p@h\xc3\xa4st.test:80/a/../b?c#d//x.test/%2e",
            b"\xff\x06file:///C|/a/./b",
            b"\x80\x01javascript:a b/c  #x[::1]:9",
        ],
    );
}

#[test]
fn clones() {
    let value =
        serde_json::json!({ "a": [1, 2.5, null, "x", { "b": "\u{e4}\u{1f600}" }], "c": { "d": [[]] } });
    let json = ipc::clone::from_json(&value).expect("it can be cloned");
    let mut writer = ipc::clone::Writer::new();
    let _ = writer.array_buffer(&[1, 2, 3, 4]);
    throw(fuzz::clone, &[&json, &json[..json.len() / 2], &writer.finish().unwrap_or_default()]);
}

#[test]
fn frames() {
    throw(fuzz::wire, &[b"\x03\x01ab\x05\x02\x01a\x00\x00", &[0; 24], b"AAECAwQF"]);
}

#[test]
fn answers_of_name_servers() {
    let seed = b"\x01\xc0\x0c\0\x01\0\x01\0\0\0\x05\0\x04\x01\x02\x03\x04";
    let text = b"\x02\xc0\x0c\0\x10\0\x01\0\0\0\x05\0\x05\x04a=bc\xc0\x0c\0\x21\0\x01\0\0\0\x05\0\x08\0\x01\0\x02\0\x03\xc0\x0c";
    throw(fuzz::dns_message, &[seed, text]);
}

#[test]
fn certificates() {
    let seeds: Vec<Vec<u8>> = ["ca", "server", "client"].iter().map(|name| der(name)).collect();
    let mut seeds: Vec<&[u8]> = seeds.iter().map(Vec::as_slice).collect();
    let chain = [&[128][..], &seeds[1][1..], &seeds[0][1..]].concat();
    seeds.push(&chain);
    throw(fuzz::certificates, &seeds);
}

/// A certificate, behind a byte that says all of it is sent.
fn der(name: &str) -> Vec<u8> {
    let path = format!("{}/src/node/tls/fixtures/{name}.pem", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("it is there");
    let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    [vec![255], STANDARD.decode(body).expect("it is one certificate")].concat()
}
