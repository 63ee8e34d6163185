use serde::{Deserialize, Serialize};

/// All that the scripts of one page depend on.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    /// Names the events by which the two worlds find each other: at least 128 random bits as letters and digits, new
    /// for every page.
    pub key: String,
    /// Admits synchronous requests: random as the key, and another.
    pub token: String,
    pub transport: Transport,
    pub context_isolation: bool,
    /// What `process.sandboxed` says.
    pub sandbox: bool,
    /// The session's preload scripts, then the window's.
    pub preloads: Vec<Preload>,
    /// `versions`, `platform`, `arch`, `env`, `pid`, `execPath`, `resourcesPath`, `systemVersion` … as `process` shows them.
    pub process: serde_json::Value,
    /// `webPreferences.additionalArguments`, the end of `process.argv`.
    pub arguments: Vec<String>,
    pub zoom_factor: f64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Preload {
    /// Absolute; `__filename` and the name in stack traces.
    pub path: String,
    pub source: String,
}

/// How the isolated world reaches the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Transport {
    /// Script messages with a reply: WebKitGTK, WKWebView.
    Webkit,
    /// A binding and a function to call: WebView2.
    Portable,
}
