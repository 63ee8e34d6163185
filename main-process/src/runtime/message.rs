//! A value on its way to another thread, or back to the same one.

use rquickjs::{Array, Ctx, Result, Value};

use super::{
    clone,
    port::{self, End},
    shared::Shared,
};

pub(crate) struct Message {
    bytes: Vec<u8>,
    ends: Vec<End>,
    shared: Vec<Shared>,
}

impl Message {
    /// Clones a value. The ports with these numbers go with it; on failure they stay.
    pub(crate) fn pack<'js>(ctx: &Ctx<'js>, value: Value<'js>, ports: &[u32]) -> Result<Self> {
        let (bytes, shared) = clone::encode_local(ctx, value, ports.len())?;
        Ok(Self { bytes, shared, ends: ports.iter().filter_map(|id| port::release(*id)).collect() })
    }

    /// The value, in this thread; its ports are held by this thread's table.
    pub(crate) fn unpack<'js>(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let extras = Array::new(ctx.clone())?;
        for end in self.ends {
            extras.set(extras.len(), port::hold(end))?;
        }
        for shared in &self.shared {
            extras.set(extras.len(), shared.to_js(ctx)?)?;
        }
        clone::decode_local(ctx, &self.bytes, extras)
    }

    /// The same message once more; nothing for one with ports, of which there is only one each.
    pub(crate) fn duplicate(&self) -> Option<Self> {
        let ends = Vec::new();
        self.ends.is_empty().then(|| Self { bytes: self.bytes.clone(), ends, shared: self.shared.clone() })
    }

    pub(super) fn ends(&self) -> impl Iterator<Item = &End> {
        self.ends.iter()
    }
}
