use ipc::wire::{Failure, FromPage, MAX_BATCH, MAX_CHANNEL_NAME, MAX_MESSAGE, ToPage};
use ipc::wire::{decode_batch, encode_batch, from_text, to_text};
use ipc::{Code, Error};

fn from_page() -> Vec<FromPage> {
    let (channel, args) = (String::from("kanal-ä"), vec![1, b'A', 0]);
    vec![
        FromPage::Send { channel: channel.clone(), args: args.clone() },
        FromPage::Invoke { id: (1 << 53) - 1, channel: channel.clone(), args: args.clone() },
        FromPage::SendSync { channel, args },
        FromPage::Ready,
        FromPage::PreloadError { path: "/p.js".into(), message: "m".into(), stack: String::new() },
        FromPage::Fault { message: "f".into() },
    ]
}

fn to_page() -> Vec<ToPage> {
    let error =
        Failure { name: "TypeError".into(), message: "m".into(), code: "E".into(), stack: "s".into() };
    vec![
        ToPage::Event { channel: "c".into(), args: vec![1, b'A', 0] },
        ToPage::Reply { id: 0, value: vec![1, b'_'] },
        ToPage::Failure { id: 7, error },
    ]
}

#[test]
fn batches_survive_as_text() {
    let text = to_text(&encode_batch(&from_page()).unwrap());
    assert_eq!(decode_batch::<FromPage>(&from_text(&text).unwrap()).unwrap(), from_page());
    let text = to_text(&encode_batch(&to_page()).unwrap());
    assert_eq!(decode_batch::<ToPage>(&from_text(&text).unwrap()).unwrap(), to_page());
    assert!(decode_batch::<ToPage>(&[]).unwrap().is_empty());
}

#[test]
fn the_page_writes_the_same_frames() {
    let path = format!("{}/tests/golden/frames.json", env!("CARGO_MANIFEST_DIR"));
    let stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(stored["fromPage"], to_text(&encode_batch(&from_page()).unwrap()));
    assert_eq!(stored["toPage"], to_text(&encode_batch(&to_page()).unwrap()));
}

#[test]
fn every_limit_has_its_error() {
    let channel = "x".repeat(MAX_CHANNEL_NAME + 1);
    let send = FromPage::Send { channel, args: vec![] };
    assert_eq!(encode_batch([&send]).unwrap_err().code, Code::MessageTooLarge);
    let reply = ToPage::Reply { id: 1, value: vec![0; MAX_MESSAGE + 1] };
    assert_eq!(encode_batch([&reply]).unwrap_err().code, Code::MessageTooLarge);
    let reply = ToPage::Reply { id: 1 << 53, value: vec![] };
    assert_eq!(encode_batch([&reply]).unwrap_err().code, Code::OutOfRange);
    assert_eq!(decode_batch::<FromPage>(&vec![0; MAX_BATCH + 1]).unwrap_err().code, Code::MessageTooLarge);
    let mut long = vec![0x84, 0x20, 1, 0x81, 0x20];
    long.resize(2 + 4100, b'x');
    assert_eq!(decode_batch::<FromPage>(&long).unwrap_err().code, Code::MessageTooLarge);
}

#[test]
fn malformed_batches_are_refused() {
    for bytes in [&[5, 1][..], &[0], &[1, 99], &[2, 4, 4], &[1, 1], &[3, 1, 1, 0xff], &[2, 2, 0x80]] {
        assert_eq!(decode_batch::<FromPage>(bytes).unwrap_err().code, Code::BadMessage, "{bytes:?}");
    }
    assert_eq!(from_text("no base64!").unwrap_err().code, Code::BadMessage);
}

#[test]
fn an_error_becomes_what_a_page_can_show() {
    let failure = Failure::from(&Error::new(Code::InvalidArgType, "wrong"));
    assert_eq!((failure.name.as_str(), failure.code.as_str()), ("TypeError", "ERR_INVALID_ARG_TYPE"));
}
