//! The bytes that this crate and `preload/src/codec.js` agree on.

use ipc::clone::{Reader, Token, Writer};

pub(crate) fn vectors(file: &str) -> Vec<(String, Vec<u8>)> {
    let path = format!("{}/tests/golden/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let field = |row: &serde_json::Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.iter().map(|row| (field(row, "name"), unhex(&field(row, "hex")))).collect()
}

fn unhex(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// Reads a value and writes it again, as a walker of an engine would.
pub(crate) fn copy(bytes: &[u8]) -> ipc::Result<Vec<u8>> {
    let mut reader = Reader::new(bytes)?;
    let mut writer = Writer::new();
    copy_value(&mut reader, &mut writer)?;
    reader.finish()?;
    writer.finish()
}

fn copy_value(reader: &mut Reader, writer: &mut Writer) -> ipc::Result<()> {
    let token = reader.next()?;
    copy_token(token, reader, writer)
}

fn copy_token(token: Token, reader: &mut Reader, writer: &mut Writer) -> ipc::Result<()> {
    let parts = match token {
        Token::Boxed => writer.boxed().map(|_| 1),
        Token::Error { kind, message, stack, cause } => {
            writer.error(kind, message, stack, cause).map(|_| u32::from(cause))
        }
        Token::Array { length } => writer.array(length).map(|_| length),
        Token::Map { size } => writer.map(size).map(|_| size * 2),
        Token::Set { size } => writer.set(size).map(|_| size),
        Token::View { kind, offset, length } => writer.view(kind, offset, length).map(|_| 1),
        Token::Object => return writer.object().and_then(|_| copy_fields(reader, writer)),
        Token::SparseArray { length } => {
            return writer.sparse_array(length).and_then(|_| copy_fields(reader, writer));
        }
        leaf => {
            copy_leaf(leaf, writer);
            return Ok(());
        }
    }?;
    for _ in 0..parts {
        copy_value(reader, writer)?;
    }
    writer.end();
    Ok(())
}

fn copy_fields(reader: &mut Reader, writer: &mut Writer) -> ipc::Result<()> {
    while let Token::Key(key) = reader.next()? {
        writer.key(key);
        copy_value(reader, writer)?;
    }
    writer.end();
    Ok(())
}

fn copy_leaf(token: Token, writer: &mut Writer) {
    match token {
        Token::Undefined => writer.undefined(),
        Token::Null => writer.null(),
        Token::Bool(value) => writer.bool(value),
        Token::Int(value) => writer.number(value.into()),
        Token::Number(value) => writer.number(value),
        Token::BigInt { negative, magnitude } => writer.bigint(negative, magnitude),
        Token::String(text) => writer.string(text),
        Token::Reference(id) => writer.reference(id),
        Token::Hole => writer.hole(),
        Token::Date(time) => drop(writer.date(time)),
        Token::RegExp { source, flags } => drop(writer.regexp(source, &flags.to_string_lossy())),
        Token::ArrayBuffer(bytes) => drop(writer.array_buffer(bytes)),
        other => panic!("{other:?} is no leaf"),
    }
}

#[test]
fn values_read_and_written_again_keep_their_bytes() {
    for (name, bytes) in vectors("values.json") {
        assert_eq!(copy(&bytes).unwrap_or_else(|error| panic!("{name}: {error}")), bytes, "{name}");
        ipc::clone::check(&bytes).unwrap();
    }
}

#[test]
fn malformed_values_are_refused() {
    for (name, bytes) in vectors("invalid.json") {
        let error = ipc::clone::check(&bytes).expect_err(&name);
        assert_eq!(error.code, ipc::Code::BadMessage, "{name}");
        assert!(copy(&bytes).is_err(), "{name}");
    }
}

#[test]
fn every_cut_of_a_value_is_refused() {
    for (name, bytes) in vectors("values.json") {
        for end in 0..bytes.len() {
            assert!(ipc::clone::check(&bytes[..end]).is_err(), "{name} cut at {end}");
        }
    }
}
