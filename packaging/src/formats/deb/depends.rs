//! Which Debian packages a program needs, read from the program itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::Read,
    path::Path,
};

use object::{
    Endianness, elf,
    read::elf::{ElfFile, FileHeader},
};

use super::Error;
use crate::payload::{Item, Kind};

/// Libraries and the packages that hold them. Where a newer Debian renamed a package, the new one provides the old name.
const LIBRARIES: [(&str, &str); 42] = [
    ("ld-linux-aarch64.so.1", "libc6"),
    ("ld-linux-x86-64.so.2", "libc6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libX11.so.6", "libx11-6"),
    ("libXext.so.6", "libxext6"),
    ("libXfixes.so.3", "libxfixes3"),
    ("libasound.so.2", "libasound2"),
    ("libatk-1.0.so.0", "libatk1.0-0"),
    ("libc.so.6", "libc6"),
    ("libcairo-gobject.so.2", "libcairo-gobject2"),
    ("libcairo.so.2", "libcairo2"),
    ("libcrypto.so.3", "libssl3"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libdl.so.2", "libc6"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libgcc_s.so.1", "libgcc-s1"),
    ("libgdk-3.so.0", "libgtk-3-0"),
    ("libgdk_pixbuf-2.0.so.0", "libgdk-pixbuf-2.0-0"),
    ("libgio-2.0.so.0", "libglib2.0-0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgmodule-2.0.so.0", "libglib2.0-0"),
    ("libgobject-2.0.so.0", "libglib2.0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libgtk-3.so.0", "libgtk-3-0"),
    ("libharfbuzz.so.0", "libharfbuzz0b"),
    ("libjavascriptcoregtk-4.1.so.0", "libjavascriptcoregtk-4.1-0"),
    ("libm.so.6", "libc6"),
    ("libpango-1.0.so.0", "libpango-1.0-0"),
    ("libpangocairo-1.0.so.0", "libpangocairo-1.0-0"),
    ("libpthread.so.0", "libc6"),
    ("librt.so.1", "libc6"),
    ("libsoup-3.0.so.0", "libsoup-3.0-0"),
    ("libssl.so.3", "libssl3"),
    ("libstdc++.so.6", "libstdc++6"),
    ("libutil.so.1", "libc6"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwebkit2gtk-4.1.so.0", "libwebkit2gtk-4.1-0"),
    ("libxcb.so.1", "libxcb1"),
    ("libxdo.so.3", "libxdo3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libz.so.1", "zlib1g"),
];

pub(super) struct Needs {
    pub(super) architecture: &'static str,
    pub(super) packages: Vec<String>,
    pub(super) remarks: Vec<String>,
}

/// What one program says of itself.
#[derive(Debug, Default)]
struct Program {
    machine: u16,
    libraries: BTreeSet<String>,
    /// The newest version of the C library that a symbol is bound to.
    glibc: Option<(u32, u32)>,
    has_symbols: bool,
}

/// The needs of the runtime and of the native code among the app's files.
pub(super) fn read(runtime: &Path, items: &[Item]) -> Result<Needs, Error> {
    let not_one = |message: &str| Error::Runtime { file: runtime.into(), message: message.into() };
    let mut all = program(runtime)?.ok_or_else(|| not_one("it is no Linux executable"))?;
    let architecture = architecture(all.machine).ok_or_else(|| not_one("Debian has no such processor"))?;
    let mut remarks = Vec::new();
    if all.has_symbols {
        remarks.push(
            "the runtime holds its debugging symbols; a release build of it makes a far smaller package"
                .into(),
        );
    }
    let mut bundled = BTreeSet::new();
    for item in items {
        bundled.insert(item.path.rsplit('/').next().unwrap_or_default());
        let Kind::File { source, .. } = &item.kind else { continue };
        let Some(native) = program(source)? else { continue };
        if native.machine != all.machine {
            // Modules often carry builds for every processor, and load the right one.
            continue;
        }
        all.libraries.extend(native.libraries);
        all.glibc = all.glibc.max(native.glibc);
    }
    all.libraries.retain(|library| !bundled.contains(library.as_str()));
    let packages = packages(&all, &mut remarks);
    Ok(Needs { architecture, packages, remarks })
}

fn packages(program: &Program, remarks: &mut Vec<String>) -> Vec<String> {
    let mut packages = BTreeMap::new();
    for library in &program.libraries {
        match LIBRARIES.iter().find(|(name, _)| name == library) {
            Some((_, package)) => {
                packages.insert(*package, String::new());
            }
            None => remarks.push(format!(
                "no package is known for the library {library}; \"build\": {{\"deb\": {{\"depends\": [...]}}}} can name it"
            )),
        }
    }
    if let Some((major, minor)) = program.glibc {
        packages.insert("libc6", format!(" (>= {major}.{minor})"));
    }
    packages.into_iter().map(|(package, version)| format!("{package}{version}")).collect()
}

fn architecture(machine: u16) -> Option<&'static str> {
    match elf::Machine(machine) {
        elf::EM_X86_64 => Some("amd64"),
        elf::EM_AARCH64 => Some("arm64"),
        elf::EM_386 => Some("i386"),
        elf::EM_ARM => Some("armhf"),
        elf::EM_RISCV => Some("riscv64"),
        _ => None,
    }
}

/// The program in a file; nothing when it is no ELF file.
fn program(file: &Path) -> Result<Option<Program>, Error> {
    let mut start = Vec::new();
    File::open(file)
        .and_then(|opened| opened.take(5).read_to_end(&mut start))
        .map_err(Error::reading(file))?;
    if !start.starts_with(b"\x7fELF") {
        return Ok(None);
    }
    let bytes = fs::read(file).map_err(Error::reading(file))?;
    let parsed = match start.get(4) {
        Some(2) => parse::<elf::FileHeader64<Endianness>>(&bytes),
        _ => parse::<elf::FileHeader32<Endianness>>(&bytes),
    };
    // A file that only begins like a program is data.
    Ok(parsed.ok())
}

fn parse<Header: FileHeader<Endian = Endianness>>(bytes: &[u8]) -> object::Result<Program> {
    let file = ElfFile::<Header>::parse(bytes)?;
    let (endian, sections) = (file.endian(), file.elf_section_table());
    let mut program = Program { machine: file.elf_header().e_machine(endian).0, ..Program::default() };
    program.has_symbols = sections.iter().any(|section| {
        use object::read::elf::SectionHeader;
        section.sh_type(endian) == elf::SHT_SYMTAB
    });
    let dynamic = sections.dynamic_table(endian, bytes)?;
    for entry in dynamic.iter().filter(|entry| entry.tag == elf::DT_NEEDED) {
        program.libraries.insert(String::from_utf8_lossy(dynamic.string(entry)?).into_owned());
    }
    if let Some((mut needs, link)) = sections.gnu_verneed(endian, bytes)? {
        let strings = sections.strings(endian, bytes, link)?;
        while let Some((_, mut versions)) = needs.next()? {
            while let Some(version) = versions.next()? {
                let name = String::from_utf8_lossy(version.name(endian, strings)?);
                program.glibc = program.glibc.max(glibc_version(&name));
            }
        }
    }
    Ok(program)
}

fn glibc_version(name: &str) -> Option<(u32, u32)> {
    let mut parts = name.strip_prefix("GLIBC_")?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_of_the_c_library_counts() {
        assert_eq!(glibc_version("GLIBC_2.34"), Some((2, 34)));
        assert!(glibc_version("GLIBC_2.9") < glibc_version("GLIBC_2.34"));
        assert_eq!(glibc_version("GLIBC_PRIVATE"), None);
        assert_eq!(glibc_version("GCC_3.0"), None);
    }

    #[test]
    fn libraries_become_packages_and_unknown_ones_remarks() {
        let libraries = ["libc.so.6", "libm.so.6", "libgtk-3.so.0", "libodd.so.1"].map(String::from).into();
        let mut remarks = Vec::new();
        let program = Program { libraries, glibc: Some((2, 36)), ..Program::default() };
        assert_eq!(packages(&program, &mut remarks), ["libc6 (>= 2.36)", "libgtk-3-0"]);
        assert!(remarks.len() == 1 && remarks[0].contains("libodd.so.1"), "{remarks:?}");
    }

    #[test]
    fn the_table_is_sorted_and_has_no_doubles() {
        assert!(LIBRARIES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
