//! The texts of a catalog in the language of a page, and whether they are in that language.

use std::collections::HashMap;

use api_error_catalog_core::fact::{LocalizedTexts, TextFact};
use api_error_catalog_core::locale::leads_to;
use api_error_catalog_model::document::{CodeTable, Document, Facts, Text};
use api_error_catalog_model::{
    Origin, ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced, SourcedFacts,
};

/// What a catalog says, in the language of a page or in the one that stands in for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'t> {
    pub(super) text: &'t str,
    /// The locale of the text.
    pub(super) locale: &'t str,
    /// Whether that is the language of the page, or the text has no language. In a language that the catalog
    /// has no texts in at all, the page says so once, and its texts count as translated.
    pub(super) is_translated: bool,
}

/// The texts of a catalog.
pub(super) struct Texts<'d> {
    document: &'d Document,
    resolved: &'d ResolvedCatalog,
    codes: HashMap<&'d str, &'d CodeTable>,
    rows: HashMap<u16, &'d Facts>,
}

impl<'d> Texts<'d> {
    pub(super) fn new(document: &'d Document, resolved: &'d ResolvedCatalog) -> Self {
        let codes = document.codes.iter().map(|code| (code.name.value.as_str(), code));
        let rows = document
            .statuses
            .iter()
            .flat_map(|row| row.served().map(|status| (status.value, &row.facts)));
        Self { document, resolved, codes: codes.collect(), rows: rows.collect() }
    }

    /// Whether the catalog has texts in a language.
    pub(super) fn serves(&self, locale: &str) -> bool {
        self.number(locale).is_some()
    }

    /// A text of an entry; `None` where it has none, not even an inherited one.
    pub(super) fn of_entry(
        &self,
        entry: &'d ResolvedEntry,
        fact: TextFact,
        locale: &str,
    ) -> Option<Said<'d>> {
        self.find(&entry.facts, fact, locale, self.own(entry))
    }

    /// A text of a status row.
    pub(super) fn of_status(
        &self,
        row: &'d ResolvedStatus,
        fact: TextFact,
        locale: &str,
    ) -> Option<Said<'d>> {
        self.find(&row.facts, fact, locale, self.rows.get(&row.status).copied())
    }

    /// When something is behind an error, and what to do then, for each cause of an entry.
    pub(super) fn causes(&self, entry: &'d ResolvedEntry, locale: &str) -> Vec<[Said<'d>; 2]> {
        let written = self.codes.get(entry.name.as_str()).map_or(&[][..], |code| &code.causes);
        let causes = entry.causes.iter().enumerate().map(|(number, cause)| {
            let written = written.get(number);
            [
                self.said(&cause.when, written.map(|cause| &cause.when), locale),
                self.said(&cause.action, written.map(|cause| &cause.action), locale),
            ]
        });
        causes.collect()
    }

    /// What the API is called; its name where the catalog has no title.
    pub(super) fn title(&self, locale: &str) -> Said<'d> {
        match &self.resolved.title {
            Some(title) => self.said(title, self.document.header.title.as_ref(), locale),
            None => Said { text: &self.resolved.name, locale: "", is_translated: true },
        }
    }

    /// The facts of the table that an entry is.
    fn own(&self, entry: &ResolvedEntry) -> Option<&'d Facts> {
        let code = self.codes.get(entry.name.as_str()).map(|code| &code.facts);
        code.or_else(|| self.rows.get(&entry.status.value).copied())
    }

    fn find(
        &self,
        facts: &'d SourcedFacts,
        fact: TextFact,
        locale: &str,
        own: Option<&'d Facts>,
    ) -> Option<Said<'d>> {
        let text = facts.texts[fact].as_ref()?;
        let written = match text.origin {
            Origin::Fallback => return Some(self.fallback(facts, fact, text, locale, own)),
            origin => self.table(origin, own).and_then(|table| table.texts[fact].as_ref()),
        };
        Some(self.said(&text.value, written, locale))
    }

    /// A message that stands in for a description, or the other way round, is translated where that is. A
    /// reason phrase has no language: it is the same everywhere.
    fn fallback(
        &self,
        facts: &'d SourcedFacts,
        fact: TextFact,
        text: &'d Sourced<LocalizedTexts>,
        locale: &str,
        own: Option<&'d Facts>,
    ) -> Said<'d> {
        let stand_ins = [TextFact::Description, TextFact::Message, TextFact::Title];
        let written =
            stand_ins.into_iter().filter(|other| *other != fact && fact != TextFact::Title);
        let written =
            written.filter_map(|other| facts.texts[other].as_ref().map(|text| (other, text)));
        let said = written
            .filter(|(_, text)| text.origin != Origin::Fallback)
            .find_map(|(other, text)| self.table(text.origin, own)?.texts[other].as_ref());
        let said = self.said(&text.value, said, locale);
        if fact == TextFact::Title {
            Said { locale: "en", is_translated: true, ..said }
        } else {
            said
        }
    }

    fn table(&self, origin: Origin, own: Option<&'d Facts>) -> Option<&'d Facts> {
        match origin {
            Origin::Own => own,
            Origin::Parent(number) => self.own(&self.resolved.entries[number]),
            Origin::StatusRow(status) => self.rows.get(&status).copied(),
            Origin::Defaults => self.document.defaults.as_ref().map(|table| &table.facts),
            Origin::Fallback => None,
        }
    }

    /// One of the versions of a text; without the text as it is written, it counts as translated.
    fn said(&self, texts: &'d LocalizedTexts, written: Option<&Text>, locale: &str) -> Said<'d> {
        let locales = &self.resolved.locales;
        let served = self.number(locale);
        let number = served.unwrap_or(0);
        let has = |number: usize| {
            written.is_none_or(|text| text.versions.get(number).is_none_or(Option::is_some))
        };
        let of =
            if has(number) { Some(number) } else { (0..locales.len()).find(|number| has(*number)) };
        Said {
            text: texts.get(number).map_or("", String::as_str),
            locale: of.and_then(|number| locales.get(number)).map_or("", String::as_str),
            is_translated: served.is_none() || has(number),
        }
    }

    /// The number of the locale that serves a language; `None` where none does.
    fn number(&self, locale: &str) -> Option<usize> {
        let locales = &self.resolved.locales;
        locales.iter().position(|known| known.eq_ignore_ascii_case(locale)).or_else(|| {
            locales.iter().position(|known| leads_to(locale.as_bytes(), known.as_bytes()))
        })
    }
}
