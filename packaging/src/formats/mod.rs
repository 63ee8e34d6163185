//! Package formats. Each is bytes: it is written the same on every system.

pub mod deb;
