//! The texts of a package: control, copyright, changelog, manual page, desktop entry.

use std::{fmt::Write as _, io::Write as _};

use super::{Error, date::Date, fields::Fields};
use crate::app::App;

const LICENSE_FILES: [&str; 6] = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING", "license"];

const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

const APACHE: &str =
    "On Debian systems, the text of this license is in /usr/share/common-licenses/Apache-2.0.";

pub(super) struct Texts {
    pub(super) copyright: Vec<u8>,
    pub(super) changelog: Vec<u8>,
    pub(super) manual: Vec<u8>,
}

impl Texts {
    pub(super) fn new(app: &App, fields: &Fields, epoch: u64) -> Result<Self, Error> {
        let date = Date::from_epoch(epoch);
        let license = LICENSE_FILES.iter().find_map(|name| std::fs::read_to_string(app.dir.join(name)).ok());
        let compress = |text: String| compressed(&text).map_err(Error::writing(&app.dir));
        Ok(Self {
            copyright: copyright(fields, license.as_deref(), date.year).into_bytes(),
            changelog: compress(changelog(fields, &date))?,
            manual: compress(manual(fields, &date))?,
        })
    }
}

/// As `gzip -9n`: without a name and a time.
fn compressed(text: &str) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
}

pub(super) fn control(fields: &Fields, architecture: &str, depends: &str, installed_size: u64) -> String {
    let mut text = format!("Package: {}\nVersion: {}\n", fields.package, fields.version);
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{name}: {value}\n"));
        }
    };
    line("Architecture", architecture);
    line("Maintainer", &fields.maintainer);
    line("Installed-Size", &installed_size.to_string());
    line("Depends", depends);
    // Links and folders are opened with its tools.
    line("Recommends", "xdg-utils");
    line("Section", fields.section);
    line("Priority", "optional");
    line("Homepage", fields.homepage.as_deref().unwrap_or_default());
    line("Description", &fields.synopsis);
    let sentence = format!("{}: {}", fields.title, fields.description);
    let full = if sentence.ends_with(['.', '!', '?']) { sentence } else { format!("{sentence}.") };
    text + &indented(&wrapped(&full))
}

/// The way continuation lines are written: a space before each, and a dot for an empty one.
fn indented(text: &str) -> String {
    text.lines()
        .map(|line| if line.trim().is_empty() { " .\n".into() } else { format!(" {}\n", line.trim_end()) })
        .collect()
}

fn wrapped(text: &str) -> String {
    let (mut wrapped, mut width) = (String::new(), 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > 76 {
            wrapped.push('\n');
            width = 0;
        } else if width > 0 {
            wrapped.push(' ');
            width += 1;
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped
}

fn copyright(fields: &Fields, license: Option<&str>, year: u64) -> String {
    let Fields { package, title, .. } = fields;
    let owner = fields.maintainer.split(" <").next().unwrap_or_default();
    let holder = fields.copyright.clone().unwrap_or_else(|| format!("{year} {owner}"));
    let name = fields.license.as_deref().unwrap_or("all-rights-reserved").replace(' ', "-");
    let text = match (license, name.as_str()) {
        (Some(text), _) => text,
        (None, "MIT") => MIT,
        (None, "Apache-2.0") => APACHE,
        (None, "all-rights-reserved") => "All rights reserved.",
        (None, _) => "The license is the one of this name, as its author publishes it.",
    };
    // The runtime's own license paragraphs follow; a name must not stand for two texts.
    let name = if license.is_some() || !["MIT", "Apache-2.0"].contains(&name.as_str()) {
        format!("{name}-{package}")
    } else {
        name
    };
    let mut page =
        String::from("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n");
    // Writing to a string cannot fail.
    let _ = writeln!(page, "Upstream-Name: {title}");
    if let Some(homepage) = &fields.homepage {
        let _ = writeln!(page, "Source: {homepage}");
    }
    let _ = write!(page, "\nFiles: *\nCopyright: {holder}\nLicense: {name}\n{}", indented(text));
    let runtime = format!("usr/lib/{package}/{package}");
    let _ = write!(page, "\nFiles: {runtime}\nCopyright: Kaon contributors\nLicense: MIT or Apache-2.0\n");
    for (other, text) in [("MIT", MIT), ("Apache-2.0", APACHE)] {
        if other != name {
            let _ = write!(page, "\nLicense: {other}\n{}", indented(text));
        }
    }
    page
}

fn changelog(fields: &Fields, date: &Date) -> String {
    let Fields { package, version, app_version, maintainer, .. } = fields;
    let date = date.in_mail();
    format!(
        "{package} ({version}) unstable; urgency=medium\n\n  * Version {app_version}.\n\n -- {maintainer}  {date}\n"
    )
}

fn manual(fields: &Fields, date: &Date) -> String {
    let Fields { package, title, app_version, synopsis, description, .. } = fields;
    let (title, synopsis, description) = (roff(title), roff(synopsis), roff(description));
    let name = roff(package);
    let heading =
        format!(".TH \"{}\" 1 \"{}\" \"{title} {}\"", name.to_uppercase(), date.plain(), roff(app_version));
    format!(
        "{heading}\n.SH NAME\n{name} \\- {synopsis}\n.SH SYNOPSIS\n.B {name}\n[\\fIargument\\fR ...]\n\
         .SH DESCRIPTION\n{title}: {description}\n"
    )
}

/// Text in which nothing is a command to the typesetter.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

/// A text as a value in a desktop entry.
fn value(text: &str) -> String {
    text.replace('\\', "\\\\")
}

pub(super) fn desktop_entry(fields: &Fields, icon: bool) -> String {
    let Fields { package, title, synopsis, category, .. } = fields;
    let icon = if icon { format!("Icon={package}\n") } else { String::new() };
    format!(
        "[Desktop Entry]\nType=Application\nName={}\nComment={}\nExec={package}\n{icon}Terminal=false\n\
         Categories={category}\nStartupNotify=true\nStartupWMClass={}\n",
        value(title),
        value(synopsis),
        value(&fields.window_class),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_wrapped_and_indented() {
        let text = indented(&wrapped(&"word ".repeat(40)));
        assert!(
            text.lines().count() > 2 && text.lines().all(|line| line.starts_with(' ') && line.len() <= 77),
            "{text}"
        );
        assert_eq!(indented("a\n\nb"), " a\n .\n b\n");
    }

    #[test]
    fn the_typesetter_gets_no_commands() {
        assert_eq!(roff(".so /etc/passwd"), "\\&.so /etc/passwd");
        assert_eq!(roff("a-b \\n \"q\""), "a\\-b \\en \\(dqq\\(dq");
    }
}
