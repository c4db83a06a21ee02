//! A catalog as plain data, and a compiled catalog as plain data again: what the tables hold, listed.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::catch::{Catch, CatchDef};
use crate::entry::{Entry, Parameter};
use crate::fact::{FactKey, LocalizedTexts, TextFacts, Words};
use crate::fixed_slot::FixedSlotDef;
use crate::header::Header;
use crate::node::{Key, Node};
use crate::pieces::Pieces;
use crate::possible_cause::PossibleCause;
use crate::row::FactRow;
use crate::shape::{HeaderDef, KeyDef, MemberDef, NodeDef, PieceDef, ShapeDef};
use crate::slot::{SlotDef, SlotType};
use crate::status_row::StatusRow;
use crate::text::TextId;

/// A catalog as plain data: everything inherited, every reference an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogDef {
    /// The short name.
    pub name: String,
    /// The locales, BCP 47 tags. The first is the default; every text has one version for each.
    pub locales: Vec<String>,
    /// What the API is called.
    pub title: Option<LocalizedTexts>,
    /// Where the API documents its errors.
    pub docs: Option<String>,
    /// The version of the API.
    pub version: Option<String>,
    /// The status table, a row for each status, in ascending order.
    pub statuses: Vec<StatusDef>,
    /// The entries.
    pub entries: Vec<EntryDef>,
    /// The entries that stand for what a framework answers itself, in the order of what they stand for.
    pub catch: Vec<CatchDef>,
    /// The body.
    pub shape: ShapeDef,
}

/// A row of the status table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusDef {
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The entry whose code travels with the status, by its index in [`CatalogDef::entries`].
    pub entry: Option<usize>,
    /// The texts; a row has a title.
    pub texts: TextFacts,
    /// The words.
    pub words: Words,
    /// The headers that come with the status. One with a value takes the place of that of the same name in
    /// [`ShapeDef::headers`].
    pub headers: Vec<HeaderDef>,
    /// A link.
    pub docs: Option<String>,
    /// The facts that the documentation of the API does not give, sorted.
    pub assumed: Vec<FactKey>,
}

/// An entry: its name, its code and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryDef {
    /// The name, which no other entry has.
    pub name: String,
    /// The code as it travels, which several entries may have; where [`is_sent`](Self::is_sent) is
    /// false, the status in digits.
    pub code: String,
    /// Whether the code stands in bodies.
    pub is_sent: bool,
    /// The variant that the entry becomes.
    pub variant: String,
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The more general entry that this one is sent under, by its index in [`CatalogDef::entries`].
    pub parent: Option<usize>,
    /// Other spellings that are read as the code.
    pub aliases: Vec<String>,
    /// The values that it puts into slots itself, in the order of the slots.
    pub set: Vec<FixedSlotDef>,
    /// What may be behind the error.
    pub causes: Vec<PossibleCauseDef>,
    /// Whether the code is retired.
    pub is_retired: bool,
    /// The texts; an entry has a title, a message, which is a template, and a description.
    pub texts: TextFacts,
    /// Whether the catalog gives the message, so that no other text stands in for it.
    pub says_message: bool,
    /// The words.
    pub words: Words,
    /// A link.
    pub docs: Option<String>,
    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` is `about:blank`.
    pub problem_type: Option<String>,
    /// The parameters: those of the message in the order of its first locale, then those that stand in no
    /// message. One of the message that is not here has the type of the slot of its name, else it is a
    /// string.
    pub parameters: Vec<ParameterDef>,
    /// The facts that the documentation of the API does not give, sorted.
    pub assumed: Vec<FactKey>,
}

/// Something that may be behind an error, and what to do if it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PossibleCauseDef {
    /// When it is.
    pub when: LocalizedTexts,
    /// What to do then.
    pub action: LocalizedTexts,
}

/// A parameter of an entry: a value that the error has, in its message or beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ParameterDef {
    /// The name.
    pub name: String,
    /// The type. It is the same in all entries of a catalog that have the parameter, and that of the slot
    /// of the same name where there is one; the first counts.
    pub parameter_type: SlotType,
    /// A value as one may be, in JSON.
    pub example: Option<String>,
}

impl EntryDef {
    /// An entry that is sent, with a code that is its name too, a variant and a status, and nothing else.
    /// It counts as one with a message.
    pub fn new(code: impl Into<String>, variant: impl Into<String>, status: u16) -> Self {
        let (code, variant) = (code.into(), variant.into());
        let name = code.clone();
        Self { name, code, variant, status, is_sent: true, says_message: true, ..Self::default() }
    }
}

impl CatalogDef {
    /// Lists a compiled catalog: encoding the list gives the catalog again.
    pub fn read(catalog: &Catalog<'_>) -> Self {
        Self {
            name: catalog.name().into(),
            locales: catalog.locales().map(String::from).collect(),
            title: localized(catalog, catalog.title_texts()),
            docs: catalog.docs().map(String::from),
            version: catalog.version().map(String::from),
            statuses: catalog.statuses().map(status).collect(),
            entries: catalog.codes().map(entry).collect(),
            catch: catalog.catches().map(catch).collect(),
            shape: shape(catalog),
        }
    }

    /// The parent of an entry, the parent of that one, and so on.
    pub(crate) fn ancestors(&self, entry: &EntryDef) -> impl Iterator<Item = &EntryDef> {
        let parent = |entry: &EntryDef| self.entries.get(entry.parent?);
        core::iter::successors(parent(entry), move |entry| parent(entry))
    }
}

fn status(row: StatusRow<'_>) -> StatusDef {
    StatusDef {
        status: row.status(),
        entry: row.code().map(|entry| entry.number().into()),
        texts: texts(row.catalog(), row.facts()),
        words: words(row.facts()),
        headers: row.header_rows().map(header).collect(),
        docs: row.docs().map(String::from),
        assumed: assumed(row.facts()),
    }
}

fn entry(entry: Entry<'_>) -> EntryDef {
    EntryDef {
        name: entry.name().into(),
        code: entry.as_str().into(),
        is_sent: entry.is_sent(),
        variant: entry.variant().into(),
        status: entry.status(),
        parent: entry.parent().map(|parent| parent.number().into()),
        set: entry
            .fixed_slots()
            .iter()
            .map(|(slot, value)| FixedSlotDef { slot: slot.into(), value: value.into() })
            .collect(),
        aliases: entry.aliases().map(String::from).collect(),
        causes: entry.causes().map(cause).collect(),
        is_retired: entry.is_retired(),
        texts: texts(entry.catalog(), entry.facts()),
        says_message: entry.says_message(),
        words: words(entry.facts()),
        docs: entry.docs().map(String::from),
        problem_type: entry.problem_type().map(String::from),
        parameters: entry.parameters().map(parameter).collect(),
        assumed: assumed(entry.facts()),
    }
}

fn catch((of, entry): (Catch, Entry<'_>)) -> CatchDef {
    CatchDef { of, entry: entry.number().into() }
}

fn cause(cause: PossibleCause<'_>) -> PossibleCauseDef {
    let texts = |id| localized(cause.catalog(), id).unwrap_or_default();
    PossibleCauseDef { when: texts(cause.when_text()), action: texts(cause.action_text()) }
}

fn parameter(parameter: Parameter<'_>) -> ParameterDef {
    let Parameter { name, parameter_type, example } = parameter;
    ParameterDef { name: name.into(), parameter_type, example: example.map(String::from) }
}

fn texts(catalog: &Catalog<'_>, facts: FactRow<'_>) -> TextFacts {
    TextFacts::new(|fact| localized(catalog, facts.text(fact)))
}

fn localized(catalog: &Catalog<'_>, first: TextId) -> Option<LocalizedTexts> {
    let texts = (first..).take(catalog.locale_count().into());
    (first != 0).then(|| texts.map(|id| catalog.texts.get(id).into()).collect())
}

fn words(facts: FactRow<'_>) -> Words {
    Words::new(|fact| facts.word(fact))
}

fn assumed(facts: FactRow<'_>) -> Vec<FactKey> {
    facts.assumed().iter().collect()
}

fn shape(catalog: &Catalog<'_>) -> ShapeDef {
    let owned = |(name, value): (&str, &str)| (name.into(), value.into());
    ShapeDef {
        media_type: catalog.media_type().into(),
        request_headers: catalog.request_headers().map(owned).collect(),
        headers: catalog.header_rows(0, catalog.header_count).map(header).collect(),
        slots: catalog.slots().map(|slot| SlotDef::from(&slot)).collect(),
        members: node(catalog, catalog.root(true)),
        inner: node(catalog, catalog.root(false)),
    }
}

fn node(catalog: &Catalog<'_>, shape_node: Node) -> NodeDef {
    match shape_node {
        Node::Object(members) => NodeDef::Object(
            catalog
                .members(members)
                .map(|member| MemberDef {
                    key: key(catalog, member.key()),
                    node: node(catalog, member.node()),
                    optional: member.is_optional(),
                })
                .collect(),
        ),
        Node::List(items) => {
            NodeDef::List(catalog.items(items).map(|item| node(catalog, item.node)).collect())
        }
        Node::String(text) => NodeDef::String(catalog.texts.get(text).into()),
        Node::Number(number) => NodeDef::Number(catalog.texts.get(number).into()),
        Node::Boolean(value) => NodeDef::Boolean(value),
        Node::Null => NodeDef::Null,
        Node::Slot(slot) => NodeDef::Slot(slot.into()),
        Node::Text(text) => NodeDef::Text(pieces(catalog.pieces_of(text))),
        Node::Inner => NodeDef::Inner,
    }
}

fn key(catalog: &Catalog<'_>, key: Key) -> KeyDef {
    match key {
        Key::Names(first, count) => {
            let names = (first..).take(count.into());
            KeyDef::Names(names.map(|id| catalog.texts.get(id).into()).collect())
        }
        Key::Slot(slot) => KeyDef::Slot(slot.into()),
        Key::Path(slot) => KeyDef::Path(slot.into()),
    }
}

fn header(header: Header<'_>) -> HeaderDef {
    HeaderDef {
        name: header.name().into(),
        pieces: pieces(header.pieces()),
        is_optional: header.is_optional(),
    }
}

fn pieces(compiled: Pieces<'_>) -> Vec<PieceDef> {
    let mut pieces = Vec::new();
    let mut optional = None;
    for piece in compiled.iter() {
        if piece.opens {
            optional = Some(Vec::new());
        }
        let into = optional.as_mut().unwrap_or(&mut pieces);
        match (into.last_mut(), piece.text) {
            (_, "") => {}
            // A long text is several pieces.
            (Some(PieceDef::Fixed(before)), text) => before.push_str(text),
            (_, text) => into.push(PieceDef::Fixed(text.into())),
        }
        into.extend(piece.number.map(|slot| PieceDef::Slot(slot.into())));
        if piece.closes {
            pieces.extend(optional.take().map(PieceDef::Optional));
        }
    }
    pieces
}
