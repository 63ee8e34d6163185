use rquickjs::{ArrayBuffer, Ctx, IntoJs, Result, TypedArray, Value};

/// Bytes on their way to JavaScript: a `Uint8Array` that takes them over without a copy.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl<'js> IntoJs<'js> for Bytes {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let buffer = ArrayBuffer::new(ctx.clone(), self.0)?;
        Ok(TypedArray::<u8>::from_arraybuffer(buffer)?.into_value())
    }
}

/// Plain data on its way to JavaScript.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Json(pub(crate) serde_json::Value);

impl<'js> IntoJs<'js> for Json {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        ctx.json_parse(self.0.to_string())
    }
}
