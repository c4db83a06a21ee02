//! A compiled catalog as plain data again: what the tables hold, listed.

use alloc::string::String;
use alloc::vec::Vec;

use crate::builder::{CatalogDef, EntryDef, StatusDef};
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::fact::{FactKey, LocalizedTexts, TextFacts, Words};
use crate::row::FactRow;
use crate::shape::{MemberDef, Node, NodeDef, PieceDef, ShapeDef};
use crate::slot::SlotDef;
use crate::status_row::StatusRow;
use crate::text::TextId;

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
            shape: shape(catalog),
        }
    }
}

fn status(row: StatusRow<'_>) -> StatusDef {
    StatusDef {
        status: row.status(),
        entry: row.code().map(|entry| entry.number().into()),
        texts: texts(row.catalog(), row.facts()),
        words: words(row.facts()),
        headers: row.headers().map(String::from).collect(),
        docs: row.docs().map(String::from),
        assumed: assumed(row.facts()),
    }
}

fn entry(entry: Entry<'_>) -> EntryDef {
    EntryDef {
        code: entry.as_str().into(),
        is_sent: entry.is_sent(),
        variant: entry.variant().into(),
        status: entry.status(),
        parent: entry.parent().map(|parent| parent.number().into()),
        aliases: entry.aliases().map(String::from).collect(),
        is_retired: entry.is_retired(),
        texts: texts(entry.catalog(), entry.facts()),
        words: words(entry.facts()),
        docs: entry.docs().map(String::from),
        problem_type: entry.problem_type().map(String::from),
        assumed: assumed(entry.facts()),
    }
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
                    key: catalog.texts.get(member.key()).into(),
                    node: node(catalog, member.node()),
                    optional: member.is_optional(),
                })
                .collect(),
        ),
        Node::List(items) => {
            NodeDef::List(catalog.items(items).map(|item| node(catalog, item)).collect())
        }
        Node::String(text) => NodeDef::String(catalog.texts.get(text).into()),
        Node::Number(number) => NodeDef::Number(catalog.texts.get(number).into()),
        Node::Boolean(value) => NodeDef::Boolean(value),
        Node::Null => NodeDef::Null,
        Node::Slot(slot) => NodeDef::Slot(slot.into()),
        Node::Text(pieces) => {
            let mut parts = Vec::new();
            for piece in catalog.pieces_of(pieces).iter() {
                match (parts.last_mut(), piece.text) {
                    (_, "") => {}
                    // A long text is several pieces.
                    (Some(PieceDef::Fixed(before)), text) => before.push_str(text),
                    (_, text) => parts.push(PieceDef::Fixed(text.into())),
                }
                parts.extend(piece.number.map(|slot| PieceDef::Slot(slot.into())));
            }
            NodeDef::Text(parts)
        }
        Node::Inner => NodeDef::Inner,
    }
}
