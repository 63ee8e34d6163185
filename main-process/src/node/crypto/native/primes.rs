//! Finding primes and telling whether a number is one.

use crypto_bigint::{BoxedUint, NonZero, RandomBits, Resize};
use crypto_primes::{Flavor, hazmat::SetBits, is_prime, random_prime};
use rquickjs::{
    Ctx, Function, Object, Result, Value,
    prelude::{Func, Opt},
};

use super::{
    Bytes,
    fault::{Fault, Outcome, job},
    numbers::{bytes, padded, uint},
    random::generator,
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("checkPrime", Func::from(check))?;
    native.set("generatePrime", Func::from(generate))
}

fn check<'js>(ctx: Ctx<'js>, candidate: Bytes<'js>, done: Opt<Function<'js>>) -> Result<Value<'js>> {
    let candidate = bytes_of(&candidate).to_vec();
    job(&ctx, done.0, move || Ok(prime(&candidate)))
}

pub(super) fn prime(candidate: &[u8]) -> bool {
    let candidate = uint(candidate);
    candidate.bits() > 1 && is_prime(Flavor::Any, &candidate)
}

/// `add` and `remainder` are empty when not asked for.
fn generate<'js>(
    ctx: Ctx<'js>,
    size: u32,
    safe: bool,
    add: Bytes<'js>,
    remainder: Bytes<'js>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let (add, remainder) = (bytes_of(&add).to_vec(), bytes_of(&remainder).to_vec());
    job(&ctx, done.0, move || {
        let found = if add.is_empty() { any(size, safe)? } else { congruent(size, safe, &add, &remainder)? };
        Ok(Output(padded(&bytes(&found), size.div_ceil(8) as usize)))
    })
}

fn too_small() -> Fault {
    Fault::plain("error:01800076:bignum routines::bits too small")
}

pub(super) fn any(size: u32, safe: bool) -> Outcome<BoxedUint> {
    let flavor = if safe { Flavor::Safe } else { Flavor::Any };
    match size {
        0 | 1 => Err(too_small()),
        2 if safe => Err(too_small()),
        // The two highest bits are set, as OpenSSL has it, so that the product of two primes has full length.
        3.. => {
            let top = if size > 5 || !safe { SetBits::TwoMsb } else { SetBits::Msb };
            let factory = crypto_primes::hazmat::SmallFactorsSieveFactory::new(flavor, size, top);
            let Ok(factory) = factory else { return Ok(random_prime(&mut generator(), flavor, size)) };
            let found = crypto_primes::sieve_and_find(&mut generator(), factory, |_, one: &BoxedUint| {
                is_prime(flavor, one)
            });
            Ok(found.ok().flatten().unwrap_or_else(|| random_prime(&mut generator(), flavor, size)))
        }
        2 => Ok(BoxedUint::from(3u8)),
    }
}

/// A prime that leaves `remainder` (1 if none is given, 3 for safe ones) when divided by `add`.
pub(super) fn congruent(size: u32, safe: bool, add: &[u8], remainder: &[u8]) -> Outcome<BoxedUint> {
    let width = size.max(add.len() as u32 * 8) + 64;
    let add = uint(add).resize_unchecked(width);
    let remainder = if remainder.is_empty() { uint(if safe { &[3] } else { &[1] }) } else { uint(remainder) };
    let remainder = remainder.resize_unchecked(width);
    let step = NonZero::new(add.clone()).into_option().ok_or_else(too_small)?;
    loop {
        let start = BoxedUint::random_bits_with_precision(&mut generator(), size, width);
        let top = BoxedUint::one_with_precision(width).shl(size - 1);
        let start = start.bitor(&top);
        let start = start.wrapping_sub(start.rem(&step)).wrapping_add(&remainder);
        if let Some(found) = sieve(start, &add, size, safe) {
            return Ok(found);
        }
    }
}

/// Looks at `start`, `start + add` and so on, and tests only what no small prime divides.
fn sieve(start: BoxedUint, add: &BoxedUint, size: u32, safe: bool) -> Option<BoxedUint> {
    let small = |number: &BoxedUint, prime: u16| {
        number.to_be_bytes().iter().fold(0, |rest, byte| (rest << 8 | u32::from(*byte)) % u32::from(prime))
            as u16
    };
    let primes = (3u16..2000)
        .filter(|number| (2..*number).take_while(|by| by * by <= *number).all(|by| number % by != 0));
    let mut residues: Vec<_> = primes.map(|prime| (prime, small(&start, prime), small(add, prime))).collect();
    let mut candidate = start;
    for _ in 0..size * 8 {
        let divided = residues.iter().any(|(_, rest, _)| *rest == 0 && size > 11);
        if !divided && candidate.bits() == size && candidate.bit_vartime(0) && fits(&candidate, safe) {
            return Some(candidate);
        }
        candidate = candidate.wrapping_add(add);
        residues.iter_mut().for_each(|(prime, rest, step)| *rest = (*rest + *step) % *prime);
    }
    None
}

fn fits(candidate: &BoxedUint, safe: bool) -> bool {
    is_prime(if safe { Flavor::Safe } else { Flavor::Any }, candidate)
}
