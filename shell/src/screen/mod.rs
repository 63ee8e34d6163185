//! Displays and the pointer.

mod platform;

use std::rc::Rc;

use main_process::host::screen::Command;

pub(crate) use platform::watch;

use crate::{
    answer::{Done, json},
    app::Shell,
};

pub(crate) fn handle(shell: &Rc<Shell>, command: Command) -> Done {
    match command {
        Command::GetDisplays => json(platform::displays(shell)),
        Command::GetCursorPoint => {
            let (x, y) = platform::cursor(shell);
            json(serde_json::json!({ "x": x, "y": y }))
        }
    }
}

/// A number for a display that is the same as long as the display is called the same.
fn number(name: &str) -> u32 {
    // FNV-1a, kept below 2^31 for whoever takes the number into a signed one.
    name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) >> 1
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_display_keeps_its_number_and_shares_it_with_no_other() {
        assert_eq!(super::number("DP-1"), super::number("DP-1"));
        assert_ne!(super::number("DP-1"), super::number("DP-2"));
    }
}
