use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Place, assert_fails, elf, told};

pub(crate) struct Entry {
    pub(crate) mode: u32,
    pub(crate) link: Option<String>,
    bytes: Vec<u8>,
}

const MANIFEST: &str = r#"{
    "name": "test-free", "version": "1.2.0-beta.3", "description": "A thing to test with.", "license": "MIT",
    "author": "Ada L. <ada@example.org>", "build": BUILD
}"#;

/// An app whose package.json has this `build`, and a runtime to ship it with.
pub(crate) fn app(place: &Place, build: &str) -> PathBuf {
    place.write("app/package.json", &MANIFEST.replace("BUILD", build));
    place.write("app/index.js", "1");
    let runtime = elf::program(&["libc.so.6", "libgtk-3.so.0", "libwebkit2gtk-4.1.so.0"], "GLIBC_2.34");
    fs::write(place.path("runtime.elf"), runtime).unwrap();
    place.path("app")
}

pub(crate) fn package(place: &Place) -> Command {
    place.kaon(&["package", "app", "--format", "deb", "--out", "out", "--runtime", "runtime.elf"])
}

/// The data of the package that is made of `app`.
pub(crate) fn packed(place: &Place) -> BTreeMap<String, Entry> {
    let told = told(&mut package(place));
    assert_eq!(told.code, Some(0), "{}", told.err);
    entries(&place.path(told.out.trim()), "data.tar.xz")
}

fn entries(deb: &Path, member: &str) -> BTreeMap<String, Entry> {
    let mut archive = ar::Archive::new(File::open(deb).unwrap());
    let mut names = Vec::new();
    while let Some(found) = archive.next_entry() {
        let found = found.unwrap();
        names.push(String::from_utf8(found.header().identifier().to_vec()).unwrap());
        if names.last().is_some_and(|name| name == member) {
            let mut tar = tar::Archive::new(liblzma::read::XzDecoder::new(found));
            return tar.entries().unwrap().map(|entry| read(entry.unwrap())).collect();
        }
    }
    panic!("{member} is not among {names:?}");
}

fn read(mut entry: tar::Entry<'_, impl Read>) -> (String, Entry) {
    let path = String::from_utf8(entry.path_bytes().into_owned()).unwrap();
    let link = entry.link_name().unwrap().map(|link| link.to_str().unwrap().to_owned());
    let mode = entry.header().mode().unwrap();
    assert_eq!((entry.header().uid().unwrap(), entry.header().username().unwrap()), (0, Some("root")));
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).unwrap();
    (path, Entry { mode, link, bytes })
}

#[test]
fn a_package_is_laid_out_for_a_desktop() {
    let place = Place::new();
    app(&place, r#"{"productName":"Täst","linux":{"category":"Office"},"appId":"org.example.Test"}"#);
    place.write("app/bilder/ein bild 📝.txt", "x");
    let entries = packed(&place);
    assert_eq!(entries["usr/lib/test-free/test-free"].mode, 0o755);
    assert_eq!(entries["usr/bin/test-free"].link.as_deref(), Some("../lib/test-free/test-free"));
    assert_eq!(entries["usr/lib/test-free/resources/app/bilder/ein bild 📝.txt"].bytes, b"x");
    let desktop = String::from_utf8_lossy(&entries["usr/share/applications/org.example.Test.desktop"].bytes);
    for line in [
        "Name=Täst\n",
        "Exec=test-free\n",
        "Categories=Office;\n",
        "StartupWMClass=test-free\n",
        "Comment=thing to test with\n",
    ] {
        assert!(desktop.contains(line), "{desktop}");
    }
    for file in ["doc/test-free/copyright", "doc/test-free/changelog.Debian.gz", "man/man1/test-free.1.gz"] {
        assert_eq!(entries[&format!("usr/share/{file}")].mode, 0o644);
    }
    for path in entries.keys() {
        let parent = path
            .trim_end_matches('/')
            .rsplit_once('/')
            .map_or("./".into(), |(parent, _)| format!("{parent}/"));
        assert!(path == "./" || entries.contains_key(&parent), "no folder for {path}");
    }
}

#[test]
fn control_says_what_the_program_needs() {
    let place = Place::new();
    app(&place, r#"{"deb":{"depends":["libfoo1 (>= 2)"]}}"#);
    let told = told(&mut package(&place));
    assert_eq!(
        told.out.trim(),
        Path::new("out").join("test-free_1.2.0~beta.3-1_amd64.deb").to_str().unwrap()
    );
    let entries = entries(&place.path(told.out.trim()), "control.tar.xz");
    let control = String::from_utf8_lossy(&entries["control"].bytes);
    for line in [
        "Version: 1.2.0~beta.3-1\n",
        "Architecture: amd64\n",
        "Maintainer: Ada L. <ada@example.org>\n",
        "Depends: libc6 (>= 2.34), libgtk-3-0, libwebkit2gtk-4.1-0, libfoo1 (>= 2)\n",
        "Description: thing to test with\n test-free: A thing to test with.\n",
    ] {
        assert!(control.contains(line), "{control}");
    }
    let sums = String::from_utf8_lossy(&entries["md5sums"].bytes);
    // The sum of "1".
    assert!(
        sums.contains("c4ca4238a0b923820dcc509a6f75849b  usr/lib/test-free/resources/app/index.js\n"),
        "{sums}"
    );
}

#[test]
fn the_same_files_make_the_same_package() {
    let place = Place::new();
    app(&place, "{}");
    let made = |out: &str| {
        let arguments = ["package", "app", "--format", "deb", "--runtime", "runtime.elf", "--out", out];
        fs::read(place.path(told(&mut place.kaon(&arguments)).out.trim())).unwrap()
    };
    // The first package lies inside the app, and is not packed into the second.
    assert!(made("app/dist") == made("out"));
    let mut left: Vec<_> =
        fs::read_dir(place.path("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.pop().unwrap(), "test-free_1.2.0~beta.3-1_amd64.deb");
    assert!(left.is_empty());
}

#[test]
fn an_icon_becomes_every_smaller_size() {
    let place = Place::new();
    app(&place, r#"{"icon":"my icon.png"}"#);
    fs::copy("../templates/notes/icon.png", place.path("app/my icon.png")).unwrap();
    let entries = packed(&place);
    for size in [16, 24, 32, 48, 64, 128, 256, 512] {
        let bytes = &entries[&format!("usr/share/icons/hicolor/{size}x{size}/apps/test-free.png")].bytes;
        let picture = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        assert_eq!((picture.info().width, picture.info().height), (size, size));
    }
}

#[test]
fn fields_that_mean_nothing_here_are_named() {
    let place = Place::new();
    app(&place, r#"{"asar":true,"linux":{"target":"snap"},"win":{}}"#);
    let told = told(&mut package(&place));
    assert_eq!(told.code, Some(0));
    for remark in ["build.asar is not used", "build.linux.target is not used", "the app has no icon"] {
        assert!(
            told.err.contains(&format!("warning: {}", remark.replace("build", "package.json: build"))),
            "{}",
            told.err
        );
    }
    assert!(!told.err.contains("build.win"), "{}", told.err);
}

#[test]
fn what_a_package_cannot_be_made_of_is_said() {
    let place = Place::new();
    app(&place, r#"{"linux":{"category":"Fun"}}"#);
    assert_fails(&mut package(&place), 1, &["build.linux.category: `Fun` holds no main category", "Utility"]);
    place.write("app/package.json", r#"{"name":"test"}"#);
    assert_fails(&mut package(&place), 1, &["package.json: version: a package needs one"]);
    place.write("app/package.json", r#"{"name":"test","version":"1.0.0","dependencies":{"left-pad":"1"}}"#);
    assert_fails(
        &mut package(&place),
        1,
        &["`test` depends on `left-pad`, which is not installed", "npm install"],
    );
    app(&place, "{}");
    place.write("runtime.elf", "MZ");
    assert_fails(&mut package(&place), 1, &["runtime.elf cannot be the runtime", "hint: `--runtime`"]);
}
