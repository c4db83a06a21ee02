//! Which operation of an API answers with which codes, as an `OpenAPI` document says.

mod answer;
mod read;

use std::collections::BTreeSet;
use std::rc::Rc;

use self::answer::Responses;
pub(super) use self::answer::{EndpointAnswer, EntryNumber};
use super::site::Site;
use crate::commands::import::openapi::document::Document;
use crate::failure::Failure;

/// The operations of some documents, and what about them is not of the catalogs.
#[derive(Debug, Default)]
pub(super) struct Endpoints {
    pub(super) all: Vec<Endpoint>,
    /// What the documents say and the catalogs do not, a line each.
    pub(super) findings: Vec<String>,
    /// What else a person may want to know, a line each.
    notes: Vec<String>,
}

/// An operation.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// In capitals.
    pub(super) method: String,
    pub(super) path: String,
    pub(super) summary: Option<String>,
    /// What its row is called in a page; no other endpoint has it.
    pub(super) anchor: String,
    /// What it answers with, in the order of the document.
    pub(super) answers: Vec<EndpointAnswer>,
}

impl Endpoints {
    /// Reads documents, and finds the codes of their operations in the catalogs of a site.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or is no document with paths.
    pub(super) fn read(files: &[String], site: &Site<'_>) -> Result<Self, Failure> {
        let mut endpoints = Self::default();
        for file in files {
            let text = std::fs::read_to_string(file)
                .map_err(|error| Failure::of_file(file, "read", &error))?;
            let file = Rc::from(file.as_str());
            let document = Document::parse(&file, &text)?;
            endpoints.add(&file, &document, site)?;
        }
        Ok(endpoints)
    }

    fn add(&mut self, file: &str, document: &Document, site: &Site<'_>) -> Result<(), Failure> {
        let mut named = BTreeSet::new();
        let mut elsewhere = BTreeSet::new();
        for operation in read::operations(file, document)? {
            let anchor = self.anchor(&operation.method, &operation.path);
            let mut responses = Responses::new(site, document, &operation);
            let answers = responses.answers();
            let place = format!("{file}: `{} {}`", operation.method, operation.path);
            self.findings.extend(responses.findings.iter().map(|said| format!("{place} {said}")));
            elsewhere.append(&mut responses.elsewhere);
            named.extend(answers.iter().flat_map(|answer| &answer.entries).copied());
            let read::Operation { method, path, summary, .. } = operation;
            self.all.push(Endpoint { method, path, summary, anchor, answers });
        }
        let elsewhere: Vec<_> = elsewhere.difference(&named).collect();
        if !elsewhere.is_empty() {
            let codes = elsewhere.into_iter().map(|number| {
                let entry = number.of(site);
                format!("`{}` ({})", entry.as_str(), entry.status())
            });
            let codes = codes.collect::<Vec<_>>().join(", ");
            self.notes.push(format!(
                "{file}: these are listed by no response with their status: {codes}"
            ));
        }
        Ok(())
    }

    /// What the row of an endpoint is called.
    fn anchor(&self, method: &str, path: &str) -> String {
        let words = path.split(|character: char| !character.is_ascii_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase);
        let words = ["endpoint".to_owned(), method.to_ascii_lowercase()].into_iter().chain(words);
        let anchor = words.collect::<Vec<_>>().join("-");
        let is_taken = |anchor: &str| self.all.iter().any(|endpoint| endpoint.anchor == anchor);
        if !is_taken(&anchor) {
            return anchor;
        }
        let numbered = (2..).map(|number| format!("{anchor}-{number}"));
        numbered.into_iter().find(|anchor| !is_taken(anchor)).unwrap_or(anchor)
    }

    /// Those whose errors are of a catalog: they name one of its codes, or they name none, and there is
    /// no other catalog that they could be of.
    pub(super) fn of_catalog(
        &self,
        site: &Site<'_>,
        catalog: usize,
    ) -> impl Iterator<Item = &Endpoint> {
        let is_alone = site.catalogs.len() == 1;
        self.all.iter().filter(move |endpoint| is_alone || endpoint.names_catalog(catalog))
    }

    /// What a person may want to know that is no mistake: listed codes without a response, and endpoints that
    /// are on no page.
    pub(super) fn notes(&self, site: &Site<'_>) -> impl Iterator<Item = String> {
        let is_alone = site.catalogs.len() == 1;
        let is_on_no_page = move |endpoint: &&Endpoint| {
            !is_alone && endpoint.answers.iter().all(|answer| answer.entries.is_empty())
        };
        let absent =
            self.all.iter().filter(is_on_no_page).map(|Endpoint { method, path, .. }| {
                format!("`{method} {path}` names no code, and is on the page of no catalog")
            });
        self.notes.iter().cloned().chain(absent)
    }
}

impl Endpoint {
    fn names_catalog(&self, catalog: usize) -> bool {
        let mut entries = self.answers.iter().flat_map(|answer| &answer.entries);
        entries.any(|number| number.catalog == catalog)
    }

    /// Whether it answers with an entry.
    pub(super) fn names(&self, number: EntryNumber) -> bool {
        self.answers.iter().any(|answer| answer.entries.contains(&number))
    }

    /// Whether it answers with a status, and says of no code that it comes with it.
    pub(super) fn leaves_open(&self, status: u16) -> bool {
        self.answers
            .iter()
            .any(|answer| answer.names_nothing() && answer.status == status.to_string())
    }
}
