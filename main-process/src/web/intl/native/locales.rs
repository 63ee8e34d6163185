use icu_casemap::CaseMapper;
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};

pub(super) fn canonicalize(tag: String) -> Option<String> {
    let mut locale = Locale::try_from_str(&tag).ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.to_string())
}

pub(super) fn maximize(tag: String) -> String {
    change(tag, |id| {
        LocaleExpander::new_extended().maximize(id);
    })
}

pub(super) fn minimize(tag: String) -> String {
    change(tag, |id| {
        LocaleExpander::new_extended().minimize(id);
    })
}

fn change(tag: String, how: impl FnOnce(&mut LanguageIdentifier)) -> String {
    let Ok(mut locale) = Locale::try_from_str(&tag) else { return tag };
    how(&mut locale.id);
    locale.to_string()
}

pub(super) fn lower(text: String, language: String) -> String {
    CaseMapper::new().lowercase_to_string(&text, &identifier(&language)).into_owned()
}

pub(super) fn upper(text: String, language: String) -> String {
    CaseMapper::new().uppercase_to_string(&text, &identifier(&language)).into_owned()
}

fn identifier(language: &str) -> LanguageIdentifier {
    LanguageIdentifier::try_from_str(language).unwrap_or(LanguageIdentifier::UNKNOWN)
}
