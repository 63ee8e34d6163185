mod collation;
mod locales;
mod segments;
mod zones;

use rquickjs::{Ctx, Object, Result, prelude::Func};

pub(in crate::web) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("english", Func::from(|| include_str!("../en.json")))?;
    native.set("compare", Func::from(collation::compare))?;
    native.set("canonicalize", Func::from(locales::canonicalize))?;
    native.set("maximize", Func::from(locales::maximize))?;
    native.set("minimize", Func::from(locales::minimize))?;
    native.set("lower", Func::from(locales::lower))?;
    native.set("upper", Func::from(locales::upper))?;
    native.set("boundaries", Func::from(segments::boundaries))?;
    native.set("systemZone", Func::from(zones::system))?;
    native.set("zone", Func::from(zones::canonical))?;
    native.set("zones", Func::from(zones::names))?;
    native.set("zoneOffset", Func::from(zones::offset))?;
    native.set("zoneIsSummer", Func::from(zones::is_summer))
}
