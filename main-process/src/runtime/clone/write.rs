use std::collections::HashMap;

use ipc::{
    Code, Error,
    clone::{ErrorKind, Id, ViewKind, Writer},
};
use rquickjs::{
    Array, ArrayBuffer, Ctx, Filter, Object, Result, String as JsString, Type, Value, atom::Atom,
};

use super::{address, call, check_stack, kit, text::text_of};
use crate::runtime::{Loop, Throw, raw, shared::Shared};

/// A value as [`ipc::clone`] bytes.
///
/// # Errors
/// `ERR_DATA_CLONE` for what has no clone: functions, symbols, promises, proxies, weak collections.
pub(crate) fn encode<'js>(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Vec<u8>> {
    let mut walk = Walk::new(ctx, Writer::new(), None)?;
    walk.value(value)?;
    walk.writer.finish().throw(ctx)
}

/// A value for another thread of this process, or for this one: host objects are written, too. What shared memory it
/// holds goes beside it and is counted from `first`.
pub(crate) fn encode_local<'js>(
    ctx: &Ctx<'js>,
    value: Value<'js>,
    first: usize,
) -> Result<(Vec<u8>, Vec<Shared>)> {
    let sample: Value = kit(ctx)?.get("shared")?;
    let local = Local { shared: Vec::new(), first, class: raw::class_of(&sample) };
    let mut walk = Walk::new(ctx, Writer::local(), Some(local))?;
    walk.value(value)?;
    let shared = walk.local.map(|local| local.shared).unwrap_or_default();
    Ok((walk.writer.finish().throw(ctx)?, shared))
}

struct Local {
    shared: Vec<Shared>,
    first: usize,
    /// The engine's number for shared buffers.
    class: rquickjs::qjs::JSClassID,
}

struct Walk<'js> {
    ctx: Ctx<'js>,
    kit: Object<'js>,
    writer: Writer,
    seen: HashMap<usize, Id>,
    /// Keeps every object alive, so that no address is used twice.
    held: Vec<Value<'js>>,
    local: Option<Local>,
    floor: usize,
    /// What is not an instance of a class has this prototype, or none.
    base: Object<'js>,
}

impl<'js> Walk<'js> {
    fn new(ctx: &Ctx<'js>, writer: Writer, local: Option<Local>) -> Result<Self> {
        let kit = kit(ctx)?;
        let base = kit.get("base")?;
        let floor = Loop::of(ctx).floor;
        let (seen, held) = (HashMap::new(), Vec::new());
        Ok(Self { ctx: ctx.clone(), kit, writer, seen, held, local, floor, base })
    }

    fn value(&mut self, value: Value<'js>) -> Result<()> {
        match value.type_of() {
            Type::Undefined | Type::Uninitialized => self.writer.undefined(),
            Type::Null => self.writer.null(),
            Type::Bool => self.writer.bool(value.as_bool().unwrap_or_default()),
            Type::Int | Type::Float => self.writer.number(value.as_number().unwrap_or_default()),
            Type::String => self.writer.string(text_of(&value.get::<JsString>()?)?),
            Type::BigInt => self.bigint(value)?,
            Type::Symbol => return self.refuse(&value),
            _ => self.object(value)?,
        }
        Ok(())
    }

    fn bigint(&mut self, value: Value<'js>) -> Result<()> {
        let negative = call(&self.kit, "isNegative", (value.clone(),))?;
        let hex: std::string::String = call(&self.kit, "bigint", (value,))?;
        self.writer.bigint(negative, &little_endian(&hex));
        Ok(())
    }

    fn object(&mut self, value: Value<'js>) -> Result<()> {
        if let Some(id) = self.seen.get(&address(&value)) {
            self.writer.reference(*id);
            return Ok(());
        }
        check_stack(&self.ctx, self.floor)?;
        let Some(object) = value.as_object().cloned() else { return self.refuse(&value) };
        if raw::is_proxy(&value) {
            return self.proxy(value);
        }
        if object.is_function() || value.is_promise() {
            return self.refuse(&value);
        }
        if let Some(array) = value.as_array().cloned() {
            return self.array(value, array);
        }
        if self.local.is_some() && self.hosted(&value, &object)? {
            return Ok(());
        }
        if raw::is_plain(&value) {
            let id = self.writer.object().throw(&self.ctx)?;
            self.remember(value, id);
            return self.fields(&object);
        }
        if let Some(buffer) = ArrayBuffer::from_object(object.clone()) {
            return self.buffer(value, &buffer);
        }
        self.described(value)
    }

    /// Some proxies of ours stand for a plain object; no other proxy can be cloned.
    fn proxy(&mut self, value: Value<'js>) -> Result<()> {
        let plain: Option<Object> = call(&self.kit, "plainOf", (value.clone(),))?;
        let Some(plain) = plain else { return self.refuse(&value) };
        let id = self.writer.object().throw(&self.ctx)?;
        self.remember(value, id);
        self.fields(&plain)
    }

    /// Writes an object that has a way of its own to cross threads; false for all others.
    fn hosted(&mut self, value: &Value<'js>, object: &Object<'js>) -> Result<bool> {
        if let Some(local) = &mut self.local
            && let Some(shared) = Shared::of(value, local.class)
        {
            let place = local.first + local.shared.len();
            local.shared.push(shared);
            let id = self.writer.host().throw(&self.ctx)?;
            self.remember(value.clone(), id);
            self.writer.number(place as f64);
            self.writer.end();
            return Ok(true);
        }
        let simple = object.get_prototype().is_none_or(|prototype| prototype == self.base);
        if simple || !(raw::is_plain(value) || value.is_error()) {
            return Ok(false);
        }
        let form: Option<Array> = call(&self.kit, "formOf", (value.clone(),))?;
        let Some(form) = form else { return Ok(false) };
        let id = self.writer.host().throw(&self.ctx)?;
        self.remember(value.clone(), id);
        self.value(form.into_value())?;
        self.writer.end();
        Ok(true)
    }

    fn remember(&mut self, value: Value<'js>, id: Id) {
        self.seen.insert(address(&value), id);
        self.held.push(value);
    }

    fn buffer(&mut self, value: Value<'js>, buffer: &ArrayBuffer<'js>) -> Result<()> {
        let Some(bytes) = raw::buffer_bytes(buffer) else { return self.refuse(&value) };
        let id = self.writer.array_buffer(bytes);
        self.remember(value, id);
        Ok(())
    }

    fn array(&mut self, value: Value<'js>, array: Array<'js>) -> Result<()> {
        let length = array.len() as u32;
        let object = array.as_object();
        let keys = object.own_keys::<Atom>(Filter::new().string().enum_only());
        let (count, last) = keys.fold((0_u32, None), |(count, _), key| (count + 1, key.ok()));
        let ends_dense = match last {
            Some(key) => key.to_string()?.parse::<u32>().is_ok_and(|key| key + 1 == length),
            None => length == 0,
        };
        if count == length && ends_dense {
            let id = self.writer.array(length).throw(&self.ctx)?;
            self.remember(value, id);
            for index in 0..length {
                self.value(array.get(index as usize)?)?;
            }
            self.writer.end();
            return Ok(());
        }
        let id = self.writer.sparse_array(length).throw(&self.ctx)?;
        self.remember(value, id);
        self.fields(object)
    }

    fn fields(&mut self, object: &Object<'js>) -> Result<()> {
        for key in object.own_keys::<Atom>(Filter::new().string().enum_only()) {
            let key = key?;
            // A getter that ran before may have taken this property away.
            let value: Value = object.get(key.clone())?;
            self.writer.key(text_of(&key.to_js_string()?)?);
            self.value(value)?;
        }
        self.writer.end();
        Ok(())
    }

    /// What only a script can take apart: see `describe` in `internal/clone`.
    fn described(&mut self, value: Value<'js>) -> Result<()> {
        let found: Option<Array> = call(&self.kit, "describe", (value.clone(), value.is_error()))?;
        let Some(found) = found else { return self.refuse(&value) };
        let id = match found.get::<std::string::String>(0)?.as_str() {
            "date" => self.writer.date(found.get(1)?),
            "regexp" => {
                let source = text_of(&found.get::<JsString>(1)?)?;
                self.writer.regexp(source, &found.get::<std::string::String>(2)?)
            }
            kind => return self.container(kind, value, &found),
        };
        self.remember(value, id);
        Ok(())
    }

    fn container(&mut self, kind: &str, value: Value<'js>, found: &Array<'js>) -> Result<()> {
        match kind {
            "map" => {
                let entries: Array = found.get(1)?;
                let id = self.writer.map((entries.len() / 2) as u32).throw(&self.ctx)?;
                self.remember(value, id);
                self.all(&entries)
            }
            "set" => {
                let values: Array = found.get(1)?;
                let id = self.writer.set(values.len() as u32).throw(&self.ctx)?;
                self.remember(value, id);
                self.all(&values)
            }
            "boxed" => {
                let id = self.writer.boxed().throw(&self.ctx)?;
                self.remember(value, id);
                self.value(found.get(1)?)?;
                self.writer.end();
                Ok(())
            }
            "view" => self.view(value, found),
            _ => self.error(value, found),
        }
    }

    fn all(&mut self, values: &Array<'js>) -> Result<()> {
        for value in values.iter::<Value>() {
            self.value(value?)?;
        }
        self.writer.end();
        Ok(())
    }

    fn view(&mut self, value: Value<'js>, found: &Array<'js>) -> Result<()> {
        let name: std::string::String = found.get(1)?;
        let Some(kind) = ViewKind::of_name(&name) else { return self.refuse(&value) };
        let (offset, length) = (found.get::<f64>(2)? as u64, found.get::<f64>(3)? as u64);
        let id = self.writer.view(kind, offset, length).throw(&self.ctx)?;
        self.remember(value, id);
        self.object(found.get(4)?)?;
        self.writer.end();
        Ok(())
    }

    fn error(&mut self, value: Value<'js>, found: &Array<'js>) -> Result<()> {
        let kind = ErrorKind::of_name(&found.get::<std::string::String>(1)?);
        let text = |index| found.get::<Option<JsString>>(index)?.map(|text| text_of(&text)).transpose();
        let has_cause = found.get(4)?;
        let id = self.writer.error(kind, text(2)?, text(3)?, has_cause).throw(&self.ctx)?;
        self.remember(value, id);
        if has_cause {
            self.value(found.get(5)?)?;
        }
        self.writer.end();
        Ok(())
    }

    fn refuse(&self, value: &Value<'js>) -> Result<()> {
        let what = match value.type_of() {
            Type::Symbol => describe_symbol(value),
            Type::Promise => "#<Promise>".to_owned(),
            _ if value.is_function() => source_of(value),
            _ => class_name(value),
        };
        Err(Error::new(Code::DataClone, format!("{what} could not be cloned."))).throw(&self.ctx)
    }
}

fn describe_symbol(value: &Value<'_>) -> std::string::String {
    let description = value.as_symbol().and_then(|symbol| symbol.description().ok());
    let text = description.and_then(|text| text.get::<std::string::String>().ok());
    format!("Symbol({})", text.unwrap_or_default())
}

/// A function is named by its text, as V8 names it.
fn source_of(value: &Value<'_>) -> std::string::String {
    let text = value.get::<rquickjs::Coerced<std::string::String>>();
    text.map_or_else(|_| "function".to_owned(), |text| text.0)
}

fn class_name(value: &Value<'_>) -> std::string::String {
    let constructor = value.as_object().and_then(|object| object.get::<_, Object>("constructor").ok());
    let name = constructor.and_then(|constructor| constructor.get::<_, std::string::String>("name").ok());
    format!("#<{}>", name.unwrap_or_else(|| "Object".into()))
}

/// Hex digits, the most significant first, as bytes with the little end first.
fn little_endian(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> =
        hex.bytes().rev().map(|digit| (digit as char).to_digit(16).unwrap_or(0) as u8).collect();
    digits.chunks(2).map(|pair| pair[0] | pair.get(1).copied().unwrap_or(0) << 4).collect()
}
