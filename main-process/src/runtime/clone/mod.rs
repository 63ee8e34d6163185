//! Structured clones of engine values: [`ipc::clone`]'s bytes without a tree in between.

mod read;
mod text;
mod write;

use rquickjs::{Ctx, Exception, Object, Persistent, Result, Value};

use super::{Loop, raw};

pub(crate) use read::{decode, decode_local};
pub(crate) use write::{encode, encode_local};

/// Gives the codec the functions of `internal/clone` that know the engine's own objects.
pub(crate) fn set_kit<'js>(ctx: &Ctx<'js>, kit: Object<'js>) {
    *Loop::of(ctx).clone_kit.borrow_mut() = Some(Persistent::save(ctx, kit));
}

fn kit<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    let kit = Loop::of(ctx).clone_kit.borrow().clone();
    kit.ok_or_else(|| rquickjs::Error::new_loading("the codec before internal/clone"))?.restore(ctx)
}

fn call<'js, A, R>(kit: &Object<'js>, name: &str, args: A) -> Result<R>
where
    A: rquickjs::function::IntoArgs<'js>,
    R: rquickjs::FromJs<'js>,
{
    kit.get::<_, rquickjs::Function>(name)?.call(args)
}

/// Walks recurse: a value that is too deep for the stack is refused before that ends.
fn check_stack(ctx: &Ctx<'_>, floor: usize) -> Result<()> {
    if raw::stack_position() > floor {
        return Ok(());
    }
    Err(Exception::throw_range(ctx, "Maximum call stack size exceeded"))
}

/// The same object has the same address for as long as somebody holds it.
fn address(value: &Value<'_>) -> usize {
    super::raw::address(value)
}
