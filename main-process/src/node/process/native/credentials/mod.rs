//! Who the process runs as.

mod platform;

use rquickjs::{Object, Result, prelude::Func};

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("userId", Func::from(|name: String| platform::user_id(&name)))?;
    native.set("groupId", Func::from(|name: String| platform::group_id(&name)))?;
    native.set("setId", Func::from(|which: String, id: u32| errno(platform::set_id(&which, id))))?;
    native.set("setGroups", Func::from(|groups: Vec<u32>| errno(platform::set_groups(&groups))))?;
    native.set("initGroups", Func::from(|user: u32, group: u32| errno(platform::init_groups(user, group))))
}

/// 0, or the negative number of the error.
fn errno(outcome: std::io::Result<()>) -> i32 {
    outcome.map_or_else(|error| ipc::Error::io(&error, "setuid").errno.unwrap_or(-1), |()| 0)
}
