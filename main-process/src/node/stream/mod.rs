//! Node's `stream`, `stream/promises`, `stream/consumers` and `stream/web`, and the names from before they were public.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module {
    name: "stream",
    public: &[
        "stream",
        "stream/promises",
        "stream/consumers",
        "stream/web",
        "_stream_duplex=stream/underscored_duplex",
        "_stream_passthrough=stream/underscored_passthrough",
        "_stream_readable=stream/underscored_readable",
        "_stream_transform=stream/underscored_transform",
        "_stream_writable=stream/underscored_writable",
    ],
    native: None,
};
