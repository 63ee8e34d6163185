//! Names of addresses: the system's own list, and what to ask DNS for.

use std::net::IpAddr;

use super::platform;

/// The aliases that the system's list of hosts (`/etc/hosts`) gives an address; nothing when it isn't there.
///
/// The first name is left out, as Node does.
pub(super) fn aliases(address: String) -> Option<Vec<String>> {
    let wanted = parse(&address)?;
    let text = std::fs::read_to_string(platform::hosts_file()).unwrap_or_default();
    let mut names = names_in(&text, wanted).into_iter();
    names.next()?;
    Some(names.collect())
}

fn names_in(text: &str, wanted: IpAddr) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines() {
        let mut words = line.split('#').next().unwrap_or_default().split_ascii_whitespace();
        if words.next().and_then(parse) == Some(wanted) {
            names.extend(words.map(str::to_owned));
        }
    }
    names
}

fn parse(address: &str) -> Option<IpAddr> {
    address.split('%').next()?.parse().ok()
}

/// `4.3.2.1.in-addr.arpa` of `1.2.3.4`.
pub(super) fn reverse_name(address: String) -> String {
    match parse(&address) {
        Some(IpAddr::V4(v4)) => {
            let [a, b, c, d] = v4.octets();
            format!("{d}.{c}.{b}.{a}.in-addr.arpa")
        }
        Some(IpAddr::V6(v6)) => {
            let nibbles: Vec<String> =
                v6.octets().iter().rev().map(|byte| format!("{:x}.{:x}", byte & 15, byte >> 4)).collect();
            format!("{}.ip6.arpa", nibbles.join("."))
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_hosts_has_comments_and_aliases() {
        let text = "# 1.2.3.4 no\n1.2.3.4\tone two # three\n1.2.3.4 later\n::1 six";
        assert_eq!(names_in(text, "1.2.3.4".parse().unwrap()), ["one", "two", "later"]);
        assert_eq!(names_in(text, "::1".parse().unwrap()), ["six"]);
        assert!(names_in(text, "9.9.9.9".parse().unwrap()).is_empty());
    }

    #[test]
    fn addresses_are_read_backwards() {
        assert_eq!(reverse_name("1.2.3.4".into()), "4.3.2.1.in-addr.arpa");
        assert!(reverse_name("::1".into()).starts_with("1.0.0.0."));
        assert!(reverse_name("fe80::1".into()).ends_with("0.8.e.f.ip6.arpa"));
    }
}
