//! Compression, in steps on the blocking pool or at once.

mod brotli;
mod codec;
mod deflate;
mod fuzz;
mod handle;
mod zstd;

use rquickjs::{Ctx, Exception, FromJs, Object, Result, TypedArray, Value, prelude::Func};

use crate::runtime::bytes_of;
use codec::{Codec, Failure};
use deflate::{Mode, Settings, Zlib};
pub(super) use fuzz::fuzz;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("open", Func::from(handle::open))?;
    native.set(
        "crc32",
        Func::from(|bytes: TypedArray<'_, u8>, start: f64| {
            f64::from(deflate::crc32(start as u32, bytes_of(&bytes)))
        }),
    )
}

const BROTLI_DECODE: i32 = 8;
const BROTLI_ENCODE: i32 = 9;
const ZSTD_COMPRESS: i32 = 10;
const ZSTD_DECOMPRESS: i32 = 11;

/// What a script asks for: `{ mode, windowBits, level, memLevel, strategy, dictionary, params, pledged }`.
struct Wish {
    mode: i32,
    zlib: Settings,
    /// Pairs of a parameter's number and its value.
    params: Vec<(u32, u32)>,
    pledged: Option<u64>,
}

impl<'js> FromJs<'js> for Wish {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let object = value.into_object().ok_or_else(|| Exception::throw_type(ctx, "a wish is an object"))?;
        let number = |name: &str| object.get::<_, Option<i32>>(name).map(Option::unwrap_or_default);
        let dictionary: Option<TypedArray<'js, u8>> = object.get("dictionary")?;
        let flat: Vec<u32> = object.get::<_, Option<_>>("params")?.unwrap_or_default();
        let pledged: Option<f64> = object.get("pledged")?;
        Ok(Self {
            mode: number("mode")?,
            zlib: Settings {
                window_bits: number("windowBits")?,
                level: number("level")?,
                mem_level: number("memLevel")?,
                strategy: number("strategy")?,
                dictionary: dictionary.map(|bytes| bytes_of(&bytes).to_vec()).unwrap_or_default(),
            },
            params: flat.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            pledged: pledged.map(|size| size as u64),
        })
    }
}

fn codec(wish: Wish) -> std::result::Result<Box<dyn Codec>, Failure> {
    Ok(match wish.mode {
        BROTLI_DECODE => Box::new(brotli::Decoder::new(&wish.params)),
        BROTLI_ENCODE => Box::new(brotli::Encoder::new(wish.params)?),
        ZSTD_COMPRESS => Box::new(zstd::Encoder::new(&wish.params, wish.pledged)?),
        ZSTD_DECOMPRESS => Box::new(zstd::Decoder::new(&wish.params)?),
        number => {
            let mode = Mode::from_number(number)
                .ok_or_else(|| Failure::new("Bad argument", "ERR_INVALID_ARG_VALUE", -1))?;
            Box::new(Zlib::new(mode, wish.zlib))
        }
    })
}
