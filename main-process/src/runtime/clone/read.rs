use ipc::{
    Code, Error,
    clone::{Id, Reader, Token},
};
use rquickjs::{Array, ArrayBuffer, Ctx, Object, Result, Value, object::Property};

use super::{call, check_stack, kit, text::string_of};
use crate::runtime::{Loop, Throw};

/// The value that [`ipc::clone`] bytes stand for.
///
/// # Errors
/// `ERR_BAD_MESSAGE` for bytes that are no clone; nothing of a bad message is ever seen.
pub(crate) fn decode<'js>(ctx: &Ctx<'js>, bytes: &[u8]) -> Result<Value<'js>> {
    build(ctx, Reader::new(bytes).throw(ctx)?, None)
}

/// The value of a message within this process, with what came beside its bytes.
pub(crate) fn decode_local<'js>(ctx: &Ctx<'js>, bytes: &[u8], extras: Array<'js>) -> Result<Value<'js>> {
    build(ctx, Reader::local(bytes).throw(ctx)?, Some(extras))
}

fn build<'js>(ctx: &Ctx<'js>, reader: Reader<'_>, extras: Option<Array<'js>>) -> Result<Value<'js>> {
    let floor = Loop::of(ctx).floor;
    let mut build = Build { ctx: ctx.clone(), kit: kit(ctx)?, reader, objects: Vec::new(), extras, floor };
    let value = build.value()?;
    build.reader.finish().throw(ctx)?;
    Ok(value)
}

struct Build<'js, 'a> {
    ctx: Ctx<'js>,
    kit: Object<'js>,
    reader: Reader<'a>,
    /// By id.
    objects: Vec<Value<'js>>,
    extras: Option<Array<'js>>,
    floor: usize,
}

impl<'js> Build<'js, '_> {
    fn value(&mut self) -> Result<Value<'js>> {
        let token = self.reader.next().throw(&self.ctx)?;
        self.built(token)
    }

    fn built(&mut self, token: Token<'_>) -> Result<Value<'js>> {
        let ctx = self.ctx.clone();
        Ok(match token {
            Token::Undefined | Token::Hole => Value::new_undefined(ctx),
            Token::Null => Value::new_null(ctx),
            Token::Bool(value) => Value::new_bool(ctx, value),
            Token::Int(value) => Value::new_int(ctx, value),
            Token::Number(value) => Value::new_float(ctx, value),
            Token::String(text) => string_of(&ctx, &text)?,
            Token::BigInt { negative, magnitude } => {
                call(&self.kit, "makeBigint", (negative, hex(magnitude)))?
            }
            Token::Reference(id) => self.known(id)?,
            token => self.object(token)?,
        })
    }

    fn known(&self, id: Id) -> Result<Value<'js>> {
        let known = self.objects.get(id as usize).cloned();
        known.ok_or_else(|| Error::new(Code::BadMessage, "a reference to nothing")).throw(&self.ctx)
    }

    fn object(&mut self, token: Token<'_>) -> Result<Value<'js>> {
        check_stack(&self.ctx, self.floor)?;
        match token {
            Token::Host => self.host(),
            Token::Array { length } => self.array(length),
            Token::SparseArray { length } => {
                let array = Array::new(self.ctx.clone())?;
                array.as_object().set("length", length)?;
                self.fields(array.into_object())
            }
            Token::Object => self.fields(Object::new(self.ctx.clone())?),
            Token::Map { size } => self.map(size),
            Token::Set { size } => self.set(size),
            Token::View { kind, offset, length } => self.view(kind.name(), offset, length),
            Token::Error { kind, message, stack, cause } => {
                let text = |text: Option<ipc::clone::Text<'_>>| {
                    text.map(|text| string_of(&self.ctx, &text)).transpose()
                };
                let error: Value = call(&self.kit, "makeError", (kind.name(), text(message)?, text(stack)?))?;
                self.objects.push(error.clone());
                if cause {
                    let cause = self.value()?;
                    call::<_, Value>(&self.kit, "setCause", (error.clone(), cause))?;
                }
                Ok(error)
            }
            Token::Boxed => {
                // Its number comes before its content, which is a primitive and has none.
                let content = self.value()?;
                let boxed: Value = call(&self.kit, "makeBoxed", (content,))?;
                Ok(self.push(boxed))
            }
            token => self.leaf(token),
        }
    }

    fn leaf(&mut self, token: Token<'_>) -> Result<Value<'js>> {
        let value = match token {
            Token::Date(time) => call(&self.kit, "makeDate", (time,))?,
            Token::RegExp { source, flags } => {
                let (source, flags) = (string_of(&self.ctx, &source)?, string_of(&self.ctx, &flags)?);
                call(&self.kit, "makeRegexp", (source, flags))?
            }
            Token::ArrayBuffer(bytes) => ArrayBuffer::new_copy(self.ctx.clone(), bytes)?.into_value(),
            _ => return Err(Error::new(Code::BadMessage, "a value was expected")).throw(&self.ctx),
        };
        Ok(self.push(value))
    }

    fn push(&mut self, value: Value<'js>) -> Value<'js> {
        self.objects.push(value.clone());
        value
    }

    fn array(&mut self, length: u32) -> Result<Value<'js>> {
        let array = Array::new(self.ctx.clone())?;
        self.objects.push(array.clone().into_value());
        for index in 0..length as usize {
            let token = self.reader.next().throw(&self.ctx)?;
            if token == Token::Hole {
                array.as_object().set("length", index + 1)?;
            } else {
                let value = self.built(token)?;
                array
                    .as_object()
                    .prop(index as u32, Property::from(value).writable().enumerable().configurable())?;
            }
        }
        Ok(array.into_value())
    }

    /// Defines rather than assigns, so that `__proto__` is a key like any other.
    fn fields(&mut self, object: Object<'js>) -> Result<Value<'js>> {
        self.objects.push(object.clone().into_value());
        while let Token::Key(key) = self.reader.next().throw(&self.ctx)? {
            let key = string_of(&self.ctx, &key)?;
            let value = self.value()?;
            object.prop(key, Property::from(value).writable().enumerable().configurable())?;
        }
        Ok(object.into_value())
    }

    fn map(&mut self, size: u32) -> Result<Value<'js>> {
        let map: Value = call(&self.kit, "makeMap", ())?;
        self.objects.push(map.clone());
        for _ in 0..size {
            let (key, value) = (self.value()?, self.value()?);
            call::<_, Value>(&self.kit, "mapSet", (map.clone(), key, value))?;
        }
        Ok(map)
    }

    fn set(&mut self, size: u32) -> Result<Value<'js>> {
        let set: Value = call(&self.kit, "makeSet", ())?;
        self.objects.push(set.clone());
        for _ in 0..size {
            let value = self.value()?;
            call::<_, Value>(&self.kit, "setAdd", (set.clone(), value))?;
        }
        Ok(set)
    }

    /// A number is one of the extras; everything else is what a script makes the object from.
    fn host(&mut self) -> Result<Value<'js>> {
        let place = self.objects.len();
        self.objects.push(Value::new_undefined(self.ctx.clone()));
        let form = self.value()?;
        let object = match (form.as_int(), &self.extras) {
            (Some(index), Some(extras)) => extras.get(index as usize)?,
            _ => call(&self.kit, "makeHost", (form, self.extras.clone()))?,
        };
        self.objects[place] = object;
        Ok(self.objects[place].clone())
    }

    fn view(&mut self, name: &str, offset: u64, length: u64) -> Result<Value<'js>> {
        // The view has the smaller number, but can only be made when its buffer is there.
        let place = self.objects.len();
        self.objects.push(Value::new_undefined(self.ctx.clone()));
        let buffer = self.value()?;
        let view: Value = call(&self.kit, "makeView", (name, buffer, offset as f64, length as f64))?;
        self.objects[place] = view.clone();
        Ok(view)
    }
}

/// Bytes with the little end first as hex digits.
fn hex(magnitude: &[u8]) -> String {
    let digits: String = magnitude.iter().rev().map(|byte| format!("{byte:02x}")).collect();
    if digits.is_empty() { "0".into() } else { digits }
}
