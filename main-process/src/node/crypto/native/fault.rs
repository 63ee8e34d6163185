//! What goes wrong in here, with the codes and the properties that Node's errors have.

use rquickjs::{Ctx, Exception, Function, IntoJs, Result, Value, object::Property};

use crate::runtime::blocking;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Class {
    Error,
    Type,
    Range,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    class: Class,
    code: Option<&'static str>,
    message: String,
    /// OpenSSL's words for the library and the reason, which Node gives as properties.
    origin: Option<(&'static str, &'static str)>,
}

pub(super) type Outcome<T> = std::result::Result<T, Fault>;

impl Fault {
    fn new(class: Class, code: Option<&'static str>, message: impl Into<String>) -> Self {
        Self { class, code, message: message.into(), origin: None }
    }

    /// An error that has no code in Node either.
    pub(super) fn plain(message: &str) -> Self {
        Self::new(Class::Error, None, message)
    }

    pub(super) fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Class::Error, Some(code), message)
    }

    pub(super) fn type_error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Class::Type, Some(code), message)
    }

    pub(super) fn range_error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Class::Range, Some(code), message)
    }

    /// An error as OpenSSL words it, such as `error:1C800064:Provider routines::bad decrypt`.
    pub(super) fn openssl(
        number: &str,
        library: &'static str,
        reason: &'static str,
        code: &'static str,
    ) -> Self {
        let message = format!("error:{number}:{library}::{reason}");
        Self { origin: Some((library, reason)), ..Self::new(Class::Error, Some(code), message) }
    }

    fn value<'js>(&self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let value = match self.class {
            Class::Error => plain(ctx, &self.message)?,
            Class::Type => thrown(ctx, Exception::throw_type(ctx, &self.message)),
            Class::Range => thrown(ctx, Exception::throw_range(ctx, &self.message)),
        };
        let Some(object) = value.as_object() else { return Ok(value) };
        if let Some((library, reason)) = self.origin {
            object.set("library", library)?;
            object.set("reason", reason)?;
        }
        if let Some(code) = self.code {
            object.set("code", code)?;
        }
        Ok(value)
    }
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

pub(super) trait OrThrow<T> {
    fn or_throw(self, ctx: &Ctx<'_>) -> Result<T>;
}

impl<T> OrThrow<T> for Outcome<T> {
    fn or_throw(self, ctx: &Ctx<'_>) -> Result<T> {
        self.or_else(|fault| Err(ctx.throw(fault.value(ctx)?)))
    }
}

/// A value, or in its place the error: how the outcome of a job reaches its callback.
struct Settled<T>(Outcome<T>);

impl<'js, T: IntoJs<'js>> IntoJs<'js> for Settled<T> {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        match self.0 {
            Ok(value) => value.into_js(ctx),
            Err(fault) => fault.value(ctx),
        }
    }
}

/// Runs `work` at once and returns its value, or, with a callback, on the blocking pool.
pub(super) fn job<'js, T, F>(ctx: &Ctx<'js>, done: Option<Function<'js>>, work: F) -> Result<Value<'js>>
where
    T: for<'a> IntoJs<'a> + Send + 'static,
    F: FnOnce() -> Outcome<T> + Send + 'static,
{
    match done {
        None => work().or_throw(ctx)?.into_js(ctx),
        Some(done) => {
            blocking(ctx, done, move || Ok(Settled(work())))?;
            Ok(Value::new_undefined(ctx.clone()))
        }
    }
}
