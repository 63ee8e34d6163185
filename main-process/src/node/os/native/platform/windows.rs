#![allow(unsafe_code)]

use std::{io, mem::MaybeUninit, ptr::null_mut};

use windows_sys::{
    Wdk::System::SystemServices::RtlGetVersion,
    Win32::{
        Foundation::{CloseHandle, ERROR_INVALID_PARAMETER, HANDLE},
        System::{
            Registry::{HKEY_LOCAL_MACHINE, RRF_RT_REG_SZ, RegGetValueW},
            SystemInformation::{ComputerNameDnsHostname, GetComputerNameExW, OSVERSIONINFOW},
            Threading::{
                ABOVE_NORMAL_PRIORITY_CLASS, BELOW_NORMAL_PRIORITY_CLASS, GetCurrentProcess,
                GetPriorityClass, HIGH_PRIORITY_CLASS, IDLE_PRIORITY_CLASS, NORMAL_PRIORITY_CLASS,
                OpenProcess, PROCESS_QUERY_LIMITED_INFORMATION, PROCESS_SET_INFORMATION,
                REALTIME_PRIORITY_CLASS, SetPriorityClass,
            },
            WindowsProgramming::GetUserNameW,
        },
    },
    w,
};

use super::User;

pub(crate) const TYPE: &str = "Windows_NT";

pub(crate) fn release() -> String {
    let version = numbers();
    format!("{}.{}.{}", version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber)
}

pub(crate) fn version() -> String {
    let name = product_name().unwrap_or_else(|| "Windows".into());
    // Windows 11 still calls itself 10 there.
    if numbers().dwBuildNumber >= 22000 { name.replacen("Windows 10", "Windows 11", 1) } else { name }
}

pub(crate) fn machine() -> String {
    match std::env::consts::ARCH {
        "aarch64" => "arm64".into(),
        other => other.into(),
    }
}

fn numbers() -> OSVERSIONINFOW {
    let mut info = MaybeUninit::<OSVERSIONINFOW>::zeroed();
    // SAFETY: the struct is valid when zeroed and tells its own size.
    unsafe {
        (*info.as_mut_ptr()).dwOSVersionInfoSize = size_of::<OSVERSIONINFOW>() as u32;
        RtlGetVersion(info.as_mut_ptr());
        info.assume_init()
    }
}

fn product_name() -> Option<String> {
    let mut buffer = [0_u16; 256];
    let mut size = size_of_val(&buffer) as u32;
    let key = w!("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
    // SAFETY: the system writes at most `size` bytes.
    let code = unsafe {
        let data = buffer.as_mut_ptr().cast();
        RegGetValueW(HKEY_LOCAL_MACHINE, key, w!("ProductName"), RRF_RT_REG_SZ, null_mut(), data, &mut size)
    };
    (code == 0).then(|| until_nul(&buffer))
}

fn until_nul(text: &[u16]) -> String {
    let end = text.iter().position(|&unit| unit == 0).unwrap_or(text.len());
    String::from_utf16_lossy(&text[..end])
}

pub(crate) fn hostname() -> ipc::Result<String> {
    let mut buffer = [0; 256];
    let mut length = buffer.len() as u32;
    // SAFETY: the system writes at most `length` units.
    if unsafe { GetComputerNameExW(ComputerNameDnsHostname, buffer.as_mut_ptr(), &mut length) } == 0 {
        return Err(ipc::Error::io(&io::Error::last_os_error(), "uv_os_gethostname"));
    }
    Ok(until_nul(&buffer))
}

pub(crate) fn homedir() -> ipc::Result<String> {
    let home = std::env::home_dir().map(|path| path.to_string_lossy().into_owned());
    home.ok_or_else(|| ipc::Error::io(&io::ErrorKind::NotFound.into(), "uv_os_homedir"))
}

pub(crate) fn user() -> ipc::Result<User> {
    let mut buffer = [0; 257];
    let mut length = buffer.len() as u32;
    // SAFETY: the system writes at most `length` units.
    if unsafe { GetUserNameW(buffer.as_mut_ptr(), &mut length) } == 0 {
        return Err(ipc::Error::io(&io::Error::last_os_error(), "uv_os_get_passwd"));
    }
    let home = homedir()?.into_bytes();
    Ok(User { uid: -1.0, gid: -1.0, name: until_nul(&buffer).into_bytes(), home, shell: None })
}

pub(crate) fn priority(pid: i32) -> ipc::Result<i32> {
    const CALL: &str = "uv_os_getpriority";
    let process = Process::open(pid, PROCESS_QUERY_LIMITED_INFORMATION, CALL)?;
    // SAFETY: the handle is open.
    match unsafe { GetPriorityClass(process.0) } {
        0 => Err(ipc::Error::io(&io::Error::last_os_error(), CALL)),
        REALTIME_PRIORITY_CLASS => Ok(-20),
        HIGH_PRIORITY_CLASS => Ok(-14),
        ABOVE_NORMAL_PRIORITY_CLASS => Ok(-7),
        BELOW_NORMAL_PRIORITY_CLASS => Ok(10),
        IDLE_PRIORITY_CLASS => Ok(19),
        _ => Ok(0),
    }
}

pub(crate) fn set_priority(pid: i32, priority: i32) -> ipc::Result<()> {
    const CALL: &str = "uv_os_setpriority";
    let process = Process::open(pid, PROCESS_SET_INFORMATION, CALL)?;
    let class = match priority {
        ..-14 => REALTIME_PRIORITY_CLASS,
        -14..-7 => HIGH_PRIORITY_CLASS,
        -7..0 => ABOVE_NORMAL_PRIORITY_CLASS,
        0..10 => NORMAL_PRIORITY_CLASS,
        10..19 => BELOW_NORMAL_PRIORITY_CLASS,
        19.. => IDLE_PRIORITY_CLASS,
    };
    // SAFETY: the handle is open.
    match unsafe { SetPriorityClass(process.0, class) } {
        0 => Err(ipc::Error::io(&io::Error::last_os_error(), CALL)),
        _ => Ok(()),
    }
}

struct Process(HANDLE);

impl Process {
    fn open(pid: i32, access: u32, call: &str) -> ipc::Result<Self> {
        // SAFETY: plain system calls; this process' own handle needs no closing, and closing it does nothing.
        let handle =
            unsafe { if pid == 0 { GetCurrentProcess() } else { OpenProcess(access, 0, pid as u32) } };
        if !handle.is_null() {
            return Ok(Self(handle));
        }
        let error = io::Error::last_os_error();
        let unknown = error.raw_os_error() == Some(ERROR_INVALID_PARAMETER as i32);
        Err(if unknown {
            ipc::Error::of_code(ipc::Code::NoSuchProcess, call)
        } else {
            ipc::Error::io(&error, call)
        })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // SAFETY: opened by `open`, closed once.
        unsafe { CloseHandle(self.0) };
    }
}
