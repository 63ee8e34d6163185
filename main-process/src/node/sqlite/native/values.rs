//! Values between the engine and SQLite.

use rquickjs::{BigInt, Ctx, IntoJs, Null, Result, TypedArray, Value};

use super::statement::Datum;
use crate::runtime::{Bytes, bytes_of};

/// Beyond it a number may stand for its neighbour.
const MAX_SAFE: i64 = (1 << 53) - 1;

/// Numbers are stored as reals; a column's affinity makes integers of them, as in Node. `None`: it cannot be stored.
pub(super) fn datum_of(value: &Value<'_>) -> Option<Datum> {
    if value.is_null() {
        return Some(Datum::Null);
    }
    if let Some(number) = value.as_number() {
        return Some(Datum::Real(number));
    }
    if let Some(text) = value.as_string() {
        return text.to_string().ok().map(Datum::Text);
    }
    if let Some(big) = value.as_big_int() {
        return big.clone().to_i64().ok().map(Datum::Integer);
    }
    let array = TypedArray::<u8>::from_value(value.clone()).ok()?;
    Some(Datum::Bytes(bytes_of(&array).to_vec()))
}

/// The integers that a number cannot hold come back as the error.
pub(super) fn value_of<'js>(
    ctx: &Ctx<'js>,
    datum: Datum,
    big: bool,
) -> Result<std::result::Result<Value<'js>, i64>> {
    let value = match datum {
        Datum::Null => Null.into_js(ctx),
        Datum::Integer(integer) if big => BigInt::from_i64(ctx.clone(), integer).map(BigInt::into_value),
        Datum::Integer(integer) if integer.abs() > MAX_SAFE => return Ok(Err(integer)),
        Datum::Integer(integer) => (integer as f64).into_js(ctx),
        Datum::Real(number) => number.into_js(ctx),
        Datum::Text(text) => text.into_js(ctx),
        Datum::Bytes(bytes) => Bytes(bytes).into_js(ctx),
    };
    value.map(Ok)
}
