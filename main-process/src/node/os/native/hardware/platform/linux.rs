use std::{fs, io};

use super::{Cpu, Memory};

/// The kernel counts in hundredths of a second.
const MILLISECONDS_PER_TICK: f64 = 10.0;

pub(crate) fn cpus() -> Vec<Cpu> {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = field(&info, "model name");
    let clocks = field(&info, "cpu MHz");
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let lines =
        stat.lines().filter_map(|line| line.strip_prefix("cpu")).filter(|line| !line.starts_with(' '));
    let cpu = |(index, line): (usize, &str)| {
        let mut numbers = line.split_whitespace();
        let number = numbers.next().unwrap_or_default();
        let model = models.get(index).or(models.first()).copied().unwrap_or("unknown");
        Cpu { model: model.into(), speed: speed(number, clocks.get(index).copied()), times: times(numbers) }
    };
    lines.enumerate().map(cpu).collect()
}

fn field<'a>(info: &'a str, name: &str) -> Vec<&'a str> {
    let lines = info.lines().filter_map(|line| line.split_once(':'));
    lines.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.trim()).collect()
}

fn speed(number: &str, clock: Option<&str>) -> f64 {
    let file = format!("/sys/devices/system/cpu/cpu{number}/cpufreq/scaling_cur_freq");
    let kilohertz = fs::read_to_string(file).ok().and_then(|text| text.trim().parse::<f64>().ok());
    let megahertz = kilohertz.map(|value| value / 1000.0).or_else(|| clock?.parse().ok());
    megahertz.unwrap_or(0.0).trunc()
}

/// From the kernel's order: user, nice, system, idle, waiting for I/O, interrupts.
fn times<'a>(numbers: impl Iterator<Item = &'a str>) -> [f64; 5] {
    let ticks: Vec<f64> = numbers.map(|number| number.parse().unwrap_or(0.0)).collect();
    [0, 1, 2, 3, 5].map(|index| ticks.get(index).copied().unwrap_or(0.0) * MILLISECONDS_PER_TICK)
}

pub(crate) fn memory() -> Memory {
    let info = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes = |name| -> Option<u64> { field(&info, name).first()?.split(' ').next()?.parse().ok() };
    let bytes = |name| kilobytes(name).unwrap_or(0) * 1024;
    let free = if kilobytes("MemAvailable").is_some() { "MemAvailable" } else { "MemFree" };
    Memory { free: bytes(free), total: bytes("MemTotal") }
}

pub(crate) fn load_average() -> [f64; 3] {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or(0.0));
    [(); 3].map(|()| numbers.next().unwrap_or(0.0))
}

pub(crate) fn uptime() -> io::Result<f64> {
    let text = fs::read_to_string("/proc/uptime")?;
    let seconds = text.split(' ').next().and_then(|number| number.parse().ok());
    seconds.ok_or_else(|| io::Error::from_raw_os_error(libc::EIO))
}
