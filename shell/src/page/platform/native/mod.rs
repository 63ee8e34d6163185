//! What both views have in common that are wry's at heart.

pub(super) mod finder;
pub(super) mod leave;
pub(super) mod life;
pub(super) mod loads;
pub(super) mod outcome;
pub(super) mod requests;
pub(super) mod styles;

use main_process::host::page::Options;

use crate::{answer::complain, page::Color};

/// As wry writes a colour.
pub(super) fn rgba(Color { red, green, blue, alpha }: Color) -> wry::RGBA {
    let byte = |part: f64| (part * 255.0).round() as u8;
    (byte(red), byte(green), byte(blue), byte(alpha))
}

/// What these views have no setting for is said rather than passed over.
pub(super) fn complain_about(options: &Options) {
    let missing = [
        (!options.images, "images"),
        (!options.web_security, "webSecurity"),
        (options.default_font_size.is_some(), "defaultFontSize"),
    ];
    for (_, name) in missing.into_iter().filter(|(wanted, _)| *wanted) {
        complain(&format!("webPreferences.{name} is not supported on this system"));
    }
}

/// A partition's name may be anything; a folder's may not.
pub(super) fn file_name(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    name.chars()
        .map(|letter| if plain(letter) { letter.to_string() } else { format!("%{:x}", u32::from(letter)) })
        .collect()
}
