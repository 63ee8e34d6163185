//! The rules of the house, as tests. Each message says what to do.

mod crates;
mod files;
mod modules;
mod readme;
mod tree;
