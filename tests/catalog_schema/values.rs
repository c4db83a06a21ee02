//! Values of other types: what one of the two refuses, the other refuses.

use serde_json::{Value, json};

use crate::place::Place;
use crate::{VALIDATOR, every_key, is_of_a_type, read_json};

/// Values of every type. A number such as `404.0` is none of them: to a schema, it is an integer.
fn others() -> Vec<Value> {
    let long = "x".repeat(1024);
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(99),
        json!(100),
        json!(599),
        json!(600),
        json!(u32::MAX),
        json!(u64::from(u32::MAX) + 1),
        json!(0.5),
        json!(""),
        json!("zzzzzzzz"),
        json!("404"),
        json!(long),
        json!([]),
        json!(["zzzzzzzz"]),
        json!([404]),
        json!([{}]),
        json!({}),
        json!({ "zzzzzzzz": "zzzzzzzz" }),
        json!({ "zzzzzzzz": 1 }),
        json!({ "zzzzzzzz": {} }),
        json!({ "404": {} }),
    ]
}

/// Where the two differ on a catalog; whether the schema refuses it, where they do not.
fn compare(catalog: &Value) -> Result<bool, String> {
    let reading = read_json(catalog);
    let is_refused = !VALIDATOR.is_valid(catalog);
    if is_refused && !reading.has_errors() {
        let errors: Vec<_> =
            VALIDATOR.iter_errors(catalog).map(|error| error.to_string()).collect();
        return Err(format!("the reader takes it, and the schema says: {}", errors.join(", ")));
    }
    match reading.errors().find(|error| is_of_a_type(error)) {
        Some(error) if !is_refused => {
            Err(format!("the schema takes it, and the reader says: {}", error.message))
        }
        _ => Ok(is_refused),
    }
}

#[test]
fn a_value_of_another_type_is_refused_by_both_or_by_neither() {
    let catalog = every_key();
    let mut differences = Vec::new();
    let mut compared = 0;
    for place in Place::all(&catalog) {
        let mut refused = 0;
        for other in others() {
            match compare(&place.replaced(&catalog, other.clone())) {
                Ok(is_refused) => refused += usize::from(is_refused),
                Err(difference) => {
                    differences.push(format!("`{}` = {other}: {difference}", place.pointer));
                }
            }
            compared += 1;
        }
        let takes_any = place.schema_pointer.ends_with("/definitions/json")
            || place.schema_pointer.ends_with("/example");
        assert_eq!(refused == 0, takes_any, "`{}` is looked at", place.pointer);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(compared > 3000, "{compared} catalogs");
}

#[test]
fn a_name_that_is_none_is_refused_by_both_or_by_neither() {
    let catalog = every_key();
    let names = [
        "",
        "a",
        "A",
        "a_b",
        "a-b",
        "a b",
        "1",
        "é",
        "code:1",
        "code:65",
        "code:66",
        "code:0",
        "code:",
        "99",
        "100",
        "599",
        "600",
        "4040",
        "4xx",
        "not-found",
        "en",
        "x.y",
    ];
    let mut differences = Vec::new();
    let mut refused = 0;
    for place in Place::all(&catalog) {
        let (Some(table), None) = (place.value.as_object(), place.keys()) else { continue };
        let Some(first) = table.values().next() else { continue };
        for name in names {
            match compare(&place.with_key(&catalog, name, first.clone())) {
                Ok(is_refused) => refused += usize::from(is_refused),
                Err(difference) => {
                    differences.push(format!("`{name}` in `{}`: {difference}", place.pointer));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(refused > 20, "{refused} names are none");
}
