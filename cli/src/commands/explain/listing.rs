//! Entries to choose from, a line each.

use api_error_catalog_core::Entry;
use serde::Serialize;

/// Entries that a query may mean.
#[derive(Serialize)]
pub(super) struct Listing {
    /// What they have in common, in words.
    pub(super) of: String,
    pub(super) entries: Vec<Listed>,
}

/// An entry in a line.
#[derive(Clone, Serialize)]
pub(super) struct Listed {
    pub(super) api: String,
    pub(super) file: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) status: u16,
    pub(super) description: String,
    pub(super) retired: bool,
}

impl Listing {
    pub(super) fn new(of: &str, found: Vec<(&str, Entry<'_>)>, locale: &str) -> Self {
        let listed = |(origin, entry)| Listed::new(origin, entry, locale);
        Self { of: of.to_owned(), entries: found.into_iter().map(listed).collect() }
    }
}

impl Listed {
    pub(super) fn new(origin: &str, entry: Entry<'_>, locale: &str) -> Self {
        Self {
            api: entry.catalog().name().to_owned(),
            file: origin.to_owned(),
            code: entry.as_str().to_owned(),
            name: entry.name().to_owned(),
            status: entry.status(),
            description: entry.description(locale).to_owned(),
            retired: entry.is_retired(),
        }
    }
}
