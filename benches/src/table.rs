//! The table that a bench prints, row by row as it goes.

use crate::machine::machine;
use crate::samples::Samples;

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

/// Prints how often something happened, which may be at most as often as wanted.
pub fn count(work: &str, ours: u64, most: u64) {
    let holds = if ours <= most { "yes" } else { "no" };
    println!("| {work} | {ours} | – | – | – | {most} | {holds} |");
}
