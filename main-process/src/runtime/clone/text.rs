use ipc::clone::Text;
use rquickjs::{Ctx, Result, String as JsString, Value};

use crate::runtime::raw;

/// A JavaScript string as the codec writes it.
pub(super) fn text_of(string: &JsString<'_>) -> Result<Text<'static>> {
    match string.to_string() {
        Ok(text) => Ok(Text::from(text)),
        // Lone surrogates are no UTF-8.
        Err(_) => Ok(Text::Utf16(raw::utf16_of(string)?.into())),
    }
}

pub(super) fn string_of<'js>(ctx: &Ctx<'js>, text: &Text<'_>) -> Result<Value<'js>> {
    match text {
        Text::Utf8(text) => Ok(JsString::from_str(ctx.clone(), text)?.into_value()),
        Text::Utf16(units) => raw::string_from_utf16(ctx, units),
    }
}
