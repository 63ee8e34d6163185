#![allow(unsafe_code)]

use std::ffi::{CStr, CString};

use windows_sys::Win32::NetworkManagement::IpHelper::{if_indextoname, if_nametoindex};

/// The longest name of an interface, with its end.
const LONGEST: usize = 257;

pub(in super::super) fn interface_index(name: &str) -> Option<u32> {
    let name = CString::new(name).ok()?;
    // SAFETY: the name is terminated and only read.
    let index = unsafe { if_nametoindex(name.as_ptr().cast()) };
    (index != 0).then_some(index)
}

pub(in super::super) fn interface_name(index: u32) -> Option<String> {
    let mut name = [0u8; LONGEST];
    // SAFETY: the buffer has the size that the system asks for, and is terminated when the call succeeds.
    let found = unsafe { if_indextoname(index, name.as_mut_ptr().cast()) };
    if found.is_null() {
        return None;
    }
    CStr::from_bytes_until_nul(&name).ok()?.to_str().ok().map(str::to_owned)
}
