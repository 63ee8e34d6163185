//! What both views have in common that are wry's at heart.

pub(super) mod finder;
pub(super) mod leave;
pub(super) mod life;
pub(super) mod loads;
pub(super) mod requests;
pub(super) mod styles;

use main_process::host::{page::Options, window};
use wry::{WebView, WebViewBuilder};

use crate::{answer::complain, page::Color, window::Native};

/// As wry writes a colour.
pub(super) fn rgba(Color { red, green, blue, alpha }: Color) -> wry::RGBA {
    let byte = |part: f64| (part * 255.0).round() as u8;
    (byte(red), byte(green), byte(blue), byte(alpha))
}

/// The view in its window, as far as both are alike.
pub(super) fn build(
    builder: WebViewBuilder<'_>,
    window: &Native,
    options: &Options,
    look: &window::Options,
) -> wry::Result<WebView> {
    complain_about(options);
    let mut builder = builder
        .with_transparent(look.transparent)
        .with_background_color(rgba(Color::parse(&look.background_color)))
        .with_devtools(options.dev_tools)
        .with_focused(false)
        .with_back_forward_navigation_gestures(false);
    if !options.javascript {
        builder = builder.with_javascript_disabled();
    }
    if let Some(user_agent) = &options.user_agent {
        builder = builder.with_user_agent(user_agent);
    }
    requests::accept(builder, options.id).build(window.window())
}

/// What these views have no setting for is said rather than passed over.
fn complain_about(options: &Options) {
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
