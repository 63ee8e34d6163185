use gtk::gdk_pixbuf::{Pixbuf, PixbufLoader, prelude::*};

use super::super::{Pixels, bytes, refused};

pub(crate) fn picture(source: &str) -> ipc::Result<Pixbuf> {
    let bytes = bytes(source)?;
    let loader = PixbufLoader::new();
    let written = loader.write(&bytes).and_then(|()| loader.close());
    written.map_err(|error| refused(source, error.message()))?;
    loader.pixbuf().ok_or_else(|| refused(source, "it is empty"))
}

pub(crate) fn pixels(source: &str) -> ipc::Result<Pixels> {
    let picture = picture(source)?;
    let picture = picture.add_alpha(false, 0, 0, 0).map_err(|error| refused(source, &error.to_string()))?;
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let bytes = picture.read_pixel_bytes();
    let rows = bytes.chunks(picture.rowstride() as usize).take(height);
    let rgba = rows.flat_map(|row| row.iter().take(width * 4).copied()).collect();
    Ok(Pixels { rgba, width: width as u32, height: height as u32 })
}
