//! Everything that happens before an app reaches its user: scaffolding, running, checking the machine, packages.
//!
//! **Invariant:** this crate does not link the shell. It starts the runtime as a child, and builds without GTK.

pub mod app;
pub mod cli;
pub mod display;
pub mod doctor;
pub mod formats;
pub mod icons;
pub mod interrupts;
pub mod payload;
pub mod running;
pub mod runtime;
