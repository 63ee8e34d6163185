//! The numbers of signals, errors and loader flags.

mod platform;

use std::collections::HashMap;

use rquickjs::{Ctx, IntoJs, Object, Result, Value};

/// A table of numbers, in the order in which scripts see it.
pub(super) struct Table(&'static [(&'static str, i32)]);

impl<'js> IntoJs<'js> for Table {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let object = Object::new(ctx.clone())?;
        for (name, number) in self.0 {
            object.set(*name, *number)?;
        }
        Ok(object.into_value())
    }
}

pub(super) fn tables() -> HashMap<&'static str, Table> {
    HashMap::from([
        ("signals", Table(platform::SIGNALS)),
        ("errno", Table(platform::ERRNO)),
        ("dlopen", Table(platform::DLOPEN)),
    ])
}
