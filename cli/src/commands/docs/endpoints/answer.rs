//! The codes that the responses of an operation name.

use std::collections::BTreeSet;

use api_error_catalog_core::Entry;
use api_error_catalog_core::answer::AnswerError;
use api_error_catalog_core::status::VALID_STATUSES;

use super::super::site::Site;
use super::read::Operation;
use crate::commands::import::openapi::document::{Document, Node};
use crate::commands::import::openapi::schema;

/// Which entry of which catalog of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct EntryNumber {
    pub(in super::super) catalog: usize,
    pub(in super::super) entry: usize,
}

impl EntryNumber {
    fn new(catalog: usize, entry: Entry<'_>) -> Self {
        Self { catalog, entry: usize::from(entry.number()) }
    }

    pub(super) fn of<'s>(self, site: &'s Site<'_>) -> Entry<'s> {
        site.catalogs[self.catalog].entry(self.entry).1
    }
}

/// What an operation answers with under a status.
#[derive(Debug)]
pub(in super::super) struct EndpointAnswer {
    /// As the document has it: a status, a class such as `4XX`, or `default`.
    pub(in super::super) status: String,
    /// In the order of the catalogs.
    pub(in super::super) entries: BTreeSet<EntryNumber>,
    /// Codes that no catalog has.
    pub(in super::super) unknown: BTreeSet<String>,
}

impl EndpointAnswer {
    /// Whether nothing but the status is known of it.
    pub(in super::super) fn names_nothing(&self) -> bool {
        self.entries.is_empty() && self.unknown.is_empty()
    }
}

/// The responses of an operation, held against the catalogs.
pub(super) struct Responses<'s, 'd> {
    site: &'s Site<'s>,
    document: &'d Document,
    operation: &'s Operation<'d>,
    /// What is not of the catalogs, each the end of a sentence that begins with the operation.
    pub(super) findings: Vec<String>,
    /// Entries that a response lists which is for another status than theirs. A schema may list all codes
    /// that there are.
    pub(super) elsewhere: BTreeSet<EntryNumber>,
}

impl<'s, 'd> Responses<'s, 'd> {
    pub(super) fn new(
        site: &'s Site<'s>,
        document: &'d Document,
        operation: &'s Operation<'d>,
    ) -> Self {
        Self { site, document, operation, findings: Vec::new(), elsewhere: BTreeSet::new() }
    }

    /// What the operation answers with, but for successes without an error in them.
    pub(super) fn answers(&mut self) -> Vec<EndpointAnswer> {
        let responses = self.operation.responses.iter();
        let answers = responses.map(|(status, response)| self.answer(status, *response));
        let answers: Vec<_> = answers.collect();
        let is_kept =
            |answer: &EndpointAnswer| is_error(&answer.status) || !answer.entries.is_empty();
        answers.into_iter().filter(is_kept).collect()
    }

    fn answer(&mut self, status: &str, response: Node<'d>) -> EndpointAnswer {
        let mut answer = EndpointAnswer {
            status: status.to_owned(),
            entries: BTreeSet::new(),
            unknown: BTreeSet::new(),
        };
        let response = self.resolved(status, response);
        for (_, content) in response.get("content").into_iter().flat_map(Node::members) {
            let schema = content.get("schema").map(|schema| self.resolved(status, schema));
            let named = content.get("examples").into_iter().flat_map(Node::members);
            let named = named.filter_map(|(_, one)| self.document.resolve(one).get("value"));
            let of_schema = schema.and_then(|schema| schema.get("example"));
            for example in named.chain(content.get("example")).chain(of_schema) {
                self.example(example, &mut answer);
            }
            for (code, _) in schema.iter().flat_map(|one| schema::codes(self.document, *one)) {
                self.code(&code, &mut answer);
            }
        }
        if is_error(status) {
            let unknown = answer.unknown.iter();
            self.findings.extend(
                unknown.map(|code| format!("answers {status} with `{code}`, which no catalog has")),
            );
        }
        answer
    }

    /// What a node refers to. A reference that leads nowhere is said.
    fn resolved(&mut self, status: &str, node: Node<'d>) -> Node<'d> {
        let node = self.document.resolve(node);
        if let Some(reference) = node.get("$ref").and_then(Node::text) {
            self.findings.push(format!("answers {status} with `{reference}`, which was not read"));
        }
        node
    }

    /// A body, as the decoder of each catalog reads it.
    fn example(&mut self, example: Node<'d>, answer: &mut EndpointAnswer) {
        let body = example.value().to_string();
        let status = answer.status.parse().unwrap_or_default();
        let (mut unknown, mut is_known, mut is_body) = (BTreeSet::new(), false, false);
        for (number, catalog) in self.site.catalogs.iter().enumerate() {
            let decoded = catalog.catalog.decode(status, body.as_bytes());
            is_body |= decoded.is_recognized();
            for error in decoded.errors().filter(|_| decoded.is_recognized()) {
                match error.entry() {
                    Some(entry) if is_named(error, entry) => {
                        is_known = true;
                        self.entry(EntryNumber::new(number, entry), answer, true);
                    }
                    _ => unknown.extend(error.raw_code().map(str::to_owned)),
                }
            }
        }
        if !is_known {
            answer.unknown.append(&mut unknown);
        }
        if !is_body && is_error(&answer.status) {
            let status = &answer.status;
            let said = format!("answers {status} with an example that is no body of a catalog");
            self.findings.push(said);
        }
    }

    /// A code that a schema lists: one of the catalogs that examples are of, or else of any.
    fn code(&mut self, code: &str, answer: &mut EndpointAnswer) {
        let catalogs = self.site.catalogs.iter().enumerate();
        let entries = catalogs.flat_map(|(number, catalog)| {
            catalog.catalog.all_from_code(code).map(move |entry| EntryNumber::new(number, entry))
        });
        let mut entries: Vec<_> = entries.collect();
        if entries.is_empty() {
            answer.unknown.insert(code.to_owned());
        }
        let is_likely = |number: &EntryNumber| {
            answer.entries.iter().any(|known| known.catalog == number.catalog)
        };
        if entries.iter().any(is_likely) {
            entries.retain(is_likely);
        }
        for number in entries {
            self.entry(number, answer, false);
        }
    }

    /// An entry that is named under a status: in an example, or in a list of codes.
    fn entry(&mut self, number: EntryNumber, answer: &mut EndpointAnswer, is_example: bool) {
        let entry = number.of(self.site);
        if self.response_for(entry.status()) == Some(&answer.status) {
            answer.entries.insert(number);
        } else if is_example {
            let (code, status) = (entry.as_str(), entry.status());
            self.findings.push(format!(
                "answers {} with an example of `{code}`, whose status is {status}",
                answer.status
            ));
            answer.entries.insert(number);
        } else {
            self.elsewhere.insert(number);
        }
    }

    /// What a status is listed under.
    fn response_for(&self, status: u16) -> Option<&'s String> {
        let class = format!("{}XX", status / 100);
        let listed = |name: &str| {
            let mut names = self.operation.responses.iter().map(|(status, _)| status);
            names.find(|known| known.eq_ignore_ascii_case(name))
        };
        listed(&status.to_string()).or_else(|| listed(&class)).or_else(|| listed("default"))
    }
}

/// Whether the body says which entry it is: by its code, or where none travels with the entry.
fn is_named(error: AnswerError<'_, '_>, entry: Entry<'_>) -> bool {
    !entry.is_sent()
        || error.raw_code().is_some_and(|code| {
            code == entry.as_str() || entry.aliases().any(|alias| alias == code)
        })
}

/// Whether what is listed so is answered in place of a success.
fn is_error(status: &str) -> bool {
    match status.parse::<u16>() {
        Ok(status) => VALID_STATUSES.contains(&status) && status >= 400,
        Err(_) => !matches!(status.as_bytes(), [b'1'..=b'3', ..]) && !status.starts_with("x-"),
    }
}
