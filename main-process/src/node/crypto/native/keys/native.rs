//! The natives of `KeyObject`.

use std::sync::Arc;

use rquickjs::{Ctx, IntoJs, Object, Result, Value, prelude::Func};

use super::{
    super::{
        Bytes,
        fault::{Fault, OrThrow},
        held::Held,
    },
    Key, KeyHandle,
    export::{Target, Written},
    generate,
    parse::Source,
    parts,
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(in super::super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("keySecret", Func::from(secret))?;
    native.set("keyParse", Func::from(parse))?;
    native.set("keyBuild", Func::from(build))?;
    native.set("keyParts", Func::from(parts_of))?;
    native.set("keyKind", Func::from(kind))?;
    native.set("keyPublic", Func::from(public))?;
    native.set("keyBytes", Func::from(bytes))?;
    native.set("keyLength", Func::from(length))?;
    native.set("keyEquals", Func::from(equals))?;
    native.set("keyExport", Func::from(export))?;
    generate::register(native)
}

fn held<'js>(ctx: &Ctx<'js>, key: Key) -> Result<KeyHandle<'js>> {
    Held::new(ctx, Arc::new(key))
}

fn secret<'js>(ctx: Ctx<'js>, data: Bytes<'js>) -> Result<KeyHandle<'js>> {
    held(&ctx, Key::Secret(bytes_of(&data).to_vec()))
}

/// `kind` is the form of DER; undefined for PEM.
fn parse<'js>(
    ctx: Ctx<'js>,
    private: bool,
    data: Bytes<'js>,
    der: bool,
    kind: Option<String>,
    passphrase: Option<Bytes<'js>>,
) -> Result<KeyHandle<'js>> {
    let passphrase = passphrase.as_ref().map(bytes_of);
    let source = Source { data: bytes_of(&data), der, kind: kind.as_deref(), passphrase };
    let key = if private { source.private() } else { source.public() };
    held(&ctx, key.or_throw(&ctx)?)
}

fn build<'js>(ctx: Ctx<'js>, kind: String, curve: String, parts: Object<'js>) -> Result<KeyHandle<'js>> {
    let key = parts::build(&kind, &curve, &parts).or_throw(&ctx)?;
    held(&ctx, key)
}

fn parts_of<'js>(ctx: Ctx<'js>, key: KeyHandle<'js>) -> Result<Object<'js>> {
    parts::of(&ctx, &key.borrow().0)
}

fn kind(key: KeyHandle<'_>) -> Option<&'static str> {
    key.borrow().0.public().map(|public| public.kind())
}

fn public<'js>(ctx: Ctx<'js>, key: KeyHandle<'js>) -> Result<Option<KeyHandle<'js>>> {
    let public = key.borrow().0.public();
    public.map(|public| held(&ctx, Key::Public(public))).transpose()
}

/// A secret key's bytes.
fn bytes(key: KeyHandle<'_>) -> Option<Output> {
    match &*key.borrow().0 {
        Key::Secret(bytes) => Some(Output(bytes.clone())),
        _ => None,
    }
}

fn length(key: KeyHandle<'_>) -> u32 {
    match &*key.borrow().0 {
        Key::Secret(bytes) => bytes.len() as u32,
        _ => 0,
    }
}

fn equals<'js>(one: KeyHandle<'js>, other: KeyHandle<'js>) -> bool {
    one.borrow().0.same(&other.borrow().0)
}

/// `lock` is a cipher's name and a passphrase.
fn export<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    kind: String,
    pem: bool,
    explicit: bool,
    cipher: Option<String>,
    passphrase: Option<Bytes<'js>>,
) -> Result<Value<'js>> {
    let lock = match (&cipher, &passphrase) {
        (Some(cipher), Some(passphrase)) => Some((cipher.as_str(), bytes_of(passphrase))),
        (Some(_), None) => {
            return Err(Fault::type_error("ERR_MISSING_PASSPHRASE", "Passphrase required")).or_throw(&ctx);
        }
        (None, _) => None,
    };
    let target = Target { kind: &kind, pem, explicit, lock };
    match target.write(&key.borrow().0).or_throw(&ctx)? {
        Written::Pem(text) => text.into_js(&ctx),
        Written::Der(data) => Output(data).into_js(&ctx),
    }
}
