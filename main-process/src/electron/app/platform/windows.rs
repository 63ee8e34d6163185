use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
    os::windows::process::CommandExt,
    path::Path,
    process::{Command, Stdio},
};

use interprocess::local_socket::{GenericNamespaced, Name, prelude::*};
use windows_sys::Win32::{
    Globalization::GetUserDefaultLocaleName,
    System::Threading::{CREATE_NEW_PROCESS_GROUP, DETACHED_PROCESS},
};

/// Names of pipes know no folders, so that the folder is in the name.
pub(in super::super) fn socket_name(folder: &Path) -> io::Result<Name<'static>> {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("kaon-{:016x}", hasher.finish()).to_ns_name::<GenericNamespaced>()
}

/// A pipe ends with its program.
pub(in super::super) fn remove_socket(_: &Path) {}

pub(in super::super) fn detach(command: &mut Command) {
    command.stdin(Stdio::null()).creation_flags(DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP);
}

pub(in super::super) fn locales() -> Vec<String> {
    let mut name = [0_u16; 85];
    #[allow(unsafe_code)]
    // SAFETY: the buffer is as long as we say, LOCALE_NAME_MAX_LENGTH.
    let length = unsafe { GetUserDefaultLocaleName(name.as_mut_ptr(), name.len() as i32) };
    let length = usize::try_from(length).unwrap_or(0).saturating_sub(1);
    if length == 0 { Vec::new() } else { vec![String::from_utf16_lossy(&name[..length])] }
}

/// The module's script refuses before it comes here.
pub(in super::super) fn set_protocol_client(_: String, _: String) -> bool {
    false
}

pub(in super::super) fn is_protocol_client(_: String, _: String) -> bool {
    false
}
