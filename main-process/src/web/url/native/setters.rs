use super::{
    parser::{encode_query, find_port, is_dropped, parse_port, push_segments, split_scheme, trim_opaque},
    percent::{self, FRAGMENT, USERINFO},
    record::{self, Path, Record},
};

/// What the Standard has the attribute setters do.
pub(super) fn set(url: &mut Record, part: &str, value: &str) {
    match part {
        "username" if url.takes_port() => url.username = percent::encode(value, USERINFO),
        "password" if url.takes_port() => url.password = percent::encode(value, USERINFO),
        "username" | "password" => {}
        _ => {
            let clean: String = value.chars().filter(|letter| !is_dropped(*letter)).collect();
            set_clean(url, part, &clean, value.is_empty());
        }
    }
}

/// `clears` when nothing at all was given, not even what is dropped.
fn set_clean(url: &mut Record, part: &str, value: &str, clears: bool) {
    match part {
        "protocol" => set_protocol(url, value),
        "host" | "hostname" if !url.is_opaque() => {
            // What cannot be a host leaves the old one.
            let _ = set_host(url, value, part == "host");
        }
        "port" if !url.takes_port() => {}
        "port" if clears => url.port = None,
        "port" => set_port(url, value),
        "pathname" if !url.is_opaque() => set_pathname(url, value),
        "search" => {
            url.query = (!clears).then(|| encode_query(url, value.strip_prefix('?').unwrap_or(value)));
            trim_opaque(url);
        }
        "hash" => {
            let text = value.strip_prefix('#').unwrap_or(value);
            url.fragment = (!clears).then(|| percent::encode(text, FRAGMENT));
            trim_opaque(url);
        }
        _ => {}
    }
}

fn set_protocol(url: &mut Record, value: &str) {
    let Some((scheme, _)) = split_scheme(&format!("{value}:")) else { return };
    let file = scheme == "file";
    let mismatch = record::is_special(&scheme) != url.is_special();
    let homeless = url.scheme == "file" && !url.has_host();
    if mismatch || homeless || (file && (url.has_credentials() || url.port.is_some())) {
        return;
    }
    url.scheme = scheme;
    url.port = url.port.filter(|port| record::default_port(&url.scheme) != Some(*port));
}

fn set_host(url: &mut Record, value: &str, with_port: bool) -> Option<()> {
    let special = url.is_special();
    let end = value.find(|letter| matches!(letter, '/' | '?' | '#') || (special && letter == '\\'));
    let text = &value[..end.unwrap_or(value.len())];
    if url.scheme == "file" {
        return set_file_host(url, text);
    }
    let colon = find_port(text);
    // `hostname` alone cannot carry a port.
    if colon.is_some() && !with_port {
        return None;
    }
    let host = &text[..colon.unwrap_or(text.len())];
    if host.is_empty() && (special || colon.is_some() || url.has_credentials() || url.port.is_some()) {
        return None;
    }
    url.host = Some(if host.is_empty() { String::new() } else { record::parse_host(host, special)? });
    if let Some(colon) = colon {
        let digits = leading_digits(&text[colon + 1..]);
        if !digits.is_empty() {
            url.port = parse_port(digits, &url.scheme)?;
        }
    }
    Some(())
}

fn set_file_host(url: &mut Record, text: &str) -> Option<()> {
    let host = if text.is_empty() { String::new() } else { record::parse_host(text, true)? };
    url.host = Some(if host == "localhost" { String::new() } else { host });
    Some(())
}

fn leading_digits(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len())]
}

fn set_port(url: &mut Record, value: &str) {
    let digits = leading_digits(value);
    if !digits.is_empty()
        && let Some(port) = parse_port(digits, &url.scheme)
    {
        url.port = port;
    }
}

fn set_pathname(url: &mut Record, value: &str) {
    url.path = Path::Segments(Vec::new());
    let special = url.is_special();
    let rest = value.strip_prefix(|letter| letter == '/' || (special && letter == '\\'));
    match rest {
        Some(rest) => push_segments(url, rest),
        None if special || !value.is_empty() => push_segments(url, value),
        // A URL without a host needs a path to be one.
        None if url.host.is_none() => url.segments().push(String::new()),
        None => {}
    }
}
