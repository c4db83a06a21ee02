//! Bodies that are written by slot and parameter numbers, beside those of the derived setters.

use api_error_catalog::{CatalogCode, Entry, SlotSource, SlotType, Value};
use api_error_catalog_core::{Body, Catalog, Finite, Prefixes, SlotValue};
use api_error_catalog_tests::case::{Case, cases, telling_cases};
use api_error_catalog_tests::derived::{Derived, integer, status};
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
    let json = D::write(code, case).json;
    let body = body(opened, entry, case);
    for prefixes in [None, Some(&prefixes)] {
        let written = body.to_json(prefixes);
        assert_eq!(String::from_utf8_lossy(&written), String::from_utf8_lossy(&json));
        let mut behind = b"{".to_vec();
        body.write_json(prefixes, &mut behind);
        assert_eq!(behind[1..], json);
    }
    assert_eq!(format!("{body:?}").as_bytes(), json);
    let derived = self::body(D::Code::CATALOG, code.entry(), case);
    assert_eq!(derived.to_json(None), json);
    assert_eq!(body.status(), derived.status());
    assert_eq!(body.message().to_string(), derived.message().to_string());

    for end in [json.len(), json.len() - 1, json.len() / 2] {
        for status in [body.status(), 418, 500] {
            same_answer::<D>(opened, status, &json[..end]);
        }
    }
}

/// A body with what a case sets, by the numbers of slots and parameters.
fn body<'b>(catalog: &'b Catalog<'b>, entry: Entry<'b>, case: &Case) -> Body<'b> {
    let mut body = Body::new(entry);
    body.set_locale(&case.locale);
    for (name, value) in &case.slots {
        let (number, slot) =
            (0..).zip(catalog.slots()).find(|(_, slot)| slot.name == *name).expect("a slot");
        let value = match slot.slot_type {
            _ if slot.source == SlotSource::Status => SlotValue::from(status(value)),
            SlotType::String => SlotValue::from(value.as_str().expect("text").to_owned()),
            SlotType::Integer => SlotValue::Integer(integer(value)),
            SlotType::Number => number_of(value),
            SlotType::Boolean => SlotValue::from(*value == Value::Bool(true)),
            _ => SlotValue::Json(value.to_string().into()),
        };
        body.set_slot(number, Some(value));
    }
    for (name, text) in &case.parameters {
        let number = (0..).zip(catalog.parameters()).find(|(_, known)| known == name);
        let (number, _) = number.expect("a parameter");
        body.set_parameter(number, Some(SlotValue::from(text.clone())));
    }
    body
}

fn number_of(value: &Value) -> SlotValue<'static> {
    SlotValue::Number(value.as_f64().and_then(Finite::new).expect("a number"))
}
