//! Sessions: what pages keep, and where.

use std::{cell::RefCell, path::Path};

use wry::{WebContext, WebView, WebViewBuilder, WebViewBuilderExtWindows};

use crate::{app::About, page::platform::native::file_name};

/// wry's own, and no cache of whole pages: one that comes back from there would find its bridge cut. They are the same
/// for all views, as WebView2 demands of views that share a folder.
const ARGUMENTS: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection,BackForwardCache \
                         --autoplay-policy=no-user-gesture-required";

/// The longest name that a profile may have.
const LONGEST: usize = 64;

pub(crate) struct Contexts(RefCell<WebContext>);

impl Contexts {
    pub(crate) fn new(about: &About) -> Self {
        let folder = Some(about.data_folder.as_path()).filter(|folder| !folder.as_os_str().is_empty());
        Self(RefCell::new(WebContext::new(folder.map(|folder: &Path| folder.join("web")))))
    }

    /// `persist:x` keeps what it has under that name, another name keeps it in memory, none is the app's own.
    pub(super) fn build(
        &self,
        partition: Option<&str>,
        finish: impl FnOnce(WebViewBuilder<'_>) -> wry::Result<WebView>,
    ) -> wry::Result<WebView> {
        let mut context = self.0.borrow_mut();
        let builder =
            WebViewBuilder::new_with_web_context(&mut context).with_additional_browser_args(ARGUMENTS);
        finish(match partition {
            None => builder,
            Some(name) => match name.strip_prefix("persist:") {
                Some(name) => builder.with_profile_name(profile("kept", name)),
                None => builder.with_profile_name(profile("memory", name)).with_incognito(true),
            },
        })
    }
}

/// Profiles are called by few letters, and not many of them.
fn profile(kind: &str, name: &str) -> String {
    let plain = format!("{kind}-{}", file_name(name).replace('%', "~"));
    if plain.len() <= LONGEST {
        return plain;
    }
    // FNV-1a, beside what can be read of the name.
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{}~~{hash:016x}", &plain[..LONGEST - 18])
}
