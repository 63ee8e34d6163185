//! A prepared statement as the scripts see it.

use std::rc::Rc;

use ipc::Code;
use rquickjs::{Array, Atom, Ctx, Function, Object, Result, Value};

use super::{
    raise, run_with,
    statement::Statement,
    values::{datum_of, value_of},
};
use crate::runtime::Throw;

/// Integers as BigInts.
const BIG: u32 = 1;
/// Rows as arrays.
const ARRAYS: u32 = 2;

pub(super) fn statement_object<'js>(ctx: &Ctx<'js>, statement: &Rc<Statement>) -> Result<Object<'js>> {
    let handle = Object::new(ctx.clone())?;
    running(ctx, &handle, statement)?;
    describing(ctx, &handle, statement)?;
    Ok(handle)
}

fn running<'js>(ctx: &Ctx<'js>, handle: &Object<'js>, statement: &Rc<Statement>) -> Result<()> {
    let its = || Rc::clone(statement);
    let it = its();
    // False when the value is of a kind that SQLite does not store.
    let bind = move |ctx: Ctx<'js>, index: i32, value: Value<'js>| -> Result<bool> {
        let Some(datum) = datum_of(&value) else { return Ok(false) };
        it.bind(index, &datum).map_err(|failure| raise(&ctx, &failure))?;
        Ok(true)
    };
    handle.set("bind", Function::new(ctx.clone(), bind)?)?;
    let it = its();
    let run = move |ctx: Ctx<'js>, answer: Option<Function<'js>>| -> Result<Vec<i64>> {
        let all = || {
            while it.step()? {}
            Ok(it.connection().changes())
        };
        run_with(&ctx, answer.as_ref(), all).map(|(changes, row)| vec![changes, row])
    };
    let run = move |ctx: Ctx<'js>, big: bool, answer: Option<Function<'js>>| -> Result<Array<'js>> {
        let pair = Array::new(ctx.clone())?;
        for (index, number) in run(ctx.clone(), answer)?.into_iter().enumerate() {
            let name = if index == 0 { "changes" } else { "lastInsertRowid" };
            pair.set(
                index,
                fitting(&ctx, value_of(&ctx, super::statement::Datum::Integer(number), big)?, name)?,
            )?;
        }
        Ok(pair)
    };
    handle.set("run", Function::new(ctx.clone(), run)?)?;
    let it = its();
    let next =
        move |ctx: Ctx<'js>, flags: u32, answer: Option<Function<'js>>| -> Result<Option<Value<'js>>> {
            if !run_with(&ctx, answer.as_ref(), || it.step())? {
                return Ok(None);
            }
            row(&ctx, &it, &names(&ctx, &it)?, flags).map(Some)
        };
    handle.set("next", Function::new(ctx.clone(), next)?)?;
    let it = its();
    let all = move |ctx: Ctx<'js>, flags: u32, answer: Option<Function<'js>>| -> Result<Array<'js>> {
        let rows = Array::new(ctx.clone())?;
        let names = names(&ctx, &it)?;
        while run_with(&ctx, answer.as_ref(), || it.step())? {
            rows.set(rows.len(), row(&ctx, &it, &names, flags)?)?;
        }
        Ok(rows)
    };
    handle.set("all", Function::new(ctx.clone(), all)?)?;
    let it = its();
    handle.set("reset", Function::new(ctx.clone(), move || it.reset())?)?;
    let it = its();
    handle.set("clear", Function::new(ctx.clone(), move || it.clear())?)
}

fn describing<'js>(ctx: &Ctx<'js>, handle: &Object<'js>, statement: &Rc<Statement>) -> Result<()> {
    let its = || Rc::clone(statement);
    let it = its();
    handle.set("finalized", Function::new(ctx.clone(), move || it.finalized())?)?;
    let it = its();
    handle.set("source", Function::new(ctx.clone(), move || it.source())?)?;
    let it = its();
    handle.set("expanded", Function::new(ctx.clone(), move || it.expanded())?)?;
    let it = its();
    let parameters =
        move || (1..=it.parameter_count()).map(|index| it.parameter_name(index)).collect::<Vec<_>>();
    handle.set("parameters", Function::new(ctx.clone(), parameters)?)?;
    let it = its();
    // Each column: name, and of its table, if any: the name there, database, table, declared type.
    let columns = move || -> Vec<Vec<Option<String>>> {
        let column = |index| {
            let mut all = vec![Some(it.column_name(index))];
            all.extend(it.column_origin(index));
            all
        };
        (0..it.column_count()).map(column).collect()
    };
    handle.set("columns", Function::new(ctx.clone(), columns)?)
}

fn names<'js>(ctx: &Ctx<'js>, statement: &Statement) -> Result<Vec<Atom<'js>>> {
    (0..statement.column_count())
        .map(|column| Atom::from_str(ctx.clone(), &statement.column_name(column)))
        .collect()
}

fn row<'js>(ctx: &Ctx<'js>, statement: &Statement, names: &[Atom<'js>], flags: u32) -> Result<Value<'js>> {
    let cell = |column: usize| {
        let value = value_of(ctx, statement.cell(column as i32), flags & BIG != 0)?;
        fitting(ctx, value, &format!("column {column}"))
    };
    if flags & ARRAYS != 0 {
        let row = Array::new(ctx.clone())?;
        for column in 0..names.len() {
            row.set(column, cell(column)?)?;
        }
        return Ok(row.into_value());
    }
    let row = Object::new(ctx.clone())?;
    row.set_prototype(None)?;
    for (column, name) in names.iter().enumerate() {
        row.set(name.clone(), cell(column)?)?;
    }
    Ok(row.into_value())
}

fn fitting<'js>(
    ctx: &Ctx<'js>,
    value: std::result::Result<Value<'js>, i64>,
    what: &str,
) -> Result<Value<'js>> {
    value.or_else(|integer| {
        let text =
            format!("The value of {what} is too large to be represented as a JavaScript number: {integer}");
        ipc::Result::Err(ipc::Error::new(Code::OutOfRange, text)).throw(ctx)
    })
}
