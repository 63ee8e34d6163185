//! Connections that are open and idle, and what they cost.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

pub struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    pub port: u16,
}

impl Server {
    /// Starts a program that prints its port.
    pub fn start(runtime: &Path, program: &Path) -> Self {
        let mut child = Command::new("sh")
            .args(["-c", "ulimit -n $(ulimit -Hn); exec \"$0\" \"$1\""])
            .args([runtime, program])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        let mut server = Self { child, input, output, port: 0 };
        server.port = server.line().parse().unwrap();
        server
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }

    fn open_connections(&mut self) -> usize {
        self.input.as_mut().unwrap().write_all(b"?\n").unwrap();
        self.line().parse().unwrap()
    }

    /// Open files; 0 where the system does not tell.
    pub fn files(&self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.child.id())).map_or(0, Iterator::count)
    }

    fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0 kB");
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }

    pub fn wait_until(&mut self, what: &str, mut done: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !done(self) {
            assert!(Instant::now() < deadline, "waited a minute until {what}");
            std::thread::park_timeout(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

/// MiB that the server has more with that many connections, each of which has echoed once; they and their files must go
/// again when the other side closes.
pub fn memory(runtime: &Path, connections: usize) -> f64 {
    let limit = format!("--nofile={}:", connections + 200);
    let own = format!("--pid={}", std::process::id());
    assert!(
        Command::new("prlimit").args([own, limit]).status().unwrap().success(),
        "too few files are allowed"
    );
    let mut server = Server::start(runtime, &crate::program("echo"));
    let (files, before) = (server.files(), server.memory());
    let mut streams = Vec::new();
    for _ in 0..connections {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(b"hello").unwrap();
        streams.push(stream);
    }
    let mut echo = [0; 5];
    for stream in &mut streams {
        stream.read_exact(&mut echo).unwrap();
        assert_eq!(&echo, b"hello");
    }
    assert_eq!(server.open_connections(), connections);
    let during = server.memory();
    drop(streams);
    server.wait_until("all connections are closed", |server| {
        server.open_connections() == 0 && server.files() <= files
    });
    during - before
}
