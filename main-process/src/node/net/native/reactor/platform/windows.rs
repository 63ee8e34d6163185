use std::{
    io,
    task::{Context, Poll},
};

use crate::runtime::{Callback, Ready, Watch};

/// Here tokio waits for each connection, and each wakes its own handle.
pub(in super::super::super) struct Reactor;

#[derive(Clone, Copy)]
pub(in super::super::super) enum Readiness {}

impl Reactor {
    pub(in super::super::super) fn new(_: &Callback, _: Ready) -> io::Result<Self> {
        Ok(Self)
    }

    pub(in super::super::super) fn add(&self, _: i32, _: u32) -> io::Result<()> {
        Ok(())
    }

    pub(in super::super::super) fn collect(&mut self) -> Vec<(u32, Readiness)> {
        Vec::new()
    }
}

/// Asks for a handle's macrotask, one at a time.
pub(in super::super::super) struct Wake(Watch);

impl Wake {
    pub(in super::super::super) fn new(callback: &Callback, id: u32, ready: Ready) -> Self {
        Self(Watch::new(callback.remote(), id, ready))
    }

    pub(in super::super::super) fn again(&self) {
        self.0.again();
    }

    pub(in super::super::super) fn flush(&self, _: &Callback, _: u32, _: Ready) {}

    pub(in super::super::super) fn begun(&self) {}

    pub(in super::super::super) fn poll<T>(
        &self,
        attempt: impl FnMut(&mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        self.0.poll(attempt)
    }
}
