//! Responses of an `OpenAPI` document: their examples are bodies, and their schemas list codes.

pub(in crate::commands) mod document;
pub(in crate::commands) mod schema;

use std::collections::BTreeSet;
use std::rc::Rc;

use api_error_catalog_core::status::VALID_STATUSES;

use self::document::{Document, Node};
use super::bodies::json::Json;
use super::bodies::{self, Answer};
use super::imported::{Imported, ImportedEntry};
use crate::failure::Failure;

/// Reads the errors that the operations of a document answer with.
///
/// # Errors
///
/// Where it is neither YAML nor JSON, or has no `paths`.
pub(super) fn read(
    file: &Rc<str>,
    text: &str,
    locale: &str,
    imported: &mut Imported,
) -> Result<(), Failure> {
    let document = Document::parse(file, text)?;
    let Some(paths) = document.root().get("paths") else {
        return Err(Failure::new(format!("`{file}` has no `paths`: it is no OpenAPI document")));
    };
    let mut found = Found::default();
    for (_, path) in paths.members() {
        for (_, operation) in document.resolve(path).members() {
            for (status, response) in operation.get("responses").into_iter().flat_map(Node::members)
            {
                found.response(&document, &status, document.resolve(response));
            }
        }
    }
    let Found { examples, samples, codes, .. } = found;
    if examples.is_empty() {
        imported.body = (!samples.is_empty()).then(|| bodies::body_of(&samples));
    } else {
        let first = imported.entries.len();
        bodies::learn(&examples, locale, imported);
        // The document says it.
        imported.entries[first..].iter_mut().for_each(|entry| entry.assumed.clear());
    }
    push_codes(&codes, imported);
    Ok(())
}

/// What the responses have.
#[derive(Default)]
struct Found {
    examples: Vec<Answer>,
    /// Bodies that fit the schemas.
    samples: Vec<Answer>,
    codes: Vec<Listed>,
    /// The lines of the examples and schemas that were read, with the statuses that led to them.
    seen: BTreeSet<(usize, Option<u16>)>,
}

/// A code that a schema lists, below responses with a status.
struct Listed {
    code: String,
    place: super::imported::Place,
    status: Option<u16>,
}

impl Found {
    /// Reads a response, if it is that of an error.
    fn response(&mut self, document: &Document, status: &str, response: Node<'_>) {
        let status: Option<u16> = match status {
            "default" | "4XX" | "5XX" | "4xx" | "5xx" => None,
            status => match status.parse() {
                Ok(status) if VALID_STATUSES.contains(&status) && status >= 400 => Some(status),
                _ => return,
            },
        };
        for (media_type, content) in response.get("content").into_iter().flat_map(Node::members) {
            if !media_type.contains("json") {
                continue;
            }
            let examples = content.get("examples");
            let examples = examples.into_iter().flat_map(Node::members);
            let examples =
                examples.filter_map(|(_, example)| document.resolve(example).get("value"));
            let schema = content.get("schema").map(|schema| document.resolve(schema));
            let of_schema = schema.and_then(|schema| schema.get("example"));
            for example in examples.chain(content.get("example")).chain(of_schema) {
                self.example(document, status, example);
            }
            if let Some(schema) = schema {
                self.schema(document, status, schema);
            }
        }
    }

    fn example(&mut self, document: &Document, status: Option<u16>, example: Node<'_>) {
        let is_new = self.seen.insert((example.line(), status));
        if let (true, body @ Json::Object(_)) = (is_new, example.json()) {
            self.examples.push(Answer { place: document.place(example), status, body });
        }
    }

    fn schema(&mut self, document: &Document, status: Option<u16>, schema: Node<'_>) {
        if !self.seen.insert((schema.line(), status)) {
            return;
        }
        let sample = schema::sample(document, schema);
        if let Json::Object(_) = sample {
            self.samples.push(Answer { place: document.place(schema), status, body: sample });
        }
        for (code, node) in schema::codes(document, schema) {
            self.codes.push(Listed { code, place: document.place(node), status });
        }
    }
}

/// Makes entries of the codes that no example has. A code that responses with several statuses list has none.
fn push_codes(codes: &[Listed], imported: &mut Imported) {
    for (at, Listed { code, place, .. }) in codes.iter().enumerate() {
        let is_there = imported.entries.iter().any(|entry| entry.code == *code);
        let is_again = codes[..at].iter().any(|earlier| earlier.code == *code);
        if is_there || is_again {
            continue;
        }
        let same = codes.iter().filter(|listed| listed.code == *code);
        let statuses: BTreeSet<_> = same.filter_map(|listed| listed.status).collect();
        let mut entry = ImportedEntry::new(code.as_str(), place.clone());
        match statuses.iter().collect::<Vec<_>>()[..] {
            [status] => entry.status = Some(*status),
            [] => {}
            _ => {
                let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
                let message = format!("`{code}` may have the status {}", statuses.join(", "));
                imported.note(place, message);
            }
        }
        imported.entries.push(entry);
    }
}
