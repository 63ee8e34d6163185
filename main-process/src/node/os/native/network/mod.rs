//! The addresses of this machine.

mod platform;

use std::net::IpAddr;

pub(super) use platform::interfaces;

pub(super) struct Interface {
    pub(super) name: String,
    pub(super) address: IpAddr,
    pub(super) netmask: IpAddr,
    pub(super) mac: [u8; 6],
    pub(super) internal: bool,
    pub(super) scope: u32,
}

/// How many bits of an address name the network; nothing for a mask with holes.
pub(super) fn prefix_of(netmask: IpAddr) -> Option<u32> {
    let bits = match netmask {
        IpAddr::V4(mask) => u128::from(u32::from(mask)) << 96,
        IpAddr::V6(mask) => u128::from(mask),
    };
    (bits.leading_ones() == bits.count_ones()).then_some(bits.count_ones())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_with_holes_has_no_prefix() {
        assert_eq!(prefix_of("255.255.240.0".parse().unwrap()), Some(20));
        assert_eq!(prefix_of("ffff:ffff::".parse().unwrap()), Some(32));
        assert_eq!(prefix_of("255.0.255.0".parse().unwrap()), None);
    }
}
