//! The smallest Linux executable that says what it needs.

const HEADER: usize = 64;
const SECTION: usize = 64;
const STRTAB: u32 = 3;
const DYNAMIC: u32 = 6;
const VERNEED: u32 = 0x6fff_fffe;

/// An x86-64 program that needs these libraries, and of the first one this version.
pub(crate) fn program(libraries: &[&str], version: &str) -> Vec<u8> {
    let mut strings = vec![0];
    let mut place = |text: &str| {
        let at = strings.len();
        strings.extend(text.bytes().chain([0]));
        at as u32
    };
    let mut dynamic = Vec::new();
    let names: Vec<u32> = libraries.iter().map(|library| place(library)).collect();
    for name in &names {
        dynamic.extend(1u64.to_le_bytes());
        dynamic.extend(u64::from(*name).to_le_bytes());
    }
    dynamic.extend([0; 16]);
    let mut needs = Vec::new();
    needs.extend([1u16, 1].map(u16::to_le_bytes).concat());
    needs.extend([names[0], 16, 0].map(u32::to_le_bytes).concat());
    needs.extend([0u32.to_le_bytes(), [0, 0, 2, 0]].concat());
    needs.extend([place(version), 0].map(u32::to_le_bytes).concat());
    file(&[(STRTAB, 0, 0, strings), (DYNAMIC, 1, 16, dynamic), (VERNEED, 1, 0, needs)])
}

/// Sections of (type, link, size of an entry, bytes) after the empty one that every file begins with.
fn file(sections: &[(u32, u32, u64, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![0; HEADER];
    let mut table = vec![0; SECTION];
    for (kind, link, entry, body) in sections {
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        table.extend([0, *kind].map(u32::to_le_bytes).concat());
        table.extend([0, 0, bytes.len() as u64, body.len() as u64].map(u64::to_le_bytes).concat());
        // The last section's `info` counts its entries.
        table.extend([*link, 1].map(u32::to_le_bytes).concat());
        table.extend([8, *entry].map(u64::to_le_bytes).concat());
        bytes.extend(body);
    }
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    let table_at = bytes.len() as u64;
    let count = (sections.len() + 1) as u16;
    let mut header = b"\x7fELF\x02\x01\x01".to_vec();
    header.resize(16, 0);
    header.extend([2u16, 62].map(u16::to_le_bytes).concat());
    header.extend(1u32.to_le_bytes());
    header.extend([0, 0, table_at].map(u64::to_le_bytes).concat());
    header.extend(0u32.to_le_bytes());
    header.extend([HEADER as u16, 0, 0, SECTION as u16, count, 1].map(u16::to_le_bytes).concat());
    bytes[..HEADER].copy_from_slice(&header);
    bytes.extend(table);
    bytes
}
