use ipc::Code;
use ipc::clone::{ErrorKind, MAX_DEPTH, Reader, Text, Token, ViewKind, Writer, from_json, to_json};

use crate::golden::vectors;

fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::new();
    write(&mut writer);
    writer.finish().unwrap()
}

fn golden(name: &str) -> Vec<u8> {
    vectors("values.json").into_iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("no {name}")).1
}

#[test]
fn primitives_are_written_as_the_page_writes_them() {
    assert_eq!(written(|w| w.number(-0.0)), golden("minus zero"));
    assert_eq!(written(|w| w.number(-f64::NAN)), golden("NaN"));
    assert_eq!(written(|w| w.number(-2147483648.0)), golden("smallest int"));
    assert_eq!(written(|w| w.number(2147483648.0)), golden("beyond int"));
    assert_eq!(written(|w| w.bigint(false, &[2, 1, 0, 0])), golden("bigint"));
    assert_eq!(written(|w| w.bigint(true, &[0, 0])), golden("bigint zero"));
    assert_eq!(written(|w| w.string("café")), golden("latin"));
    let torn: &[u16] = &[0x61, 0xd800, 0x62];
    assert_eq!(written(|w| w.string(torn)), golden("lone surrogate"));
    let whole: &[u16] = &[0x61, 0xd83d, 0xde00, 0x62];
    assert_eq!(written(|w| w.string(whole)), golden("beyond the plane"));
}

#[test]
fn objects_are_numbered_as_the_page_numbers_them() {
    let circle = written(|w| {
        let id = w.object().unwrap();
        w.key("self");
        w.reference(id);
        w.key("list");
        w.array(1).unwrap();
        w.reference(id);
        w.end();
        w.end();
    });
    assert_eq!(circle, golden("circle"));
    let shared = written(|w| {
        w.array(3).unwrap();
        w.view(ViewKind::Uint8, 0, 4).unwrap();
        let buffer = w.array_buffer(&[0; 4]);
        w.end();
        w.view(ViewKind::DataView, 1, 2).unwrap();
        w.reference(buffer);
        w.end();
        w.reference(buffer);
        w.end();
    });
    assert_eq!(shared, golden("shared buffer"));
    let error = written(|w| {
        w.error(ErrorKind::of_name("TypeError"), Some("bad".into()), Some("at once".into()), false).unwrap();
        w.end();
    });
    assert_eq!(error, golden("error"));
}

#[test]
fn tokens_come_in_the_order_of_the_value() {
    let bytes = golden("error with cause");
    let mut reader = Reader::new(&bytes).unwrap();
    let text = |text: &'static str| Some(Text::from(text));
    let outer = Token::Error { kind: ErrorKind::Error, message: text("outer"), stack: text(""), cause: true };
    assert_eq!(reader.next().unwrap(), outer);
    assert!(!reader.is_complete());
    assert!(matches!(reader.next().unwrap(), Token::Error { kind: ErrorKind::RangeError, cause: false, .. }));
    assert!(reader.is_complete());
    assert_eq!(reader.next().unwrap_err().code, Code::BadMessage);
    reader.finish().unwrap();
}

#[test]
fn values_nest_to_the_limit_and_no_deeper() {
    let nest = |depth: usize| {
        let mut writer = Writer::new();
        for _ in 0..depth {
            writer.array(1)?;
        }
        writer.null();
        (0..depth).for_each(|_| writer.end());
        writer.finish()
    };
    ipc::clone::check(&nest(MAX_DEPTH).unwrap()).unwrap();
    assert_eq!(nest(MAX_DEPTH + 1).unwrap_err().code, Code::DataClone);
}

#[test]
fn a_value_over_the_limit_is_refused_without_keeping_it() {
    let mut writer = Writer::new();
    let piece = vec![0; 64 << 20];
    writer.array(6).unwrap();
    for _ in 0..6 {
        writer.array_buffer(&piece);
    }
    assert_eq!(writer.object().unwrap_err().code, Code::MessageTooLarge);
    writer.end();
    writer.end();
    assert_eq!(writer.finish().unwrap_err().code, Code::MessageTooLarge);
}

#[test]
fn json_survives() {
    let value = serde_json::json!({ "a": [1, 2.5, null, true, "x"], "b": { "__proto__": [] } });
    let back = to_json(&from_json(&value).unwrap()).unwrap();
    assert_eq!(back.to_string(), value.to_string());
    assert_eq!(to_json(&golden("map")).unwrap_err().code, Code::DataClone);
}
