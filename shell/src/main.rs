//! `kaon-shell`: the runtime executable that apps ship.

fn main() {
    shell::prepare();
    std::process::exit(shell::run(std::env::args().skip(1).collect()));
}
