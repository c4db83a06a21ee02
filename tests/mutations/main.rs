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

mod file;
mod kind;
mod kinds;
mod limits;
mod measure;
mod mistake;
mod outline;
mod single;
mod table;

use std::env;

fn number(variable: &str) -> Option<usize> {
    env::var(variable).ok()?.parse().ok()
}

#[test]
fn one_mistake_is_one_finding_at_its_place() {
    let (kinds, files) = (kinds::kinds(), file::files());
    let wanted = env::var("MUTATIONS_KIND").unwrap_or_default();
    let kinds: Vec<_> = kinds.into_iter().filter(|kind| kind.name.contains(&wanted)).collect();
    let mutations = number("MUTATIONS").unwrap_or(limits::MUTATIONS);
    let seed = number("MUTATIONS_SEED").unwrap_or(0) as u64;
    let tallies = single::run(&kinds, &files, mutations, seed);
    let shown = number("MUTATIONS_SHOW").unwrap_or(0);
    let (table, failures) = table::single(&kinds, &tallies, shown);
    println!("{table}");
    assert!(!limits::ARE_ASSERTED || failures.is_empty(), "{table}\n{failures}");
}
