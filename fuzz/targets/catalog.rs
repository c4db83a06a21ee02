//! A catalog file, whatever is in it, is read and checked, and every diagnostic shown. What was read is
//! compiled; a catalog without errors is opened, and the body of every entry written and decoded.

#![no_main]
#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog::Value;
use api_error_catalog_core::builder::{CatalogDef, Encoded, encode};
use api_error_catalog_core::slot::SlotType;
use api_error_catalog_core::{Body, Catalog, Entry, Prefixes, SlotValue, schema};
use api_error_catalog_model::{Side, compile, read_text, render};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, bool, &[u8])| {
    let (is_json, is_server, text) = input;
    let name = if is_json { "catalog.json" } else { "catalog.toml" };
    let side = if is_server { Side::Server } else { Side::Client };

    let reading = read_text(name, text, side);
    for diagnostic in &reading.diagnostics {
        assert!(!diagnostic.message.is_empty());
        black_box(render(diagnostic, &reading.sources).to_string());
    }
    // The derive compiles catalogs with errors too, so that its types are there.
    let encoded = compile(reading.partial_catalog());
    if let (Some(_), Ok(encoded)) = (reading.catalog(), encoded) {
        open(&encoded);
    }
});

fn open(encoded: &Encoded) {
    let catalog = encoded.catalog();
    assert_eq!(encode(&CatalogDef::read(&catalog)).as_ref(), Ok(encoded));
    is_json(&schema(&catalog));
    let prefixes = Prefixes::open(&encoded.prefixes);
    // All of them as the errors of one body, as far as that is still quick.
    let mut errors = catalog.codes().take(20).map(Body::new);
    if let Some(mut body) = errors.next() {
        errors.for_each(|error| body.add_error(error));
        write(&catalog, &prefixes, body.entry(), &body);
    }
    for entry in catalog.codes() {
        assert_eq!(catalog.from_name(entry.name()), Some(entry));
        assert!(catalog.all_from_code(entry.as_str()).any(|found| found == entry));
        for locale in catalog.locales() {
            let mut body = Body::new(entry);
            body.set_locale(locale);
            write(&catalog, &prefixes, entry, &body);
            fill(&catalog, &mut body);
            write(&catalog, &prefixes, entry, &body);
        }
    }
}

/// Sets each slot and each parameter.
fn fill<'c>(catalog: &Catalog<'c>, body: &mut Body<'c, 'c>) {
    for (number, slot) in (0..).zip(catalog.slots()) {
        body.set_slot(
            number,
            Some(match slot.slot_type {
                SlotType::Integer => SlotValue::from(number),
                SlotType::Boolean => SlotValue::from(true),
                SlotType::Array => SlotValue::Json("[1,\"a\"]".into()),
                SlotType::Object => SlotValue::Json("{\"a\":null}".into()),
                SlotType::Number | SlotType::Any | SlotType::Delay => SlotValue::Json("1.5".into()),
                SlotType::Time => SlotValue::from("1994-11-06T08:49:37Z"),
                // Of strings, some are shorter than the least length of their slot.
                _ => SlotValue::from("a\" {b"),
            }),
        );
    }
    for (number, name) in (0..).zip(catalog.parameters()) {
        body.set_parameter(number, Some(SlotValue::from(name)));
    }
}

/// Writes a body by both ways, and reads it.
fn write<'c>(catalog: &'c Catalog<'c>, prefixes: &Prefixes<'c>, entry: Entry<'c>, body: &Body<'c, 'c>) {
    let json = body.to_json(None);
    assert_eq!(body.to_json(Some(prefixes)), json);
    is_json(str::from_utf8(&json).expect("UTF-8"));

    let headers = body.headers();
    for (_, value) in &headers {
        assert!(value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')), "{value:?}");
        assert!(!value.is_empty() && value.trim() == value, "{value:?}");
    }
    let answer = catalog.decode_with_headers(body.status(), headers, &json);
    black_box((answer.retry_after(), answer.headers().len()));
    assert_eq!(answer.body(), json);
    assert!(answer.entry().is_none_or(|entry| answer.is_code(entry.as_str())));
    black_box((answer.basis(), answer.message(), answer.raw_code(), answer.retry()));
    for slot in catalog.slots() {
        if let Some(json) = answer.slot(slot.name) {
            is_json(&json);
        }
    }
    for parameter in entry.parameters() {
        black_box(answer.parameter(parameter.name));
    }
}

/// `serde_json` refuses two things that are JSON: numbers that are no `f64`, and deep nesting.
fn is_json(text: &str) {
    if let Err(error) = text.parse::<Value>() {
        let error = error.to_string();
        let is_limit = error.contains("out of range") || error.contains("recursion limit");
        assert!(is_limit, "{error} in {text}");
    }
}
