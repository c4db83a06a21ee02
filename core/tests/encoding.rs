//! What is encoded is what is read.

mod generated;

use api_error_catalog_core::builder::{CatalogDef, EntryDef, MOST_ENTRIES, ParameterDef, encode};
use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::slot::SlotType;
use api_error_catalog_core::{Body, Entry, Prefixes, SlotValue, schema};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_encoded_is_what_is_read(catalog in generated::catalog()) {
        let encoded = encode(&catalog).expect("a small catalog");
        prop_assert_eq!(CatalogDef::read(&encoded.catalog()), catalog);
        prop_assert_eq!(encode(&CatalogDef::read(&encoded.catalog())), Ok(encoded));
    }

    #[test]
    fn codes_and_aliases_are_found(catalog in generated::catalog()) {
        let encoded = encode(&catalog).expect("a small catalog");
        let opened = encoded.catalog();
        let is_read_as = |entry: &EntryDef, code: &str| {
            entry.code == code || entry.aliases.iter().any(|alias| alias == code)
        };
        for entry in opened.codes() {
            for code in entry.aliases().chain([entry.as_str()]) {
                let entries = (0..).zip(&catalog.entries);
                let all = entries.filter(|(_, entry)| is_read_as(entry, code));
                let all: Vec<u16> = all.map(|(number, _)| number).collect();
                let found = opened.all_from_code(code).map(Entry::number);
                prop_assert_eq!(found.collect::<Vec<_>>(), all.clone(), "{}", code);
                let first = opened.from_code(code).map(Entry::number);
                prop_assert_eq!(first, all.first().copied(), "{}", code);
            }
            let first = catalog.entries.iter().position(|known| known.name == entry.name());
            let found = opened.from_name(entry.name()).map(|found| found.number().into());
            prop_assert_eq!(found, first, "{}", entry.name());
        }
        prop_assert_eq!(opened.from_code("no such code"), None);
        prop_assert_eq!(opened.all_from_code("no such code").next(), None);
        prop_assert_eq!(opened.from_name("no such name"), None);
    }

    #[test]
    fn a_prefix_changes_no_byte(
        catalog in generated::catalog(),
        set in prop::collection::vec((0_u16..6, "[a\"é]{0,10}"), 0..7),
        locale in prop_oneof![Just("en"), Just("fr")],
    ) {
        let encoded = encode(&catalog).expect("a small catalog");
        let opened = encoded.catalog();
        let prefixes = Prefixes::open(&encoded.prefixes);
        for entry in opened.codes() {
            let mut body = Body::new(entry);
            body.set_locale(locale);
            for (slot, text) in &set {
                body.set_slot(*slot, Some(SlotValue::from(text.as_str())));
            }
            if opened.parameters().len() > 0 {
                body.set_parameter(0, Some(SlotValue::from("one \"")));
            }
            let json = body.to_json(None);
            let prefixed = body.to_json(Some(&prefixes));
            prop_assert_eq!(String::from_utf8_lossy(&prefixed), String::from_utf8_lossy(&json));
            let value: Result<serde_json::Value, _> = serde_json::from_slice(&json);
            prop_assert!(value.is_ok(), "{}", String::from_utf8_lossy(&json));
            let headers = body.headers();
            for (name, value) in &headers {
                prop_assert!(!value.is_empty(), "{name}");
                prop_assert!(value.bytes().all(|b| matches!(b, b'\t' | b' '..=b'~')), "{value:?}");
                prop_assert_eq!(value.trim(), value);
            }
            // Reading it does not fail, whatever it makes of it.
            let answer = opened.decode(entry.status(), &json).with_headers(headers.clone());
            prop_assert_eq!(answer.status(), entry.status());
            let received = answer.headers().map(|(name, value)| (name, value.to_owned()));
            prop_assert!(received.eq(headers));
        }
        let schema: Result<serde_json::Value, _> = serde_json::from_str(&schema(&opened));
        prop_assert!(schema.is_ok());
    }
}

#[test]
fn too_many_entries_are_refused() {
    let entry = EntryDef::new("a", "A", 400);
    let catalog =
        |count| CatalogDef { entries: vec![entry.clone(); count], ..CatalogDef::default() };
    let error = encode(&catalog(MOST_ENTRIES + 1)).expect_err("one too many");
    assert_eq!(error.to_string(), "a catalog has at most 65534 entries");
    assert!(encode(&catalog(MOST_ENTRIES)).is_ok());
}

#[test]
fn many_different_entries_are_kept_apart() {
    let entries = (0..3_000).map(|number| {
        let mut entry =
            EntryDef::new(format!("code-{number}"), format!("Code{number}"), 100 + number % 500);
        entry.texts[TextFact::Title] = Some(vec![format!("title {}", number % 7)]);
        let message = format!("Message {number} of {{who_{}}}.", number % 900);
        entry.texts[TextFact::Message] = Some(vec![message]);
        entry.parameters = vec![ParameterDef {
            name: format!("who_{}", number % 900),
            parameter_type: SlotType::String,
            example: None,
        }];
        entry.parent = (number % 3 == 0 && number > 0).then(|| usize::from(number) / 2);
        entry
    });
    let catalog = CatalogDef {
        name: "many".into(),
        locales: vec!["en".into()],
        entries: entries.collect(),
        ..CatalogDef::default()
    };
    let encoded = encode(&catalog).expect("a catalog of usual size");
    assert_eq!(CatalogDef::read(&encoded.catalog()), catalog);
    let entry = encoded.catalog();
    let entry = entry.from_code("code-2718").expect("an entry");
    let parameters: Vec<_> = entry.parameters().map(|parameter| parameter.name).collect();
    assert_eq!(parameters, ["who_18"]);
}

#[test]
fn an_entry_that_is_its_own_ancestor_is_refused() {
    let entry = |parent| EntryDef { status: 400, parent, ..EntryDef::default() };
    let entries = vec![entry(Some(1)), entry(Some(0)), entry(Some(0))];
    let error = encode(&CatalogDef { entries, ..CatalogDef::default() }).expect_err("a circle");
    assert_eq!(error.to_string(), "a catalog has at most 64 ancestors of an entry");
}
