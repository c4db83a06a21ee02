//! The table that a bench prints, row by row as it goes.

use std::fmt::{self, Display, Formatter};

use crate::machine::machine;
use crate::samples::Samples;

/// What a program took, round by round.
#[derive(Clone, Debug)]
pub struct Took {
    /// By the clock.
    pub time: Samples,
    /// At its peak.
    pub memory: Samples,
}

/// Two cells.
impl Display for Took {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let show = |samples: &Samples| {
            let highest = samples.rounds.iter().copied().fold(0.0, f64::max);
            let [median, highest] = [samples.median(), highest].map(|one| samples.unit.show(one));
            format!("{median} (–{highest})")
        };
        write!(f, "{} | {}", show(&self.time), show(&self.memory))
    }
}

/// Begins a table.
pub fn begin(title: &str) {
    println!("\n### {title}\n\n{}\n", machine());
    println!("| work | ours | beside | theirs | ratio | at most | holds |");
    println!("|---|--:|---|--:|--:|--:|---|");
}

/// Prints how two contenders did at some work, and whether the ratio is at most as high as wanted.
/// Nothing fails because of it.
pub fn row(work: &str, ours: &Samples, beside: &str, theirs: &Samples, most: f64) {
    let ratio = ours.ratio(theirs);
    println!(
        "| {work} | {} | {beside} | {} | {:.2} ({:.2}–{:.2}) | {most} | {} |",
        ours.unit.show(ours.median()),
        theirs.unit.show(theirs.median()),
        ratio.median,
        ratio.lowest,
        ratio.highest,
        if ratio.median <= most { "yes" } else { "no" },
    );
}

/// Begins a table of what steps take, with nobody beside them.
pub fn begin_steps(title: &str) {
    println!("\n### {title}\n\n{}\n", machine());
    println!("| step | time | peak memory | at most | holds |");
    println!("|---|--:|--:|--:|---|");
}

/// Prints what a step took; medians, with the highest figure of a round.
pub fn step(step: &str, took: &Took) {
    println!("| {step} | {took} | – | – |");
}

/// Prints what all steps took together, which may be at most so many seconds and bytes in any round. Nothing fails
/// because of it.
pub fn all_steps(steps: &str, took: &Took, seconds: f64, bytes: f64) {
    let highest = |samples: &Samples| samples.rounds.iter().copied().fold(0.0, f64::max);
    let holds = highest(&took.time) <= seconds && highest(&took.memory) <= bytes;
    let most = format!("{seconds} s, {} MB", bytes / 1e6);
    println!("| {steps} | {took} | {most} | {} |", if holds { "yes" } else { "no" });
}

/// Prints how often something happened, which may be at most as often as wanted.
pub fn count(work: &str, ours: u64, most: u64) {
    let holds = if ours <= most { "yes" } else { "no" };
    println!("| {work} | {ours} | – | – | – | {most} | {holds} |");
}
