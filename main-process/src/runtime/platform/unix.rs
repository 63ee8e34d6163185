#![allow(unsafe_code)]

use std::{fs, mem::MaybeUninit};

/// The bytes of memory that the machine has.
pub(crate) fn physical_memory() -> Option<u64> {
    // SAFETY: no memory is involved.
    let (pages, size) = unsafe { (libc::sysconf(libc::_SC_PHYS_PAGES), libc::sysconf(libc::_SC_PAGESIZE)) };
    Some(u64::try_from(pages).ok()? * u64::try_from(size).ok()?)
}

/// What this process may still take, if there is a bound.
pub(crate) fn memory_left() -> Option<u64> {
    let mut limit = MaybeUninit::<libc::rlimit>::uninit();
    // SAFETY: the call fills the struct when it succeeds.
    let limit = unsafe {
        if libc::getrlimit(libc::RLIMIT_AS, limit.as_mut_ptr()) != 0 {
            return None;
        }
        limit.assume_init().rlim_cur
    };
    if limit == libc::RLIM_INFINITY {
        return None;
    }
    let pages = fs::read_to_string("/proc/self/statm").ok();
    let used = pages.and_then(|text| text.split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) * 4096;
    Some((limit as u64).saturating_sub(used))
}
