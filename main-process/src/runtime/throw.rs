use ipc::Class;
use rquickjs::{Ctx, Exception, Object, Result, Value, object::Property};

/// The only bridge from [`ipc::Error`] to a JavaScript exception.
pub(crate) trait Throw<T> {
    fn throw(self, ctx: &Ctx<'_>) -> Result<T>;
}

impl<T> Throw<T> for ipc::Result<T> {
    fn throw(self, ctx: &Ctx<'_>) -> Result<T> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(ctx.throw(error_value(ctx, &error)?)),
        }
    }
}

/// The JavaScript object of an error, with Node's properties on it.
pub(crate) fn error_value<'js>(ctx: &Ctx<'js>, error: &ipc::Error) -> Result<Value<'js>> {
    let value = match error.code.class() {
        Class::Error => plain(ctx, &error.message)?,
        Class::TypeError => thrown(ctx, Exception::throw_type(ctx, &error.message)),
        Class::RangeError => thrown(ctx, Exception::throw_range(ctx, &error.message)),
        Class::SyntaxError => thrown(ctx, Exception::throw_syntax(ctx, &error.message)),
    };
    if let Some(object) = value.as_object() {
        describe(object, error)?;
    }
    Ok(value)
}

/// An `Error` whose message is hidden from enumeration, as one that a script makes.
fn plain<'js>(ctx: &Ctx<'js>, message: &str) -> Result<Value<'js>> {
    let exception = Exception::from_message(ctx.clone(), message)?;
    exception.as_object().remove("message")?;
    exception.as_object().prop("message", Property::from(message).writable().configurable())?;
    Ok(exception.into_value())
}

fn thrown<'js>(ctx: &Ctx<'js>, _: rquickjs::Error) -> Value<'js> {
    ctx.catch()
}

/// In Node's order, which is the order that `util.inspect` shows.
fn describe(object: &Object<'_>, error: &ipc::Error) -> Result<()> {
    if let Some(errno) = error.errno {
        object.set("errno", errno)?;
    }
    object.set("code", error.code.as_str())?;
    let texts = [("syscall", &error.syscall), ("path", &error.path), ("dest", &error.dest)];
    for (name, text) in texts {
        if let Some(text) = text {
            object.set(name, text.as_str())?;
        }
    }
    Ok(())
}
