#![allow(unsafe_code)]

use std::{io, mem::MaybeUninit, ptr::null_mut};

use windows_sys::{
    Wdk::System::SystemInformation::{NtQuerySystemInformation, SystemProcessorPerformanceInformation},
    Win32::System::{
        Registry::{HKEY_LOCAL_MACHINE, RRF_RT_REG_DWORD, RRF_RT_REG_SZ, RegGetValueW},
        SystemInformation::{GetTickCount64, GlobalMemoryStatusEx, MEMORYSTATUSEX},
        WindowsProgramming::SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION,
    },
};

use super::{Cpu, Memory};

/// The system counts in units of 100 ns.
const UNITS_PER_MILLISECOND: f64 = 10_000.0;

pub(crate) fn cpus() -> Vec<Cpu> {
    times()
        .into_iter()
        .enumerate()
        .map(|(index, times)| Cpu { model: model(index), speed: speed(index), times })
        .collect()
}

fn times() -> Vec<[f64; 5]> {
    let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).max(64);
    let mut records: Vec<MaybeUninit<SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION>> =
        vec![MaybeUninit::zeroed(); count];
    let size = size_of_val(records.as_slice()) as u32;
    let mut used = 0;
    // SAFETY: the system writes at most `size` bytes.
    let code = unsafe {
        NtQuerySystemInformation(
            SystemProcessorPerformanceInformation,
            records.as_mut_ptr().cast(),
            size,
            &mut used,
        )
    };
    if code != 0 {
        return Vec::new();
    }
    records.truncate(used as usize / size_of::<SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION>());
    // SAFETY: plain numbers, zeroed at first.
    records.iter().map(|record| of_record(unsafe { record.assume_init_ref() })).collect()
}

fn of_record(record: &SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION) -> [f64; 5] {
    let [user, kernel, idle] = [record.UserTime, record.KernelTime, record.IdleTime].map(|time| time as f64);
    // The second of the reserved numbers is the time in interrupts; the kernel's time includes idling.
    let interrupts = record.Reserved1[1] as f64;
    [user, 0.0, kernel - idle, idle, interrupts].map(|units| (units / UNITS_PER_MILLISECOND).trunc())
}

fn key(index: usize) -> Vec<u16> {
    wide(&format!("HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\{index}"))
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn model(index: usize) -> String {
    let mut buffer = [0_u16; 256];
    let mut size = size_of_val(&buffer) as u32;
    let name = wide("ProcessorNameString");
    // SAFETY: the system writes at most `size` bytes.
    let code = unsafe {
        let data = buffer.as_mut_ptr().cast();
        RegGetValueW(
            HKEY_LOCAL_MACHINE,
            key(index).as_ptr(),
            name.as_ptr(),
            RRF_RT_REG_SZ,
            null_mut(),
            data,
            &mut size,
        )
    };
    let end = buffer.iter().position(|&unit| unit == 0).unwrap_or(0);
    if code == 0 { String::from_utf16_lossy(&buffer[..end]).trim().into() } else { "unknown".into() }
}

fn speed(index: usize) -> f64 {
    let mut megahertz = 0_u32;
    let mut size = size_of::<u32>() as u32;
    let name = wide("~MHz");
    // SAFETY: the system writes at most `size` bytes.
    unsafe {
        let data = (&raw mut megahertz).cast();
        RegGetValueW(
            HKEY_LOCAL_MACHINE,
            key(index).as_ptr(),
            name.as_ptr(),
            RRF_RT_REG_DWORD,
            null_mut(),
            data,
            &mut size,
        );
    }
    f64::from(megahertz)
}

pub(crate) fn memory() -> Memory {
    let mut status = MaybeUninit::<MEMORYSTATUSEX>::zeroed();
    // SAFETY: the struct is valid when zeroed and tells its own size.
    let status = unsafe {
        (*status.as_mut_ptr()).dwLength = size_of::<MEMORYSTATUSEX>() as u32;
        GlobalMemoryStatusEx(status.as_mut_ptr());
        status.assume_init()
    };
    Memory { free: status.ullAvailPhys, total: status.ullTotalPhys }
}

/// Windows keeps none.
pub(crate) fn load_average() -> [f64; 3] {
    [0.0; 3]
}

pub(crate) fn uptime() -> io::Result<f64> {
    // SAFETY: takes nothing.
    Ok(unsafe { GetTickCount64() } as f64 / 1000.0)
}
