//! Which system this is, in Node's words.

use rquickjs::{Ctx, Object, Result};

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "platform", public: &[], native: Some(native) };

fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let platform = match std::env::consts::OS {
        "windows" => "win32",
        "macos" => "darwin",
        other => other,
    };
    let arch = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        "x86" => "ia32",
        other => other,
    };
    native.set("platform", platform)?;
    native.set("arch", arch)?;
    native.set("version", env!("CARGO_PKG_VERSION"))
}
