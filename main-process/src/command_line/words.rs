use super::Refusal;

/// The words of `NODE_OPTIONS`: spaces part them, save in double quotes, where a backslash takes the next character as it is.
pub(super) fn split(text: &str) -> Result<Vec<String>, Refusal> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if quoted => {
                let next = characters.next().ok_or_else(|| bad("invalid escape"))?;
                word.get_or_insert_default().push(next);
            }
            ' ' if !quoted => words.extend(word.take()),
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            _ => word.get_or_insert_default().push(character),
        }
    }
    if quoted {
        return Err(bad("unterminated string"));
    }
    words.extend(word);
    Ok(words)
}

fn bad(what: &str) -> Refusal {
    Refusal::bad(format!("invalid value for NODE_OPTIONS ({what})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_words_together() {
        assert_eq!(split(r#"  -r  "a b\"c" --x "#).unwrap(), ["-r", "a b\"c", "--x"]);
        assert!(split("\"a").is_err());
    }
}
