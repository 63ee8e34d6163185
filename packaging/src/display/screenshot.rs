use std::{fs::File, io::BufWriter, path::Path, thread};

use x11rb::{
    connection::Connection,
    protocol::xproto::{ConnectionExt, ImageFormat, ImageOrder},
    reexports::x11rb_protocol::parse_display::parse_display,
    rust_connection::{DefaultStream, RustConnection},
};

use super::{
    Error, GLANCE,
    cookie::{Cookie, PROTOCOL},
};

/// How many pictures may differ from the one before: a page that never stands still is taken as it is.
const LOOKS: usize = 20;

struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

pub(super) fn take(display: &str, cookie: &Cookie, file: &Path) -> Result<(), Error> {
    let connection = connect(display, cookie)?;
    let mut picture = look(&connection)?;
    for _ in 1..LOOKS {
        thread::sleep(GLANCE);
        let next = look(&connection)?;
        let still = next.rgb == picture.rgb;
        picture = next;
        if still {
            break;
        }
    }
    write(&picture, file)
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::Unreadable(error.to_string())
}

fn connect(display: &str, cookie: &Cookie) -> Result<RustConnection, Error> {
    let parsed = parse_display(Some(display)).map_err(unreadable)?;
    let mut failure = Error::Unreadable(format!("no way to {display}"));
    for address in parsed.connect_instruction() {
        match DefaultStream::connect(&address) {
            Ok((stream, _)) => {
                let (name, secret) = (PROTOCOL.as_bytes().to_vec(), cookie.secret());
                return RustConnection::connect_to_stream_with_auth_info(stream, 0, name, secret)
                    .map_err(unreadable);
            }
            Err(error) => failure = unreadable(error),
        }
    }
    Err(failure)
}

fn look(connection: &RustConnection) -> Result<Picture, Error> {
    let setup = connection.setup();
    let screen = setup.roots.first().ok_or_else(|| Error::Unreadable("there is no screen".into()))?;
    let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
    let image = connection
        .get_image(ImageFormat::Z_PIXMAP, screen.root, 0, 0, width, height, u32::MAX)
        .map_err(unreadable)?
        .reply()
        .map_err(unreadable)?;
    let wide =
        setup.pixmap_formats.iter().any(|format| format.depth == image.depth && format.bits_per_pixel == 32);
    if !wide || image.depth < 24 {
        return Err(Error::Unreadable(format!("a screen of depth {} is not understood", image.depth)));
    }
    let low_first = setup.image_byte_order == ImageOrder::LSB_FIRST;
    let rgb = image.data.chunks_exact(4).flat_map(|pixel| match (low_first, pixel) {
        (true, [blue, green, red, _]) | (false, [_, red, green, blue]) => [*red, *green, *blue],
        _ => [0; 3],
    });
    Ok(Picture { width: width.into(), height: height.into(), rgb: rgb.collect() })
}

fn write(picture: &Picture, file: &Path) -> Result<(), Error> {
    let unwritable = |source| Error::Unwritable { file: file.into(), source };
    let mut encoder = png::Encoder::new(
        BufWriter::new(File::create(file).map_err(unwritable)?),
        picture.width,
        picture.height,
    );
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(|error| unwritable(error.into()))?;
    writer.write_image_data(&picture.rgb).map_err(|error| unwritable(error.into()))?;
    writer.finish().map_err(|error| unwritable(error.into()))
}
