//! Resolves a document into a catalog: an entry inherits what it leaves out from its parent, then from
//! the row of its status, then from the defaults.
//!
//! A document with errors is resolved too, as far as possible: the generated types stay, so that code
//! that uses them gets no errors of its own.

use std::collections::{HashMap, HashSet};

use api_error_catalog_core::builder::{
    CatchDef, FixedSlotDef, MOST_ANCESTORS, ParameterDef, PossibleCauseDef,
};
use api_error_catalog_core::fact::{ByTextFact, ByWordFact, LocalizedTexts, TextFact, Word};
use api_error_catalog_core::shape::{HeaderDef, NodeDef, ShapeDef};
use api_error_catalog_core::slot::{SlotSource, SlotType};
use api_error_catalog_core::status::reason;
use api_error_catalog_core::template::{self, TemplatePart};

use crate::catalog::{ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced, SourcedFacts};
use crate::document::{BodyTable, Document, Facts, HeaderTable, PossibleCause, StatusTable, Text};
use crate::entries::{Entry, VariantEntry};
use crate::inheritance::{FactTable, Inheritance, Lineage};
use crate::source::Spanned;

pub(crate) fn resolve(document: &Document, variants: &[VariantEntry<'_>]) -> ResolvedCatalog {
    let resolver = Resolver::new(document, variants);
    let statuses = resolver.statuses();
    let entries = resolver.entries();
    let catch = resolver.catch();
    let header = &document.header;
    ResolvedCatalog {
        name: value(header.name.as_ref()).unwrap_or_default(),
        locales: values(&header.locales),
        title: header.title.as_ref().map(unescaped),
        docs: value(header.docs.as_ref()),
        version: value(header.version.as_ref()),
        statuses,
        entries,
        catch,
        shape: document.body.as_ref().map_or_else(ShapeDef::default, |body| ShapeDef {
            headers: headers(&document.headers),
            ..shape(body)
        }),
    }
}

fn shape(body: &BodyTable) -> ShapeDef {
    let headers = body.request_headers.iter();
    ShapeDef {
        media_type: value(body.media_type.as_ref()).unwrap_or_else(|| {
            body.preset.map_or("application/json", |preset| preset.value.media_type).to_owned()
        }),
        request_headers: headers.map(|(k, v)| (k.value.clone(), v.value.clone())).collect(),
        headers: Vec::new(),
        slots: body.slots.iter().map(|slot| slot.value.clone()).collect(),
        members: body.members.clone(),
        inner: body.inner.as_ref().map_or(NodeDef::Null, |inner| inner.value.clone()),
    }
}

fn headers(headers: &[HeaderTable]) -> Vec<HeaderDef> {
    let header = |header: &HeaderTable| HeaderDef {
        name: header.name.value.clone(),
        pieces: header.pieces.clone(),
        is_optional: header.is_optional,
    };
    headers.iter().map(header).collect()
}

fn value(fact: Option<&Spanned<String>>) -> Option<String> {
    fact.map(|fact| fact.value.clone())
}

struct Resolver<'d> {
    document: &'d Document,
    /// The catalog's entries, in their order.
    inheritance: Inheritance<'d>,
    /// The types of slots and parameters.
    types: HashMap<&'d str, Spanned<SlotType>>,
}

impl<'d> Resolver<'d> {
    fn new(document: &'d Document, all: &'d [VariantEntry<'d>]) -> Self {
        let mut names = HashSet::with_capacity(all.len());
        let mut identifiers = HashSet::with_capacity(all.len());
        let mut usable = Vec::with_capacity(all.len());
        for variant in all {
            let (name, identifier) = (&*variant.name.value, &*variant.variant.value);
            if variant.unfit.is_none() && !names.contains(name) && identifiers.insert(identifier) {
                names.insert(name);
                usable.push(variant);
            }
        }
        let inheritance = Inheritance::new(document, usable);
        Self { document, inheritance, types: document.parameter_types() }
    }

    fn statuses(&self) -> Vec<ResolvedStatus> {
        self.inheritance.rows().map(|(status, row)| self.status(status, row)).collect()
    }

    fn status(&self, status: u16, row: &'d StatusTable) -> ResolvedStatus {
        let mut facts = sourced(&self.inheritance.tables_of_row(row));
        facts.texts[TextFact::Title].get_or_insert_with(|| {
            let title = reason(status).map_or_else(|| status.to_string(), str::to_owned);
            Sourced::fallback(self.everywhere(title))
        });
        let entry = row.effective_code();
        ResolvedStatus {
            status,
            entry: entry.and_then(|name| self.inheritance.number(&name.value)),
            headers: headers(&row.headers),
            facts,
            assumed_keys: assumed_keys(&row.facts, &["also", "code", "headers"]),
        }
    }

    fn entries(&self) -> Vec<ResolvedEntry> {
        self.inheritance.variants().iter().map(|variant| self.entry(variant)).collect()
    }

    fn catch(&self) -> Vec<CatchDef> {
        let caught = self.document.catch.iter().filter_map(|catch| {
            let entry = self.inheritance.number(&catch.entry.value)?;
            Some(CatchDef { of: catch.of.value, entry })
        });
        let mut caught: Vec<_> = caught.collect();
        caught.sort_unstable_by_key(|catch| catch.of);
        caught
    }

    fn entry(&self, variant: &VariantEntry<'d>) -> ResolvedEntry {
        let entry = variant.entry;
        let lineage = self.inheritance.lineage(entry);
        let status = self.inheritance.status(&lineage).unwrap_or_else(|| Sourced::fallback(500));
        let tables = self.inheritance.tables(&lineage, Some(status.value));
        let title = reason(status.value).unwrap_or(&variant.code.value);
        let mut facts = sourced(&tables);
        let says_message = says_message(&facts.texts);
        self.add_fallbacks(&mut facts.texts, title);
        // A rule reports those that have too many ancestors, or are their own.
        let is_sent_under = lineage.len() <= 1 + MOST_ANCESTORS;
        let number = |name: &str| self.inheritance.number(name);
        let (is_sent, aliases, is_retired) = match entry {
            Entry::Status(row) => (row.code.is_some(), Vec::new(), false),
            Entry::Code(code) => (true, values(&code.aliases), code.retired.is_some()),
        };
        let replaced_by = match entry {
            Entry::Status(_) => None,
            Entry::Code(code) => code.replaced_by.as_ref(),
        };
        let causes = match entry {
            Entry::Status(_) => Vec::new(),
            Entry::Code(code) => code.causes.iter().map(cause).collect(),
        };
        ResolvedEntry {
            name: variant.name.value.to_string(),
            code: variant.code.value.to_string(),
            is_sent,
            span: variant.name.span,
            variant: variant.variant.value.to_string(),
            status,
            parent: entry.parent().filter(|_| is_sent_under).and_then(number),
            aliases,
            set: self.set(&tables),
            causes,
            is_retired,
            replaced_by: replaced_by.and_then(|name| number(&name.value)),
            problem_type: self.problem_type(variant),
            parameters: self.parameters(&lineage, &facts.texts),
            facts,
            says_message,
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
        let based = || base.map(|base| format!("{}{}", base.value, variant.name.value));
        value(variant.entry.facts().problem_type.as_ref()).or_else(based)
    }

    /// What the tables put into slots, in the order of the slots.
    fn set(&self, tables: &[FactTable<'_>]) -> Vec<FixedSlotDef> {
        let slots = self.document.body.iter().flat_map(|body| &body.slots);
        slots
            .enumerate()
            .filter(|(_, slot)| slot.value.source == SlotSource::Caller)
            .filter_map(|(slot, def)| {
                let mut set = tables.iter().flat_map(|table| &table.facts.set);
                let set = set.find(|set| set.slot.value == def.value.name)?;
                Some(FixedSlotDef { slot, value: set.value.value.clone() })
            })
            .collect()
    }

    /// The parameters of an entry: the placeholders of its message, and what its own table declares. What
    /// an ancestor gives as an example is one of the message that it passes on.
    fn parameters(&self, lineage: &Lineage<'d>, texts: &Texts) -> Vec<ParameterDef> {
        let declared = |entry: Entry<'d>| match entry {
            Entry::Code(code) => &code.parameters[..],
            Entry::Status(_) => &[],
        };
        let message = texts[TextFact::Message].as_ref().and_then(|message| message.value.first());
        let placeholders = message.into_iter().flat_map(|text| template::placeholders(text));
        let own = declared(lineage[0].1).iter().map(|parameter| parameter.name.value.as_str());
        let mut parameters: Vec<ParameterDef> = Vec::new();
        for name in placeholders.chain(own) {
            if parameters.iter().any(|known| known.name == name) {
                continue;
            }
            let mut examples = lineage.iter().flat_map(|(_, entry)| declared(*entry));
            let example =
                examples.find_map(|p| p.example.as_ref().filter(|_| p.name.value == name));
            parameters.push(ParameterDef {
                name: name.to_owned(),
                parameter_type: self.types.get(name).map_or(SlotType::String, |known| known.value),
                example: value(example),
            });
        }
        parameters
    }

    /// The same text in every locale.
    fn everywhere(&self, text: String) -> LocalizedTexts {
        vec![text; self.document.header.locales.len()]
    }
}

type Texts = ByTextFact<Option<Sourced<LocalizedTexts>>>;

/// Whether a table says the message. A description or a title stands in for it where a body has to have
/// one, and not where the member may be left out.
fn says_message(texts: &Texts) -> bool {
    texts[TextFact::Message].is_some()
}

/// The first table's value of a fact.
fn inherited<'d, T>(
    tables: &[FactTable<'d>],
    key: &str,
    fact: impl Fn(&'d Facts) -> Option<T>,
) -> Option<Sourced<T>> {
    tables.iter().find_map(|table| {
        let value = fact(table.facts)?;
        Some(Sourced { value, origin: table.origin, assumed: table.facts.assumes(key) })
    })
}

/// The facts that the tables say.
fn sourced(tables: &[FactTable<'_>]) -> SourcedFacts {
    SourcedFacts { texts: texts(tables), words: words(tables), docs: docs(tables) }
}

fn texts(tables: &[FactTable<'_>]) -> Texts {
    ByTextFact::new(|fact| {
        // Only messages are templates.
        let text = if fact == TextFact::Message { versions } else { unescaped };
        Some(inherited(tables, fact.key(), |facts| facts.texts[fact].as_ref())?.map(text))
    })
}

fn words(tables: &[FactTable<'_>]) -> ByWordFact<Option<Sourced<Word>>> {
    ByWordFact::new(|fact| {
        inherited(tables, fact.key(), |facts| facts.words[fact].map(|word| word.value))
    })
}

fn docs(tables: &[FactTable<'_>]) -> Option<Sourced<String>> {
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
