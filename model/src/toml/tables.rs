//! Which table a key lands in, and that none is defined twice.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::{Key, SourceValue, Table, TableKind, ValueKind, duplicate_key};

/// A dotted key: the tables on the way, and the key in the last of them.
pub(super) struct Path<'s> {
    way: Vec<Key<'s>>,
    last: Key<'s>,
}

impl<'s> Path<'s> {
    pub(super) fn new(first: Key<'s>) -> Self {
        Self { way: Vec::new(), last: first }
    }

    pub(super) fn push(&mut self, key: Key<'s>) {
        self.way.push(std::mem::replace(&mut self.last, key));
    }

    /// Whether each key but the last is written.
    pub(super) fn leads_somewhere(&self) -> bool {
        let is_written = |key: &Key<'_>| key.span.start < key.span.end;
        self.way.iter().all(is_written) && (!self.way.is_empty() || is_written(&self.last))
    }

    /// Whether each of its keys is written, be it as `""`; the parser makes one up where none is.
    pub(super) fn is_complete(&self) -> bool {
        self.way.iter().chain([&self.last]).all(|key| key.span.start < key.span.end)
    }
}

/// The table that entry numbers lead to; a list of tables stands for its last one.
pub(super) fn descend<'t, 's>(root: &'t mut Table<'s>, path: &[usize]) -> &'t mut Table<'s> {
    path.iter().fold(root, |table, at| {
        open(&mut table.at_mut(*at).value.kind).expect("only tables are stepped into")
    })
}

/// The table that a value is, or the last one of a `[[list]]`.
fn open<'t, 's>(value: &'t mut ValueKind<'s>) -> Option<&'t mut Table<'s>> {
    match value {
        ValueKind::Table(table) => Some(table),
        ValueKind::Array(items) => match items.last_mut() {
            Some(SourceValue { kind: ValueKind::Table(table), .. })
                if table.kind == TableKind::Element =>
            {
                Some(table)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a value was written as `[[list]]`.
fn is_element(node: &SourceValue<'_>) -> bool {
    matches!(&node.kind, ValueKind::Table(table) if table.kind == TableKind::Element)
}

/// Makes room for a header's table and says where it is.
pub(super) fn open_table<'s>(
    root: &mut Table<'s>,
    path: Path<'s>,
    place: Span,
    of_list: bool,
) -> Result<Vec<usize>, Diagnostic> {
    let mut way = Vec::new();
    let mut table = root;
    for key in path.way {
        let at = step(table, &key, TableKind::Implicit);
        let first = table.at_mut(at).key.span;
        way.push(at);
        table = match open(&mut table.at_mut(at).value.kind) {
            Some(inner) if inner.kind != TableKind::Inline => inner,
            _ => return Err(duplicate_key(&key, first)),
        };
    }
    let kind = if of_list { TableKind::Element } else { TableKind::Header };
    let element = SourceValue { kind: ValueKind::Table(Table::new(kind)), span: place };
    let Some(at) = table.find(&path.last.value) else {
        let list = |element| SourceValue { kind: ValueKind::Array(vec![element]), span: place };
        let node = if of_list { list(element) } else { element };
        way.push(table.push(path.last, node));
        return Ok(way);
    };
    way.push(at);
    let entry = table.at_mut(at);
    match &mut entry.value.kind {
        ValueKind::Table(table) if table.kind == TableKind::Implicit && !of_list => {
            table.kind = TableKind::Header;
            entry.value.span = place;
            entry.key = path.last;
            Ok(way)
        }
        ValueKind::Array(items) if of_list && items.last().is_some_and(is_element) => {
            items.push(element);
            Ok(way)
        }
        _ => Err(duplicate_key(&path.last, entry.key.span)),
    }
}

/// Adds a value under a dotted key.
pub(super) fn insert<'s>(
    table: &mut Table<'s>,
    path: Path<'s>,
    value: SourceValue<'s>,
) -> Result<(), Diagnostic> {
    let Path { mut way, mut last } = path;
    let mut value = value;
    let mut table = table;
    let is_half = last.span.start == last.span.end;
    if is_half && let Some(key) = way.pop() {
        // `retry. = "never"`: what `retry` would be is not known.
        (last, value.kind) = (key, ValueKind::Broken);
    }
    for key in way {
        let at = step(table, &key, TableKind::Dotted);
        let first = table.at_mut(at).key.span;
        table = match &mut table.at_mut(at).value.kind {
            ValueKind::Table(inner)
                if matches!(inner.kind, TableKind::Dotted | TableKind::Implicit) =>
            {
                // It is defined now, so that no header may do so again.
                inner.kind = TableKind::Dotted;
                inner
            }
            _ => return Err(duplicate_key(&key, first)),
        };
    }
    if let Some(at) = table.find(&last.value) {
        let first = table.at_mut(at);
        return match &mut first.value.kind {
            ValueKind::Table(table) if is_half => {
                table.has_unread = true;
                Ok(())
            }
            _ => Err(duplicate_key(&last, first.key.span)),
        };
    }
    table.push(last, value);
    Ok(())
}

/// Where a key on the way is; a new table, if it is not there.
fn step<'s>(table: &mut Table<'s>, key: &Key<'s>, kind: TableKind) -> usize {
    table.find(&key.value).unwrap_or_else(|| {
        let node = SourceValue { kind: ValueKind::Table(Table::new(kind)), span: key.span };
        table.push(key.clone(), node)
    })
}
