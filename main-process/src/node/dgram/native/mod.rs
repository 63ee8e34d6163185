//! UDP sockets, as libuv has them: what a script holds by number. Calls answer a status, 0 or a negative errno; what
//! happens later is told through the one function given to `start`.

mod open;
mod options;
mod platform;
mod table;
mod transfer;

use rquickjs::{Object, Result, prelude::Func};

pub(super) fn native(_: &rquickjs::Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("start", Func::from(table::start))?;
    native.set("create", Func::from(table::create))?;
    native.set("close", Func::from(table::close))?;
    native.set("setRef", Func::from(table::set_ref))?;
    native.set("bind", Func::from(open::bind))?;
    native.set("openFd", Func::from(open::open_fd))?;
    native.set("connect", Func::from(open::connect))?;
    native.set("disconnect", Func::from(open::disconnect))?;
    native.set("receive", Func::from(transfer::receive))?;
    native.set("send", Func::from(transfer::send))?;
    native.set("queued", Func::from(transfer::queued))?;
    options::fill(native)
}
