//! Electron's modules.


use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
];
