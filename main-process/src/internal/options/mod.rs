//! The flags of the command line and of `NODE_OPTIONS`.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::{
    command_line::Flags,
    runtime::{Environment, Module},
};

pub(super) const MODULE: Module = Module { name: "options", public: &[], native: Some(native) };

fn native(ctx: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let environment = Environment::of(ctx);
    native.set("flags", table(native.ctx(), &environment.flags)?)?;
    native.set("execArgv", environment.flags.exec_args().to_vec())?;
    native.set("ofEnvironment", Func::from(Flags::of_environment))?;
    native.set("parse", Func::from(parse))
}

/// The flags of a `NODE_OPTIONS` text, or the complaint about it.
fn parse<'js>(ctx: Ctx<'js>, text: String) -> Result<Object<'js>> {
    let mut flags = Flags::default();
    let outcome = flags.read_environment(&text);
    let table = table(&ctx, &flags)?;
    if let Err(refusal) = outcome {
        let failed = Object::new(ctx)?;
        failed.set("refusal", refusal.text())?;
        return Ok(failed);
    }
    Ok(table)
}

fn table<'js>(ctx: &Ctx<'js>, flags: &Flags) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    for (name, values) in flags.all() {
        object.set(name.as_str(), values.clone())?;
    }
    Ok(object)
}
