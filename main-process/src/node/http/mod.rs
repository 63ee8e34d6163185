//! HTTP/1: servers, clients, agents and messages.

pub(crate) mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module {
    name: "http",
    public: &[
        "http",
        "_http_agent=http/agent",
        "_http_client=http/client",
        "_http_common=http/parser",
        "_http_incoming=http/incoming",
        "_http_outgoing=http/outgoing",
        "_http_server=http/server",
    ],
    native: Some(native::native),
};

/// Any bytes as the messages of a connection.
pub(crate) fn fuzz(data: &[u8]) {
    native::framing::fuzz(data);
}
