//! Style sheets of the main process, by their keys: a script adopts them for the document that is there now.

use serde_json::json;

/// As `insert`, but instead of what this key had before.
pub(in super::super) fn replace(key: &str, css: &str) -> String {
    format!("{{ {} }}\n{{ {} }}", remove(key), insert(key, css))
}

/// The body of a function, for a world that is ours.
pub(in super::super) fn insert(key: &str, css: &str) -> String {
    let (key, css) = (json!(key), json!(css));
    format!(
        "const sheet = new CSSStyleSheet();
sheet.replaceSync({css});
(globalThis.sheets ??= new Map()).set({key}, sheet);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];"
    )
}

pub(in super::super) fn remove(key: &str) -> String {
    let key = json!(key);
    format!(
        "const sheet = globalThis.sheets?.get({key});
globalThis.sheets?.delete({key});
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);"
    )
}
