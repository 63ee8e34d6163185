#![allow(unsafe_code)]

use std::{
    ffi::{CStr, c_int, c_void},
    io,
    mem::{self, MaybeUninit},
    ptr::null_mut,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{Cpu, Memory};

pub(crate) fn cpus() -> Vec<Cpu> {
    let model = text(c"machdep.cpu.brand_string").unwrap_or_else(|| "unknown".into());
    let speed = number(c"hw.cpufrequency").unwrap_or(0) as f64 / 1e6;
    ticks().into_iter().map(|times| Cpu { model: model.clone(), speed: speed.trunc(), times }).collect()
}

fn ticks() -> Vec<[f64; 5]> {
    let (mut count, mut info, mut length) = (0, null_mut(), 0);
    // SAFETY: plain system calls. The kernel hands out `count` records of `CPU_STATE_MAX` numbers in memory that is
    // given back with its own length.
    unsafe {
        #[allow(deprecated)]
        let (host, task) = (libc::mach_host_self(), libc::mach_task_self());
        if libc::host_processor_info(host, libc::PROCESSOR_CPU_LOAD_INFO, &mut count, &mut info, &mut length)
            != 0
        {
            return Vec::new();
        }
        let per_second = libc::sysconf(libc::_SC_CLK_TCK).max(1) as f64;
        let numbers = std::slice::from_raw_parts(info, length as usize);
        let states = libc::CPU_STATE_MAX as usize;
        let cpus = numbers.chunks_exact(states).map(|ticks| {
            let ms = |state: c_int| f64::from(ticks[state as usize] as u32) * 1000.0 / per_second;
            [
                ms(libc::CPU_STATE_USER),
                ms(libc::CPU_STATE_NICE),
                ms(libc::CPU_STATE_SYSTEM),
                ms(libc::CPU_STATE_IDLE),
                0.0,
            ]
        });
        let cpus = cpus.collect();
        libc::vm_deallocate(task, info as libc::vm_address_t, length as usize * mem::size_of::<c_int>());
        cpus
    }
}

pub(crate) fn memory() -> Memory {
    let total = number(c"hw.memsize").unwrap_or(0);
    let mut statistics = MaybeUninit::<libc::vm_statistics64>::zeroed();
    let mut count = libc::HOST_VM_INFO64_COUNT;
    // SAFETY: the struct is valid when zeroed, and `count` is its length in the units of the call.
    let (free, page) = unsafe {
        #[allow(deprecated)]
        libc::host_statistics64(
            libc::mach_host_self(),
            libc::HOST_VM_INFO64,
            statistics.as_mut_ptr().cast(),
            &mut count,
        );
        let statistics = statistics.assume_init();
        let pages = u64::from(statistics.free_count) + u64::from(statistics.inactive_count);
        (pages, libc::sysconf(libc::_SC_PAGESIZE).max(0) as u64)
    };
    Memory { free: free * page, total }
}

pub(crate) fn load_average() -> [f64; 3] {
    let mut averages = [0.0; 3];
    // SAFETY: the array holds as many numbers as are asked for.
    unsafe { libc::getloadavg(averages.as_mut_ptr(), 3) };
    averages
}

pub(crate) fn uptime() -> io::Result<f64> {
    let boot: libc::timeval = read(c"kern.boottime").ok_or_else(io::Error::last_os_error)?;
    let since = UNIX_EPOCH + Duration::from_secs(boot.tv_sec.max(0) as u64);
    Ok(SystemTime::now().duration_since(since).unwrap_or_default().as_secs_f64().trunc())
}

fn number(name: &CStr) -> Option<u64> {
    read(name)
}

/// Reads a value of plain data; `None` when the system has no such name or another size for it.
fn read<T: Copy>(name: &CStr) -> Option<T> {
    let mut value = MaybeUninit::<T>::zeroed();
    let mut size = mem::size_of::<T>();
    // SAFETY: the system writes at most `size` bytes of plain numbers, and the value is used only when it wrote all.
    unsafe {
        let code =
            libc::sysctlbyname(name.as_ptr(), value.as_mut_ptr().cast::<c_void>(), &mut size, null_mut(), 0);
        (code == 0 && size == mem::size_of::<T>()).then(|| value.assume_init())
    }
}

fn text(name: &CStr) -> Option<String> {
    let mut bytes = vec![0_u8; 256];
    let mut size = bytes.len();
    // SAFETY: the system writes at most `size` bytes.
    let code = unsafe {
        libc::sysctlbyname(name.as_ptr(), bytes.as_mut_ptr().cast::<c_void>(), &mut size, null_mut(), 0)
    };
    bytes.truncate(size);
    let end = bytes.iter().position(|&byte| byte == 0)?;
    (code == 0).then(|| String::from_utf8_lossy(&bytes[..end]).into_owned())
}
