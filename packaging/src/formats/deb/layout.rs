//! Where everything lies once the package is installed.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{
    Error, Request,
    fields::Fields,
    texts::{Texts, desktop_entry},
};
use crate::{
    app::App,
    icons::Picture,
    payload::{Item, Kind},
};

/// The sizes of the hicolor theme that desktops use.
const ICON_SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
const ICON_PLACES: [&str; 6] =
    ["icon.png", "icon.svg", "build/icon.png", "build/icon.svg", "assets/icon.png", "resources/icon.png"];

pub(super) enum Body {
    Folder,
    Link(String),
    File { source: PathBuf, executable: bool },
    Text(Vec<u8>),
}

/// What is installed, by its path without the leading slash; folders come before what is in them.
pub(super) type Entries = BTreeMap<String, Body>;

pub(super) fn lay_out(
    request: &Request<'_>,
    fields: &Fields,
    texts: &Texts,
    items: Vec<Item>,
) -> Result<(Entries, Vec<String>), Error> {
    let package = &fields.package;
    let (home, share) = (format!("usr/lib/{package}"), "usr/share");
    let mut entries = Entries::new();
    let runtime = Body::File { source: request.runtime.into(), executable: true };
    entries.insert(format!("{home}/{package}"), runtime);
    for Item { path, kind } in items {
        let body = match kind {
            Kind::File { source, executable } => Body::File { source, executable },
            Kind::Link { target } => Body::Link(target),
        };
        entries.insert(format!("{home}/resources/app/{path}"), body);
    }
    entries.insert(format!("usr/bin/{package}"), Body::Link(format!("../lib/{package}/{package}")));
    let remarks = add_icons(&mut entries, request.app, package)?;
    let entry = desktop_entry(fields, remarks.is_empty());
    let text = |text: &[u8]| Body::Text(text.to_vec());
    entries.insert(format!("{share}/applications/{}.desktop", fields.desktop_id), text(entry.as_bytes()));
    entries.insert(format!("{share}/doc/{package}/copyright"), text(&texts.copyright));
    entries.insert(format!("{share}/doc/{package}/changelog.Debian.gz"), text(&texts.changelog));
    entries.insert(format!("{share}/man/man1/{package}.1.gz"), text(&texts.manual));
    add_folders(&mut entries);
    Ok((entries, remarks))
}

fn add_folders(entries: &mut Entries) {
    let paths: Vec<String> = entries.keys().cloned().collect();
    for path in paths {
        let above = path.match_indices('/').map(|(at, _)| path[..at].to_owned());
        above.for_each(|folder| {
            entries.entry(folder).or_insert(Body::Folder);
        });
    }
}

/// The remarks say why there is no icon.
fn add_icons(entries: &mut Entries, app: &App, package: &str) -> Result<Vec<String>, Error> {
    let named = app.text("build.linux.icon").or_else(|| app.text("build.icon"));
    let mut found = match named {
        Some(named) => vec![app.dir.join(named)],
        None => ICON_PLACES.iter().map(|place| app.dir.join(place)).filter(|file| file.is_file()).collect(),
    };
    // A drawing beside the picture is sharper at every size that the picture does not have.
    found.extend(found.first().map(|file| file.with_extension("svg")).filter(|file| file.is_file()));
    let theme = "usr/share/icons/hicolor";
    let ends =
        |file: &Path, ending: &str| file.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if let Some(drawing) = found.iter().find(|file| ends(file, "svg")) {
        let bytes = fs::read(drawing).map_err(Error::reading(drawing))?;
        entries.insert(format!("{theme}/scalable/apps/{package}.svg"), Body::Text(bytes));
    } else if found.is_empty() {
        return Ok(vec!["the app has no icon: put an icon.png of 512 by 512 pixels into its folder".into()]);
    }
    let Some(file) = found.iter().find(|file| !ends(file, "svg")) else { return Ok(Vec::new()) };
    let picture = Picture::open(file)?;
    for size in ICON_SIZES.into_iter().filter(|size| *size <= picture.size) {
        let bytes = picture.shrunk_to(size).to_png().map_err(Error::writing(file))?;
        entries.insert(format!("{theme}/{size}x{size}/apps/{package}.png"), Body::Text(bytes));
    }
    Ok(Vec::new())
}
