//! Certificates as scripts see them.

use ring::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, SHA512, digest};
use rquickjs::{Array, Ctx, Object, Result, Value};

use super::{
    certificate::Certificate,
    key::{self, Kind},
    name::Name,
};
use crate::runtime::Bytes;

/// What `getPeerCertificate()` gives, its issuer aside. Bytes are plain arrays, which scripts make buffers of.
pub(crate) fn legacy<'js>(ctx: &Ctx<'js>, certificate: &Certificate<'_>) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    object.set("subject", name(ctx, &certificate.subject)?)?;
    object.set("issuer", name(ctx, &certificate.issuer)?)?;
    if let Some(names) = certificate.subject_alt_name() {
        object.set("subjectaltname", names)?;
    }
    if let Some(access) = certificate.info_access() {
        object.set("infoAccess", access)?;
    }
    object.set("ca", certificate.is_authority())?;
    describe_key(&object, certificate)?;
    object.set("valid_from", certificate.valid_from())?;
    object.set("valid_to", certificate.valid_to())?;
    object.set("fingerprint", fingerprint(&SHA1_FOR_LEGACY_USE_ONLY, certificate.raw))?;
    object.set("fingerprint256", fingerprint(&SHA256, certificate.raw))?;
    object.set("fingerprint512", fingerprint(&SHA512, certificate.raw))?;
    if let Some(usages) = certificate.extended_key_usage() {
        object.set("ext_key_usage", usages)?;
    }
    object.set("serialNumber", certificate.serial_number())?;
    object.set("raw", Bytes(certificate.raw.to_vec()))?;
    Ok(object)
}

/// Texts by short names; what occurs more than once is a list.
fn name<'js>(ctx: &Ctx<'js>, name: &Name<'_>) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    object.set_prototype(None)?;
    for part in name.parts() {
        let found: Value<'js> = object.get(&*part.key)?;
        if let Some(list) = found.as_array() {
            list.set(list.len(), part.text)?;
        } else if found.is_undefined() {
            object.set(&*part.key, part.text)?;
        } else {
            let list = Array::new(ctx.clone())?;
            list.set(0, found)?;
            list.set(1, part.text)?;
            object.set(&*part.key, list)?;
        }
    }
    Ok(object)
}

fn describe_key(object: &Object<'_>, certificate: &Certificate<'_>) -> Result<()> {
    match certificate.key.kind() {
        Kind::Rsa { modulus, exponent } => {
            object.set("modulus", hexadecimal(modulus, ""))?;
            object.set("bits", key::bits(modulus))?;
            let digits = exponent.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
            object.set("exponent", format!("0x{}", digits.trim_start_matches('0')))?;
            object.set("pubkey", Bytes(certificate.key.raw.to_vec()))
        }
        Kind::Curve { name, nist, bits } => {
            object.set("bits", bits)?;
            object.set("pubkey", Bytes(certificate.key.bytes.to_vec()))?;
            object.set("asn1Curve", name)?;
            nist.map_or(Ok(()), |nist| object.set("nistCurve", nist))
        }
        Kind::Other => Ok(()),
    }
}

fn fingerprint(algorithm: &'static Algorithm, bytes: &[u8]) -> String {
    hexadecimal(digest(algorithm, bytes).as_ref(), ":")
}

fn hexadecimal(bytes: &[u8], separator: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(separator)
}
