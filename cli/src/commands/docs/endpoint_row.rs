//! An endpoint in the page of a catalog.

use super::endpoints::{Endpoint, EndpointAnswer, EntryNumber};
use super::frame::Link;
use super::layout::Folder;
use super::site::Site;
use super::words::Words;

/// An endpoint, and what it answers with.
pub(super) struct EndpointRow<'s> {
    pub(super) method: &'s str,
    pub(super) path: &'s str,
    pub(super) summary: Option<&'s str>,
    pub(super) anchor: &'s str,
    pub(super) answers: Vec<AnswerRow<'s>>,
}

/// What an endpoint answers with under a status.
pub(super) struct AnswerRow<'s> {
    status: &'s str,
    pub(super) codes: Vec<Link>,
    /// Those that no catalog has.
    pub(super) unknown: Vec<&'s str>,
}

impl<'s> EndpointRow<'s> {
    /// The row in a page of a folder, with codes of other catalogs, too.
    pub(super) fn new(
        site: &Site<'_>,
        locale: usize,
        folder: &Folder,
        endpoint: &'s Endpoint,
    ) -> Self {
        let answers = endpoint.answers.iter();
        Self {
            method: &endpoint.method,
            path: &endpoint.path,
            summary: endpoint.summary.as_deref(),
            anchor: &endpoint.anchor,
            answers: answers.map(|answer| AnswerRow::new(site, locale, folder, answer)).collect(),
        }
    }
}

impl<'s> AnswerRow<'s> {
    fn new(site: &Site<'_>, locale: usize, folder: &Folder, answer: &'s EndpointAnswer) -> Self {
        let link = |number: &EntryNumber| {
            let page = site.layout.entry(locale, number.catalog, number.entry);
            let entry = &site.catalogs[number.catalog].resolved.entries[number.entry];
            Link { text: entry.code.clone(), link: folder.link_to(&page.file("index.html")) }
        };
        Self {
            status: &answer.status,
            codes: answer.entries.iter().map(link).collect(),
            unknown: answer.unknown.iter().map(String::as_str).collect(),
        }
    }

    pub(super) fn names_nothing(&self) -> bool {
        self.codes.is_empty() && self.unknown.is_empty()
    }

    /// The hundred of the status, where it is known.
    pub(super) fn class(&self) -> Option<char> {
        self.status.chars().next().filter(char::is_ascii_digit)
    }

    /// The status, in words where it is none.
    pub(super) fn label(&self, words: &'static Words) -> &'s str {
        if self.status == "default" { words.other_statuses } else { self.status }
    }
}
