//! The facts of a catalog.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::{Fact, Golden, Subject, shape, word};
use crate::catalog::Catalog;
use crate::definition::{CatalogDef, EntryDef};
use crate::fact::WordFact;
use crate::fixed_slot::FixedValueDef;
use crate::json;
use crate::shape::{HeaderDef, NodeDef};
use crate::slot::SlotDef;

pub(super) fn of(catalog: &Catalog<'_>) -> Golden {
    let catalog = CatalogDef::read(catalog);
    let shape = &catalog.shape;
    let mut golden = Golden::default();
    golden.add(Subject::Answer(None), of_every_answer(&catalog));
    for row in catalog.statuses.iter().filter(|row| !row.headers.is_empty()) {
        golden.add(Subject::Answer(Some(row.status)), headers(&row.headers, &shape.slots));
    }
    golden.add(Subject::Body, shape::facts(&shape.members, &shape.slots));
    if shape.inner != NodeDef::Null {
        golden.add(Subject::Inner, shape::facts(&shape.inner, &shape.slots));
    }
    for entry in &catalog.entries {
        golden.add(Subject::Entry(entry.name.clone()), of_entry(&catalog, entry));
    }
    golden
}

fn of_every_answer(catalog: &CatalogDef) -> impl Iterator<Item = Fact> {
    let shape = &catalog.shape;
    let media_type = Fact::new("media-type", word::written(&shape.media_type));
    let requests = shape.request_headers.iter();
    let requests =
        requests.map(|(name, value)| Fact::named("request-header", name, json::quoted(value)));
    let headers = headers(&shape.headers, &shape.slots);
    let catch = catalog.catch.iter().filter_map(|catch| {
        let entry = catalog.entries.get(catch.entry)?;
        Some(Fact::named("catch", &catch.of.to_string(), word::written(&entry.name)))
    });
    [media_type].into_iter().chain(sorted(requests)).chain(headers).chain(catch)
}

fn headers(headers: &[HeaderDef], slots: &[SlotDef]) -> Vec<Fact> {
    sorted(headers.iter().map(|header| {
        let value = match &*header.pieces {
            [] => String::new(),
            pieces => json::quoted(&shape::text(pieces, slots)),
        };
        Fact::named("header", &header.name, value)
    }))
}

fn of_entry(catalog: &CatalogDef, entry: &EntryDef) -> Vec<Fact> {
    let mut facts = Vec::new();
    if entry.is_sent {
        facts.push(Fact::new("code", word::written(&entry.code)));
    }
    facts.push(Fact::new("status", entry.status.to_string()));
    let problem_type = entry.problem_type.as_ref();
    facts.extend(problem_type.map(|uri| Fact::new("type", word::written(uri))));
    for fact in WordFact::ALL {
        facts.extend(entry.words[fact].map(|word| Fact::new(fact.key(), word.as_str())));
    }
    let parent = entry.parent.and_then(|parent| catalog.entries.get(parent));
    facts.extend(parent.map(|parent| Fact::new("parent", word::written(&parent.name))));
    if entry.is_retired {
        facts.push(Fact::new("retired", ""));
    }
    facts.extend(sorted(entry.aliases.iter().map(|alias| Fact::named("alias", alias, ""))));
    facts.extend(sorted(entry.parameters.iter().map(|parameter| {
        Fact::named("parameter", &parameter.name, parameter.parameter_type.as_str())
    })));
    facts.extend(entry.set.iter().filter_map(|set| {
        let slot = catalog.shape.slots.get(set.slot)?;
        Some(Fact::named("set", &shape::name(slot), json_of(&set.value)))
    }));
    facts
}

fn json_of(value: &FixedValueDef) -> String {
    match value {
        FixedValueDef::Text(text) => json::quoted(text),
        // Line breaks stand between tokens only.
        FixedValueDef::Json(json) => json.replace(['\n', '\r'], " ").trim().to_owned(),
    }
}

/// Facts whose order is not one of the catalog's that clients see.
fn sorted(facts: impl Iterator<Item = Fact>) -> Vec<Fact> {
    let mut facts: Vec<_> = facts.collect();
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    facts
}
