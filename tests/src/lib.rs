//! What the tests of the whole house share: a display of their own, apps that run on it, and hands to use them.
//!
//! Everything waits for events: a line an app prints, a window that appears. The one time limit is how long a test may
//! hang before it fails.

pub mod app;
pub mod compatibility;
pub mod conformance;
pub mod display;
pub mod hands;
pub mod picture;
pub mod process;

use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Where cargo puts what it builds with this profile (`debug`, `release`).
pub fn built(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(profile)
}

/// An executable of the house that `cargo build --workspace` has made.
pub fn executable(name: &str) -> PathBuf {
    let path = built("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "{} is missing: run `cargo build --workspace` first", path.display());
    path
}
