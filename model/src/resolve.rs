//! Draft to catalog: what an entry leaves out is taken from its parent, then from its status's row.
//!
//! A draft with errors becomes a catalog too, as far as it goes: code that refers to the generated
//! types shall not be told that they are missing when the mistake is in the file.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::catalog::{Catalog, Code, Status, Texts};
use crate::draft::{self, Body, Draft, Facts, Text, Variant};
use crate::rules;
use crate::shape::{Node, Shape};
use crate::source::Spanned;
use crate::status::reason;
use crate::template::{self, Piece};
use crate::variant;

pub(crate) fn resolve(draft: Draft) -> Catalog {
    let resolver = Resolver::new(&draft);
    let statuses = resolver.statuses();
    let codes = resolver.codes();
    let title = draft.header.title.as_ref().map(unescaped);
    let placeholders: BTreeSet<_> = codes.iter().flat_map(|code| &code.placeholders).collect();
    let placeholders = placeholders.into_iter().cloned().collect();
    let Draft { header, body, .. } = draft;
    let locales = header.locales.into_iter().map(|locale| locale.value);
    Catalog {
        name: value(header.name).unwrap_or_default(),
        locales: locales.collect(),
        title,
        docs: value(header.docs),
        version: value(header.version),
        statuses,
        codes,
        placeholders,
        shape: body.map_or_else(Shape::default, shape),
    }
}

fn shape(body: Body) -> Shape {
    let headers = body.request_headers.into_iter();
    Shape {
        media_type: value(body.media_type).unwrap_or_else(|| {
            body.preset.map_or("application/json", |preset| preset.media_type).to_owned()
        }),
        request_headers: headers.map(|(name, value)| (name.value, value.value)).collect(),
        slots: body.slots.into_iter().map(|slot| slot.value).collect(),
        members: body.members,
        inner: body.inner.map_or(Node::Null, |inner| inner.value),
    }
}

fn value(fact: Option<Spanned<String>>) -> Option<String> {
    fact.map(|fact| fact.value)
}

/// An entry that becomes a code: a status row or a `[code]`.
#[derive(Clone, Copy)]
enum Entry<'d> {
    Row(&'d draft::Status),
    Code(&'d draft::Code),
}

impl<'d> Entry<'d> {
    fn facts(self) -> &'d Facts {
        match self {
            Self::Row(row) => &row.facts,
            Self::Code(code) => &code.facts,
        }
    }

    fn status(self) -> Option<u16> {
        match self {
            Self::Row(row) => Some(row.status.value),
            Self::Code(code) => Some(code.status?.value),
        }
    }

    fn parent(self) -> Option<&'d str> {
        match self {
            Self::Row(_) => None,
            Self::Code(code) => Some(&code.parent.as_ref()?.value),
        }
    }
}

struct Resolver<'d> {
    draft: &'d Draft,
    /// In the order of the catalog's codes.
    entries: Vec<(Variant<'d>, Entry<'d>)>,
    /// The number of each code in `entries`.
    numbers: HashMap<String, usize>,
    rows: HashMap<u16, &'d draft::Status>,
}

impl<'d> Resolver<'d> {
    fn new(draft: &'d Draft) -> Self {
        let rows = draft.statuses.iter().filter(|row| row.is_typed()).map(Entry::Row);
        let all = draft.variants().zip(rows.chain(draft.codes.iter().map(Entry::Code)));
        let mut numbers = HashMap::new();
        let mut names = HashSet::new();
        let mut entries = Vec::new();
        for (variant, entry) in all {
            let name = variant.name().value;
            let is_new = !numbers.contains_key(&variant.code.value) && !names.contains(&name);
            if is_new && variant::unfit(&name).is_none() {
                numbers.insert(variant.code.value.clone(), entries.len());
                names.insert(name);
                entries.push((variant, entry));
            }
        }
        let served = |row: &'d draft::Status| row.served().map(move |status| (status.value, row));
        let rows = draft.statuses.iter().flat_map(served).collect();
        Self { draft, entries, numbers, rows }
    }

    fn statuses(&self) -> Vec<Status> {
        let mut statuses: Vec<_> =
            self.rows.iter().map(|(status, row)| self.status(*status, row)).collect();
        statuses.sort_by_key(|status| status.status);
        statuses
    }

    fn status(&self, status: u16, row: &draft::Status) -> Status {
        let facts = &row.facts;
        let title = facts.title.as_ref().map(unescaped);
        Status {
            status,
            reason: reason(status),
            code: row.name().and_then(|code| self.numbers.get(&code.value).copied()),
            title: title.unwrap_or_else(|| {
                self.everywhere(reason(status).map_or_else(|| status.to_string(), str::to_owned))
            }),
            description: facts.description.as_ref().map(unescaped),
            action: facts.action.as_ref().map(unescaped),
            retry: facts.retry.map(|retry| retry.value),
            headers: values(&row.headers),
            docs: value(facts.docs.clone()),
            assumed: values(&facts.assumed),
        }
    }

    fn codes(&self) -> Vec<Code> {
        self.entries.iter().map(|(variant, entry)| self.code(variant, *entry)).collect()
    }

    fn code(&self, variant: &Variant<'_>, entry: Entry<'d>) -> Code {
        let lineage = self.lineage(entry);
        let status = lineage.iter().find_map(|entry| entry.status()).unwrap_or(500);
        let row = self.rows.get(&status).map(|row| &row.facts);
        let sources: Vec<_> = lineage.iter().map(|entry| entry.facts()).chain(row).collect();
        let text =
            |of: fn(&Facts) -> &Option<Text>| sources.iter().find_map(|facts| of(facts).as_ref());

        let title = text(|facts| &facts.title).map(unescaped);
        let title_or_less = || {
            title.clone().unwrap_or_else(|| {
                self.everywhere(reason(status).unwrap_or(&variant.code.value).to_owned())
            })
        };
        let message = text(|facts| &facts.message).map(versions);
        let description = text(|facts| &facts.description).map(unescaped);
        let filled =
            || message.as_ref().map(|texts| texts.iter().map(|text| ellipsed(text)).collect());
        let described = || {
            let texts = description.clone().unwrap_or_else(title_or_less);
            texts.iter().map(|text| template::escape(text)).collect()
        };
        let placeholders =
            message.iter().flatten().next().map_or_else(Vec::new, |text| placeholders(text));
        Code {
            code: variant.code.value.clone(),
            is_sent: match entry {
                Entry::Row(row) => row.code.is_some(),
                Entry::Code(_) => true,
            },
            span: variant.code.span,
            variant: variant.name().value,
            status,
            reason: reason(status),
            parent: entry.parent().and_then(|parent| self.numbers.get(parent).copied()),
            aliases: match entry {
                Entry::Row(_) => Vec::new(),
                Entry::Code(code) => values(&code.aliases),
            },
            retired: matches!(entry, Entry::Code(code) if code.retired),
            placeholders,
            title: title_or_less(),
            message: message.clone().unwrap_or_else(described),
            description: description.clone().or_else(filled).unwrap_or_else(title_or_less),
            action: text(|facts| &facts.action).map(unescaped),
            retry: sources.iter().find_map(|facts| facts.retry).map(|retry| retry.value),
            docs: value(sources.iter().find_map(|facts| facts.docs.clone())),
            type_uri: self.type_uri(variant),
            assumed: assumed(&lineage, &sources),
        }
    }

    /// A problem's type is its own: what names one problem names no other.
    fn type_uri(&self, variant: &Variant<'_>) -> Option<String> {
        let base = self.draft.body.as_ref().and_then(|body| body.type_base.as_ref());
        let based = || base.map(|base| format!("{}{}", base.value, variant.code.value));
        value(variant.facts.type_uri.clone()).or_else(based)
    }

    /// An entry and its ancestors, itself first.
    fn lineage(&self, entry: Entry<'d>) -> Vec<Entry<'d>> {
        let parent = |entry: &Entry<'d>| {
            entry.parent().and_then(|parent| self.numbers.get(parent)).map(|at| self.entries[*at].1)
        };
        std::iter::successors(Some(entry), parent).take(self.entries.len()).collect()
    }

    /// The same text in every locale.
    fn everywhere(&self, text: String) -> Texts {
        vec![text; self.draft.header.locales.len()]
    }
}

/// The keys that are assumed where their values come from: the entry itself, an ancestor, or the row.
fn assumed(lineage: &[Entry<'_>], sources: &[&Facts]) -> Vec<String> {
    let inherited = sources.iter().flat_map(|facts| facts.keys()).filter(|key| {
        let source = sources.iter().find(|facts| facts.keys().any(|known| known == *key));
        source.is_some_and(|facts| facts.assume(key))
    });
    let status = lineage.iter().find(|entry| entry.status().is_some());
    let status = status.filter(|entry| entry.facts().assume("status")).map(|_| "status");
    let own = ["code", "parent", "aliases", "retired"];
    let own = own.into_iter().filter(|key| lineage[0].facts().assume(key));
    let keys: BTreeSet<_> = inherited.chain(status).chain(own).collect();
    keys.into_iter().map(str::to_owned).collect()
}

/// A text in every locale; the default locale's stands in for one that is missing.
fn versions(text: &Text) -> Texts {
    let stand_in = text.present().next().map_or("", |version| version.value.as_str());
    let versions = text.versions.iter();
    versions
        .map(|version| version.as_ref().map_or(stand_in, |version| &version.value).to_owned())
        .collect()
}

fn unescaped(text: &Text) -> Texts {
    versions(text).iter().map(|text| template::unescape(text)).collect()
}

/// A message with an ellipsis for each placeholder.
fn ellipsed(message: &str) -> String {
    let pieces = template::pieces(message).unwrap_or_default();
    let text = |piece| match piece {
        Piece::Text(text) => template::unescape(text),
        Piece::Placeholder { .. } => "…".to_owned(),
    };
    pieces.into_iter().map(text).collect()
}

fn placeholders(message: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let is_usable = |name: &&str| template::is_name(name) && rules::unusable(name).is_none();
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
