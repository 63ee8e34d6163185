//! What `os.js` cannot know by itself.

mod constants;
mod hardware;
mod network;
mod platform;

use rquickjs::{
    Ctx, Object, Result,
    prelude::{Func, List},
};

use crate::runtime::{Bytes, Throw};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("type", platform::TYPE)?;
    native.set("endianness", if cfg!(target_endian = "big") { "BE" } else { "LE" })?;
    native.set("constants", constants::tables())?;
    native.set("release", Func::from(platform::release))?;
    native.set("version", Func::from(platform::version))?;
    native.set("machine", Func::from(platform::machine))?;
    native.set("hostname", Func::from(hostname))?;
    native.set("homedir", Func::from(homedir))?;
    native.set("userInfo", Func::from(user_info))?;
    native.set("getPriority", Func::from(get_priority))?;
    native.set("setPriority", Func::from(set_priority))?;
    native.set("uptime", Func::from(uptime))?;
    native.set("freemem", Func::from(|| hardware::memory().free as f64))?;
    native.set("totalmem", Func::from(|| hardware::memory().total as f64))?;
    native.set("availableParallelism", Func::from(available_parallelism))?;
    native.set("loadavg", Func::from(|| hardware::load_average().to_vec()))?;
    native.set("cpus", Func::from(cpus))?;
    native.set("networkInterfaces", Func::from(network_interfaces))
}

fn hostname(ctx: Ctx<'_>) -> Result<String> {
    platform::hostname().throw(&ctx)
}

fn homedir(ctx: Ctx<'_>) -> Result<String> {
    platform::homedir().throw(&ctx)
}

type UserInfo = List<(f64, f64, Bytes, Bytes, Option<Bytes>)>;

fn user_info(ctx: Ctx<'_>) -> Result<UserInfo> {
    let user = platform::user().throw(&ctx)?;
    Ok(List((user.uid, user.gid, Bytes(user.name), Bytes(user.home), user.shell.map(Bytes))))
}

fn get_priority(ctx: Ctx<'_>, pid: i32) -> Result<i32> {
    platform::priority(pid).throw(&ctx)
}

fn set_priority(ctx: Ctx<'_>, pid: i32, priority: i32) -> Result<()> {
    platform::set_priority(pid, priority).throw(&ctx)
}

fn uptime(ctx: Ctx<'_>) -> Result<f64> {
    hardware::uptime().map_err(|error| ipc::Error::io(&error, "uv_uptime")).throw(&ctx)
}

fn available_parallelism() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

type Cpu = List<(String, f64, Vec<f64>)>;

/// Times in milliseconds: user, nice, system, idle, interrupts.
fn cpus() -> Vec<Cpu> {
    hardware::cpus().into_iter().map(|cpu| List((cpu.model, cpu.speed, cpu.times.to_vec()))).collect()
}

type NetworkInterface = List<(String, String, String, &'static str, String, bool, i32, u32)>;

fn network_interfaces(ctx: Ctx<'_>) -> Result<Vec<NetworkInterface>> {
    let found = network::interfaces()
        .map_err(|error| ipc::Error::io(&error, "uv_interface_addresses"))
        .throw(&ctx)?;
    Ok(found.into_iter().map(describe).collect())
}

fn describe(interface: network::Interface) -> NetworkInterface {
    let family = if interface.address.is_ipv4() { "IPv4" } else { "IPv6" };
    let mac = interface.mac.map(|byte| format!("{byte:02x}")).join(":");
    let prefix = network::prefix_of(interface.netmask).map_or(-1, |bits| bits as i32);
    List((
        interface.name,
        interface.address.to_string(),
        interface.netmask.to_string(),
        family,
        mac,
        interface.internal,
        prefix,
        interface.scope,
    ))
}
