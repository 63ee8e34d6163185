use std::sync::{Mutex, PoisonError};

use rustls::KeyLog;

/// A connection's secrets as lines of the NSS key log, until the script takes them.
#[derive(Debug, Default)]
pub(super) struct Lines(Mutex<Vec<String>>);

impl Lines {
    pub(super) fn has_any(&self) -> bool {
        !self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    pub(super) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl KeyLog for Lines {
    /// Of the early secret there is no use without early data, which is never sent.
    fn will_log(&self, label: &str) -> bool {
        label != "CLIENT_EARLY_TRAFFIC_SECRET"
    }

    fn log(&self, label: &str, client_random: &[u8], secret: &[u8]) {
        let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let line = format!("{label} {} {}\n", hexadecimal(client_random), hexadecimal(secret));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}
