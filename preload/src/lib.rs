//! The scripts that a page gets before its own.
