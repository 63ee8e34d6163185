#![allow(unsafe_code)]

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    ptr::null,
};

use windows_sys::Win32::{
    Foundation::{ERROR_BUFFER_OVERFLOW, ERROR_NO_DATA, ERROR_SUCCESS},
    NetworkManagement::{
        IpHelper::{
            GAA_FLAG_SKIP_ANYCAST, GAA_FLAG_SKIP_DNS_SERVER, GAA_FLAG_SKIP_MULTICAST, GetAdaptersAddresses,
            IF_TYPE_SOFTWARE_LOOPBACK, IP_ADAPTER_ADDRESSES_LH, IP_ADAPTER_UNICAST_ADDRESS_LH,
        },
        Ndis::IfOperStatusUp,
    },
    Networking::WinSock::{AF_INET, AF_INET6, AF_UNSPEC, SOCKADDR, SOCKADDR_IN, SOCKADDR_IN6},
};

use super::Interface;

pub(crate) fn interfaces() -> io::Result<Vec<Interface>> {
    let mut size = 16 * 1024_u32;
    loop {
        // Whole u64s, since the records want that alignment.
        let mut buffer = vec![0_u64; size.div_ceil(8) as usize];
        let flags = GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
        let first: *mut IP_ADAPTER_ADDRESSES_LH = buffer.as_mut_ptr().cast();
        // SAFETY: the system writes at most `size` bytes.
        match unsafe { GetAdaptersAddresses(u32::from(AF_UNSPEC), flags, null(), first, &mut size) } {
            // SAFETY: the call succeeded, so the list is whole and lies in `buffer`.
            ERROR_SUCCESS => return Ok(unsafe { collect(first) }),
            ERROR_BUFFER_OVERFLOW => {}
            ERROR_NO_DATA => return Ok(Vec::new()),
            code => return Err(io::Error::from_raw_os_error(code as i32)),
        }
    }
}

/// # Safety
/// `first` must be a list as `GetAdaptersAddresses` makes it.
unsafe fn collect(first: *const IP_ADAPTER_ADDRESSES_LH) -> Vec<Interface> {
    let mut found = Vec::new();
    let mut next = first;
    // SAFETY: the links of the lists are valid or null, names are terminated, as the caller promises.
    unsafe {
        while let Some(adapter) = next.as_ref() {
            next = adapter.Next;
            if adapter.OperStatus != IfOperStatusUp {
                continue;
            }
            let mac = adapter.PhysicalAddress[..6].try_into().unwrap_or_default();
            let mac = if adapter.PhysicalAddressLength == 6 { mac } else { [0; 6] };
            let mut unicast = adapter.FirstUnicastAddress.cast_const();
            while let Some(entry) = unicast.as_ref() {
                unicast = entry.Next;
                let Some((address, scope)) = address_of(entry) else { continue };
                let name = text(adapter.FriendlyName);
                let internal = adapter.IfType == IF_TYPE_SOFTWARE_LOOPBACK;
                let netmask = mask(address, u32::from(entry.OnLinkPrefixLength));
                found.push(Interface { name, address, netmask, mac, internal, scope });
            }
        }
    }
    found
}

/// # Safety
/// `text` must be terminated.
unsafe fn text(text: *const u16) -> String {
    // SAFETY: the terminator is not passed, as the caller promises.
    unsafe {
        let length = (0..).take_while(|&at| *text.add(at) != 0).count();
        String::from_utf16_lossy(std::slice::from_raw_parts(text, length))
    }
}

/// # Safety
/// The entry's address must be valid.
unsafe fn address_of(entry: &IP_ADAPTER_UNICAST_ADDRESS_LH) -> Option<(IpAddr, u32)> {
    let address: *const SOCKADDR = entry.Address.lpSockaddr;
    // SAFETY: the family tells which struct it is.
    unsafe {
        match address.as_ref()?.sa_family {
            AF_INET => {
                let bits = (*address.cast::<SOCKADDR_IN>()).sin_addr.S_un.S_addr;
                Some((Ipv4Addr::from(u32::from_be(bits)).into(), 0))
            }
            AF_INET6 => {
                let found = *address.cast::<SOCKADDR_IN6>();
                Some((Ipv6Addr::from(found.sin6_addr.u.Byte).into(), found.Anonymous.sin6_scope_id))
            }
            _ => None,
        }
    }
}

fn mask(address: IpAddr, prefix: u32) -> IpAddr {
    match address {
        IpAddr::V4(_) => Ipv4Addr::from(u32::MAX.checked_shl(32 - prefix.min(32)).unwrap_or(0)).into(),
        IpAddr::V6(_) => Ipv6Addr::from(u128::MAX.checked_shl(128 - prefix.min(128)).unwrap_or(0)).into(),
    }
}
