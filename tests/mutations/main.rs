//! Good catalogs with mistakes of known kinds at known places, held against what the reader says: one
//! mistake is one finding, at its place.
//!
//! The figures are printed, `cargo test -p api-error-catalog-tests --test mutations -- --nocapture`. How
//! many mistakes are made is up to `MUTATIONS`; 50,000 take a while unless the reader is optimised:
//!
//! ```sh
//! MUTATIONS=50000 cargo test --release -p api-error-catalog-tests --test mutations -- --nocapture
//! ```
//!
//! `MUTATIONS_KIND=quote` makes only those with the word in their names, `MUTATIONS_SHOW=3` prints so
//! many examples of each kind that is not reported as wanted, and `MUTATIONS_SEED` makes others.

#![allow(clippy::too_many_lines, reason = "a list of kinds is as long as it is")]
#![allow(clippy::unnecessary_wraps, reason = "every kind has the same signature")]

mod file;
mod kind;
mod kinds;
mod limits;
mod measure;
mod mistake;
mod outline;
mod several;
mod single;
mod table;

use std::env;

use several::Mix;

fn number(variable: &str) -> Option<usize> {
    env::var(variable).ok()?.parse().ok()
}

/// How many mistakes are made, or files with several.
fn mutations() -> usize {
    number("MUTATIONS").unwrap_or(limits::MUTATIONS)
}

fn seed() -> u64 {
    number("MUTATIONS_SEED").unwrap_or(0) as u64
}

/// How many examples are shown of what is not as it should be.
fn shown() -> usize {
    number("MUTATIONS_SHOW").unwrap_or(0)
}

/// Prints a table, and fails where figures are not reached that have to be.
fn judge(table: &str, failures: &str) {
    println!("{table}");
    assert!(!limits::ARE_ASSERTED || failures.is_empty(), "{table}\n{failures}");
}

#[test]
fn one_mistake_is_one_finding_at_its_place() {
    let wanted = env::var("MUTATIONS_KIND").unwrap_or_default();
    let kinds = kinds::kinds().into_iter().filter(|kind| kind.name.contains(&wanted));
    let (kinds, files) = (kinds.collect::<Vec<_>>(), file::files());
    let tallies = single::run(&kinds, &files, mutations(), seed());
    let (table, failures) = table::single(&kinds, &tallies, shown());
    judge(&table, &failures);
}

#[test]
fn several_mistakes_are_all_found() {
    let (kinds, files) = (kinds::kinds(), file::files());
    let count = mutations() / limits::MISTAKES_PER_FILE;
    let tallies = [Mix::Meaning, Mix::WithSyntax]
        .map(|mix| (mix, several::run(&kinds, &files, mix, count, seed())));
    let (table, failures) = table::several(&tallies, shown());
    judge(&table, &failures);
}
