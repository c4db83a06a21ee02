//! The page of a catalog: its codes, its statuses, and what its answers look like.

use std::collections::BTreeSet;

use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::status::reason;
use api_error_catalog_model::{ResolvedCatalog, ResolvedEntry};
use askama::Template;

use super::endpoint_row::EndpointRow;
use super::example::Example;
use super::frame::{Frame, Link, SaidText};
use super::markdown::is_safe_link;
use super::site::Site;
use crate::output::escaped;

/// The most codes that a row of the status table names.
const MOST_CODES: usize = 20;

/// The length in bytes from which a code is broken over lines where its column is narrow.
const LONG_CODE: usize = 32;

/// The codes of a catalog, and its statuses.
#[derive(Template)]
#[template(path = "docs/catalog.html")]
pub(super) struct CatalogPage<'s> {
    frame: Frame<'s>,
    title: SaidText,
    count: String,
    version: Option<&'s str>,
    docs: Option<&'s str>,
    request_headers: Vec<(&'s str, &'s str)>,
    /// Those that are sent.
    codes: Vec<CodeRow>,
    retired: Vec<CodeRow>,
    statuses: Vec<StatusRow>,
    endpoints: Vec<EndpointRow<'s>>,
    example: Option<Example>,
}

/// An entry in the table of codes.
struct CodeRow {
    code: String,
    /// Where it is not the code.
    name: Option<String>,
    link: String,
    markdown: String,
    status: u16,
    meaning: Option<SaidText>,
    retry: &'static str,
    actor: &'static str,
    /// How many entries it is below.
    depth: usize,
}

/// A row of the status table.
struct StatusRow {
    status: u16,
    reason: &'static str,
    /// Where it is not the reason phrase.
    title: Option<SaidText>,
    description: Option<SaidText>,
    action: Option<SaidText>,
    headers: Vec<String>,
    codes: Vec<Link>,
    /// How many codes there are besides.
    more: usize,
}

#[derive(Template)]
#[template(path = "docs/catalog.md", escape = "none")]
struct CatalogMarkdown<'p, 's> {
    page: &'p CatalogPage<'s>,
}

impl<'s> CatalogPage<'s> {
    pub(super) fn new(site: &'s Site<'_>, locale: usize, number: usize) -> Self {
        let (layout, catalog) = (&site.layout, &site.catalogs[number]);
        let tag = layout.locales[locale].as_str();
        let title = catalog.texts.title(tag);
        let heading = if layout.has_index() { title.text.to_owned() } else { String::new() };
        let mut frame = Frame::new(site, locale, heading, |locale| layout.catalog(locale, number));
        frame.is_other_language = !catalog.texts.serves(frame.locale);
        if layout.has_index() {
            frame
                .trail
                .push(Link { text: frame.words.errors.to_owned(), link: frame.home.clone() });
        }
        let rows = 0..catalog.resolved.entries.len();
        let (retired, codes): (Vec<_>, Vec<_>) =
            rows.partition(|entry| catalog.resolved.entries[*entry].is_retired);
        let row = |entry: usize| CodeRow::new(site, &frame, locale, number, entry);
        let statuses = statuses(catalog.resolved).into_iter();
        let statuses =
            statuses.map(|status| StatusRow::new(site, &frame, locale, number, status)).collect();
        let endpoints = site.endpoints.of_catalog(site, number);
        let own = layout.catalog(locale, number);
        let endpoints = endpoints.map(|endpoint| EndpointRow::new(site, locale, &own, endpoint));
        let (resolved, compiled) = (catalog.resolved, &catalog.catalog);
        let headers = compiled.request_headers();
        Self {
            title: SaidText::plain(title, &frame),
            count: frame.words.extent(resolved.entries.len(), resolved.statuses.len()),
            version: resolved.version.as_deref(),
            docs: resolved.docs.as_deref().filter(|docs| is_safe_link(docs)),
            request_headers: headers.collect(),
            example: codes.first().map(|entry| Example::new(catalog.entry(*entry).1, tag)),
            codes: codes.into_iter().map(row).collect(),
            retired: retired.into_iter().map(row).collect(),
            statuses,
            endpoints: endpoints.collect(),
            frame,
        }
    }

    pub(super) fn markdown(&self) -> askama::Result<String> {
        CatalogMarkdown { page: self }.render()
    }
}

impl CodeRow {
    fn new(
        site: &Site<'_>,
        frame: &Frame<'_>,
        locale: usize,
        catalog: usize,
        entry: usize,
    ) -> Self {
        let own = site.layout.catalog(locale, catalog);
        let folder = site.layout.entry(locale, catalog, entry);
        let catalog = &site.catalogs[catalog];
        let (resolved, compiled) = catalog.entry(entry);
        let meaning = catalog.texts.of_entry(resolved, TextFact::Description, frame.locale);
        let words = frame.words;
        Self {
            code: resolved.code.clone(),
            name: (resolved.name != resolved.code).then(|| resolved.name.clone()),
            link: own.link_to(&folder.file("index.html")),
            markdown: own.link_to(&folder.file("index.md")),
            status: resolved.status.value,
            meaning: meaning.map(|said| SaidText::markdown(said, frame)),
            retry: compiled.retry().map_or("–", |retry| words.when_to_retry(retry.as_str())[0]),
            actor: compiled.actor().map_or("–", |actor| words.actor(actor.as_str())[0]),
            depth: catalog.parents(entry).count(),
        }
    }
}

/// The statuses that have a row, or a code, in ascending order.
fn statuses(catalog: &ResolvedCatalog) -> BTreeSet<u16> {
    let rows = catalog.statuses.iter().map(|row| row.status);
    rows.chain(catalog.entries.iter().map(|entry| entry.status.value)).collect()
}

impl StatusRow {
    fn new(site: &Site<'_>, frame: &Frame<'_>, locale: usize, number: usize, status: u16) -> Self {
        let catalog = &site.catalogs[number];
        let row = catalog.resolved.statuses.iter().find(|row| row.status == status);
        let said = |fact| catalog.texts.of_status(row?, fact, frame.locale);
        let text = |fact| said(fact).map(|said| SaidText::markdown(said, frame));
        let reason = reason(status).unwrap_or_default();
        let title = said(TextFact::Title).filter(|said| said.text != reason);
        let own = site.layout.catalog(locale, number);
        let entries = catalog.resolved.entries.iter().enumerate();
        let mut codes = entries.filter(|(_, entry)| entry.status.value == status);
        let link = |(entry, resolved): (usize, &ResolvedEntry)| {
            let folder = site.layout.entry(locale, number, entry);
            Link { text: resolved.code.clone(), link: own.link_to(&folder.file("index.html")) }
        };
        let headers = row.map_or(&[][..], |row| &row.headers).iter();
        Self {
            status,
            reason,
            title: title.map(|said| SaidText::plain(said, frame)),
            description: text(TextFact::Description),
            action: text(TextFact::Action),
            headers: headers.map(|header| header.name.clone()).collect(),
            codes: codes.by_ref().take(MOST_CODES).map(link).collect(),
            more: codes.count(),
        }
    }
}
