//! The figures, as a table.

use std::fmt::Write as _;

use crate::file::Format;
use crate::kind::{Expected, Kind};
use crate::limits;
use crate::several::{self, Mix};
use crate::single::Tally;

/// The table of single mistakes with so many examples of each kind, and which figures are not reached.
pub(crate) fn single(kinds: &[Kind], tallies: &[Tally], shown: usize) -> (String, String) {
    let (mut table, mut failures) = (String::new(), String::new());
    for format in [Format::Toml, Format::Json] {
        let name = if format == Format::Toml { "TOML" } else { "JSON" };
        let of_format = || tallies.iter().filter(move |tally| tally.format == format);
        let _ = writeln!(
            table,
            "\n{name:<50} {:>6} {:>7} {:>7} {:>7} {:>8}",
            "made", "exact", "one", "silent", "findings"
        );
        for tally in of_format() {
            let kind = &kinds[tally.kind];
            row(
                &mut table,
                &kind.name,
                tally.made,
                [tally.exact, tally.one, tally.silent],
                tally.findings,
            );
            if tally.panics > 0 {
                let _ = writeln!(failures, "{name}: {}: {} panics", kind.name, tally.panics);
            }
            for example in tally.examples.iter().take(shown) {
                let _ = writeln!(table, "  {}", example.replace('\n', "\n  "));
            }
        }
        let judged =
            || of_format().filter(|tally| kinds[tally.kind].expected != Expected::Anything);
        let sum = |of: fn(&Tally) -> usize| judged().map(of).sum::<usize>();
        let made = sum(|tally| tally.made);
        let figures = [sum(|tally| tally.exact), sum(|tally| tally.one), sum(|tally| tally.silent)];
        let all = format!("{} kinds of {name} that are mistakes", judged().count());
        row(&mut table, &all, made, figures, sum(|tally| tally.findings));
        for (what, reached, wanted) in [
            ("exact", share(figures[0], made), limits::EXACT),
            ("one finding", share(figures[1], made), limits::ONE),
            ("not silent", 1.0 - share(figures[2], made), 1.0),
        ] {
            if reached < wanted {
                let _ = writeln!(
                    failures,
                    "{name}, {what}: {:.2} % of {:.2} %",
                    100.0 * reached,
                    100.0 * wanted
                );
            }
        }
    }
    (table, failures)
}

/// The table of files with several mistakes, with so many examples, and which figures are not reached.
pub(crate) fn several(tallies: &[(Mix, several::Tally)], shown: usize) -> (String, String) {
    let (mut table, mut failures) = (String::new(), String::new());
    for (mix, tally) in tallies {
        let (name, wanted) = match mix {
            Mix::Meaning => ("several mistakes in what a catalog says", limits::COMPLETE),
            Mix::WithSyntax => ("those and some in the syntax", limits::COMPLETE_WITH_SYNTAX),
        };
        let complete = share(tally.complete, tally.files);
        let _ = writeln!(
            table,
            "\n{name}: {} files, {} mistakes; {:.2} % of the mistakes are reported, {:.2} % of the \
             files are complete, {:.2} surplus findings a file",
            tally.files,
            tally.mistakes,
            100.0 * share(tally.reported, tally.mistakes),
            100.0 * complete,
            share(tally.surplus, tally.files),
        );
        for (kind, count) in &tally.missed {
            let _ = writeln!(table, "  not reported {count:>3} times: {kind}");
        }
        for example in tally.examples.iter().take(shown) {
            let _ = writeln!(table, "  {}", example.replace('\n', "\n  "));
        }
        if complete < wanted {
            let (reached, wanted) = (100.0 * complete, 100.0 * wanted);
            let _ = writeln!(failures, "{name}, complete: {reached:.2} % of {wanted:.2} %");
        }
        if tally.panics > 0 {
            let _ = writeln!(failures, "{name}: {} panics", tally.panics);
        }
    }
    (table, failures)
}

fn row(table: &mut String, name: &str, made: usize, figures: [usize; 3], findings: usize) {
    let [exact, one, silent] = figures.map(|count| 100.0 * share(count, made));
    let mean = share(findings, made);
    let _ = writeln!(
        table,
        "{name:<50} {made:>6} {exact:>6.1}% {one:>6.1}% {silent:>6.1}% {mean:>8.2}"
    );
}

#[allow(clippy::cast_precision_loss, reason = "counts are small")]
fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}
