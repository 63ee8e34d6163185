use super::{
    percent::{self, CONTROL, FRAGMENT, PATH, QUERY, SPECIAL_QUERY, USERINFO},
    record::{self, Path, Record},
};

/// The basic URL parser without a state override.
pub(super) fn parse(input: &str, base: Option<&Record>) -> Option<Record> {
    let input = input.trim_matches(|letter| letter <= ' ');
    let input: String = input.chars().filter(|letter| !is_dropped(*letter)).collect();
    match split_scheme(&input) {
        Some((scheme, rest)) => with_scheme(&scheme, rest, base),
        None => without_scheme(&input, base?),
    }
}

/// Tabs and line ends count for nothing anywhere in a URL.
pub(super) fn is_dropped(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r')
}

/// The scheme in lower case, and what follows its colon.
pub(super) fn split_scheme(input: &str) -> Option<(String, &str)> {
    let (scheme, rest) = input.split_once(':')?;
    let letters = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let valid = letters && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    valid.then(|| (scheme.to_ascii_lowercase(), rest))
}

fn with_scheme(scheme: &str, rest: &str, base: Option<&Record>) -> Option<Record> {
    if scheme == "file" {
        return file(rest, base.filter(|base| base.scheme == "file"));
    }
    if record::is_special(scheme) {
        return match base.filter(|base| base.scheme == scheme) {
            Some(base) if !rest.starts_with("//") => relative(rest, base),
            _ => authority(Record::new(scheme), skip_slashes(rest)),
        };
    }
    let mut url = Record::new(scheme);
    if let Some(rest) = rest.strip_prefix("//") {
        return authority(url, rest);
    }
    if rest.starts_with('/') {
        parse_path(&mut url, rest);
        return Some(url);
    }
    let (path, tail) = split_tail(rest);
    url.path = Path::Opaque(percent::encode(path, CONTROL));
    parse_tail(&mut url, tail);
    trim_opaque(&mut url);
    Some(url)
}

fn without_scheme(input: &str, base: &Record) -> Option<Record> {
    if base.is_opaque() {
        let fragment = input.strip_prefix('#')?;
        return Some(Record { fragment: Some(percent::encode(fragment, FRAGMENT)), ..base.clone() });
    }
    if base.scheme == "file" { file(input, Some(base)) } else { relative(input, base) }
}

fn skip_slashes(text: &str) -> &str {
    text.trim_start_matches(['/', '\\'])
}

fn is_slash(letter: char, special: bool) -> bool {
    letter == '/' || (special && letter == '\\')
}

fn relative(input: &str, base: &Record) -> Option<Record> {
    let special = base.is_special();
    let mut letters = input.chars();
    if letters.next().is_some_and(|letter| is_slash(letter, special)) {
        return match letters.next() {
            Some('/' | '\\') if special => authority(Record::new(&base.scheme), skip_slashes(input)),
            Some('/') => authority(Record::new(&base.scheme), &input[2..]),
            _ => {
                let mut url =
                    Record { path: Path::Segments(Vec::new()), query: None, fragment: None, ..base.clone() };
                parse_path(&mut url, input);
                Some(url)
            }
        };
    }
    Some(beside(input, base))
}

/// A path, query or fragment that replaces that of the base.
fn beside(input: &str, base: &Record) -> Record {
    let mut url = Record { fragment: None, ..base.clone() };
    match input.chars().next() {
        None | Some('#') => parse_tail(&mut url, input),
        Some('?') => {
            url.query = None;
            parse_tail(&mut url, input);
        }
        Some(_) => {
            url.query = None;
            url.shorten();
            parse_segments(&mut url, input);
        }
    }
    url
}

/// Everything after the slashes before a host.
fn authority(mut url: Record, rest: &str) -> Option<Record> {
    let special = url.is_special();
    let end =
        rest.find(|letter| is_slash(letter, special) || letter == '?' || letter == '#').unwrap_or(rest.len());
    let (text, path) = rest.split_at(end);
    let host = match text.rsplit_once('@') {
        Some((user, host)) => {
            set_credentials(&mut url, user);
            // There must be something that the credentials are for.
            if host.is_empty() {
                return None;
            }
            host
        }
        None => text,
    };
    host_and_port(&mut url, host)?;
    parse_path(&mut url, path);
    Some(url)
}

fn set_credentials(url: &mut Record, text: &str) {
    let (username, password) = text.split_once(':').unwrap_or((text, ""));
    url.username = percent::encode(username, USERINFO);
    url.password = percent::encode(password, USERINFO);
}

/// Where the colon before a port is: none counts inside brackets.
pub(super) fn find_port(host: &str) -> Option<usize> {
    let mut inside = false;
    host.char_indices().find_map(|(index, letter)| {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            ':' if !inside => return Some(index),
            _ => {}
        }
        None
    })
}

fn host_and_port(url: &mut Record, text: &str) -> Option<()> {
    let special = url.is_special();
    let (host, port) = match find_port(text) {
        Some(colon) => (&text[..colon], Some(&text[colon + 1..])),
        None => (text, None),
    };
    if host.is_empty() && (special || port.is_some()) {
        return None;
    }
    url.host = Some(if host.is_empty() { String::new() } else { record::parse_host(host, special)? });
    if let Some(port) = port.filter(|port| !port.is_empty()) {
        url.port = parse_port(port, &url.scheme)?;
    }
    Some(())
}

/// `Some(None)` for the scheme's own port.
pub(super) fn parse_port(text: &str, scheme: &str) -> Option<Option<u16>> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = text.trim_start_matches('0');
    let port = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Some(Some(port).filter(|port| record::default_port(scheme) != Some(*port)))
}

fn file(rest: &str, base: Option<&Record>) -> Option<Record> {
    let mut url = Record { host: Some(String::new()), ..Record::new("file") };
    let mut letters = rest.chars();
    if !letters.next().is_some_and(|letter| is_slash(letter, true)) {
        let Some(base) = base else {
            parse_path(&mut url, rest);
            return Some(url);
        };
        if !record::starts_with_drive(rest) {
            return Some(beside(rest, base));
        }
        url.host.clone_from(&base.host);
        parse_segments(&mut url, rest);
        return Some(url);
    }
    if letters.next().is_some_and(|letter| is_slash(letter, true)) {
        return file_host(url, &rest[2..]);
    }
    if let Some(base) = base {
        url.host.clone_from(&base.host);
        if !record::starts_with_drive(&rest[1..]) {
            url.segments().extend(record::drive_of(base).cloned());
        }
    }
    parse_path(&mut url, rest);
    Some(url)
}

fn file_host(mut url: Record, rest: &str) -> Option<Record> {
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let host = &rest[..end];
    if record::is_drive(host) {
        parse_segments(&mut url, rest);
        return Some(url);
    }
    if !host.is_empty() {
        url.host =
            record::parse_host(host, true).map(|host| if host == "localhost" { String::new() } else { host });
        url.host.as_ref()?;
    }
    parse_path(&mut url, &rest[end..]);
    Some(url)
}

/// A path from its first slash on, with what follows it. Without any, only special URLs have one all the same.
pub(super) fn parse_path(url: &mut Record, rest: &str) {
    let special = url.is_special();
    match rest.strip_prefix(|letter| is_slash(letter, special)) {
        Some(rest) => parse_segments(url, rest),
        None if special => parse_segments(url, rest),
        None if rest.is_empty() || rest.starts_with(['?', '#']) => parse_tail(url, rest),
        None => parse_segments(url, rest),
    }
}

fn parse_segments(url: &mut Record, rest: &str) {
    let (path, tail) = split_tail(rest);
    push_segments(url, path);
    parse_tail(url, tail);
}

pub(super) fn push_segments(url: &mut Record, path: &str) {
    let (special, file) = (url.is_special(), url.scheme == "file");
    let mut pieces = path.split(|letter| is_slash(letter, special)).peekable();
    while let Some(piece) = pieces.next() {
        let last = pieces.peek().is_none();
        if is_dots(piece, 2) {
            url.shorten();
        }
        if is_dots(piece, 2) || is_dots(piece, 1) {
            if last {
                url.segments().push(String::new());
            }
            continue;
        }
        let mut segment = percent::encode(piece, PATH);
        if file && url.segments().is_empty() && record::is_drive(&segment) {
            segment.replace_range(1.., ":");
        }
        url.segments().push(segment);
    }
}

/// That many dots, each of which may be written as `%2e`.
fn is_dots(piece: &str, count: usize) -> bool {
    if piece.len() > 6 {
        return false;
    }
    piece.to_ascii_lowercase().replace("%2e", ".") == "..."[..count]
}

/// Splits what comes before `?` or `#` from the rest.
fn split_tail(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()))
}

fn parse_tail(url: &mut Record, tail: &str) {
    let (query, fragment) = match tail.split_once('#') {
        Some((query, fragment)) => (query, Some(fragment)),
        None => (tail, None),
    };
    if let Some(query) = query.strip_prefix('?') {
        url.query = Some(encode_query(url, query));
    }
    if let Some(fragment) = fragment {
        url.fragment = Some(percent::encode(fragment, FRAGMENT));
    }
}

pub(super) fn encode_query(url: &Record, query: &str) -> String {
    percent::encode(query, if url.is_special() { SPECIAL_QUERY } else { QUERY })
}

/// Spaces at the end of an opaque path would vanish with the text's own end.
pub(super) fn trim_opaque(url: &mut Record) {
    if url.query.is_some() || url.fragment.is_some() {
        return;
    }
    if let Path::Opaque(path) = &mut url.path {
        path.truncate(path.trim_end_matches(' ').len());
    }
}
