use url::Host;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Path {
    /// That of `mailto:` and its like.
    Opaque(String),
    Segments(Vec<String>),
}

/// What the Standard calls a URL record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    pub(super) scheme: String,
    pub(super) username: String,
    pub(super) password: String,
    pub(super) host: Option<String>,
    pub(super) port: Option<u16>,
    pub(super) path: Path,
    pub(super) query: Option<String>,
    pub(super) fragment: Option<String>,
}

/// How many numbers [`Record::serialize`] gives beside the text.
pub(super) const BORDERS: usize = 13;

impl Record {
    pub(super) fn new(scheme: &str) -> Self {
        Self {
            scheme: scheme.to_owned(),
            username: String::new(),
            password: String::new(),
            host: None,
            port: None,
            path: Path::Segments(Vec::new()),
            query: None,
            fragment: None,
        }
    }

    pub(super) fn is_special(&self) -> bool {
        is_special(&self.scheme)
    }

    pub(super) fn is_opaque(&self) -> bool {
        matches!(self.path, Path::Opaque(_))
    }

    pub(super) fn has_credentials(&self) -> bool {
        !self.username.is_empty() || !self.password.is_empty()
    }

    pub(super) fn has_host(&self) -> bool {
        self.host.as_ref().is_some_and(|host| !host.is_empty())
    }

    /// Whether there is anything that a user name or port could belong to.
    pub(super) fn takes_port(&self) -> bool {
        self.has_host() && self.scheme != "file"
    }

    pub(super) fn segments(&mut self) -> &mut Vec<String> {
        if self.is_opaque() {
            self.path = Path::Segments(Vec::new());
        }
        match &mut self.path {
            Path::Segments(segments) => segments,
            Path::Opaque(_) => unreachable!("replaced above"),
        }
    }

    /// Goes up one level. A Windows drive stays.
    pub(super) fn shorten(&mut self) {
        let file = self.scheme == "file";
        let segments = self.segments();
        let drive = matches!(segments.as_slice(), [only] if is_normal_drive(only));
        if !(file && drive) {
            segments.pop();
        }
    }

    /// The text and where in it the parts begin and end, in the order in which `parts.js` names them.
    pub(super) fn serialize(&self) -> (String, [usize; BORDERS]) {
        let mut text = format!("{}:", self.scheme);
        let mut borders = [0; BORDERS];
        borders[0] = self.scheme.len();
        self.write_authority(&mut text, &mut borders);
        borders[9] = text.len();
        match &self.path {
            Path::Opaque(path) => text.push_str(path),
            Path::Segments(segments) => segments.iter().for_each(|segment| {
                text.push('/');
                text.push_str(segment);
            }),
        }
        borders[10] = text.len();
        borders[11] = text.len();
        if let Some(query) = &self.query {
            text.push('?');
            borders[11] = text.len();
            text.push_str(query);
        }
        borders[12] = text.len();
        if let Some(fragment) = &self.fragment {
            text.push('#');
            text.push_str(fragment);
        }
        (text, borders)
    }

    fn write_authority(&self, text: &mut String, borders: &mut [usize; BORDERS]) {
        let Some(host) = &self.host else {
            borders[1..9].fill(text.len());
            // Else the path would read as a host.
            if matches!(&self.path, Path::Segments(segments) if segments.len() > 1 && segments[0].is_empty())
            {
                text.push_str("/.");
            }
            return;
        };
        text.push_str("//");
        borders[1] = text.len();
        text.push_str(&self.username);
        borders[2..5].fill(text.len());
        if !self.password.is_empty() {
            text.push(':');
            borders[3] = text.len();
            text.push_str(&self.password);
            borders[4] = text.len();
        }
        if self.has_credentials() {
            text.push('@');
        }
        borders[5] = text.len();
        text.push_str(host);
        borders[6..9].fill(text.len());
        if let Some(port) = self.port {
            text.push(':');
            borders[7] = text.len();
            text.push_str(&port.to_string());
            borders[8] = text.len();
        }
    }
}

pub(super) fn is_special(scheme: &str) -> bool {
    scheme == "file" || default_port(scheme).is_some()
}

pub(super) fn default_port(scheme: &str) -> Option<u16> {
    Some(match scheme {
        "http" | "ws" => 80,
        "https" | "wss" => 443,
        "ftp" => 21,
        _ => return None,
    })
}

/// The host as it is serialised; `None` when it is none.
pub(super) fn parse_host(input: &str, special: bool) -> Option<String> {
    let host = if special { Host::parse(input) } else { Host::parse_opaque(input) };
    Some(host.ok()?.to_string())
}

/// `C:` or `C|`.
pub(super) fn is_drive(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':' | b'|'] if letter.is_ascii_alphabetic())
}

fn is_normal_drive(text: &str) -> bool {
    is_drive(text) && text.ends_with(':')
}

pub(super) fn starts_with_drive(text: &str) -> bool {
    let ends = matches!(text.as_bytes().get(2), None | Some(b'/' | b'\\' | b'?' | b'#'));
    ends && text.get(..2).is_some_and(is_drive)
}

/// The first segment of a path when that is a drive.
pub(super) fn drive_of(record: &Record) -> Option<&String> {
    match &record.path {
        Path::Segments(segments) => segments.first().filter(|first| is_normal_drive(first)),
        Path::Opaque(_) => None,
    }
}
