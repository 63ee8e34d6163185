use serde_json::{Map, Number, Value};

use super::{MAX_DEPTH, Reader, Token, Writer};
use crate::{Code, Error, Result};

/// A JSON value as the codec writes it, for messages that Rust itself sends.
pub fn from_json(value: &Value) -> Result<Vec<u8>> {
    let mut writer = Writer::new();
    write(&mut writer, value)?;
    writer.finish()
}

/// What JSON can say of a value: `undefined` and holes become null, numbers that JSON lacks too, dates their number.
/// Anything else without a form in JSON is refused.
pub fn to_json(bytes: &[u8]) -> Result<Value> {
    let mut reader = Reader::new(bytes)?;
    let token = reader.next()?;
    let value = read(&mut reader, token, 0)?;
    reader.finish()?;
    Ok(value)
}

fn write(writer: &mut Writer, value: &Value) -> Result<()> {
    match value {
        Value::Null => writer.null(),
        Value::Bool(value) => writer.bool(*value),
        Value::Number(value) => writer.number(value.as_f64().unwrap_or(f64::NAN)),
        Value::String(value) => writer.string(value.as_str()),
        Value::Array(values) => {
            writer.array(u32::try_from(values.len()).unwrap_or(u32::MAX))?;
            values.iter().try_for_each(|value| write(writer, value))?;
            writer.end();
        }
        Value::Object(fields) => {
            writer.object()?;
            for (key, value) in fields {
                writer.key(key.as_str());
                write(writer, value)?;
            }
            writer.end();
        }
    }
    Ok(())
}

fn read(reader: &mut Reader, token: Token, depth: usize) -> Result<Value> {
    debug_assert!(depth <= MAX_DEPTH);
    Ok(match token {
        Token::Undefined | Token::Null | Token::Hole => Value::Null,
        Token::Bool(value) => value.into(),
        Token::Int(value) => value.into(),
        Token::Number(value) | Token::Date(value) => {
            Number::from_f64(value).map_or(Value::Null, Value::Number)
        }
        Token::String(text) => text.to_string_lossy().into(),
        Token::Array { length } => {
            let mut values = Vec::new();
            for _ in 0..length {
                let token = reader.next()?;
                values.push(read(reader, token, depth + 1)?);
            }
            Value::Array(values)
        }
        Token::Object => {
            let mut fields = Map::new();
            while let Token::Key(key) = reader.next()? {
                let token = reader.next()?;
                fields.insert(key.to_string_lossy().into(), read(reader, token, depth + 1)?);
            }
            Value::Object(fields)
        }
        other => return Err(Error::new(Code::DataClone, format!("{other:?} has no form in JSON"))),
    })
}
