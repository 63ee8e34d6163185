//! Pipes and descriptors, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{
    Pipe, PipeListener, Spare, Tcp, TcpServer, before_bind, bind_pipe, connect_pipe, fd_of, guess_fd,
    is_in_progress, open_fd, pipe_listener, spare,
};
