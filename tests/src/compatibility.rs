//! The README's compatibility table, made from the modules' own records and types.

use std::{fs, path::Path};

use crate::root;

const BEGIN: &str = "<!-- compatibility -->\n";
const END: &str = "<!-- /compatibility -->";

/// The README with its table made anew.
pub fn readme() -> String {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the README marks where the table begins");
    let (_, after) = rest.split_once(END).expect("the README marks where the table ends");
    format!("{before}{BEGIN}{}{END}{after}", table())
}

fn table() -> String {
    let mut rows = String::from("\n| require | missing |\n|---|---|\n");
    for group in ["node", "electron"] {
        let mut folders: Vec<_> = fs::read_dir(root().join("main-process/src").join(group))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        folders.sort();
        for folder in folders.iter().filter(|path| path.is_dir()) {
            rows.push_str(&row(group, folder));
        }
    }
    rows + "\n"
}

fn row(group: &str, folder: &Path) -> String {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let record = fs::read_to_string(folder.join("mod.rs")).unwrap();
    let publics = public_names(&record);
    let shown = match (group, publics.as_slice()) {
        // What the other modules share, and no member of `electron` itself.
        ("electron", _) if ["absent", "compatibility", "native_object"].contains(&name.as_str()) => {
            return String::new();
        }
        ("electron", _) => format!("`electron`: {}", name.replace('_', " ")),
        (_, []) => return String::new(),
        (_, names) => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
    };
    let types = fs::read_to_string(folder.join(format!("{name}.d.ts"))).unwrap();
    format!("| {shown} | {} |\n", missing(&types))
}

/// The strings of the record's `public` list, without the scripts that some of them name (`_http_agent=http/agent`).
fn public_names(record: &str) -> Vec<String> {
    let list = record
        .split_once("public: &[")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or("", |(list, _)| list);
    let name = |public: &str| public.split('=').next().unwrap_or(public).to_owned();
    list.split('"').skip(1).step_by(2).map(name).collect()
}

/// The paragraph of the types' comment that begins with "Missing", on one line; "–" where there is none.
fn missing(types: &str) -> String {
    let clean =
        |line: &str| line.trim().trim_start_matches("/**").trim_start_matches(['*', '/']).trim().to_owned();
    let lines: Vec<_> =
        types.lines().map(|line| (line.trim_start().starts_with(['*', '/']), clean(line))).collect();
    let Some(start) = lines.iter().position(|(comment, line)| *comment && line.starts_with("Missing")) else {
        return "–".into();
    };
    let paragraph = lines[start..].iter().take_while(|(comment, line)| *comment && !line.is_empty());
    let text = paragraph
        .map(|(_, line)| line.trim_end_matches("*/").trim().to_owned())
        .collect::<Vec<_>>()
        .join(" ");
    text.split_once(": ")
        .map_or(text.clone(), |(_, rest)| rest.to_owned())
        .trim_start_matches("- ")
        .replace('|', "\\|")
        .replace(" - ", "; ")
}
