use ::ipc::{FromPage, ToPage, clone, wire};

/// A cloned value, as a page sends it.
pub fn clone(data: &[u8]) {
    if clone::check(data).is_ok() {
        let json = clone::to_json(data);
        if let Ok(json) = json {
            assert!(clone::from_json(&json).is_ok(), "what was read can be written");
        }
    }
    let Ok(mut reader) = clone::Reader::local(data) else { return };
    while !reader.is_complete() && reader.next().is_ok() {}
}

/// Frames between a page and the shell, as bytes and as text.
pub fn wire(data: &[u8]) {
    if let Ok(frames) = wire::decode_batch::<FromPage>(data) {
        assert!(wire::encode_batch(&frames).is_ok(), "what was read can be written");
    }
    let _ = wire::decode_batch::<ToPage>(data);
    let _ = wire::from_text(&String::from_utf8_lossy(data));
}
