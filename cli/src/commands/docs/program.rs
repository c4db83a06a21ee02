//! All that a site says, for programs.

use std::collections::BTreeMap;

use api_error_catalog_core::fact::{LocalizedTexts, TextFact, WordFact};
use api_error_catalog_model::{ResolvedEntry, ResolvedStatus, SourcedFacts};
use serde::Serialize;

use super::endpoints;
use super::layout::PROGRAM_SCHEMA;
use super::site::{Site, SiteCatalog};
use crate::output;

/// The JSON Schema of the file.
pub(super) const SCHEMA: &str = include_str!("errors.schema.json");

/// The catalogs of a site.
#[derive(Serialize)]
struct Program<'s> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    catalogs: Vec<ProgramCatalog<'s>>,
}

#[derive(Serialize)]
struct ProgramCatalog<'s> {
    name: &'s str,
    title: Option<Localized<'s>>,
    version: Option<&'s str>,
    docs: Option<&'s str>,
    locales: &'s [String],
    /// The page in the first language, from the top of the site.
    page: String,
    media_type: &'s str,
    statuses: Vec<Row<'s>>,
    errors: Vec<Error<'s>>,
    endpoints: Vec<Endpoint<'s>>,
}

/// An operation of the API.
#[derive(Serialize)]
struct Endpoint<'s> {
    method: &'s str,
    path: &'s str,
    summary: Option<&'s str>,
    answers: Vec<EndpointAnswer<'s>>,
}

#[derive(Serialize)]
struct EndpointAnswer<'s> {
    status: &'s str,
    /// The names of errors.
    errors: Vec<&'s str>,
    unknown: Vec<&'s str>,
}

/// A text in each locale.
type Localized<'s> = BTreeMap<&'s str, &'s str>;

#[derive(Serialize)]
struct Row<'s> {
    status: u16,
    #[serde(flatten)]
    facts: Facts<'s>,
    headers: Vec<&'s str>,
    assumed: Vec<&'static str>,
}

#[derive(Serialize)]
struct Error<'s> {
    name: &'s str,
    code: &'s str,
    is_sent: bool,
    retired: bool,
    replaced_by: Option<&'s str>,
    status: u16,
    page: String,
    parent: Option<&'s str>,
    aliases: &'s [String],
    #[serde(rename = "type")]
    problem_type: Option<&'s str>,
    #[serde(flatten)]
    facts: Facts<'s>,
    causes: Vec<Cause<'s>>,
    parameters: Vec<Parameter<'s>>,
    assumed: Vec<&'static str>,
}

/// What errors and statuses have in common.
#[derive(Serialize)]
struct Facts<'s> {
    title: Option<Localized<'s>>,
    message: Option<Localized<'s>>,
    description: Option<Localized<'s>>,
    action: Option<Localized<'s>>,
    user_message: Option<Localized<'s>>,
    retry: Option<&'s str>,
    actor: Option<&'s str>,
    effect: &'static str,
    docs: Option<&'s str>,
}

#[derive(Serialize)]
struct Cause<'s> {
    when: Localized<'s>,
    action: Localized<'s>,
}

#[derive(Serialize)]
struct Parameter<'s> {
    name: &'s str,
    #[serde(rename = "type")]
    parameter_type: &'static str,
    example: Option<serde_json::Value>,
}

/// The file.
pub(super) fn program(site: &Site<'_>) -> String {
    let catalogs = site.catalogs.iter().enumerate();
    let catalogs = catalogs.map(|(number, catalog)| of_catalog(site, number, catalog)).collect();
    output::json(&Program { schema: PROGRAM_SCHEMA, catalogs })
}

fn of_catalog<'s>(
    site: &'s Site<'_>,
    number: usize,
    catalog: &'s SiteCatalog<'_>,
) -> ProgramCatalog<'s> {
    let resolved = catalog.resolved;
    let errors = resolved.entries.iter().enumerate().map(|(entry, error)| {
        of_entry(site.layout.entry(0, number, entry).file("index.html"), catalog, entry, error)
    });
    ProgramCatalog {
        name: &resolved.name,
        title: resolved.title.as_ref().map(|title| localized(catalog, title)),
        version: resolved.version.as_deref(),
        docs: resolved.docs.as_deref(),
        locales: &resolved.locales,
        page: site.layout.catalog(0, number).file("index.html"),
        media_type: catalog.catalog.media_type(),
        statuses: resolved.statuses.iter().map(|row| of_status(catalog, row)).collect(),
        errors: errors.collect(),
        endpoints: site
            .endpoints
            .of_catalog(site, number)
            .map(|endpoint| of_endpoint(catalog, number, endpoint))
            .collect(),
    }
}

fn of_endpoint<'s>(
    catalog: &'s SiteCatalog<'_>,
    number: usize,
    endpoint: &'s endpoints::Endpoint,
) -> Endpoint<'s> {
    let answers = endpoint.answers.iter().map(|answer| {
        let own = answer.entries.iter().filter(|entry| entry.catalog == number);
        let names = own.map(|entry| catalog.resolved.entries[entry.entry].name.as_str());
        EndpointAnswer {
            status: &answer.status,
            errors: names.collect(),
            unknown: answer.unknown.iter().map(String::as_str).collect(),
        }
    });
    Endpoint {
        method: &endpoint.method,
        path: &endpoint.path,
        summary: endpoint.summary.as_deref(),
        answers: answers.collect(),
    }
}

fn of_status<'s>(catalog: &'s SiteCatalog<'_>, row: &'s ResolvedStatus) -> Row<'s> {
    let effect = catalog.catalog.status_row(row.status).map(|row| row.effect().as_str());
    Row {
        status: row.status,
        facts: facts(catalog, &row.facts, effect.unwrap_or("unknown")),
        headers: row.headers.iter().map(|header| header.name.as_str()).collect(),
        assumed: row.assumed(),
    }
}

fn of_entry<'s>(
    page: String,
    catalog: &'s SiteCatalog<'_>,
    number: usize,
    entry: &'s ResolvedEntry,
) -> Error<'s> {
    let causes = entry.causes.iter().map(|cause| Cause {
        when: localized(catalog, &cause.when),
        action: localized(catalog, &cause.action),
    });
    let parameters = entry.parameters.iter().map(|parameter| Parameter {
        name: &parameter.name,
        parameter_type: parameter.parameter_type.as_str(),
        example: parameter.example.as_deref().and_then(|json| serde_json::from_str(json).ok()),
    });
    Error {
        name: &entry.name,
        code: &entry.code,
        is_sent: entry.is_sent,
        retired: entry.is_retired,
        replaced_by: entry.replaced_by.map(|other| catalog.resolved.entries[other].name.as_str()),
        status: entry.status.value,
        page,
        parent: entry.parent.map(|parent| catalog.resolved.entries[parent].name.as_str()),
        aliases: &entry.aliases,
        problem_type: entry.problem_type.as_deref(),
        facts: facts(catalog, &entry.facts, catalog.entry(number).1.effect().as_str()),
        causes: causes.collect(),
        parameters: parameters.collect(),
        assumed: entry.assumed(),
    }
}

fn facts<'s>(
    catalog: &'s SiteCatalog<'_>,
    facts: &'s SourcedFacts,
    effect: &'static str,
) -> Facts<'s> {
    let text =
        |fact: TextFact| facts.texts[fact].as_ref().map(|text| localized(catalog, &text.value));
    let word = |fact: WordFact| facts.words[fact].map(|word| word.value.as_str());
    Facts {
        title: text(TextFact::Title),
        message: text(TextFact::Message),
        description: text(TextFact::Description),
        action: text(TextFact::Action),
        user_message: text(TextFact::UserMessage),
        retry: word(WordFact::Retry),
        actor: word(WordFact::Actor),
        effect,
        docs: facts.docs.as_ref().map(|docs| docs.value.as_str()),
    }
}

/// A text in each locale: where there is none, the one that stands in for it.
fn localized<'s>(catalog: &'s SiteCatalog<'_>, texts: &'s LocalizedTexts) -> Localized<'s> {
    catalog
        .resolved
        .locales
        .iter()
        .map(String::as_str)
        .zip(texts.iter().map(String::as_str))
        .collect()
}
