#![allow(unsafe_code)]

use windows::{
    Win32::{
        Graphics::Imaging::{
            CLSID_WICImagingFactory, GUID_WICPixelFormat32bppRGBA, IWICBitmapSource, IWICImagingFactory,
            WICConvertBitmapSource, WICDecodeMetadataCacheOnDemand,
        },
        System::Com::{CLSCTX_INPROC_SERVER, CoCreateInstance},
        UI::WindowsAndMessaging::{CreateIcon, DestroyIcon, HICON},
    },
    core::Result,
};

use super::super::{Pixels, bytes, refused};

pub(crate) fn pixels(source: &str) -> ipc::Result<Pixels> {
    decode(&bytes(source)?).map_err(|error| refused(source, &error.message()))
}

/// On a thread that has COM: that of the windows, and those of dialogs.
fn decode(bytes: &[u8]) -> Result<Pixels> {
    // SAFETY: the stream reads from the bytes, which outlive it; the pixels have the room that their size asks for.
    unsafe {
        let factory: IWICImagingFactory =
            CoCreateInstance(&CLSID_WICImagingFactory, None, CLSCTX_INPROC_SERVER)?;
        let stream = factory.CreateStream()?;
        stream.InitializeFromMemory(bytes)?;
        let decoder =
            factory.CreateDecoderFromStream(&stream, std::ptr::null(), WICDecodeMetadataCacheOnDemand)?;
        let picture: IWICBitmapSource =
            WICConvertBitmapSource(&GUID_WICPixelFormat32bppRGBA, &decoder.GetFrame(0)?)?;
        let (mut width, mut height) = (0, 0);
        picture.GetSize(&raw mut width, &raw mut height)?;
        let mut rgba = vec![0; width as usize * height as usize * 4];
        picture.CopyPixels(std::ptr::null(), width * 4, &mut rgba)?;
        Ok(Pixels { rgba, width, height })
    }
}

/// An icon of the system's, destroyed with its owner.
pub(crate) struct OwnIcon(HICON);

impl OwnIcon {
    pub(crate) fn handle(&self) -> HICON {
        self.0
    }
}

impl Drop for OwnIcon {
    fn drop(&mut self) {
        // SAFETY: made by `icon`, and shown nowhere any more.
        let _ = unsafe { DestroyIcon(self.0) };
    }
}

pub(crate) fn icon(source: &str) -> ipc::Result<OwnIcon> {
    let Pixels { mut rgba, width, height } = pixels(source)?;
    rgba.chunks_exact_mut(4).for_each(|pixel| pixel.swap(0, 2));
    // The alpha says what is to be seen; the older mask, of a bit for every pixel, lets everything through.
    let mask = vec![0_u8; (width as usize).div_ceil(16) * 2 * height as usize];
    // SAFETY: both planes have as many bytes as the size asks for.
    let icon = unsafe { CreateIcon(None, width as i32, height as i32, 1, 32, mask.as_ptr(), rgba.as_ptr()) };
    icon.map(OwnIcon).map_err(|error| refused(source, &error.message()))
}
