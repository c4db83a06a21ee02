//! Resolves a document into a catalog: an entry inherits what it leaves out from its parent, then from
//! the row of its status.
//!
//! A document with errors is resolved too, as far as possible: the generated types stay, so that code
//! that uses them gets no errors of its own.

use std::collections::{HashMap, HashSet};

use api_error_catalog_core::builder::{MOST_ANCESTORS, PossibleCauseDef};
use api_error_catalog_core::fact::{ByTextFact, ByWordFact, LocalizedTexts, TextFact, Word};
use api_error_catalog_core::shape::{NodeDef, ShapeDef};
use api_error_catalog_core::status::{VALID_STATUSES, reason};
use api_error_catalog_core::template::{self, TemplatePart};

use crate::catalog::{
    Origin, ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced, SourcedFacts,
};
use crate::document::{BodyTable, Document, Facts, PossibleCause, StatusTable, Text};
use crate::entries::{Entry, VariantEntry};
use crate::source::Spanned;

pub(crate) fn resolve(document: &Document, variants: &[VariantEntry<'_>]) -> ResolvedCatalog {
    let resolver = Resolver::new(document, variants);
    let statuses = resolver.statuses();
    let entries = resolver.entries();
    let header = &document.header;
    ResolvedCatalog {
        name: value(header.name.as_ref()).unwrap_or_default(),
        locales: values(&header.locales),
        title: header.title.as_ref().map(unescaped),
        docs: value(header.docs.as_ref()),
        version: value(header.version.as_ref()),
        statuses,
        entries,
        shape: document.body.as_ref().map_or_else(ShapeDef::default, shape),
    }
}

fn shape(body: &BodyTable) -> ShapeDef {
    let headers = body.request_headers.iter();
    ShapeDef {
        media_type: value(body.media_type.as_ref()).unwrap_or_else(|| {
            body.preset.map_or("application/json", |preset| preset.value.media_type).to_owned()
        }),
        request_headers: headers.map(|(k, v)| (k.value.clone(), v.value.clone())).collect(),
        slots: body.slots.iter().map(|slot| slot.value.clone()).collect(),
        members: body.members.clone(),
        inner: body.inner.as_ref().map_or(NodeDef::Null, |inner| inner.value.clone()),
    }
}

fn value(fact: Option<&Spanned<String>>) -> Option<String> {
    fact.map(|fact| fact.value.clone())
}

struct Resolver<'d> {
    document: &'d Document,
    /// In the order of the catalog's entries.
    variants: Vec<&'d VariantEntry<'d>>,
    /// The number in `variants` of each effective code.
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
        let mut rows = vec![None; usize::from(*VALID_STATUSES.end()) + 1];
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

    fn status(&self, status: u16, row: &'d StatusTable) -> ResolvedStatus {
        let tables = [Table { origin: Origin::Own, facts: &row.facts }];
        let mut facts = sourced(&tables);
        facts.texts[TextFact::Title].get_or_insert_with(|| {
            let title = reason(status).map_or_else(|| status.to_string(), str::to_owned);
            Sourced::fallback(self.everywhere(title))
        });
        let entry = row.effective_code();
        ResolvedStatus {
            status,
            entry: entry.and_then(|code| self.numbers.get(&*code.value).copied()),
            headers: values(&row.headers),
            facts,
            assumed_keys: assumed_keys(&row.facts, &["also", "code", "headers"]),
        }
    }

    fn entries(&self) -> Vec<ResolvedEntry> {
        self.variants.iter().map(|variant| self.entry(variant)).collect()
    }

    fn entry(&self, variant: &VariantEntry<'d>) -> ResolvedEntry {
        let entry = variant.entry;
        let lineage = self.lineage(entry);
        let status = lineage.iter().find_map(|(origin, entry)| {
            let assumed = entry.facts().assumes("status");
            Some(Sourced { value: entry.status()?, origin: *origin, assumed })
        });
        let status = status.unwrap_or_else(|| Sourced::fallback(500));
        let row = self.rows[usize::from(status.value)].map(|row| &row.facts);
        let row = row.map(|facts| Table { origin: Origin::StatusRow(status.value), facts });
        let own =
            lineage.iter().map(|(origin, entry)| Table { origin: *origin, facts: entry.facts() });
        let tables: Vec<_> = own.chain(row).collect();
        let title = reason(status.value).unwrap_or(&variant.code.value);
        let mut facts = sourced(&tables);
        self.add_fallbacks(&mut facts.texts, title);
        // A rule reports those that have too many ancestors, or are their own.
        let is_sent_under = lineage.len() <= 1 + MOST_ANCESTORS;
        let number = |code: &str| self.numbers.get(code).copied();
        let (is_sent, aliases, is_retired) = match entry {
            Entry::Status(row) => (row.code.is_some(), Vec::new(), false),
            Entry::Code(code) => (true, values(&code.aliases), code.retired.is_some()),
        };
        let causes = match entry {
            Entry::Status(_) => Vec::new(),
            Entry::Code(code) => code.causes.iter().map(cause).collect(),
        };
        ResolvedEntry {
            code: variant.code.value.to_string(),
            is_sent,
            span: variant.code.span,
            variant: variant.name.value.to_string(),
            status,
            parent: entry.parent().filter(|_| is_sent_under).and_then(number),
            aliases,
            causes,
            is_retired,
            problem_type: self.problem_type(variant),
            facts,
            assumed_keys: assumed_keys(
                entry.facts(),
                &["aliases", "causes", "code", "parent", "retired"],
            ),
        }
    }

    /// Adds a title, a message and a description, where no table says one.
    fn add_fallbacks(&self, texts: &mut Texts, title: &str) {
        let title = texts[TextFact::Title]
            .get_or_insert_with(|| Sourced::fallback(self.everywhere(title.to_owned())))
            .value
            .clone();
        let description = match (&texts[TextFact::Description], &texts[TextFact::Message]) {
            (Some(description), _) => description.value.clone(),
            (None, Some(message)) => each(&message.value, ellipsed),
            (None, None) => title,
        };
        texts[TextFact::Message]
            .get_or_insert_with(|| Sourced::fallback(each(&description, template::escape)));
        texts[TextFact::Description].get_or_insert_with(|| Sourced::fallback(description));
    }

    /// A problem's type is its own: what names one problem names no other.
    fn problem_type(&self, variant: &VariantEntry<'_>) -> Option<String> {
        let base = self.document.body.as_ref().and_then(|body| body.type_base.as_ref());
        let based = || base.map(|base| format!("{}{}", base.value, variant.code.value));
        value(variant.entry.facts().problem_type.as_ref()).or_else(based)
    }

    /// An entry and its ancestors, itself first, and no more than is needed to see that they are too
    /// many.
    fn lineage(&self, entry: Entry<'d>) -> Vec<(Origin, Entry<'d>)> {
        let mut lineage = vec![(Origin::Own, entry)];
        while lineage.len() <= 1 + MOST_ANCESTORS
            && let Some(parent) = lineage[lineage.len() - 1].1.parent()
            && let Some(number) = self.numbers.get(parent)
        {
            lineage.push((Origin::Parent(*number), self.variants[*number].entry));
        }
        lineage
    }

    /// The same text in every locale.
    fn everywhere(&self, text: String) -> LocalizedTexts {
        vec![text; self.document.header.locales.len()]
    }
}

/// The facts of one table that an entry takes facts from.
struct Table<'d> {
    origin: Origin,
    facts: &'d Facts,
}

type Texts = ByTextFact<Option<Sourced<LocalizedTexts>>>;

/// The first table's value of a fact.
fn inherited<'d, T>(
    tables: &[Table<'d>],
    key: &str,
    fact: impl Fn(&'d Facts) -> Option<T>,
) -> Option<Sourced<T>> {
    tables.iter().find_map(|table| {
        let value = fact(table.facts)?;
        Some(Sourced { value, origin: table.origin, assumed: table.facts.assumes(key) })
    })
}

/// The facts that the tables say.
fn sourced(tables: &[Table<'_>]) -> SourcedFacts {
    SourcedFacts { texts: texts(tables), words: words(tables), docs: docs(tables) }
}

fn texts(tables: &[Table<'_>]) -> Texts {
    ByTextFact::new(|fact| {
        // Only messages are templates.
        let text = if fact == TextFact::Message { versions } else { unescaped };
        Some(inherited(tables, fact.key(), |facts| facts.texts[fact].as_ref())?.map(text))
    })
}

fn words(tables: &[Table<'_>]) -> ByWordFact<Option<Sourced<Word>>> {
    ByWordFact::new(|fact| {
        inherited(tables, fact.key(), |facts| facts.words[fact].map(|word| word.value))
    })
}

fn docs(tables: &[Table<'_>]) -> Option<Sourced<String>> {
    Some(inherited(tables, "docs", |facts| facts.docs.as_ref())?.map(|docs| docs.value.clone()))
}

/// The keys among some that a table says are assumed.
fn assumed_keys(facts: &Facts, keys: &[&'static str]) -> Vec<&'static str> {
    if facts.assumed.is_empty() {
        return Vec::new();
    }
    keys.iter().copied().filter(|key| facts.assumes(key)).collect()
}

/// A text in every locale; the default locale's stands in for one that is missing.
fn versions(text: &Text) -> LocalizedTexts {
    let stand_in = text.present().next().map_or("", |version| version.value.as_str());
    let versions = text.versions.iter();
    versions
        .map(|version| version.as_ref().map_or(stand_in, |version| &version.value).to_owned())
        .collect()
}

fn cause(cause: &PossibleCause) -> PossibleCauseDef {
    PossibleCauseDef { when: unescaped(&cause.when), action: unescaped(&cause.action) }
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

fn values(facts: &[Spanned<String>]) -> Vec<String> {
    facts.iter().map(|fact| fact.value.clone()).collect()
}
