//! The native side: one event loop, its windows, pages, menus and dialogs, and the program that apps ship.
//!
//! **Invariant:** the shell never waits for the main process. Commands come in through a queue, events go out
//! through a channel, and what a user does to a window works while the main script is busy or hangs.

mod answer;
mod app;
mod command_line;
mod desktop;
mod dialog;
mod door;
mod menu;
mod page;
mod picture;
mod screen;
mod theme;
mod window;

pub use app::{prepare, start};

/// Runs the app that the command line names, or the one that lies beside the executable; returns the exit code.
pub fn run(words: Vec<String>) -> i32 {
    let (line, packaged) = match command_line::parse(words) {
        Ok(parsed) => parsed,
        Err(refusal) => return main_process::command_line::complain(&refusal),
    };
    start(move |host, events| {
        let options = main_process::Options::of(line);
        main_process::run(main_process::Options {
            host: Some(host),
            events: Some(events),
            packaged,
            ..options
        })
    })
}
