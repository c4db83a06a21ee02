//! The responses that errors are.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::any::type_name;
use core::mem;
use core::ptr;

use ::utoipa::openapi::example::ExampleBuilder;
use ::utoipa::openapi::header::HeaderBuilder;
use ::utoipa::openapi::{Content, ContentBuilder, RefOr, Response, ResponseBuilder, Schema};
use api_error_catalog_core::status::has_body;
use api_error_catalog_core::{Catalog, Catch, Entry, StatusRow};

use super::example::example;
use super::schema::schema_of_any;
use super::{Documented, ResponsesByStatus};

/// An entry, and the catalog in whose shape it is written.
pub(super) type Sent = (Entry<'static>, &'static Catalog<'static>);

/// What some errors are sent as.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct ErrorResponses {
    sent: Vec<Sent>,
    /// The enums that are in it: one may hold another that holds it.
    enums: Vec<&'static str>,
}

impl ErrorResponses {
    /// Those of an error enum.
    pub fn of<E: Documented>() -> Self {
        let mut responses = Self::default();
        responses.add_enum::<E>();
        responses
    }

    pub(super) fn add_enum<E: Documented>(&mut self) {
        let name = type_name::<E>();
        if !self.enums.contains(&name) {
            self.enums.push(name);
            E::document(self);
        }
    }

    /// Adds entries that are written in the shape of a catalog.
    pub fn add(
        &mut self,
        shape: &'static Catalog<'static>,
        entries: impl Iterator<Item = Entry<'static>>,
    ) {
        for entry in entries {
            let is_known = |known: &Sent| known.0 == entry && ptr::eq(known.1, shape);
            if !self.sent.iter().any(is_known) {
                self.sent.push((entry, shape));
            }
        }
    }

    /// Adds those of an error that is written in the shape of the enum that holds it.
    pub fn outer(&mut self, shape: &'static Catalog<'static>, add: fn(&mut Self)) {
        let mut held = Self { enums: mem::take(&mut self.enums), sent: Vec::new() };
        add(&mut held);
        self.enums = held.enums;
        self.add(shape, held.sent.into_iter().map(|(entry, _)| entry));
    }

    /// Adds those of an error that is written in its own shape.
    pub fn inner(&mut self, _: &'static Catalog<'static>, add: fn(&mut Self)) {
        add(self);
    }

    /// Adds what the layer of a framework answers a request that belongs to an operation, by `[catch]`: neither that
    /// there is nothing at a path, nor that a method is not for it.
    #[must_use]
    pub fn with_caught(mut self, catalog: &'static Catalog<'static>) -> Self {
        let elsewhere = [Catch::Status(404), Catch::Status(405)];
        let caught = catalog.catches().filter(|(of, _)| !elsewhere.contains(of));
        self.add(catalog, caught.map(|(_, entry)| entry));
        self
    }

    /// The schema of all bodies.
    pub fn schema(&self) -> RefOr<Schema> {
        schema_of_any(&self.sent)
    }

    /// The responses, by their statuses.
    pub fn by_status(&self) -> ResponsesByStatus {
        let mut by_status: BTreeMap<u16, Vec<Sent>> = BTreeMap::new();
        for sent in &self.sent {
            by_status.entry(sent.0.status()).or_default().push(*sent);
        }
        let responses = by_status.into_iter();
        responses.map(|(status, sent)| (status.to_string(), response(&sent).into())).collect()
    }
}

/// The response of some entries with one status.
fn response(sent: &[Sent]) -> Response {
    let mut response = ResponseBuilder::new().description(description(sent));
    for (name, header) in headers(sent) {
        response = response.header(name, header.build());
    }
    // What is written in another shape may have another media type.
    let mut media_types: Vec<&str> = Vec::new();
    for (entry, shape) in sent {
        let media_type = shape.media_type();
        if has_body(entry.status()) && !media_types.contains(&media_type) {
            media_types.push(media_type);
            let is_of_it = |sent: &Sent| sent.1.media_type() == media_type;
            let of_it: Vec<_> = sent.iter().copied().filter(is_of_it).collect();
            response = response.content(media_type, content(&of_it));
        }
    }
    response.build()
}

/// What the catalog says of the codes, in Markdown.
fn description(sent: &[Sent]) -> String {
    let lines = sent.iter().map(|(entry, _)| {
        let said = format!("`{}`: {}", entry.as_str(), said_of(*entry));
        if sent.len() == 1 { said } else { format!("- {said}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn said_of(entry: Entry<'_>) -> String {
    // A list in Markdown ends with a blank line.
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut said = line(entry.description(""));
    if let Some(docs) = entry.docs() {
        said += &format!(" [Documentation](<{docs}>)");
    }
    said
}

fn content(sent: &[Sent]) -> Content {
    let examples = sent.iter().map(|(entry, shape)| {
        // Entries of two catalogs may have one name.
        let is_shared =
            sent.iter().any(|(other, _)| other != entry && other.name() == entry.name());
        let name = if is_shared {
            format!("{}/{}", entry.catalog().name(), entry.name())
        } else {
            entry.name().into()
        };
        let value = serde_json::from_slice(&example(*entry, shape).to_json(None)).ok();
        // It is what Swagger UI and Redoc list; the title of several codes may be that of their status.
        let summary = format!("{name}: {}", entry.title(""));
        let mut built = ExampleBuilder::new().summary(summary).value(value);
        if let Some(action) = entry.action("") {
            built = built.description(action);
        }
        (name, built)
    });
    let content = ContentBuilder::new().schema(Some(schema_of_any(sent)));
    content.examples_from_iter(examples).build()
}

/// The headers of the catalog, each with the first value that one of the examples has.
fn headers(sent: &[Sent]) -> BTreeMap<String, HeaderBuilder> {
    let mut headers = BTreeMap::new();
    for (entry, shape) in sent {
        for (name, value) in example(*entry, shape).headers() {
            let header = || HeaderBuilder::new().example(Some(value.into()));
            headers.entry(name.into()).or_insert_with(header);
        }
        let rows = [*shape, entry.catalog()].into_iter();
        let rows = rows.filter_map(|catalog| catalog.status_row(entry.status()));
        for name in rows.flat_map(StatusRow::headers) {
            headers.entry(name.into()).or_default();
        }
    }
    headers
}
