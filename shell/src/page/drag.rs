//! Drag regions, for views that do not know them.

/// The script of the world that watches pages, and the page's own. `tell` passes a text to the shell: `S` and a style
/// sheet, `M` where the window is to follow the pointer, `Z` where it is to be maximized or restored. `key` names the
/// event by which the one script hears the other.
#[allow(dead_code)] // WebView2 knows them.
pub(super) fn scripts(tell: &str, key: &str) -> [String; 2] {
    let key = format!("'{key}'");
    [include_str!("drag.js"), include_str!("drag_page.js")]
        .map(|script| script.replace("= TELL;", &format!("= {tell};")).replace("KEY", &key))
}
