use std::{fs, path::PathBuf};

use clap::{Args, ValueEnum};

use super::{Outcome, failure::Failure, say};

/// Make a new app from a template
#[derive(Args)]
pub(super) struct New {
    /// The folder to make; its last part names the app
    name: PathBuf,
    /// What to start from
    #[arg(long, short, value_enum, default_value_t = Choice::Minimal)]
    template: Choice,
}

#[derive(Clone, Copy, ValueEnum)]
enum Choice {
    /// One window, one page, and a call from the page to the main process
    Minimal,
    /// A Markdown notebook: files, menus, dialogs, several windows
    Notes,
}

impl Choice {
    fn name(self) -> &'static str {
        match self {
            Self::Minimal => "minimal",
            Self::Notes => "notes",
        }
    }
}

impl New {
    pub(super) fn carry_out(self) -> Outcome {
        let dir = self.name;
        let title = dir.file_name().map(|name| name.to_string_lossy().into_owned());
        let title = title.ok_or_else(|| Failure::usage(format!("`{}` names no folder", dir.display())))?;
        refuse_to_overwrite(&dir)?;
        templates::write_to(&dir, self.template.name()).map_err(Failure::doing("make", &dir))?;
        name_the_app(&dir, &title)?;
        say::progress("Created", format!("{} from the template `{}`", dir.display(), self.template.name()));
        say::answer(format!(
            "Next:\n  kaon run {0}\n  kaon package {0} --format deb",
            quoted(&dir.to_string_lossy())
        ));
        Ok(0)
    }
}

fn refuse_to_overwrite(dir: &std::path::Path) -> Result<(), Failure> {
    let taken = match fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => fs::symlink_metadata(dir).is_ok(),
    };
    if !taken {
        return Ok(());
    }
    let what = if dir.is_dir() { "is not empty" } else { "is there already and is no folder" };
    Err(Failure::new(format!("{} {what}", dir.display()))
        .with_hint("nothing was changed; choose another name"))
}

/// Puts the app's own names into the template's package.json, and leaves its text as it is otherwise.
fn name_the_app(dir: &std::path::Path, title: &str) -> Result<(), Failure> {
    let file = dir.join("package.json");
    let text = fs::read_to_string(&file).map_err(Failure::doing("read", &file))?;
    let named = text.lines().map(|line| match line.trim_start().split_once(": ") {
        Some((r#""name""#, _)) => format!("  \"name\": {},\n", json(&slug(title))),
        Some((r#""productName""#, _)) => format!("  \"productName\": {},\n", json(title)),
        _ => format!("{line}\n"),
    });
    fs::write(&file, named.collect::<String>()).map_err(Failure::doing("write", &file))
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A name that package managers accept, as near to the title as they allow.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in title.chars().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "app".into() } else { slug.chars().take(64).collect() }
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./\\:".contains(character);
    if !path.is_empty() && path.chars().all(plain) { path.into() } else { format!("\"{path}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_becomes_a_package_name() {
        for (title, expected) in [
            ("notes", "notes"),
            ("My Notes", "my-notes"),
            ("  Ünï  App! ", "n-app"),
            ("📝", "app"),
            ("📝 Notes 2", "notes-2"),
            ("a--b", "a-b"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn every_choice_is_a_template() {
        let known: Vec<_> = templates::all().iter().map(|template| template.name).collect();
        let choices: Vec<_> = Choice::value_variants().iter().map(|choice| choice.name()).collect();
        assert_eq!(choices, known);
    }
}
