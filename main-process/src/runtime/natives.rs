//! The natives of `internal/bootstrap`: how scripts come into being.

use std::collections::BTreeMap;

use rquickjs::{Ctx, Exception, Function, Object, Result, Value, prelude::Func};

use super::{engine::set_hook, module, raw};

mod scripts {
    include!(concat!(env!("OUT_DIR"), "/scripts.rs"));
}

pub(super) fn kernel<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    let native = Object::new(ctx.clone())?;
    let publics: BTreeMap<&str, String> = module::publics().collect();
    native.set("publics", publics)?;
    native.set("compile", Func::from(compile))?;
    native.set("nativeOf", Func::from(native_of))?;
    native.set(
        "hook",
        Func::from(|ctx: Ctx<'js>, name: String, function: Function<'js>| set_hook(&ctx, &name, function)),
    )?;
    Ok(native)
}

/// The function `(exports, require, module, native)` of a built-in script.
pub(super) fn compile<'js>(ctx: Ctx<'js>, id: String) -> Result<Function<'js>> {
    if let Some(source) = edited(&id) {
        let label = format!("node:{}", id.strip_prefix("node/").unwrap_or(&id));
        let wrapped = format!("(function (exports, require, module, native) {{{source}\n}})");
        let function = raw::evaluate(&ctx, &wrapped, &label, 1)?;
        return function.into_function().ok_or_else(|| Exception::throw_type(&ctx, "a script is a function"));
    }
    let found = scripts::SCRIPTS.binary_search_by(|(name, _)| (*name).cmp(id.as_str()));
    let Ok(index) = found else {
        return Err(Exception::throw_message(&ctx, &format!("Kaon has no script '{id}'")));
    };
    raw::read_bytecode(&ctx, scripts::SCRIPTS[index].1)
}

/// In debug builds a script is read from the source tree, so that an edit needs no build.
fn edited(id: &str) -> Option<String> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let parts: Vec<&str> = id.split('/').collect();
    let file = match parts.as_slice() {
        [group, name] => format!("{group}/{name}/{name}.js"),
        [group, name, part] => format!("{group}/{name}/{part}.js"),
        _ => return None,
    };
    std::fs::read_to_string(format!("{}/src/{file}", env!("CARGO_MANIFEST_DIR"))).ok()
}

fn native_of<'js>(ctx: Ctx<'js>, id: String) -> Result<Value<'js>> {
    let Some(fill) = module::find(&id).and_then(|module| module.native) else {
        return Ok(Value::new_undefined(ctx));
    };
    let native = Object::new(ctx.clone())?;
    fill(&ctx, &native)?;
    Ok(native.into_value())
}
