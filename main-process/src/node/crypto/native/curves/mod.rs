//! Elliptic curves: points and scalars as bytes, each operation for every curve.

mod constants;
mod okp;
mod weierstrass;

pub(super) use okp::Okp;
pub(super) use weierstrass::{Curve, Form};
