//! Icons: one picture in, every size a desktop asks for out.

use std::{
    fs::File,
    io::{self, BufReader},
    path::{Path, PathBuf},
};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot read the icon {}: {source}", file.display())]
    Unreadable { file: PathBuf, source: io::Error },
    #[error("the icon {} is no PNG that can be read: {message}", file.display())]
    Png { file: PathBuf, message: String },
    #[error("the icon {} is {width} by {height}; icons are square", file.display())]
    Shape { file: PathBuf, width: u32, height: u32 },
}

/// A square picture of RGBA pixels, row after row.
pub struct Picture {
    pub size: u32,
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    pub fn open(file: &Path) -> Result<Self, Error> {
        let opened = File::open(file).map_err(|source| Error::Unreadable { file: file.into(), source })?;
        let wrong = |error: png::DecodingError| Error::Png { file: file.into(), message: error.to_string() };
        let mut decoder = png::Decoder::new(BufReader::new(opened));
        decoder
            .set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(wrong)?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let info = reader.next_frame(&mut bytes).map_err(wrong)?;
        if info.width != info.height {
            return Err(Error::Shape { file: file.into(), width: info.width, height: info.height });
        }
        let pixels = match info.color_type {
            png::ColorType::GrayscaleAlpha => {
                bytes.chunks_exact(2).map(|two| [two[0], two[0], two[0], two[1]]).collect()
            }
            _ => bytes.chunks_exact(4).map(|four| [four[0], four[1], four[2], four[3]]).collect(),
        };
        Ok(Self { size: info.width, pixels })
    }

    /// The picture made smaller. Each new pixel is the mean of all that it covers, weighted by how much of each, so
    /// that thin lines grow faint instead of vanishing.
    pub fn shrunk_to(&self, size: u32) -> Self {
        let across = |at: u32| f64::from(at) * f64::from(self.size) / f64::from(size);
        let mut pixels = Vec::with_capacity((size * size) as usize);
        for row in 0..size {
            for column in 0..size {
                pixels.push(self.mean((across(column), across(column + 1)), (across(row), across(row + 1))));
            }
        }
        Self { size, pixels }
    }

    fn mean(&self, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> [u8; 4] {
        let (mut colour, mut alpha, mut area) = ([0.0; 3], 0.0, 0.0);
        for y in top as u32..(bottom.ceil() as u32).min(self.size) {
            let high = bottom.min(f64::from(y + 1)) - top.max(f64::from(y));
            for x in left as u32..(right.ceil() as u32).min(self.size) {
                let weight = high * (right.min(f64::from(x + 1)) - left.max(f64::from(x)));
                let pixel = self.pixels[(y * self.size + x) as usize];
                let opaque = weight * f64::from(pixel[3]);
                // What cannot be seen has no say in the colour.
                for (sum, part) in colour.iter_mut().zip(pixel) {
                    *sum += opaque * f64::from(part);
                }
                alpha += opaque;
                area += weight;
            }
        }
        let channel = |sum: f64| if alpha > 0.0 { (sum / alpha).round() as u8 } else { 0 };
        [channel(colour[0]), channel(colour[1]), channel(colour[2]), (alpha / area).round() as u8]
    }

    pub fn to_png(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.size, self.size);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.pixels.as_flattened())?;
        writer.finish()?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shrinking_averages_colours_by_what_can_be_seen_of_them() {
        let (red, clear) = ([255, 0, 0, 255], [0, 0, 0, 0]);
        let picture = Picture { size: 2, pixels: vec![red, clear, red, clear] };
        assert_eq!(picture.shrunk_to(1).pixels, [[255, 0, 0, 128]]);
        assert_eq!(picture.shrunk_to(2).pixels, picture.pixels);
    }

    #[test]
    fn sizes_that_do_not_divide_keep_an_even_picture_even() {
        let picture = Picture { size: 7, pixels: vec![[10, 20, 30, 255]; 49] };
        assert_eq!(picture.shrunk_to(3).pixels, vec![[10, 20, 30, 255]; 9]);
    }

    #[test]
    fn a_picture_survives_its_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("i.png");
        let picture =
            Picture { size: 2, pixels: vec![[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]] };
        std::fs::write(&file, picture.to_png().unwrap()).unwrap();
        assert_eq!(Picture::open(&file).ok().unwrap().pixels, picture.pixels);
    }
}
