//! Processors, memory and load.

mod platform;

pub(super) use platform::{cpus, load_average, memory, uptime};

pub(super) struct Cpu {
    pub(super) model: String,
    /// In MHz.
    pub(super) speed: f64,
    /// Milliseconds spent for users, niced, the system, nothing, and interrupts.
    pub(super) times: [f64; 5],
}

pub(super) struct Memory {
    pub(super) free: u64,
    pub(super) total: u64,
}
