//! A resolved catalog as a compiled one: it fills the builder of `api-error-catalog-core`.

use api_error_catalog_core::builder::{CatalogDef, Encoded, EntryDef, StatusDef, TooLarge, encode};
use api_error_catalog_core::fact::{FactKey, TextFacts, Words};

use crate::catalog::{ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced, SourcedFacts};

/// Compiles a catalog.
///
/// ```
/// use api_error_catalog_model::{Disk, Side, compile, read};
///
/// let reading = read(&Disk::new("examples"), "wallet.toml", Side::Client);
/// let encoded = compile(reading.catalog().expect("a catalog without errors"))?;
/// let catalog = encoded.catalog();
/// let entry = catalog.from_code("INSUFFICIENT_FUNDS").expect("an alias of the catalog");
/// assert_eq!((entry.as_str(), entry.status()), ("insufficient-funds", 402));
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
///
/// # Errors
///
/// Where it has more of something than a compiled catalog can count; see [`encode`].
pub fn compile(catalog: &ResolvedCatalog) -> Result<Encoded, TooLarge> {
    encode(&CatalogDef {
        name: catalog.name.clone(),
        locales: catalog.locales.clone(),
        title: catalog.title.clone(),
        docs: catalog.docs.clone(),
        version: catalog.version.clone(),
        statuses: catalog.statuses.iter().map(status).collect(),
        entries: catalog.entries.iter().map(entry).collect(),
        catch: catalog.catch.clone(),
        shape: catalog.shape.clone(),
    })
}

fn status(row: &ResolvedStatus) -> StatusDef {
    StatusDef {
        status: row.status,
        entry: row.entry,
        texts: texts(&row.facts),
        words: words(&row.facts),
        headers: row.headers.clone(),
        docs: value(row.facts.docs.as_ref()),
        assumed: keys(row.assumed()),
    }
}

fn entry(entry: &ResolvedEntry) -> EntryDef {
    EntryDef {
        name: entry.name.clone(),
        code: entry.code.clone(),
        is_sent: entry.is_sent,
        variant: entry.variant.clone(),
        status: entry.status.value,
        parent: entry.parent,
        aliases: entry.aliases.clone(),
        causes: entry.causes.clone(),
        set: entry.set.clone(),
        is_retired: entry.is_retired,
        texts: texts(&entry.facts),
        says_message: entry.says_message,
        words: words(&entry.facts),
        docs: value(entry.facts.docs.as_ref()),
        problem_type: entry.problem_type.clone(),
        parameters: entry.parameters.clone(),
        assumed: keys(entry.assumed()),
    }
}

fn texts(facts: &SourcedFacts) -> TextFacts {
    TextFacts::new(|fact| value(facts.texts[fact].as_ref()))
}

fn words(facts: &SourcedFacts) -> Words {
    Words::new(|fact| value(facts.words[fact].as_ref()))
}

fn value<T: Clone>(fact: Option<&Sourced<T>>) -> Option<T> {
    fact.map(|fact| fact.value.clone())
}

/// The keys as the tables count them.
fn keys(keys: Vec<&'static str>) -> Vec<FactKey> {
    let mut keys: Vec<_> = keys.into_iter().filter_map(FactKey::find).collect();
    keys.sort_unstable();
    keys
}
