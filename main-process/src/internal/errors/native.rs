//! The errors of the system, as numbered and worded on this one.

use rquickjs::{Array, Ctx, Object, Result, prelude::Func};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("systemErrors", Func::from(system_errors))
}

/// `[errno, name, text]` of each.
fn system_errors(ctx: Ctx<'_>) -> Result<Vec<Array<'_>>> {
    ipc::system_errors()
        .map(|(errno, name, text)| {
            let row = Array::new(ctx.clone())?;
            row.set(0, errno)?;
            row.set(1, name)?;
            row.set(2, text)?;
            Ok(row)
        })
        .collect()
}
