use rquickjs::{
    Ctx, Function, Module as Script, Object, Persistent, Result,
    loader::{ImportAttributes, Loader, Resolver},
    module::Declared,
};

use super::Loop;

/// Turns an import's specifier into a full name by asking the script that knows Node's rules.
pub(super) struct Names;

impl Resolver for Names {
    fn resolve<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        base: &str,
        name: &str,
        attributes: Option<ImportAttributes<'js>>,
    ) -> Result<String> {
        let kind = attributes.map(|attributes| attributes.get("type")).transpose()?.flatten();
        importer(ctx)?.get::<_, Function>("resolve")?.call((name, base, kind))
    }
}

/// Makes a module of what the same script finds under that name.
pub(super) struct Files;

impl Loader for Files {
    fn load<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        name: &str,
        _: Option<ImportAttributes<'js>>,
    ) -> Result<Script<'js, Declared>> {
        let found: Object = importer(ctx)?.get::<_, Function>("load")?.call((name,))?;
        let module = Script::declare(ctx.clone(), name, found.get::<_, String>("source")?)?;
        importer(ctx)?.get::<_, Function>("describe")?.call::<_, ()>((name, module.meta()?, found))?;
        Ok(module)
    }
}

fn importer<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    let importer = Loop::of(ctx).importer.borrow().clone();
    importer.ok_or_else(|| rquickjs::Error::new_loading("modules before the module loader"))?.restore(ctx)
}

/// Tells the engine who resolves and loads its modules: an object with `resolve`, `load` and `describe`.
pub(crate) fn declare<'js>(ctx: &Ctx<'js>, importer: Object<'js>) {
    *Loop::of(ctx).importer.borrow_mut() = Some(Persistent::save(ctx, importer));
}
