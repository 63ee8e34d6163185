//! Global scopes and how to evaluate in them; see [`crate::runtime::realm`].

use rquickjs::{Array, Ctx, Function, Object, Result, Value, prelude::Func};

use crate::runtime::realm::{self, Realm};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("here", Func::from(|ctx| realm::here(&ctx).and_then(pair)))?;
    native.set("create", Func::from(|ctx| realm::create(&ctx).and_then(pair)))?;
    native.set("load", Func::from(load))?;
    native.set("lookup", Func::from(lookup))?;
    native.set("check", Func::from(check))
}

fn pair(realm: Realm<'_>) -> Result<Array<'_>> {
    let pair = Array::new(realm.global.ctx().clone())?;
    pair.set(0, realm.global)?;
    pair.set(1, realm.evaluate)?;
    Ok(pair)
}

fn load<'js>(evaluate: Function<'js>, id: String) -> Result<Function<'js>> {
    realm::load(&evaluate, id)
}

fn lookup<'js>(ctx: Ctx<'js>, sandbox: Object<'js>, builtins: Object<'js>) -> Result<Value<'js>> {
    realm::lookup(&ctx, sandbox, builtins)
}

fn check(ctx: Ctx<'_>, source: String, file: String, line: i32) -> Result<()> {
    realm::check(&ctx, &source, &file, line)
}
