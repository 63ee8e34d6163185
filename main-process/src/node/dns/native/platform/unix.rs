#![allow(unsafe_code)]

use std::{
    ffi::{CStr, CString, c_char, c_int},
    mem::MaybeUninit,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::PathBuf,
    ptr::{null, null_mut},
};

use super::{
    EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NODATA, EAI_NONAME, EAI_SERVICE,
    EAI_SOCKTYPE,
};

/// libuv's numbers for what Windows does not tell apart.
const EAI_ADDRFAMILY: i32 = -3000;
const EAI_OVERFLOW: i32 = -3009;

pub(crate) const ADDRCONFIG: i32 = libc::AI_ADDRCONFIG;
pub(crate) const ALL: i32 = libc::AI_ALL;
pub(crate) const V4MAPPED: i32 = libc::AI_V4MAPPED;

/// `family` is 0, 4 or 6.
pub(crate) fn addresses(hostname: &str, family: i32, hints: i32) -> Result<Vec<IpAddr>, i32> {
    let hostname = CString::new(hostname).map_err(|_| EAI_NONAME)?;
    // SAFETY: the struct is valid when zeroed.
    let mut wanted = unsafe { MaybeUninit::<libc::addrinfo>::zeroed().assume_init() };
    wanted.ai_family = match family {
        4 => libc::AF_INET,
        6 => libc::AF_INET6,
        _ => libc::AF_UNSPEC,
    };
    wanted.ai_socktype = libc::SOCK_STREAM;
    wanted.ai_flags = hints;
    let mut list = null_mut();
    // SAFETY: the name is terminated, and the other pointers are valid for the call.
    let code = unsafe { libc::getaddrinfo(hostname.as_ptr(), null(), &wanted, &mut list) };
    if code != 0 {
        return Err(errno_of(code));
    }
    // SAFETY: the call succeeded, so that the list is whole; it is freed once and not used after that.
    let found = unsafe {
        let found = collect(list);
        libc::freeaddrinfo(list);
        found
    };
    if found.is_empty() { Err(EAI_NODATA) } else { Ok(found) }
}

/// # Safety
/// `list` must be as `getaddrinfo` makes it.
unsafe fn collect(list: *const libc::addrinfo) -> Vec<IpAddr> {
    let mut found = Vec::new();
    let mut next = list;
    // SAFETY: links are valid or null, and a family tells what its address is, as the caller promises.
    unsafe {
        while let Some(entry) = next.as_ref() {
            next = entry.ai_next;
            match entry.ai_family {
                libc::AF_INET => {
                    let address = entry.ai_addr.cast::<libc::sockaddr_in>().read_unaligned();
                    found.push(Ipv4Addr::from(u32::from_be(address.sin_addr.s_addr)).into());
                }
                libc::AF_INET6 => {
                    let address = entry.ai_addr.cast::<libc::sockaddr_in6>().read_unaligned();
                    found.push(Ipv6Addr::from(address.sin6_addr.s6_addr).into());
                }
                _ => {}
            }
        }
    }
    found
}

/// The host's name and the service's; a host without a name is an error.
pub(crate) fn name(address: SocketAddr) -> Result<(String, String), i32> {
    // SAFETY: the struct is valid when zeroed, and large enough for either family.
    let mut storage = unsafe { MaybeUninit::<libc::sockaddr_storage>::zeroed().assume_init() };
    let length = fill(&mut storage, address);
    let mut host = [0 as c_char; libc::NI_MAXHOST as usize];
    let mut service = [0 as c_char; 32];
    // SAFETY: the address is whole, and each buffer comes with its own length.
    let code = unsafe {
        libc::getnameinfo(
            (&raw const storage).cast(),
            length as libc::socklen_t,
            host.as_mut_ptr(),
            host.len() as libc::socklen_t,
            service.as_mut_ptr(),
            service.len() as libc::socklen_t,
            libc::NI_NAMEREQD,
        )
    };
    if code != 0 {
        return Err(errno_of(code));
    }
    // SAFETY: the call succeeded and terminated both.
    let (host, service) = unsafe { (CStr::from_ptr(host.as_ptr()), CStr::from_ptr(service.as_ptr())) };
    Ok((host.to_string_lossy().into_owned(), service.to_string_lossy().into_owned()))
}

fn fill(storage: &mut libc::sockaddr_storage, address: SocketAddr) -> usize {
    match address {
        SocketAddr::V4(v4) => {
            // SAFETY: the storage is large and aligned enough for every family.
            let slot = unsafe { &mut *(&raw mut *storage).cast::<libc::sockaddr_in>() };
            slot.sin_family = libc::AF_INET as libc::sa_family_t;
            slot.sin_port = v4.port().to_be();
            slot.sin_addr.s_addr = u32::from(*v4.ip()).to_be();
            size_of::<libc::sockaddr_in>()
        }
        SocketAddr::V6(v6) => {
            // SAFETY: as above.
            let slot = unsafe { &mut *(&raw mut *storage).cast::<libc::sockaddr_in6>() };
            slot.sin6_family = libc::AF_INET6 as libc::sa_family_t;
            slot.sin6_port = v6.port().to_be();
            slot.sin6_addr.s6_addr = v6.ip().octets();
            size_of::<libc::sockaddr_in6>()
        }
    }
}

fn errno_of(code: c_int) -> i32 {
    match code {
        libc::EAI_AGAIN => EAI_AGAIN,
        libc::EAI_BADFLAGS => EAI_BADFLAGS,
        libc::EAI_FAIL => EAI_FAIL,
        libc::EAI_FAMILY => EAI_FAMILY,
        libc::EAI_MEMORY => EAI_MEMORY,
        libc::EAI_NODATA => EAI_NODATA,
        libc::EAI_NONAME => EAI_NONAME,
        libc::EAI_OVERFLOW => EAI_OVERFLOW,
        libc::EAI_SERVICE => EAI_SERVICE,
        libc::EAI_SOCKTYPE => EAI_SOCKTYPE,
        libc::EAI_SYSTEM => -std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO),
        // glibc's EAI_ADDRFAMILY, which the bindings leave out.
        -9 => EAI_ADDRFAMILY,
        _ => EAI_FAIL,
    }
}

/// The name servers that the system is configured with.
pub(crate) fn servers() -> Vec<IpAddr> {
    let text = std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default();
    let mut found = Vec::new();
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        if words.next() == Some("nameserver") {
            let address: Option<IpAddr> = words.next().and_then(|word| word.split('%').next()?.parse().ok());
            found.extend(address);
        }
    }
    found
}

pub(crate) fn hosts_file() -> PathBuf {
    PathBuf::from("/etc/hosts")
}
