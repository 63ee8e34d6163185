#![allow(unsafe_code)]

use std::{
    mem::MaybeUninit,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::PathBuf,
    ptr::{null, null_mut},
    sync::Once,
};

use windows_sys::Win32::{
    Foundation::{ERROR_BUFFER_OVERFLOW, ERROR_SUCCESS},
    NetworkManagement::{
        IpHelper::{
            GAA_FLAG_SKIP_ANYCAST, GAA_FLAG_SKIP_MULTICAST, GAA_FLAG_SKIP_UNICAST, GetAdaptersAddresses,
            IP_ADAPTER_ADDRESSES_LH,
        },
        Ndis::IfOperStatusUp,
    },
    Networking::WinSock::{
        ADDRINFOW, AF_INET, AF_INET6, AF_UNSPEC, AI_ADDRCONFIG, AI_ALL, AI_V4MAPPED, FreeAddrInfoW,
        GetAddrInfoW, GetNameInfoW, NI_NAMEREQD, SOCK_STREAM, SOCKADDR, SOCKADDR_IN, SOCKADDR_IN6,
        SOCKADDR_STORAGE, WSA_NOT_ENOUGH_MEMORY, WSADATA, WSAEAFNOSUPPORT, WSAEINVAL, WSAESOCKTNOSUPPORT,
        WSAHOST_NOT_FOUND, WSANO_DATA, WSANO_RECOVERY, WSAStartup, WSATRY_AGAIN, WSATYPE_NOT_FOUND,
    },
};

use super::{
    EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NODATA, EAI_NONAME, EAI_SERVICE,
    EAI_SOCKTYPE,
};

pub(crate) const ADDRCONFIG: i32 = AI_ADDRCONFIG as i32;
pub(crate) const ALL: i32 = AI_ALL as i32;
pub(crate) const V4MAPPED: i32 = AI_V4MAPPED as i32;

/// Sockets want to be asked for before their first use.
fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let mut data = MaybeUninit::<WSADATA>::zeroed();
        // SAFETY: the struct is written by the call and not read here. A failure shows in the calls that follow.
        unsafe { WSAStartup(0x0202, data.as_mut_ptr()) };
    });
}

/// `family` is 0, 4 or 6.
pub(crate) fn addresses(hostname: &str, family: i32, hints: i32) -> Result<Vec<IpAddr>, i32> {
    start();
    if hostname.contains('\0') {
        return Err(EAI_NONAME);
    }
    let hostname: Vec<u16> = hostname.encode_utf16().chain([0]).collect();
    // SAFETY: the struct is valid when zeroed.
    let mut wanted = unsafe { MaybeUninit::<ADDRINFOW>::zeroed().assume_init() };
    wanted.ai_family = i32::from(match family {
        4 => AF_INET,
        6 => AF_INET6,
        _ => AF_UNSPEC,
    });
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = hints;
    let mut list = null_mut();
    // SAFETY: the name is terminated, and the other pointers are valid for the call.
    let code = unsafe { GetAddrInfoW(hostname.as_ptr(), null(), &wanted, &mut list) };
    if code != 0 {
        return Err(errno_of(code));
    }
    let mut found = Vec::new();
    let mut next = list.cast_const();
    // SAFETY: the call succeeded, so that links are valid or null; the list is freed once and not used after that.
    unsafe {
        while let Some(entry) = next.as_ref() {
            next = entry.ai_next;
            found.extend(address_of(entry.ai_addr));
        }
        FreeAddrInfoW(list);
    }
    if found.is_empty() { Err(EAI_NODATA) } else { Ok(found) }
}

/// # Safety
/// The address must be as large as its family says.
unsafe fn address_of(address: *const SOCKADDR) -> Option<IpAddr> {
    // SAFETY: the family tells what the record is, as the caller promises.
    unsafe {
        match address.as_ref()?.sa_family {
            AF_INET => {
                let record = address.cast::<SOCKADDR_IN>().read_unaligned();
                Some(Ipv4Addr::from(u32::from_be(record.sin_addr.S_un.S_addr)).into())
            }
            AF_INET6 => {
                let record = address.cast::<SOCKADDR_IN6>().read_unaligned();
                Some(Ipv6Addr::from(record.sin6_addr.u.Byte).into())
            }
            _ => None,
        }
    }
}

/// The host's name and the service's; a host without a name is an error.
pub(crate) fn name(address: SocketAddr) -> Result<(String, String), i32> {
    start();
    // SAFETY: the struct is valid when zeroed, and large enough for either family.
    let mut storage = unsafe { MaybeUninit::<SOCKADDR_STORAGE>::zeroed().assume_init() };
    let length = fill(&mut storage, address);
    let mut host = [0_u16; 1025];
    let mut service = [0_u16; 32];
    // SAFETY: the address is whole, and each buffer comes with its own length.
    let code = unsafe {
        GetNameInfoW(
            (&raw const storage).cast(),
            length as i32,
            host.as_mut_ptr(),
            host.len() as u32,
            service.as_mut_ptr(),
            service.len() as u32,
            NI_NAMEREQD as i32,
        )
    };
    if code != 0 { Err(errno_of(code)) } else { Ok((text(&host), text(&service))) }
}

fn text(buffer: &[u16]) -> String {
    let length = buffer.iter().position(|&unit| unit == 0).unwrap_or(buffer.len());
    String::from_utf16_lossy(&buffer[..length])
}

fn fill(storage: &mut SOCKADDR_STORAGE, address: SocketAddr) -> usize {
    match address {
        SocketAddr::V4(v4) => {
            // SAFETY: the storage is large and aligned enough for every family.
            let slot = unsafe { &mut *(&raw mut *storage).cast::<SOCKADDR_IN>() };
            slot.sin_family = AF_INET;
            slot.sin_port = v4.port().to_be();
            slot.sin_addr.S_un.S_addr = u32::from(*v4.ip()).to_be();
            size_of::<SOCKADDR_IN>()
        }
        SocketAddr::V6(v6) => {
            // SAFETY: as above.
            let slot = unsafe { &mut *(&raw mut *storage).cast::<SOCKADDR_IN6>() };
            slot.sin6_family = AF_INET6;
            slot.sin6_port = v6.port().to_be();
            slot.sin6_addr.u.Byte = v6.ip().octets();
            size_of::<SOCKADDR_IN6>()
        }
    }
}

fn errno_of(code: i32) -> i32 {
    match code {
        WSATRY_AGAIN => EAI_AGAIN,
        WSAEINVAL => EAI_BADFLAGS,
        WSANO_RECOVERY => EAI_FAIL,
        WSAEAFNOSUPPORT => EAI_FAMILY,
        WSA_NOT_ENOUGH_MEMORY => EAI_MEMORY,
        WSANO_DATA | WSAHOST_NOT_FOUND => EAI_NONAME,
        WSATYPE_NOT_FOUND => EAI_SERVICE,
        WSAESOCKTNOSUPPORT => EAI_SOCKTYPE,
        _ => EAI_FAIL,
    }
}

/// The name servers of the adapters that are up.
pub(crate) fn servers() -> Vec<IpAddr> {
    let mut size = 16 * 1024_u32;
    for _ in 0..4 {
        // Whole u64s, since the records want that alignment.
        let mut buffer = vec![0_u64; size.div_ceil(8) as usize];
        let flags = GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_UNICAST;
        let first: *mut IP_ADAPTER_ADDRESSES_LH = buffer.as_mut_ptr().cast();
        // SAFETY: the system writes at most `size` bytes.
        match unsafe { GetAdaptersAddresses(u32::from(AF_UNSPEC), flags, null(), first, &mut size) } {
            // SAFETY: the call succeeded, so the list is whole and lies in `buffer`.
            ERROR_SUCCESS => return unsafe { servers_in(first) },
            ERROR_BUFFER_OVERFLOW => {}
            _ => break,
        }
    }
    Vec::new()
}

/// # Safety
/// `first` must be a list as `GetAdaptersAddresses` makes it.
unsafe fn servers_in(first: *const IP_ADAPTER_ADDRESSES_LH) -> Vec<IpAddr> {
    let mut found = Vec::new();
    let mut next = first;
    // SAFETY: the links of the lists are valid or null, as the caller promises.
    unsafe {
        while let Some(adapter) = next.as_ref() {
            next = adapter.Next;
            if adapter.OperStatus != IfOperStatusUp {
                continue;
            }
            let mut server = adapter.FirstDnsServerAddress.cast_const();
            while let Some(entry) = server.as_ref() {
                server = entry.Next;
                let address = address_of(entry.Address.lpSockaddr);
                found.extend(address.filter(|address| !found.contains(address)));
            }
        }
    }
    found
}

pub(crate) fn hosts_file() -> PathBuf {
    let root = std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into());
    PathBuf::from(root).join(r"System32\drivers\etc\hosts")
}
