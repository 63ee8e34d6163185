//! A file added to a template is a change of this crate, too.
#![allow(clippy::print_stdout, reason = "cargo listens on stdout")]

fn main() {
    for template in ["minimal", "notes"] {
        println!("cargo::rerun-if-changed={template}");
    }
}
