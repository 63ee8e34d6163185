//! Asks servers in turn until one answers, over UDP and, for what does not fit, TCP.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use rquickjs::{Ctx, Exception, Function, Result, function::MutFn, prelude::List};
use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, UdpSocket},
    sync::oneshot,
    time::timeout,
};
use url::quirks::domain_to_ascii;

use super::message::{self, Answer};
use crate::runtime::{Json, spawn};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    servers: Vec<(String, u16)>,
    /// Milliseconds of the first round; each later one waits twice as long. Negative: the default.
    timeout: i64,
    tries: u32,
    max_timeout: u64,
    local: (String, String),
}

const DEFAULT_TIMEOUT: u64 = 2000;
/// What one waits at the most when rounds double their patience, unless the script says otherwise.
const LONGEST_TIMEOUT: u64 = 30_000;

/// Returns a function that calls it off. `done(null, [code, rows])`; an empty code is success.
pub(super) fn query<'js>(ctx: Ctx<'js>, request: String, done: Function<'js>) -> Result<Function<'js>> {
    let request: Request =
        serde_json::from_str(&request).map_err(|error| Exception::throw_type(&ctx, &error.to_string()))?;
    let (stop, stopped) = oneshot::channel::<()>();
    spawn(&ctx, done, async move {
        let outcome = tokio::select! {
            outcome = resolve(&request) => outcome,
            // Dropping the function is no wish to stop.
            Ok(()) = stopped => Err("ECANCELLED"),
        };
        Ok(match outcome {
            Ok(rows) => List((String::new(), Json(Value::Array(rows)))),
            Err(code) => List((code.to_owned(), Json(Value::Null))),
        })
    })?;
    let mut stop = Some(stop);
    Function::new(
        ctx,
        MutFn::from(move || {
            if let Some(stop) = stop.take() {
                // It may have ended by itself.
                let _ = stop.send(());
            }
        }),
    )
}

async fn resolve(request: &Request) -> std::result::Result<Vec<Value>, &'static str> {
    let name = if request.name.is_ascii() { request.name.clone() } else { domain_to_ascii(&request.name) };
    // Such names exist in no DNS: https://www.rfc-editor.org/rfc/rfc7686
    let labels = name.trim_end_matches('.').to_ascii_lowercase();
    if labels == "onion" || labels.ends_with(".onion") {
        return Err("ENOTFOUND");
    }
    let query = message::question(random_id(), &name, &request.kind)?;
    let mut worst = "ECONNREFUSED";
    for round in 0..request.tries {
        for server in &request.servers {
            let Some(server) = address_of(server) else { continue };
            match timeout(patience(request, round), ask(request, server, &query)).await {
                Ok(Ok(outcome)) => return outcome,
                Ok(Err(_)) => worst = "ECONNREFUSED",
                Err(_) => worst = "ETIMEOUT",
            }
        }
    }
    Err(worst)
}

fn random_id() -> u16 {
    let mut bytes = [0; 2];
    // Without randomness a guessable number is still a number.
    let _ = getrandom::fill(&mut bytes);
    u16::from_ne_bytes(bytes)
}

fn patience(request: &Request, round: u32) -> Duration {
    let first = u64::try_from(request.timeout).unwrap_or(DEFAULT_TIMEOUT).max(1);
    let longest = if request.max_timeout > 0 { request.max_timeout } else { LONGEST_TIMEOUT.max(first) };
    Duration::from_millis(first.saturating_mul(1 << round.min(20)).min(longest))
}

/// A zone, as in `fe80::1%eth0`, is a number here; names of interfaces are left to the system's choice.
fn address_of((address, port): &(String, u16)) -> Option<SocketAddr> {
    let (bare, zone) = address.split_once('%').unwrap_or((address, "0"));
    match bare.parse().ok()? {
        IpAddr::V4(v4) => Some(SocketAddr::new(v4.into(), *port)),
        IpAddr::V6(v6) => Some(std::net::SocketAddrV6::new(v6, *port, 0, zone.parse().unwrap_or(0)).into()),
    }
}

fn local_of(request: &Request, server: SocketAddr) -> SocketAddr {
    let (wanted, any) = match server {
        SocketAddr::V4(_) => (&request.local.0, IpAddr::from(Ipv4Addr::UNSPECIFIED)),
        SocketAddr::V6(_) => (&request.local.1, IpAddr::from(Ipv6Addr::UNSPECIFIED)),
    };
    SocketAddr::new(wanted.parse().unwrap_or(any), 0)
}

type Outcome = std::result::Result<Vec<Value>, &'static str>;

async fn ask(request: &Request, server: SocketAddr, query: &[u8]) -> std::io::Result<Outcome> {
    let local = local_of(request, server);
    let socket = UdpSocket::bind(local).await?;
    socket.connect(server).await?;
    socket.send(query).await?;
    let mut buffer = vec![0; 65_536];
    loop {
        let length = socket.recv(&mut buffer).await?;
        match message::answer(query, &buffer[..length]) {
            None => {}
            Some(Answer::Rows(rows)) => return Ok(Ok(rows)),
            Some(Answer::Refused(code)) => return Ok(Err(code)),
            Some(Answer::Truncated) => return ask_over_stream(local, server, query).await,
        }
    }
}

async fn ask_over_stream(local: SocketAddr, server: SocketAddr, query: &[u8]) -> std::io::Result<Outcome> {
    let socket = if server.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.bind(local)?;
    let mut stream = socket.connect(server).await?;
    stream.write_u16(query.len() as u16).await?;
    stream.write_all(query).await?;
    let length = stream.read_u16().await?;
    let mut buffer = vec![0; usize::from(length)];
    stream.read_exact(&mut buffer).await?;
    Ok(match message::answer(query, &buffer) {
        Some(Answer::Rows(rows)) => Ok(rows),
        Some(Answer::Refused(code)) => Err(code),
        _ => Err("EBADRESP"),
    })
}
