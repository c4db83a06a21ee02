//! What the figures were measured on.

use std::env::consts::{ARCH, OS};
use std::process::Command;
use std::{fs, thread};

/// The machine and the compiler in one line.
pub(crate) fn machine() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let cores = format!("{cores} cores{}", processor().unwrap_or_default());
    let memory = memory().unwrap_or_default();
    let rustc = Command::new("rustc").arg("--version").output().map(|output| output.stdout);
    let rustc = String::from_utf8(rustc.unwrap_or_default()).unwrap_or_default();
    format!("{cores}{memory}, {OS} {ARCH}, {}", rustc.trim())
}

/// As Linux says it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(format!(" ({})", line.split_once(": ")?.1))
}

/// As Linux says it.
fn memory() -> Option<String> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let kibibytes = text.strip_prefix("MemTotal:")?.split_whitespace().next()?;
    Some(format!(", {} GiB", kibibytes.parse::<u64>().ok()?.div_ceil(1024 * 1024)))
}
