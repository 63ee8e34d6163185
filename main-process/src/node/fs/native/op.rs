//! How an operation written once becomes two functions: `stat(…)` throws, `statAsync(…, done)` works on another thread.

use std::path::{Path, PathBuf};

use rquickjs::{
    Ctx, Error, FromJs, Function, IntoJs, Object, Result, TypedArray, Value,
    function::{FromParam, FromParams, IntoJsFunc, ParamRequirement, Params},
};

use super::platform;
use crate::runtime::{Throw, blocking, bytes_of};

pub(super) struct Ops<'a, 'js> {
    pub(super) native: &'a Object<'js>,
}

impl Ops<'_, '_> {
    /// Registers both forms. `A` is a tuple of plain data.
    pub(super) fn add<A, T>(&self, name: &str, run: fn(A) -> ipc::Result<T>) -> Result<()>
    where
        A: for<'js> FromParams<'js> + Send + 'static,
        T: for<'js> IntoJs<'js> + Send + 'static,
    {
        self.native.set(name, Function::new(self.native.ctx().clone(), Now(run))?)?;
        self.native.set(format!("{name}Async"), Function::new(self.native.ctx().clone(), Later(run))?)
    }
}

struct Now<A, T>(fn(A) -> ipc::Result<T>);

impl<'js, A, T> IntoJsFunc<'js, ()> for Now<A, T>
where
    A: FromParams<'js>,
    T: IntoJs<'js>,
{
    fn param_requirements() -> ParamRequirement {
        A::param_requirements()
    }

    fn call(&self, params: Params<'_, 'js>) -> Result<Value<'js>> {
        let ctx = params.ctx().clone();
        let args = A::from_params(&mut params.access())?;
        (self.0)(args).throw(&ctx)?.into_js(&ctx)
    }
}

struct Later<A, T>(fn(A) -> ipc::Result<T>);

impl<'js, A, T> IntoJsFunc<'js, ()> for Later<A, T>
where
    A: FromParams<'js> + Send + 'static,
    T: for<'a> IntoJs<'a> + Send + 'static,
{
    fn param_requirements() -> ParamRequirement {
        A::param_requirements().combine(Function::param_requirement())
    }

    fn call(&self, params: Params<'_, 'js>) -> Result<Value<'js>> {
        let ctx = params.ctx().clone();
        let mut access = params.access();
        let args = A::from_params(&mut access)?;
        let done = Function::from_param(&mut access)?;
        let run = self.0;
        blocking(&ctx, done, move || run(args))?;
        Ok(Value::new_undefined(ctx))
    }
}

/// A path as scripts give it: text, or bytes where the system's names are no UTF-8.
#[derive(Clone)]
pub(super) struct PathArg(pub(super) PathBuf);

impl<'js> FromJs<'js> for PathArg {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        if value.is_string() {
            return Ok(Self(PathBuf::from(String::from_js(ctx, value)?)));
        }
        let bytes = TypedArray::<u8>::from_js(ctx, value)?;
        Ok(Self(platform::path_of_bytes(bytes_of(&bytes))))
    }
}

impl AsRef<Path> for PathArg {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

/// Bytes to write, copied because the script may change its own meanwhile.
pub(super) struct Data(pub(super) Vec<u8>);

impl<'js> FromJs<'js> for Data {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        if value.is_string() {
            return Ok(Self(String::from_js(ctx, value)?.into_bytes()));
        }
        let bytes = TypedArray::<u8>::from_js(ctx, value)?;
        Ok(Self(bytes_of(&bytes).to_vec()))
    }
}

/// A whole number that may be larger than 32 bits: a position, a length, a user.
pub(super) struct Whole(pub(super) i64);

impl<'js> FromJs<'js> for Whole {
    fn from_js(_: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let type_name = value.type_name();
        let number = value.as_number().map(|number| number as i64);
        let number = number.or_else(|| value.into_big_int().and_then(|big| big.to_i64().ok()));
        number.map(Self).ok_or_else(|| Error::new_from_js(type_name, "integer"))
    }
}

/// Names a failed call and its path as Node does.
pub(super) trait Named<T> {
    fn named(self, syscall: &str) -> ipc::Result<T>;
    fn at(self, syscall: &str, path: &Path) -> ipc::Result<T>;
    fn between(self, syscall: &str, path: &Path, dest: &Path) -> ipc::Result<T>;
}

impl<T> Named<T> for std::io::Result<T> {
    fn named(self, syscall: &str) -> ipc::Result<T> {
        self.map_err(|error| ipc::Error::io(&error, syscall))
    }

    fn at(self, syscall: &str, path: &Path) -> ipc::Result<T> {
        self.named(syscall).map_err(|error| error.with_path(path.to_string_lossy()))
    }

    fn between(self, syscall: &str, path: &Path, dest: &Path) -> ipc::Result<T> {
        self.at(syscall, path).map_err(|error| error.with_dest(dest.to_string_lossy()))
    }
}
