fn main() {
    std::process::exit(packaging::cli::run(std::env::args_os()));
}
