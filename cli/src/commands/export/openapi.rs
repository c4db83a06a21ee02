//! An `OpenAPI` 3.1 document with nothing but components: the schemas of bodies and codes, and a response for each
//! status, with examples. The paths of an API refer to `#/components/responses/402`.

use std::collections::BTreeMap;

use api_error_catalog_core::status::reason;
use api_error_catalog_core::{Catalog, Entry, schema};
use serde_json::{Map, Value, json};

use super::Exported;
use crate::output;
use crate::sample::{Sample, sample};

pub(super) fn openapi(exported: &Exported<'_>) -> String {
    let Exported { catalog, locales, .. } = exported;
    let locale = locales.first().copied().unwrap_or_default();
    let title = catalog.title(locale).unwrap_or(catalog.name());
    let responses = statuses(catalog)
        .into_iter()
        .map(|(status, entries)| (status.to_string(), response(exported, status, &entries)));
    let mut info = json!({
        "title": title,
        // It is required, and says nothing where the catalog does not.
        "version": catalog.version().unwrap_or("0"),
    });
    if let Some(docs) = catalog.docs() {
        info["description"] = format!("Errors: <{docs}>").into();
    }
    output::json(&json!({
        "openapi": "3.1.0",
        "info": info,
        "components": {
            "schemas": schemas(catalog),
            "responses": responses.collect::<Map<_, _>>(),
        },
    }))
}

/// The statuses of errors: those of entries that are sent, and those of rows.
fn statuses<'c>(catalog: &'c Catalog<'c>) -> BTreeMap<u16, Vec<Entry<'c>>> {
    let mut statuses = BTreeMap::<u16, Vec<_>>::new();
    for row in catalog.statuses().filter(|row| row.status() >= 400) {
        statuses.insert(row.status(), Vec::new());
    }
    for entry in catalog.codes().filter(|entry| !entry.is_retired()) {
        statuses.entry(entry.status()).or_default().push(entry);
    }
    statuses
}

fn schemas(catalog: &Catalog<'_>) -> Value {
    let mut error: Value = serde_json::from_str(&schema(catalog)).expect("a schema is JSON");
    refer_to_components(&mut error);
    let mut schemas = Map::new();
    if let Some(members) = error.as_object_mut() {
        // The document says which dialect its schemas are of.
        members.remove("$schema");
        if let Some(Value::Object(definitions)) = members.remove("$defs") {
            let named = definitions.into_iter().map(|(name, schema)| (component(&name), schema));
            schemas.extend(named);
        }
    }
    let mut codes: Vec<_> =
        catalog.codes().filter(|entry| entry.is_sent()).map(Entry::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    schemas.insert("Error".to_owned(), error);
    if !codes.is_empty() {
        schemas.insert("ErrorCode".to_owned(), json!({ "type": "string", "enum": codes }));
    }
    schemas.into()
}

/// What a definition of the schema is called among the components.
fn component(definition: &str) -> String {
    format!("Error.{definition}")
}

fn refer_to_components(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(path) if name == "$ref" => {
                        if let Some(name) = path.strip_prefix("#/$defs/") {
                            *path = format!("#/components/schemas/{}", component(name));
                        }
                    }
                    member => refer_to_components(member),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(refer_to_components),
        _ => {}
    }
}

fn response(exported: &Exported<'_>, status: u16, entries: &[Entry<'_>]) -> Value {
    let Exported { catalog, locales, .. } = exported;
    let locale = locales.first().copied().unwrap_or_default();
    let row = catalog.status_row(status);
    let title = row.map(|row| row.title(locale)).or(reason(status)).unwrap_or("Error");
    let description = row.and_then(|row| row.description(locale));
    let description = description.map_or(title.to_owned(), |text| format!("{title}. {text}"));
    let mut examples = Map::new();
    let mut headers = BTreeMap::new();
    for header in row.into_iter().flat_map(|row| row.headers().collect::<Vec<_>>()) {
        headers.insert(header.to_ascii_lowercase(), (header.to_owned(), None));
    }
    for entry in entries {
        for locale in locales {
            let Sample { headers: sent, body, .. } = sample(*entry, locale);
            for (name, value) in sent.into_iter().filter(|(name, _)| name != "Content-Type") {
                headers.insert(name.to_ascii_lowercase(), (name, Some(value)));
            }
            let name = match locales.as_slice() {
                [_] => entry.name().to_owned(),
                _ => format!("{}.{locale}", entry.name()),
            };
            let value: Value = serde_json::from_str(&body).expect("a body is JSON");
            examples.insert(name, json!({ "summary": entry.title(locale), "value": value }));
        }
    }
    let mut content = json!({ "schema": { "$ref": "#/components/schemas/Error" } });
    if !examples.is_empty() {
        content["examples"] = examples.into();
    }
    let mut response = json!({
        "description": description,
        "content": { catalog.media_type(): content },
    });
    if !headers.is_empty() {
        response["headers"] = headers.into_values().map(header).collect();
    }
    response
}

fn header((name, example): (String, Option<String>)) -> (String, Value) {
    let mut header = json!({ "schema": { "type": "string" } });
    if let Some(example) = example {
        header["example"] = example.into();
    }
    (name, header)
}
