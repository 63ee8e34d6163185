//! One flat set of operations on files, each both as a plain call and as one that works on another thread.

mod directory;
mod entry;
mod file;
mod op;
mod platform;
mod real_path;
mod stat;
mod time;
mod tree;
mod watch;

use rquickjs::{Ctx, Object, Result};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let ops = op::Ops { native };
    stat::add(&ops)?;
    file::add(&ops)?;
    entry::add(&ops)?;
    directory::add(&ops)?;
    tree::add(&ops)?;
    real_path::add(&ops)?;
    watch::add(&ops)
}
