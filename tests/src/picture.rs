//! Pictures of the screen.

use std::{collections::HashSet, fs::File, io::BufReader, path::Path, process::Command};

use crate::{display::Display, process::output};

/// Takes a picture of the whole screen (`window` = `root`) or of one window and writes a PNG file.
pub fn take(display: &Display, window: &str, file: &Path) {
    output(Command::new("import").args(["-window", window]).arg(file).env("DISPLAY", display.name()));
}

/// How many different colours a PNG file has; a blank window has very few.
pub fn colours(file: &Path) -> usize {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(file).unwrap()));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let width = info.color_type.samples();
    pixels[..info.buffer_size()].chunks(width).collect::<HashSet<_>>().len()
}
