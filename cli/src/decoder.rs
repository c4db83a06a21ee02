//! The decoder for programs that are not written in Rust: JavaScript, driven by the data of a catalog.
//!
//! It is written once, in the files of `cli/src/decoder/`, which follow those of `core/src/answer/` function by
//! function. Types of TypeScript stand in comments there, `/*: string */` and `/*:: interface … */`, so that the
//! same text is a classic script for pages ([`javascript`]) and strict TypeScript for modules ([`typescript`]).
//!
//! A page has it like this, without modules and without `fetch`:
//!
//! ```html
//! <script>/* javascript() */ const catalog = /* data() */;</script>
//! <script>
//! const answer = errcatDecoder.open(catalog).decode(402, text);
//! answer.entry?.name; answer.errors; answer.parameter("account_id"); answer.localizedMessage("fr");
//! </script>
//! ```
//!
//! In a `<script>`, `<` has to be written `\u003c` in the data.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::builder::{CatalogDef, FixedValueDef};
use api_error_catalog_core::fact::{TextFact, TextFacts, Word, WordFact, Words};
use serde_json::{Map, Value, json};

/// A classic script that defines `errcatDecoder`, with the one function `open`.
const JAVASCRIPT: &str = concat!(
    "// Reads what an API answers, by the data of its catalog; written by `errcat`.\n",
    include_str!("decoder/types.js"),
    "\nconst errcatDecoder = (() => {\n\"use strict\";\n\n",
    include_str!("decoder/scan.js"),
    "\n",
    include_str!("decoder/date.js"),
    "\n",
    include_str!("decoder/template.js"),
    "\n",
    include_str!("decoder/shape.js"),
    "\n",
    include_str!("decoder/found.js"),
    "\n",
    include_str!("decoder/walk.js"),
    "\n",
    include_str!("decoder/chain.js"),
    "\n",
    include_str!("decoder/errors.js"),
    "\n",
    include_str!("decoder/headers.js"),
    "\n",
    include_str!("decoder/answer.js"),
    "\nreturn { open };\n})();\n",
);

/// The decoder as a classic script: it defines the constant `errcatDecoder`, whose function `open` takes what
/// [`data`] gives.
pub(crate) fn javascript() -> &'static str {
    JAVASCRIPT
}

/// The decoder as strict TypeScript, its types exported and `errcatDecoder` a constant of the module.
pub(crate) fn typescript() -> String {
    let mut out = String::with_capacity(JAVASCRIPT.len());
    let mut rest = JAVASCRIPT;
    while let Some(at) = rest.find("/*:") {
        let Some(end) = rest[at..].find("*/") else { break };
        let inside = &rest[at + 3..at + end];
        match inside.strip_prefix(':') {
            // Declarations, and casts, which stand where they belong.
            Some(declarations) => {
                out.push_str(&rest[..at]);
                out.push_str(declarations.trim_matches([' ', '\n']));
            }
            // A type, behind what it is of.
            None => {
                out.push_str(rest[..at].trim_end());
                out.push(':');
                out.push_str(inside.trim_end());
            }
        }
        rest = &rest[at + end + 2..];
    }
    out.push_str(rest);
    out
}

/// The data of a catalog that the decoder reads, as the interface `CatalogData` of `types.js` has it.
pub(crate) fn data(catalog: &Catalog<'_>) -> Value {
    data_in(catalog, None)
}

/// The same with the texts of one locale, which is one of the catalog's, or else of all. Messages are kept in
/// every locale, since parameters are read back from them.
pub(crate) fn data_in(catalog: &Catalog<'_>, locale: Option<&str>) -> Value {
    let definition = CatalogDef::read(catalog);
    let at = locale.and_then(|tag| definition.locales.iter().position(|known| known == tag));
    let chosen = |texts: &[String]| match at {
        Some(at) => texts.get(at).cloned().into_iter().collect(),
        None => texts.to_vec(),
    };
    let statuses = definition.statuses.iter().map(|row| {
        let mut json = json!({
            "status": row.status,
            "entry": row.entry,
            "texts": texts(&row.texts, &chosen),
            "docs": row.docs,
            "headers": row.headers,
        });
        add_words(&mut json, &row.words);
        json
    });
    let entries = definition.entries.iter().map(|entry| {
        let fixed = entry.set.iter().map(|fixed| {
            let slot = &definition.shape.slots[fixed.slot];
            (slot.name.clone(), Value::from(text_of(&fixed.value)))
        });
        let mut json = json!({
            "name": entry.name,
            "code": entry.code,
            "is_sent": entry.is_sent,
            "status": entry.status,
            "parent": entry.parent,
            "aliases": entry.aliases,
            "is_retired": entry.is_retired,
            "texts": texts(&entry.texts, &chosen),
            "docs": entry.docs,
            "problem_type": entry.problem_type,
            "fixed": fixed.collect::<Map<_, _>>(),
        });
        add_words(&mut json, &entry.words);
        if at.is_some() {
            json["messages"] = json!(entry.texts[TextFact::Message]);
        }
        json["parameters"] = entry
            .parameters
            .iter()
            .map(|parameter| {
                let mut json =
                    json!({ "name": parameter.name, "type": parameter.parameter_type.as_str() });
                if let Some(example) = &parameter.example {
                    json["example"] = serde_json::from_str(example).unwrap_or(Value::Null);
                }
                json
            })
            .collect();
        json["causes"] = entry
            .causes
            .iter()
            .map(|cause| json!({ "when": chosen(&cause.when), "action": chosen(&cause.action) }))
            .collect();
        json
    });
    json!({
        "name": definition.name,
        "locales": chosen(&definition.locales),
        "title": definition.title.as_deref().map(chosen),
        "docs": definition.docs,
        "version": definition.version,
        "statuses": statuses.collect::<Vec<_>>(),
        "entries": entries.collect::<Vec<_>>(),
        "shape": shape(&definition),
    })
}

fn shape(definition: &CatalogDef) -> Value {
    let mut shape = json!(definition.shape);
    // What only writing asks for.
    if let Some(shape) = shape.as_object_mut() {
        shape.remove("request_headers");
    }
    shape
}

fn texts(texts: &TextFacts, chosen: &impl Fn(&[String]) -> Vec<String>) -> Map<String, Value> {
    let said = texts.iter().filter_map(|(fact, texts)| Some((fact, texts.as_ref()?)));
    said.map(|(fact, texts)| (fact.key().to_owned(), chosen(texts).into())).collect()
}

fn add_words(json: &mut Value, words: &Words) {
    for fact in WordFact::ALL {
        json[fact.key()] = words[fact].map(Word::as_str).into();
    }
}

fn text_of(value: &FixedValueDef) -> &str {
    match value {
        FixedValueDef::Text(text) | FixedValueDef::Json(text) => text,
    }
}
