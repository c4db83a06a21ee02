//! Bodies of several errors, of any entries in any order.

use api_error_catalog_core::Body;
use api_error_catalog_core::answer::AnswerError;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::api::{Api, all};

/// Each written body decodes to its own entry. Django’s `invalid` has nothing to be told by.
#[test]
fn a_body_of_one_error_is_read_as_its_entry() {
    for api in all() {
        let catalog = api.catalog();
        for entry in
            catalog.codes().filter(|entry| (catalog.name(), entry.name()) != ("django", "invalid"))
        {
            let json = api.json(&Body::new(entry));
            let answer = catalog.decode(entry.status(), json.to_string().as_bytes());
            assert_eq!(answer.entry(), Some(entry), "{}: {json}", api.name);
            assert_eq!(answer.errors().len(), 1, "{}: {json}", api.name);
        }
    }
}

/// Where every error is an element of one list, each is read as it was written.
#[test]
fn lists_come_back() {
    for name in ["oci", "json-api", "square"] {
        let api = Api::open(name);
        let catalog = api.catalog();
        proptest!(ProptestConfig::with_cases(64), |(picks in vec(any::<Index>(), 1..30))| {
            let entries: Vec<_> = picks
                .iter()
                .map(|pick| catalog.entry(u16::try_from(pick.index(catalog.entry_count().into())).expect("small")))
                .collect();
            let mut bodies = entries.iter().map(|entry| Body::new(*entry));
            let mut body = bodies.next().expect("an error");
            bodies.for_each(|error| body.add_error(error));
            let json = api.json(&body);
            let answer = catalog.decode(400, json.to_string().as_bytes());
            let found: Vec<_> = answer.errors().filter_map(AnswerError::entry).collect();
            prop_assert_eq!(found, entries, "{}", json);
        });
    }
}

/// In any shape, a body of several errors is valid by the schema, and reading it gives no more errors
/// than were written.
#[test]
fn any_errors_beside_each_other_are_written() {
    for api in all() {
        let catalog = api.catalog();
        proptest!(ProptestConfig::with_cases(24), |(picks in vec(any::<Index>(), 1..8))| {
            let entry = |pick: &Index| {
                catalog.entry(u16::try_from(pick.index(catalog.entry_count().into())).expect("small"))
            };
            let mut body = Body::new(entry(&picks[0]));
            picks[1..].iter().for_each(|pick| body.add_error(Body::new(entry(pick))));
            let json = api.json(&body);
            let answer = catalog.decode(400, json.to_string().as_bytes());
            prop_assert!(answer.errors().len() <= 2 * picks.len(), "{}: {}", api.name, json);
        });
    }
}
