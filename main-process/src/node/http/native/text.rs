use rquickjs::{Array, Ctx, Result, String, Value};

/// Bytes that are characters.
pub(super) fn latin1<'js>(ctx: &Ctx<'js>, bytes: &[u8]) -> Result<Value<'js>> {
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii()) {
        return Ok(String::from_str(ctx.clone(), text)?.into_value());
    }
    let text: std::string::String = bytes.iter().map(|&byte| char::from(byte)).collect();
    Ok(String::from_str(ctx.clone(), &text)?.into_value())
}

/// Whether it may be a method, or the name of a field.
pub(super) fn is_token(text: std::string::String) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether it may be the value of a field: Latin-1 without control characters.
pub(super) fn is_value(text: rquickjs::Coerced<std::string::String>) -> bool {
    text.0.chars().all(|char| matches!(char, '\t' | ' '..='~' | '\u{80}'..='\u{ff}'))
}

/// Whether every encoding writes it the same.
pub(super) fn is_ascii(text: std::string::String) -> bool {
    text.is_ascii()
}

/// How many bytes a text is in UTF-8.
pub(super) fn byte_length(text: std::string::String) -> usize {
    text.len()
}

/// The names and values in a head's lines, in turn; at most `limit` of either kind together.
pub(super) fn fields<'js>(ctx: Ctx<'js>, lines: std::string::String, limit: usize) -> Result<Array<'js>> {
    let array = Array::new(ctx.clone())?;
    let mut count = 0;
    for (name, value) in lines.split("\r\n").filter_map(|line| line.split_once(':')) {
        if count >= limit {
            break;
        }
        array.set(count, name)?;
        array.set(count + 1, value.trim_matches([' ', '\t']))?;
        count += 2;
    }
    Ok(array)
}
