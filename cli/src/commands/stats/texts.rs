//! The texts of a catalog, and those that lack a locale.

use api_error_catalog_model::Sources;
use api_error_catalog_model::document::{Document, Facts, Text};
use serde::Serialize;

use super::Place;
use crate::catalogs::texts;

/// A locale, and the texts that it lacks.
#[derive(Serialize)]
pub(super) struct Locale {
    pub(super) tag: String,
    /// How many texts the files have, in whatever locales.
    pub(super) texts: usize,
    pub(super) untranslated: Vec<Untranslated>,
}

/// A text that lacks a locale.
#[derive(Serialize)]
pub(super) struct Untranslated {
    /// `code.insufficient-funds.message`
    pub(super) key: String,
    #[serde(flatten)]
    pub(super) place: Place,
}

/// Each locale of the catalog, with what its files lack in it.
pub(super) fn locales(document: &Document, sources: &Sources) -> Vec<Locale> {
    let texts: Vec<_> = texts(document)
        .into_iter()
        .filter_map(|text| Some((text.key(), text.text, Place::of(text.text.span, sources)?)))
        .collect();
    let locale = |(number, tag): (usize, &str)| {
        let lacks = |text: &Text| text.versions.get(number).is_none_or(Option::is_none);
        let untranslated = texts.iter().filter(|(_, text, _)| lacks(text));
        let untranslated = untranslated
            .map(|(key, _, place)| Untranslated { key: key.clone(), place: place.clone() });
        Locale { tag: tag.to_owned(), texts: texts.len(), untranslated: untranslated.collect() }
    };
    document.header.locales.iter().map(|tag| tag.value.as_str()).enumerate().map(locale).collect()
}

/// The tables that have facts, and what they are called.
pub(super) fn tables(document: &Document) -> Vec<(String, &Facts)> {
    let defaults = document.defaults.iter().map(|table| ("defaults".to_owned(), &table.facts));
    let rows = document.statuses.iter();
    let rows = rows.map(|row| (format!("status.{}", row.status.value), &row.facts));
    let codes = document.codes.iter();
    let codes = codes.map(|code| (format!("code.{}", code.name.value), &code.facts));
    defaults.chain(rows).chain(codes).collect()
}
