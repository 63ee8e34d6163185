//! What a page gets before its own scripts.

use main_process::host::page::Options;
use preload::{Config, Preload, Script};

use super::platform;
use crate::answer::complain;

pub(super) fn compose(options: &Options, key: String, token: &str) -> Vec<Script> {
    preload::scripts(&Config {
        key,
        token: token.into(),
        transport: platform::TRANSPORT,
        context_isolation: options.context_isolation,
        sandbox: options.sandbox,
        preloads: options.preload.iter().filter_map(|path| read(path)).collect(),
        process: options.process.clone(),
        arguments: options.additional_arguments.clone(),
        zoom_factor: options.zoom_factor,
    })
}

fn read(path: &str) -> Option<Preload> {
    match std::fs::read_to_string(path) {
        Ok(source) => Some(Preload { path: path.into(), source }),
        Err(error) => {
            complain(&format!("Unable to load preload script: {path}: {error}"));
            None
        }
    }
}
