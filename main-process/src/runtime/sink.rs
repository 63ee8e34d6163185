use std::rc::Rc;

use rquickjs::{Ctx, Result};

use super::event_loop::Loop;

/// Takes what a connection reads before it becomes JavaScript's: a protocol that is parsed natively.
///
/// The connection's handle is given the sink's number by a script; from then on its bytes come here, on the JavaScript
/// thread and as one macrotask per read, while its end and its errors go to the script as ever.
pub(crate) trait Sink {
    fn bytes(&self, ctx: &Ctx<'_>, bytes: &[u8]) -> Result<()>;
}

impl Loop {
    /// Keeps a sink under a number of its own, until it is removed.
    pub(crate) fn add_sink(&self, sink: Rc<dyn Sink>) -> u32 {
        let mut sinks = self.sinks.borrow_mut();
        if let Some(free) = sinks.free.pop() {
            sinks.slots[free as usize] = Some(sink);
            return free;
        }
        sinks.slots.push(Some(sink));
        u32::try_from(sinks.slots.len() - 1).expect("memory ends before the numbers do")
    }

    pub(crate) fn sink(&self, id: u32) -> Option<Rc<dyn Sink>> {
        self.sinks.borrow().slots.get(id as usize).cloned().flatten()
    }

    pub(crate) fn remove_sink(&self, id: u32) {
        let mut sinks = self.sinks.borrow_mut();
        if sinks.slots.get_mut(id as usize).and_then(Option::take).is_some() {
            sinks.free.push(id);
        }
    }
}

#[derive(Default)]
pub(super) struct Sinks {
    slots: Vec<Option<Rc<dyn Sink>>>,
    free: Vec<u32>,
}
