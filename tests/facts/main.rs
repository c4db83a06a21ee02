//! The shipped catalogs against what the APIs document: nothing is missing, nothing is added, and what
//! is ours is marked as ours. One topic per module.

mod actor;
mod assumed;
mod bodies;
mod causes;
mod documented;
mod effect;
mod entries;
mod lookup;
mod parameters;
mod retry;
mod statuses;
mod texts;

use std::collections::BTreeSet;

const LOCALES: [&str; 2] = ["en", "fr"];

/// The names in braces, sorted.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let opened = template.split('{').skip(1);
    opened.map(|rest| rest.split_once('}').expect("a closing brace").0).collect()
}
