//! The syntax tree of a catalog file: values with their spans, in document order. TOML and JSON become
//! the same tree.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};

/// The maximum nesting depth of values.
pub(crate) const DEEPEST: u32 = 64;

/// A value and its place.
pub(crate) struct SourceValue<'s> {
    pub(crate) kind: ValueKind<'s>,
    pub(crate) span: Span,
}

pub(crate) enum ValueKind<'s> {
    String(Cow<'s, str>),
    Integer(i64),
    /// Any other number, as written.
    Number(Cow<'s, str>),
    Boolean(bool),
    Datetime,
    Null,
    Array(Vec<SourceValue<'s>>),
    Table(Table<'s>),
    /// A value that the parser could not read, which it has reported.
    Broken,
}

impl ValueKind<'_> {
    /// What it is called in a message.
    pub(crate) fn description(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Integer(_) | Self::Number(_) => "a number",
            Self::Boolean(_) => "a boolean",
            Self::Datetime => "a date",
            Self::Null => "null",
            Self::Array(_) => "a list",
            Self::Table(_) => "a table",
            Self::Broken => "a broken value",
        }
    }
}

pub(crate) type Key<'s> = Spanned<Cow<'s, str>>;

pub(crate) struct KeyValue<'s> {
    pub(crate) key: Key<'s>,
    pub(crate) value: SourceValue<'s>,
}

/// How a table came to be, which decides what may still be added to it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum TableKind {
    /// By `[a]`, or the file itself.
    #[default]
    Header,
    /// By `[a.b]`, on the way to `b`.
    Implicit,
    /// By `a.b = …`, on the way to `b`.
    Dotted,
    /// By `{ … }`: complete as it stands.
    Inline,
    /// By `[[a]]`.
    Element,
}

/// Keys and values in document order.
#[derive(Default)]
pub(crate) struct Table<'s> {
    pub(crate) kind: TableKind,
    /// Something in it could not be read and has been reported, and which key it would be is not known:
    /// any that seems to be missing may be that.
    pub(crate) has_unread: bool,
    entries: Vec<KeyValue<'s>>,
    /// Where each key is, once there are too many to look through.
    index: Option<HashMap<Cow<'s, str>, usize>>,
}

impl<'s> Table<'s> {
    const FEW: usize = 16;

    pub(crate) fn new(kind: TableKind) -> Self {
        Self { kind, ..Self::default() }
    }

    pub(crate) fn entries(&self) -> &[KeyValue<'s>] {
        &self.entries
    }

    pub(crate) fn into_entries(self) -> Vec<KeyValue<'s>> {
        self.entries
    }

    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.entries.iter().position(|entry| entry.key.value == key),
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&KeyValue<'s>> {
        self.find(key).map(|at| &self.entries[at])
    }

    /// Closes the table and the tables that dotted keys made in it: no key may be added any more.
    pub(crate) fn close(&mut self) {
        self.kind = TableKind::Inline;
        for entry in &mut self.entries {
            match &mut entry.value.kind {
                ValueKind::Table(table) if table.kind == TableKind::Dotted => table.close(),
                _ => {}
            }
        }
    }

    pub(crate) fn at_mut(&mut self, at: usize) -> &mut KeyValue<'s> {
        &mut self.entries[at]
    }

    /// Adds a key that is not there yet, and says where it is now.
    pub(crate) fn push(&mut self, key: Key<'s>, node: SourceValue<'s>) -> usize {
        let at = self.entries.len();
        if at == Self::FEW {
            let keys = self.entries.iter().map(|entry| entry.key.value.clone());
            self.index = Some(keys.zip(0..).collect());
        }
        if let Some(index) = &mut self.index {
            index.insert(key.value.clone(), at);
        }
        self.entries.push(KeyValue { key, value: node });
        at
    }
}

/// A key that is there already.
pub(crate) fn duplicate_key(key: &Key<'_>, first: Span) -> Diagnostic {
    Diagnostic::error(key.span, format!("`{}` is defined twice", key.value))
        .label("again here")
        .other(first, "first defined here")
        .help("keep one of the two, or rename the other")
}
