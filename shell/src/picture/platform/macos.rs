#![allow(unsafe_code)]

use objc2::{AnyThread, rc::Retained};
use objc2_app_kit::{
    NSBitmapImageRep, NSCompositingOperation, NSDeviceRGBColorSpace, NSGraphicsContext, NSImage,
};
use objc2_foundation::{NSData, NSPoint, NSRect, NSSize};

use super::super::{Pixels, bytes, refused};

pub(crate) fn picture(source: &str) -> ipc::Result<Retained<NSImage>> {
    let data = NSData::with_bytes(&bytes(source)?);
    NSImage::initWithData(NSImage::alloc(), &data).ok_or_else(|| refused(source, "its format is not known"))
}

pub(crate) fn pixels(source: &str) -> ipc::Result<Pixels> {
    let data = NSData::with_bytes(&bytes(source)?);
    let unknown = || refused(source, "its format is not known");
    let picture = NSBitmapImageRep::imageRepWithData(&data).ok_or_else(unknown)?;
    let (width, height) = (picture.pixelsWide(), picture.pixelsHigh());
    // SAFETY: without planes of ours it makes its own; four samples of eight bits are 32 bits.
    let plane = unsafe {
        NSBitmapImageRep::initWithBitmapDataPlanes_pixelsWide_pixelsHigh_bitsPerSample_samplesPerPixel_hasAlpha_isPlanar_colorSpaceName_bytesPerRow_bitsPerPixel(
            NSBitmapImageRep::alloc(), std::ptr::null_mut(), width, height, 8, 4, true, false, NSDeviceRGBColorSpace, width * 4, 32,
        )
    };
    let plane = plane.ok_or_else(|| refused(source, "it is too large"))?;
    let context = NSGraphicsContext::graphicsContextWithBitmapImageRep(&plane).ok_or_else(unknown)?;
    let area = NSRect::new(NSPoint::new(0.0, 0.0), NSSize::new(width as f64, height as f64));
    NSGraphicsContext::saveGraphicsState_class();
    NSGraphicsContext::setCurrentContext(Some(&context));
    context.setCompositingOperation(NSCompositingOperation::Copy);
    picture.drawInRect(area);
    NSGraphicsContext::restoreGraphicsState_class();
    // SAFETY: that many bytes are what it was asked to have, and nobody draws there any more.
    let drawn = unsafe { std::slice::from_raw_parts(plane.bitmapData(), (width * height * 4) as usize) };
    Ok(Pixels {
        rgba: drawn.chunks_exact(4).flat_map(straight).collect(),
        width: width as u32,
        height: height as u32,
    })
}

/// What is drawn has its colours multiplied by their alpha.
fn straight(pixel: &[u8]) -> [u8; 4] {
    let alpha = u32::from(pixel[3]);
    let color = |part: u8| (u32::from(part) * 255).checked_div(alpha).unwrap_or_default().min(255) as u8;
    [color(pixel[0]), color(pixel[1]), color(pixel[2]), pixel[3]]
}
