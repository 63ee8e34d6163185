//! TLS over any stream: rustls as a state machine that scripts feed with what a socket reads.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module {
    name: "tls",
    public: &["tls", "_tls_common=tls/context", "_tls_wrap=tls/wrap"],
    native: Some(native::native),
};
