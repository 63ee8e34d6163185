#![allow(clippy::unwrap_used, reason = "a test that cannot read its vectors has failed")]

mod bindings;
mod clone;
mod garbage;
mod golden;
mod wire;
