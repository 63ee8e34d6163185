//! Names in the file system: making, linking, renaming and removing them, and who may use them.

mod platform;

use rquickjs::Result;

use super::{
    op::{Named, Ops, PathArg, Whole},
    time::Time,
};

pub(super) use platform::unlink;

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("access", |(path, mode): (PathArg, i32)| {
        platform::access(path.as_ref(), mode).at("access", path.as_ref())
    })?;
    ops.add("rename", |(from, to): (PathArg, PathArg)| {
        std::fs::rename(&from, &to).between("rename", from.as_ref(), to.as_ref())
    })?;
    ops.add("link", |(from, to): (PathArg, PathArg)| {
        std::fs::hard_link(&from, &to).between("link", from.as_ref(), to.as_ref())
    })?;
    ops.add("symlink", |(target, path, kind): (PathArg, PathArg, i32)| {
        platform::symlink(target.as_ref(), path.as_ref(), kind).between(
            "symlink",
            target.as_ref(),
            path.as_ref(),
        )
    })?;
    ops.add("unlink", |(path,): (PathArg,)| platform::unlink(path.as_ref()).at("unlink", path.as_ref()))?;
    owners(ops)
}

fn owners(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("chmod", |(path, mode): (PathArg, u32)| {
        platform::chmod(path.as_ref(), mode).at("chmod", path.as_ref())
    })?;
    ops.add("lchmod", |(path, mode): (PathArg, u32)| {
        platform::lchmod(path.as_ref(), mode).at("lchmod", path.as_ref())
    })?;
    ops.add("chown", |(path, uid, gid): (PathArg, Whole, Whole)| {
        platform::chown(path.as_ref(), uid.0 as u32, gid.0 as u32).at("chown", path.as_ref())
    })?;
    ops.add("lchown", |(path, uid, gid): (PathArg, Whole, Whole)| {
        platform::lchown(path.as_ref(), uid.0 as u32, gid.0 as u32).at("lchown", path.as_ref())
    })?;
    ops.add("utimes", |(path, accessed, modified): (PathArg, Time, Time)| {
        platform::set_times(path.as_ref(), [accessed, modified], true).at("utime", path.as_ref())
    })?;
    ops.add("lutimes", |(path, accessed, modified): (PathArg, Time, Time)| {
        platform::set_times(path.as_ref(), [accessed, modified], false).at("lutime", path.as_ref())
    })
}
