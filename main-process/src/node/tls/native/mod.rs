//! What `tls.js` cannot do by itself. Scripts hold contexts, identities and connections as opaque objects.

mod connection;
mod context;
mod credentials;
mod failure;
mod identity;
mod key_log;
mod sessions;
mod suites;
mod tickets;
mod trust;
mod verifier;
mod wire;

use rquickjs::{Ctx, Object, Result, prelude::Func};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("cipherNames", Func::from(suites::all_names))?;
    native.set("isGroup", Func::from(suites::is_group))?;
    native.set("readCertificates", Func::from(credentials::read_certificates))?;
    native.set("isCertificate", Func::from(credentials::is_certificate))?;
    native.set("readLists", Func::from(credentials::read_lists))?;
    native.set("readIdentity", Func::from(credentials::read_identity))?;
    native.set("completeChain", Func::from(credentials::complete_chain))?;
    native.set("describe", Func::from(credentials::describe))?;
    native.set("systemRoots", Func::from(trust::system_roots))?;
    native.set("readFile", Func::from(trust::read_file))?;
    native.set("verifyPeer", Func::from(trust::verify_peer))?;
    native.set("createContext", Func::from(context::create))?;
    native.set("ticketKeys", Func::from(wire::ticket_keys))?;
    native.set("setTicketKeys", Func::from(wire::set_ticket_keys))?;
    wire::fill(native)
}
