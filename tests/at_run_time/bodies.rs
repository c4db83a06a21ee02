//! Bodies that are written by slot and parameter numbers, beside those of the derived setters.

use api_error_catalog::{CatalogCode, Entry};
use api_error_catalog_core::{Catalog, Prefixes};
use api_error_catalog_tests::case::{Case, cases, telling_cases};
use api_error_catalog_tests::derived::{Derived, Written};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::answers::same_answer;
use super::{compiled, reading, resolved};

/// How many bodies are made of each code, besides the one with nothing set in each locale.
const CASES: u32 = 24;

pub(super) fn bodies_and_answers<D: Derived>() {
    let reading = reading(D::FILE);
    let resolved = resolved(&reading);
    let encoded = compiled(D::FILE);
    let opened = encoded.catalog();
    let prefixes = Prefixes::open(&encoded.prefixes);

    for ((code, entry), known) in D::Code::ALL.iter().zip(opened.codes()).zip(&resolved.entries) {
        for locale in ["de"].into_iter().chain(opened.locales()) {
            let case = Case { locale: locale.into(), slots: Vec::new(), parameters: Vec::new() };
            same_body::<D>(&opened, prefixes, *code, entry, &case);
        }
        let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
        let cases = prop_oneof![cases(resolved), telling_cases(resolved, known)];
        let run = TestRunner::new(config).run(&cases, |case| {
            same_body::<D>(&opened, prefixes, *code, entry, &case);
            Ok(())
        });
        if let Err(error) = run {
            panic!("{code} of {}: {error}", opened.name());
        }
    }
}

/// Writes a body both ways, and reads it both ways, whole and cut.
fn same_body<'c, D: Derived>(
    opened: &'c Catalog<'c>,
    prefixes: Prefixes<'c>,
    code: D::Code,
    entry: Entry<'c>,
    case: &Case,
) {
    let Written { json, parts, .. } = D::write(code, case);
    let body = case.body(entry);
    for prefixes in [None, Some(&prefixes)] {
        let written = body.to_json(prefixes);
        assert_eq!(String::from_utf8_lossy(&written), String::from_utf8_lossy(&json));
        let mut behind = b"{".to_vec();
        body.write_json(prefixes, &mut behind);
        assert_eq!(behind[1..], json);
    }
    assert_eq!(format!("{body:?}").as_bytes(), json);
    let derived = case.body(code.entry());
    assert_eq!(derived.to_json(None), json);
    assert_eq!(body.status(), derived.status());
    assert_eq!(body.headers(), derived.headers());
    assert!(parts.headers().eq(body.headers().iter().map(|(name, value)| (*name, value.as_str()))));
    assert_eq!(body.message().to_string(), derived.message().to_string());

    for end in [json.len(), json.len() - 1, json.len() / 2] {
        for status in [body.status(), 418, 500] {
            same_answer::<D>(opened, status, &json[..end]);
        }
    }
}
