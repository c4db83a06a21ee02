//! Document to catalog: what an entry leaves out is taken from its parent, then from its status's row.
//!
//! A document with errors becomes a catalog too, as far as it goes: code that refers to the generated
//! types shall not be told that they are missing when the mistake is in the file.

use std::collections::{HashMap, HashSet};

use crate::catalog::{LocalizedTexts, ResolvedCatalog, ResolvedEntry, ResolvedStatus};
use crate::document::{BodyTable, Document, Entry, Facts, StatusTable, Text, VariantEntry};
use crate::shape::{Node, Shape};
use crate::slot;
use crate::source::Spanned;
use crate::status::{self, reason};
use crate::template::{self, TemplatePart};

pub(crate) fn resolve(document: &Document, variants: &[VariantEntry<'_>]) -> ResolvedCatalog {
    let resolver = Resolver::new(document, variants);
    let statuses = resolver.statuses();
    let codes = resolver.codes();
    let placeholders = all_placeholders(&codes);
    let header = &document.header;
    ResolvedCatalog {
        name: value(header.name.as_ref()).unwrap_or_default(),
        locales: values(&header.locales),
        title: header.title.as_ref().map(unescaped),
        docs: value(header.docs.as_ref()),
        version: value(header.version.as_ref()),
        statuses,
        codes,
        placeholders,
        shape: document.body.as_ref().map_or_else(Shape::default, shape),
    }
}

fn shape(body: &BodyTable) -> Shape {
    let headers = body.request_headers.iter();
    Shape {
        media_type: value(body.media_type.as_ref()).unwrap_or_else(|| {
            body.preset.map_or("application/json", |preset| preset.media_type).to_owned()
        }),
        request_headers: headers.map(|(k, v)| (k.value.clone(), v.value.clone())).collect(),
        slots: body.slots.iter().map(|slot| slot.value.clone()).collect(),
        members: body.members.clone(),
        inner: body.inner.as_ref().map_or(Node::Null, |inner| inner.value.clone()),
    }
}

/// The names of all placeholders, sorted.
fn all_placeholders(codes: &[ResolvedEntry]) -> Vec<String> {
    let mut names = Vec::new();
    let mut seen = HashSet::new();
    for name in codes.iter().flat_map(|code| &code.placeholders) {
        if seen.insert(name.as_str()) {
            names.push(name.clone());
        }
    }
    names.sort_unstable();
    names
}

fn value(fact: Option<&Spanned<String>>) -> Option<String> {
    fact.map(|fact| fact.value.clone())
}

struct Resolver<'d> {
    document: &'d Document,
    /// In the order of the catalog's codes.
    variants: Vec<&'d VariantEntry<'d>>,
    /// The number of each code in `variants`.
    numbers: HashMap<&'d str, usize>,
    /// The row of each status, by the status.
    rows: Vec<Option<&'d StatusTable>>,
}

impl<'d> Resolver<'d> {
    fn new(document: &'d Document, all: &'d [VariantEntry<'d>]) -> Self {
        let mut numbers = HashMap::with_capacity(all.len());
        let mut names = HashSet::with_capacity(all.len());
        let mut variants = Vec::with_capacity(all.len());
        for variant in all {
            let (code, name) = (&*variant.code.value, &*variant.name.value);
            if variant.unfit.is_none() && !numbers.contains_key(code) && names.insert(name) {
                numbers.insert(code, variants.len());
                variants.push(variant);
            }
        }
        let mut rows = vec![None; status::END];
        for row in &document.statuses {
            for status in row.served() {
                rows[usize::from(status.value)] = Some(row);
            }
        }
        Self { document, variants, numbers, rows }
    }

    fn statuses(&self) -> Vec<ResolvedStatus> {
        let rows = (0..).zip(&self.rows);
        rows.filter_map(|(status, row)| Some(self.status(status, (*row)?))).collect()
    }

    fn status(&self, status: u16, row: &StatusTable) -> ResolvedStatus {
        let facts = &row.facts;
        let title = facts.title.as_ref().map(unescaped);
        ResolvedStatus {
            status,
            reason: reason(status),
            code: row.effective_code().and_then(|code| self.numbers.get(&*code.value).copied()),
            title: title.unwrap_or_else(|| {
                self.everywhere(reason(status).map_or_else(|| status.to_string(), str::to_owned))
            }),
            description: facts.description.as_ref().map(unescaped),
            action: facts.action.as_ref().map(unescaped),
            retry: facts.retry.map(|retry| retry.value),
            headers: values(&row.headers),
            docs: value(facts.docs.as_ref()),
            assumed: values(&facts.assumed),
        }
    }

    fn codes(&self) -> Vec<ResolvedEntry> {
        self.variants.iter().map(|variant| self.code(variant)).collect()
    }

    fn code(&self, variant: &VariantEntry<'d>) -> ResolvedEntry {
        let entry = variant.entry;
        let lineage = self.lineage(entry);
        let status = lineage.iter().find_map(|entry| entry.status()).unwrap_or(500);
        let reason = reason(status);
        let row = self.rows[usize::from(status)].map(|row| &row.facts);
        let sources: Vec<_> = lineage.iter().map(|entry| entry.facts()).chain(row).collect();
        let text =
            |of: fn(&Facts) -> &Option<Text>| sources.iter().find_map(|facts| of(facts).as_ref());

        let title = match text(|facts| &facts.title) {
            Some(title) => unescaped(title),
            None => self.everywhere(reason.unwrap_or(&variant.code.value).to_owned()),
        };
        let description = text(|facts| &facts.description).map(unescaped);
        let (message, description) = match text(|facts| &facts.message).map(versions) {
            Some(message) => {
                let description = description.unwrap_or_else(|| each(&message, ellipsed));
                (message, description)
            }
            None => {
                let description = description.unwrap_or_else(|| title.clone());
                (each(&description, template::escape), description)
            }
        };
        let (is_sent, aliases, retired) = match entry {
            Entry::Status(row) => (row.code.is_some(), Vec::new(), false),
            Entry::Code(code) => (true, values(&code.aliases), code.retired),
        };
        ResolvedEntry {
            code: variant.code.value.to_string(),
            is_sent,
            span: variant.code.span,
            variant: variant.name.value.to_string(),
            status,
            reason,
            parent: entry.parent().and_then(|parent| self.numbers.get(parent).copied()),
            aliases,
            retired,
            placeholders: message.first().map_or_else(Vec::new, |text| placeholders(text)),
            title,
            message,
            description,
            action: text(|facts| &facts.action).map(unescaped),
            retry: sources.iter().find_map(|facts| facts.retry).map(|retry| retry.value),
            docs: value(sources.iter().find_map(|facts| facts.docs.as_ref())),
            type_uri: self.type_uri(variant),
            assumed: assumed(&lineage, &sources),
        }
    }

    /// A problem's type is its own: what names one problem names no other.
    fn type_uri(&self, variant: &VariantEntry<'_>) -> Option<String> {
        let base = self.document.body.as_ref().and_then(|body| body.type_base.as_ref());
        let based = || base.map(|base| format!("{}{}", base.value, variant.code.value));
        value(variant.entry.facts().type_uri.as_ref()).or_else(based)
    }

    /// An entry and its ancestors, itself first.
    fn lineage(&self, entry: Entry<'d>) -> Vec<Entry<'d>> {
        let mut lineage = vec![entry];
        let parent = |entry: Entry<'d>| {
            let number = self.numbers.get(entry.parent()?)?;
            Some(self.variants[*number].entry)
        };
        // Parents may go in a circle, which is a rule's diagnostic.
        while lineage.len() < self.variants.len()
            && let Some(parent) = parent(lineage[lineage.len() - 1])
        {
            lineage.push(parent);
        }
        lineage
    }

    /// The same text in every locale.
    fn everywhere(&self, text: String) -> LocalizedTexts {
        vec![text; self.document.header.locales.len()]
    }
}

/// The keys that are assumed where their values come from: the entry itself, an ancestor, or the row.
fn assumed(lineage: &[Entry<'_>], sources: &[&Facts]) -> Vec<String> {
    if sources.iter().all(|facts| facts.assumed.is_empty()) {
        return Vec::new();
    }
    let mut keys = Vec::new();
    let mut passed = Vec::new();
    for facts in sources {
        let found = facts.keys();
        for key in &found {
            if !passed.contains(key) && facts.assume(key) {
                keys.push((*key).to_owned());
            }
        }
        passed.extend(found);
    }
    if let Some(source) = lineage.iter().find(|entry| entry.status().is_some())
        && source.facts().assume("status")
    {
        keys.push("status".to_owned());
    }
    for key in ["code", "parent", "aliases", "retired"] {
        if lineage[0].facts().assume(key) {
            keys.push(key.to_owned());
        }
    }
    keys.sort_unstable();
    keys
}

/// A text in every locale; the default locale's stands in for one that is missing.
fn versions(text: &Text) -> LocalizedTexts {
    let stand_in = text.present().next().map_or("", |version| version.value.as_str());
    let versions = text.versions.iter();
    versions
        .map(|version| version.as_ref().map_or(stand_in, |version| &version.value).to_owned())
        .collect()
}

fn unescaped(text: &Text) -> LocalizedTexts {
    let mut texts = versions(text);
    for text in &mut texts {
        if template::has_braces(text) {
            *text = template::unescape(text);
        }
    }
    texts
}

fn each(texts: &[String], change: fn(&str) -> String) -> LocalizedTexts {
    texts.iter().map(|text| change(text)).collect()
}

/// A message with an ellipsis for each placeholder.
fn ellipsed(message: &str) -> String {
    if !template::has_braces(message) {
        return message.to_owned();
    }
    let pieces = template::parts(message).unwrap_or_default();
    let text = |piece| match piece {
        TemplatePart::Text(text) => template::unescape(text),
        TemplatePart::Placeholder { .. } => "…".to_owned(),
    };
    pieces.into_iter().map(text).collect()
}

fn placeholders(message: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let is_usable = |name: &&str| template::is_name(name) && slot::reserved(name).is_none();
    for name in template::placeholders(message).filter(is_usable) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn values(facts: &[Spanned<String>]) -> Vec<String> {
    facts.iter().map(|fact| fact.value.clone()).collect()
}
