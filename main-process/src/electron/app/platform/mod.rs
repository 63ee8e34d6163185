//! What differs between systems: the user's languages, the socket of the first instance, protocol clients.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub(super) use linux::{is_protocol_client, locales, set_protocol_client};
#[cfg(target_os = "macos")]
pub(super) use macos::{is_protocol_client, locales, set_protocol_client};
#[cfg(unix)]
pub(super) use unix::{detach, remove_socket, socket_name};
#[cfg(windows)]
pub(super) use windows::{
    detach, is_protocol_client, locales, remove_socket, set_protocol_client, socket_name,
};
