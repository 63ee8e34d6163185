//! What the scripts see of SQLite: a database, its statements, and functions of their own.

mod backup;
mod connection;
mod functions;
mod rows;
mod statement;
mod values;

use std::{cell::Cell, rc::Rc};

use ipc::Code;
use rquickjs::{Ctx, Error, Exception, Function, Object, Result, Value, prelude::Func};

use crate::runtime::Throw;
use backup::Backup;
use connection::{Connection, Failure, OpenOptions, terminated};
use functions::{Answer, Call, Definition, Part, answering, define};
use rows::statement_object;
use values::{datum_of, value_of};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("open", Func::from(open))
}

fn open<'js>(ctx: Ctx<'js>, path: String, options: Object<'js>) -> Result<Object<'js>> {
    let options = OpenOptions {
        read_only: options.get("readOnly")?,
        foreign_keys: options.get("foreignKeys")?,
        double_quoted_strings: options.get("doubleQuotedStrings")?,
        timeout: options.get("timeout")?,
    };
    let connection =
        Connection::open(&terminated(&path), &options).map_err(|failure| raise(&ctx, &failure))?;
    database_object(&ctx, &connection)
}

fn database_object<'js>(ctx: &Ctx<'js>, connection: &Rc<Connection>) -> Result<Object<'js>> {
    let handle = Object::new(ctx.clone())?;
    let its = || Rc::clone(connection);
    let db = its();
    handle.set("close", Function::new(ctx.clone(), move || db.close())?)?;
    let db = its();
    let exec = move |ctx: Ctx<'js>, sql: String, answer: Option<Function<'js>>| {
        run_with(&ctx, answer.as_ref(), || db.exec(&terminated(&sql)))
    };
    handle.set("exec", Function::new(ctx.clone(), exec)?)?;
    let db = its();
    let prepare = move |ctx: Ctx<'js>, sql: String| -> Result<Option<Object<'js>>> {
        let statement = db.prepare(&terminated(&sql)).map_err(|failure| raise(&ctx, &failure))?;
        statement.map(|statement| statement_object(&ctx, &statement)).transpose()
    };
    handle.set("prepare", Function::new(ctx.clone(), prepare)?)?;
    let db = its();
    handle.set("inTransaction", Function::new(ctx.clone(), move || db.in_transaction())?)?;
    let db = its();
    let location = move |name: String| db.location(&terminated(&name));
    handle.set("location", Function::new(ctx.clone(), location)?)?;
    let db = its();
    let allow =
        move |ctx: Ctx<'js>, on: bool| db.allow_extensions(on).map_err(|failure| raise(&ctx, &failure));
    handle.set("allowExtensions", Function::new(ctx.clone(), allow)?)?;
    let db = its();
    let load = move |ctx: Ctx<'js>, path: String| {
        db.load_extension(&terminated(&path)).map_err(|failure| raise(&ctx, &failure))
    };
    handle.set("loadExtension", Function::new(ctx.clone(), load)?)?;
    let db = its();
    let new = move |ctx: Ctx<'js>, name: String, what: Object<'js>| -> Result<()> {
        let flag = |name: &str| what.get::<_, Option<bool>>(name).map(|flag| flag.unwrap_or(false));
        let definition = Definition {
            id: what.get("id")?,
            arguments: what.get("arguments")?,
            deterministic: flag("deterministic")?,
            direct_only: flag("directOnly")?,
            big: flag("useBigIntArguments")?,
            aggregate: flag("aggregate")?,
            window: flag("window")?,
        };
        define(&db, &terminated(&name), definition).map_err(|failure| raise(&ctx, &failure))
    };
    handle.set("define", Function::new(ctx.clone(), new)?)?;
    let db = its();
    let copy = move |ctx: Ctx<'js>, path: String, target: String, source: String| {
        backup_object(&ctx, &db, &path, &target, &source)
    };
    handle.set("backup", Function::new(ctx.clone(), copy)?)?;
    Ok(handle)
}

/// Runs what may call functions of the scripts; their exceptions go before SQLite's own failure.
fn run_with<'js, T>(
    ctx: &Ctx<'js>,
    answerer: Option<&Function<'js>>,
    step: impl FnOnce() -> std::result::Result<T, Failure>,
) -> Result<T> {
    let Some(answerer) = answerer else {
        return step().map_err(|failure| raise(ctx, &failure));
    };
    let threw = Cell::new(false);
    let answer = |call: Call| {
        let answer = ask(ctx, answerer, call);
        threw.set(threw.get() || matches!(answer, Err(None)));
        answer
    };
    answering(&answer, step)
        .map_err(|failure| if threw.get() { Error::Exception } else { raise(ctx, &failure) })
}

fn ask<'js>(ctx: &Ctx<'js>, answerer: &Function<'js>, call: Call) -> Answer {
    let arguments = rquickjs::Array::new(ctx.clone()).map_err(|_| None)?;
    for (index, datum) in call.arguments.into_iter().enumerate() {
        let value = value_of(ctx, datum, call.big).map_err(|_| None)?;
        let value = value.map_err(|integer| {
            let text = format!("The value of argument {index} is too large to be represented as a JavaScript number: {integer}");
            let _ = ipc::Result::<()>::Err(ipc::Error::new(Code::OutOfRange, text)).throw(ctx);
            None
        })?;
        arguments.set(index, value).map_err(|_| None)?;
    }
    let part = match call.part {
        Part::Call => "call",
        Part::Inverse => "inverse",
        Part::Value => "value",
        Part::Final => "final",
    };
    let value: Value = answerer.call((part, call.id, call.run as f64, arguments)).map_err(|_| None)?;
    if call.part == Part::Inverse {
        return Ok(statement::Datum::Null);
    }
    datum_of(&value)
        .ok_or_else(|| Some("Returned JavaScript value cannot be converted to a SQLite value".to_owned()))
}

/// SQLite's failure as Node's error.
fn raise(ctx: &Ctx<'_>, failure: &Failure) -> Error {
    let error = || -> Result<Error> {
        let exception = Exception::from_message(ctx.clone(), &failure.message)?;
        exception.as_object().set("code", "ERR_SQLITE_ERROR")?;
        exception.as_object().set("errcode", failure.code)?;
        exception.as_object().set("errstr", failure.text.as_str())?;
        Ok(ctx.throw(exception.into_value()))
    };
    error().unwrap_or_else(|error| error)
}

/// A copy in steps: `step(pages)` returns how many are left, of how many.
fn backup_object<'js>(
    ctx: &Ctx<'js>,
    db: &Rc<Connection>,
    path: &str,
    target: &str,
    source: &str,
) -> Result<Object<'js>> {
    let options =
        OpenOptions { read_only: false, foreign_keys: false, double_quoted_strings: false, timeout: 0 };
    let begin = || {
        let into = Connection::open(&terminated(path), &options)?;
        Backup::begin(into, Rc::clone(db), &terminated(target), &terminated(source))
    };
    let backup = begin().map_err(|failure| raise(ctx, &failure))?;
    let handle = Object::new(ctx.clone())?;
    let step = move |ctx: Ctx<'js>, pages: i32| -> Result<Vec<i32>> {
        let (left, all) = backup.step(pages).map_err(|failure| raise(&ctx, &failure))?;
        Ok(vec![left, all])
    };
    handle.set("step", Function::new(ctx.clone(), step)?)?;
    Ok(handle)
}
