//! `kaon-shell`: the runtime executable that apps ship.

fn main() {
    // SAFETY of the environment: nothing else runs yet.
    shell::prepare();
    std::process::exit(shell::run(std::env::args().skip(1).collect()));
}
