//! What a package says of itself, taken from the app's package.json.

use serde_json::Value;

use super::Error;
use crate::app::App;

/// The main categories of the freedesktop menu, each with Debian's section for it.
const CATEGORIES: [(&str, &str); 13] = [
    ("AudioVideo", "sound"),
    ("Audio", "sound"),
    ("Video", "video"),
    ("Development", "devel"),
    ("Education", "education"),
    ("Game", "games"),
    ("Graphics", "graphics"),
    ("Network", "net"),
    ("Office", "text"),
    ("Science", "science"),
    ("Settings", "utils"),
    ("System", "admin"),
    ("Utility", "utils"),
];

/// What is read of `build`, and what concerns other systems.
const READ: [&str; 4] = ["appId", "productName", "icon", "copyright"];
const READ_OF_LINUX: [&str; 3] = ["category", "icon", "maintainer"];
const READ_OF_DEB: [&str; 1] = ["depends"];
const ELSEWHERE: [&str; 10] =
    ["mac", "dmg", "pkg", "mas", "win", "nsis", "msi", "appx", "squirrelWindows", "portable"];

pub(super) struct Fields {
    pub(super) package: String,
    pub(super) version: String,
    /// The version as the author wrote it.
    pub(super) app_version: String,
    pub(super) title: String,
    /// The name of the desktop entry, without its ending.
    pub(super) desktop_id: String,
    /// What the runtime calls its windows' class; a desktop finds the entry of a window by it.
    pub(super) window_class: String,
    pub(super) category: String,
    pub(super) section: &'static str,
    pub(super) maintainer: String,
    pub(super) synopsis: String,
    pub(super) description: String,
    pub(super) homepage: Option<String>,
    pub(super) license: Option<String>,
    pub(super) copyright: Option<String>,
    pub(super) depends: Vec<String>,
}

impl Fields {
    /// The fields, and remarks on what is missing or not understood.
    pub(super) fn read(app: &App) -> Result<(Self, Vec<String>), Error> {
        let mut remarks = unknown_fields(app);
        let text = |field: &str| app.text(field).map(one_line);
        let package = package_name(&text("name").ok_or_else(|| missing("name"))?)?;
        let app_version = text("version").ok_or_else(|| missing("version"))?;
        let title =
            text("build.productName").or_else(|| text("productName")).unwrap_or_else(|| package.clone());
        let (category, section) = category(text("build.linux.category"))?;
        let maintainer = text("build.linux.maintainer").or_else(|| author(app)).unwrap_or_else(|| {
            remarks.push(
                "package.json names no author with an e-mail address; a placeholder is the maintainer".into(),
            );
            format!("{package} maintainers <{package}@packages.invalid>")
        });
        let desktop_name = text("desktopName").map(|name| name.trim_end_matches(".desktop").to_owned());
        let window_class = desktop_name.clone().or_else(|| text("productName")).or_else(|| text("name"));
        let description = text("description").unwrap_or_else(|| format!("desktop app {title}"));
        let fields = Self {
            version: debian_version(&app_version)?,
            app_version,
            desktop_id: desktop_id(desktop_name.or_else(|| text("build.appId")), &package)?,
            window_class: window_class.unwrap_or_else(|| package.clone()),
            category,
            section,
            maintainer,
            synopsis: synopsis(&description),
            description,
            homepage: text("homepage").filter(|address| address.starts_with("http")),
            license: text("license").filter(|license| license != "UNLICENSED"),
            copyright: text("build.copyright"),
            depends: depends(app)?,
            package,
            title,
        };
        Ok((fields, remarks))
    }
}

fn missing(field: &'static str) -> Error {
    Error::Field { field, message: "a package needs one".into() }
}

/// Fields are lines of a control file: a line break in one would begin another.
fn one_line(text: &str) -> String {
    text.split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn package_name(name: &str) -> Result<String, Error> {
    let allowed = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || "+.-".contains(character)
    };
    let name = name.trim_start_matches('@').to_ascii_lowercase().replace(['/', '_', ' '], "-");
    let good = name.len() >= 2
        && name.chars().all(allowed)
        && name.starts_with(|first: char| first.is_ascii_alphanumeric());
    let message = format!("`{name}` cannot be a Debian package's name: two or more of a-z, 0-9, + . -");
    if good { Ok(name) } else { Err(Error::Field { field: "name", message }) }
}

/// A pre-release comes before its release, which Debian writes with a tilde.
fn debian_version(version: &str) -> Result<String, Error> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || ".+-".contains(character);
    if !version.starts_with(|first: char| first.is_ascii_digit()) || !version.chars().all(allowed) {
        let message = format!("`{version}` is no version like 1.2.3");
        return Err(Error::Field { field: "version", message });
    }
    Ok(format!("{}-1", version.replacen('-', "~", 1)))
}

fn desktop_id(id: Option<String>, package: &str) -> Result<String, Error> {
    let Some(id) = id else { return Ok(package.into()) };
    let allowed = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    let message = format!("`{id}` (or desktopName) is no id like org.example.App");
    if id.chars().all(allowed) && !id.starts_with('.') {
        Ok(id)
    } else {
        Err(Error::Field { field: "build.appId", message })
    }
}

fn category(wanted: Option<String>) -> Result<(String, &'static str), Error> {
    let wanted = wanted.unwrap_or_else(|| "Utility".into());
    let names: Vec<&str> = wanted.split(';').filter(|name| !name.is_empty()).collect();
    let section = names.iter().find_map(|name| CATEGORIES.iter().find(|(known, _)| known == name));
    let plain = names
        .iter()
        .all(|name| name.chars().all(|character| character.is_ascii_alphanumeric() || character == '-'));
    match section {
        Some((_, section)) if plain => Ok((format!("{};", names.join(";")), *section)),
        _ => {
            let known: Vec<_> = CATEGORIES.iter().map(|(name, _)| *name).collect();
            let message = format!("`{wanted}` holds no main category of the menu: {}", known.join(", "));
            Err(Error::Field { field: "build.linux.category", message })
        }
    }
}

/// `Name <mail>` from either way of writing an author; nothing without an address.
fn author(app: &App) -> Option<String> {
    let (name, mail) = match app.field("author")? {
        Value::Object(author) => {
            let text = |key: &str| author.get(key).and_then(Value::as_str).map(one_line);
            (text("name")?, text("email")?)
        }
        Value::String(author) => {
            let author = one_line(author);
            let (name, rest) = author.split_once('<')?;
            (name.trim().to_owned(), rest.split_once('>')?.0.trim().to_owned())
        }
        _ => return None,
    };
    let plain = !name.is_empty()
        && !name.contains(['<', '>'])
        && mail.contains('@')
        && !mail.contains(['<', '>', ' ']);
    plain.then(|| format!("{} <{mail}>", name.replace(',', "")))
}

/// One short line, in the manner of Debian: no article before it, no full stop behind.
fn synopsis(description: &str) -> String {
    let line = ["A ", "An ", "The ", "a ", "an ", "the "]
        .iter()
        .find_map(|article| description.strip_prefix(article))
        .unwrap_or(description)
        .trim_end_matches('.');
    if line.chars().count() < 80 {
        return line.into();
    }
    let cut: String = line.chars().take(76).collect();
    format!("{}...", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

fn depends(app: &App) -> Result<Vec<String>, Error> {
    let wrong = || Error::Field { field: "build.deb.depends", message: "a list of package names".into() };
    let Some(list) = app.field("build.deb.depends") else { return Ok(Vec::new()) };
    let names = list.as_array().ok_or_else(wrong)?.iter();
    names.map(|name| name.as_str().map(one_line).filter(|name| !name.is_empty()).ok_or_else(wrong)).collect()
}

fn unknown_fields(app: &App) -> Vec<String> {
    let keys = |path: &str| -> Vec<String> {
        app.field(path)
            .and_then(Value::as_object)
            .map(|object| object.keys().cloned().collect())
            .unwrap_or_default()
    };
    let groups: [(&str, &[&str]); 3] =
        [("build", &READ), ("build.linux", &READ_OF_LINUX), ("build.deb", &READ_OF_DEB)];
    let unknown = groups.iter().flat_map(|(group, read)| {
        let names = keys(group).into_iter().filter(|key| !read.contains(&key.as_str()));
        names.map(move |key| format!("{group}.{key}"))
    });
    let passed = |name: &String| {
        let key = name.strip_prefix("build.").unwrap_or(name);
        key != "linux" && key != "deb" && !ELSEWHERE.contains(&key)
    };
    unknown.filter(passed).map(|name| format!("package.json: {name} is not used")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_sort_as_their_authors_mean() {
        assert_eq!(debian_version("1.2.3").unwrap(), "1.2.3-1");
        assert_eq!(debian_version("1.2.3-beta.1-x+b").unwrap(), "1.2.3~beta.1-x+b-1");
        assert!(debian_version("v1").is_err() && debian_version("1\n2").is_err());
    }

    #[test]
    fn names_become_package_names_or_are_refused() {
        assert_eq!(package_name("@Scope/My_App").unwrap(), "scope-my-app");
        for bad in ["a", "ü-app", "-x", ".."] {
            assert!(package_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_synopsis_is_short_and_bare() {
        assert_eq!(synopsis("A small app."), "small app");
        assert!(synopsis(&"long words ".repeat(20)).chars().count() < 80);
        assert_eq!(one_line("a\nDepends: evil\t b"), "a Depends: evil b");
    }

    #[test]
    fn categories_are_those_of_the_menu() {
        assert_eq!(
            category(Some("Office;TextEditor".into())).unwrap(),
            ("Office;TextEditor;".into(), "text")
        );
        assert!(category(Some("Nonsense".into())).is_err());
        assert!(category(Some("Office;\nExec=evil".into())).is_err());
    }
}
