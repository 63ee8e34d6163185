#![allow(unsafe_code)]

use std::{
    collections::HashMap,
    ffi::{CStr, c_int},
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    ptr::null_mut,
};

use super::Interface;

pub(crate) fn interfaces() -> io::Result<Vec<Interface>> {
    let mut first = null_mut();
    // SAFETY: the list is read before it is freed, and nothing borrowed from it leaves.
    unsafe {
        if libc::getifaddrs(&mut first) != 0 {
            return Err(io::Error::last_os_error());
        }
        let found = collect(first);
        libc::freeifaddrs(first);
        Ok(found)
    }
}

/// # Safety
/// `first` must be a list as `getifaddrs` makes it.
unsafe fn collect(first: *const libc::ifaddrs) -> Vec<Interface> {
    let mut found = Vec::new();
    let mut macs = HashMap::new();
    let mut next = first;
    // SAFETY: the links of the list are valid or null, as the caller promises.
    while let Some(entry) = unsafe { next.as_ref() } {
        next = entry.ifa_next;
        let up = entry.ifa_flags & (libc::IFF_UP | libc::IFF_RUNNING) as u32;
        if up != (libc::IFF_UP | libc::IFF_RUNNING) as u32 || entry.ifa_addr.is_null() {
            continue;
        }
        // SAFETY: names are terminated strings, and addresses are as long as their family says.
        unsafe {
            let name = CStr::from_ptr(entry.ifa_name).to_string_lossy().into_owned();
            if let Some(mac) = mac_of(entry.ifa_addr) {
                macs.insert(name, mac);
            } else if let Some((address, scope)) = address_of(entry.ifa_addr) {
                let netmask = address_of(entry.ifa_netmask).map_or(empty_like(address), |(mask, _)| mask);
                let internal = entry.ifa_flags & libc::IFF_LOOPBACK as u32 != 0;
                found.push(Interface { name, address, netmask, mac: [0; 6], internal, scope });
            }
        }
    }
    for interface in &mut found {
        interface.mac = macs.get(&interface.name).copied().unwrap_or_default();
    }
    found
}

fn empty_like(address: IpAddr) -> IpAddr {
    if address.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() }
}

/// # Safety
/// `address` must be null or a valid socket address.
unsafe fn address_of(address: *const libc::sockaddr) -> Option<(IpAddr, u32)> {
    // SAFETY: the family tells which struct it is; all of them begin alike.
    unsafe {
        match c_int::from(address.as_ref()?.sa_family) {
            libc::AF_INET => {
                let bits = (*address.cast::<libc::sockaddr_in>()).sin_addr.s_addr;
                Some((Ipv4Addr::from(u32::from_be(bits)).into(), 0))
            }
            libc::AF_INET6 => {
                let found = *address.cast::<libc::sockaddr_in6>();
                Some((Ipv6Addr::from(found.sin6_addr.s6_addr).into(), found.sin6_scope_id))
            }
            _ => None,
        }
    }
}

/// # Safety
/// `address` must be a valid socket address.
#[cfg(target_os = "linux")]
unsafe fn mac_of(address: *const libc::sockaddr) -> Option<[u8; 6]> {
    // SAFETY: the family tells which struct it is.
    unsafe {
        if c_int::from((*address).sa_family) != libc::AF_PACKET {
            return None;
        }
        let found = *address.cast::<libc::sockaddr_ll>();
        found.sll_addr[..6].try_into().ok()
    }
}

/// # Safety
/// `address` must be a valid socket address.
#[cfg(target_os = "macos")]
unsafe fn mac_of(address: *const libc::sockaddr) -> Option<[u8; 6]> {
    // SAFETY: the family tells which struct it is; the hardware address follows the name within `sdl_data`, which the
    // system may have made longer than declared.
    unsafe {
        if c_int::from((*address).sa_family) != libc::AF_LINK {
            return None;
        }
        let link = address.cast::<libc::sockaddr_dl>();
        if (*link).sdl_alen != 6 {
            return Some([0; 6]);
        }
        let start = std::ptr::addr_of!((*link).sdl_data).cast::<u8>().add(usize::from((*link).sdl_nlen));
        Some(std::ptr::read_unaligned(start.cast::<[u8; 6]>()))
    }
}
