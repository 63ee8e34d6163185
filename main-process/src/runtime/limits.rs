//! How much memory and stack an engine may use, beyond which it throws.

use super::platform;

/// The engine's own bound on recursion, in bytes. Beyond it a `RangeError` is thrown.
const STACK: usize = 4 << 20;
/// What native code may need on top of that, most of it for walks over deep values.
const NATIVE_STACK: usize = 12 << 20;
/// Too little for anything, so that the script ends before it begins; 0 would stand for no bound.
const LEAST_HEAP: usize = 1 << 16;
const LEAST_STACK: usize = 256 << 10;
const MOST_STACK: usize = 256 << 20;

#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// The most bytes the heap may have.
    pub(super) memory: usize,
    pub(super) stack: usize,
}

impl Limits {
    pub(super) fn of_main() -> Self {
        Self { memory: default_memory(), stack: STACK }
    }

    pub(super) fn of_worker(memory: Option<usize>, stack: Option<usize>) -> Self {
        let most = default_memory();
        Self {
            memory: memory.map_or(most, |memory| memory.clamp(LEAST_HEAP, most)),
            stack: stack.map_or(STACK, |stack| stack.clamp(LEAST_STACK, MOST_STACK)),
        }
    }

    pub(super) fn thread_stack(self) -> usize {
        self.stack + NATIVE_STACK
    }

    /// How deep native walks may go.
    pub(super) fn native_depth(self) -> usize {
        self.stack + NATIVE_STACK / 4 * 3
    }
}

/// A script that wants more than the machine has gets an error of its own, rather than the system ending whomever.
fn default_memory() -> usize {
    const LEAST: u64 = 64 << 20;
    let physical = platform::physical_memory().unwrap_or(4 << 30) / 4 * 3;
    let allowed = platform::memory_left().map_or(u64::MAX, |left| left / 4 * 3);
    usize::try_from(physical.min(allowed).max(LEAST)).unwrap_or(usize::MAX)
}
