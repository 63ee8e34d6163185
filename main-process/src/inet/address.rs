use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};

use socket2::SockAddr;

use super::platform;

/// An address as a script gives it; a name of an interface may follow, as in `fe80::1%eth0`.
pub(crate) fn parse(address: &str, port: u16) -> Option<SocketAddr> {
    if let Ok(ip) = address.parse::<IpAddr>() {
        return Some(SocketAddr::new(ip, port));
    }
    let (ip, zone) = address.split_once('%')?;
    let ip = ip.parse::<Ipv6Addr>().ok()?;
    // As libuv has it, an interface that is not there leaves the choice to the system.
    let scope = zone.parse().ok().or_else(|| platform::interface_index(zone)).unwrap_or(0);
    Some(SocketAddrV6::new(ip, port, 0, scope).into())
}

/// `[address, port, isIPv6]`, as a script gets it.
pub(crate) fn shown(address: Option<SockAddr>) -> Option<(String, u16, bool)> {
    let address = address?.as_socket()?;
    Some((address_text(&address), address.port(), address.is_ipv6()))
}

fn address_text(address: &SocketAddr) -> String {
    match address {
        SocketAddr::V6(v6) if v6.scope_id() != 0 && v6.ip().is_unicast_link_local() => {
            match platform::interface_name(v6.scope_id()) {
                Some(zone) => format!("{}%{zone}", v6.ip()),
                None => v6.ip().to_string(),
            }
        }
        _ => address.ip().to_string(),
    }
}
