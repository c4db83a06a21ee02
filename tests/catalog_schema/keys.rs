//! Keys and words: the reader lists them in its help, the schema in `properties` and `enum`.

use std::collections::BTreeSet;

use api_error_catalog_model::Reading;
use serde_json::{Value, json};

use crate::place::{Place, schema_at};
use crate::{ROOT, every_key, read_json};

/// A name that is near to none.
const UNKNOWN: &str = "zzzzzzzz";

/// What the help of the one error about `UNKNOWN` lists behind `choice`.
fn listed<'r>(reading: &'r Reading, choice: &str) -> Option<BTreeSet<&'r str>> {
    let is_about = |message: &str| message.contains(&format!("`{UNKNOWN}`"));
    let error = reading.errors().find(|error| is_about(&error.message))?;
    let list = error.help.as_deref()?.strip_prefix(choice)?;
    Some(list.split('`').skip(1).step_by(2).collect())
}

/// The places of the schema that have a keyword.
fn with_keyword(keyword: &str) -> BTreeSet<String> {
    fn collect(pointer: &str, schema: &Value, keyword: &str, places: &mut BTreeSet<String>) {
        if schema.get(keyword).is_some() {
            places.insert(pointer.to_owned());
        }
        for group in ["properties", "patternProperties", "definitions"] {
            for (key, schema) in schema.get(group).and_then(Value::as_object).into_iter().flatten()
            {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(&format!("{pointer}/{group}/{key}"), schema, keyword, places);
            }
        }
        for one in ["additionalProperties", "items"] {
            if let Some(schema) = schema.get(one) {
                collect(&format!("{pointer}/{one}"), schema, keyword, places);
            }
        }
    }
    let mut places = BTreeSet::new();
    collect("", &ROOT, keyword, &mut places);
    places
}

#[test]
fn each_table_has_the_keys_that_the_reader_lists() {
    let catalog = every_key();
    let mut seen = BTreeSet::new();
    let mut written: BTreeSet<(String, String)> = BTreeSet::new();
    for place in Place::all(&catalog) {
        let Some(keys) = place.keys() else { continue };
        let reading = read_json(&place.with_key(&catalog, UNKNOWN, json!("x")));
        let of_reader = listed(&reading, "its keys are: ");
        let of_schema: BTreeSet<_> = keys.into_iter().collect();
        assert_eq!(of_reader, Some(of_schema), "at `{}`", place.pointer);
        assert_eq!(place.schema()["additionalProperties"], false, "at `{}`", place.pointer);
        let own = place.value.as_object().expect("a table").keys();
        written.extend(own.map(|key| (place.schema_pointer.clone(), key.clone())));
        seen.insert(place.schema_pointer);
    }
    assert_eq!(seen, with_keyword("properties"), "the catalog has every kind of table");
    for schema in seen {
        for key in schema_at(&schema)["properties"].as_object().expect("properties").keys() {
            let known = (schema.clone(), key.clone());
            assert!(written.contains(&known), "`{key}` of `{schema}` is in the catalog");
        }
    }
}

#[test]
fn each_choice_has_the_words_that_the_reader_lists() {
    let catalog = every_key();
    let mut seen = BTreeSet::new();
    for place in Place::all(&catalog) {
        let Some(words) = place.words() else { continue };
        seen.insert(place.schema_pointer.clone());
        // Which keys may be assumed is another test's: no help lists them.
        if place.pointer.contains("/assumed/") {
            continue;
        }
        let reading = read_json(&place.replaced(&catalog, json!(UNKNOWN)));
        let of_reader = listed(&reading, "the values are: ");
        let of_schema: BTreeSet<_> = words.into_iter().collect();
        assert_eq!(of_reader, Some(of_schema), "at `{}`", place.pointer);
    }
    assert_eq!(seen, with_keyword("enum"), "the catalog has every choice");
}

/// No help lists them: each key of a table is tried.
#[test]
fn what_may_be_assumed_are_the_keys_that_the_reader_takes() {
    let catalog = every_key();
    for table in ["/defaults", "/status/502", "/code/limit-exceeded"] {
        let whole = catalog.pointer(table).and_then(Value::as_object).expect("a table");
        let assumed = format!("{table}/assumed/0");
        let places = Place::all(&catalog);
        let place = places.iter().find(|place| place.pointer == assumed).expect("a word");
        let words = place.words().expect("words");
        let of_reader = whole.keys().map(String::as_str).filter(|key| {
            let reading = read_json(&place.replaced(&catalog, json!(key)));
            !reading.errors().any(|error| error.message.ends_with("to be assumed"))
        });
        let of_reader: BTreeSet<_> = of_reader.collect();
        assert_eq!(of_reader, words.into_iter().collect(), "of `{table}`");
    }
}

#[test]
fn the_bases_are_those_of_the_reader() {
    let mut catalog = every_key();
    catalog["catalog"]["extends"] = json!(UNKNOWN);
    let reading = read_json(&catalog);
    let bases = listed(&reading, "there is ").expect("a list of bases");
    let examples = &schema_at("/definitions/catalog/properties/extends")["examples"];
    let bases: Vec<_> = bases.into_iter().filter(|name| !name.contains('.')).collect();
    assert_eq!(*examples, json!(bases));
}

/// Hovering shows something at every key.
#[test]
fn every_key_is_described() {
    for table in with_keyword("properties") {
        for (key, schema) in schema_at(&table)["properties"].as_object().expect("properties") {
            let reference = schema.get("$ref").and_then(Value::as_str);
            let schema = reference.map_or(schema, |to| schema_at(to.trim_start_matches('#')));
            let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
            assert!(description.ends_with('.'), "`{key}` of `{table}`: {description}");
        }
    }
}

/// Some editors take a table for closed that does not say what more it may have.
#[test]
fn every_table_says_which_other_keys_it_may_have() {
    for keyword in ["properties", "patternProperties"] {
        for table in with_keyword(keyword) {
            assert!(schema_at(&table).get("additionalProperties").is_some(), "{table}");
        }
    }
    for place in with_keyword("type") {
        let schema = schema_at(&place);
        let types = &schema["type"];
        let is_table =
            types == "object" || types.as_array().is_some_and(|all| all.contains(&"object".into()));
        assert_eq!(is_table, schema.get("additionalProperties").is_some(), "{place}");
    }
}
