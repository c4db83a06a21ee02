//! `[body.members]` and `[body.inner]`

use api_error_catalog_core::json::is_number;
use api_error_catalog_core::shape::{KeyDef, MemberDef, NodeDef, PieceDef};
use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotSource, SlotType};

use super::key::{self, Key};
use super::string::{self, lone_bracket};
use super::values::DocumentReader;
use crate::control::{self, Allowed};
use crate::diagnostic::Diagnostic;
use crate::document::{HeaderTable, ShapeString};
use crate::finding::Subject;
use crate::literal;
use crate::preset::Preset;
use crate::source::{Span, Spanned};
use crate::suggestion;
use crate::tree::{KeyValue, SourceValue, Table, ValueKind};

/// Reads JSON with slots in it.
pub(super) struct ShapeReader<'r, 'a> {
    reader: &'r mut DocumentReader<'a>,
    read: ReadShape,
    /// The key of the member that is being read.
    key: String,
    /// How many pieces could not be read.
    lost: usize,
}

/// What there is of a shape besides its nodes.
pub(super) struct ReadShape {
    /// All slots, those of the shape behind the declared ones.
    pub(super) slots: Vec<Spanned<SlotDef>>,
    /// Its strings, those of headers excepted.
    pub(super) strings: Vec<ShapeString>,
    /// The pieces that could not be read.
    pub(super) lost: Vec<Span>,
    /// The first `{inner}`.
    pub(super) inner: Option<Span>,
}

impl<'r, 'a> ShapeReader<'r, 'a> {
    /// A reader that knows the declared slots.
    pub(super) fn new(reader: &'r mut DocumentReader<'a>, slots: Vec<Spanned<SlotDef>>) -> Self {
        let read = ReadShape { slots, strings: Vec::new(), lost: Vec::new(), inner: None };
        Self { reader, read, key: String::new(), lost: 0 }
    }

    pub(super) fn finish(self) -> ReadShape {
        self.read
    }

    /// Notes that slots may be in a piece that could not be read, which has been reported.
    fn lose(&mut self, place: Span) {
        self.lost += 1;
        self.read.lost.push(place);
        self.reader.diagnostics.unread(Subject::Slots);
    }

    /// The same of a piece of which nobody knows where it ends.
    fn lose_rest(&mut self) {
        self.lost += 1;
        self.reader.diagnostics.unread(Subject::LostPieces);
        self.reader.diagnostics.unread(Subject::Slots);
    }

    /// The outermost piece: an object, or a list of them.
    pub(super) fn object(&mut self, node: &SourceValue<'_>) -> NodeDef {
        if !matches!(node.kind, ValueKind::Table(_) | ValueKind::Array(_)) {
            let help = "write each member of the body: `code = \"{code}\"`";
            self.reader.wrong_type(node, "a table of members", help);
            self.lose(node.span);
            return NodeDef::Null;
        }
        self.node(node).0
    }

    /// The members of a shape that is named.
    pub(super) fn preset(&mut self, preset: Spanned<&'static Preset>) -> Vec<MemberDef> {
        let members = preset.value.members.iter().map(|member| MemberDef {
            key: member.key.into(),
            node: match self.slot(member.slot, preset.span) {
                Part::Slot(slot) => NodeDef::Slot(slot),
                _ => NodeDef::Null,
            },
            optional: member.optional,
        });
        members.collect()
    }

    /// The value of a header. Whether it is left out is not said: without its slots, it always is.
    pub(super) fn header(&mut self, header: &mut HeaderTable) {
        let Some(value) = &header.value else { return };
        let inner = self.read.inner;
        let mut parts =
            self.parts(&value.value, value.span, &mut header.is_optional).unwrap_or_default();
        self.read.inner = inner;
        parts.retain(|part| match part {
            Part::Inner(place) | Part::Null(place) => {
                self.reader.diagnostics.add(
                    Diagnostic::error(*place, "a header is text, and this is none")
                        .help("`{inner}` and `{null}` stand in bodies only"),
                );
                false
            }
            _ => true,
        });
        header.pieces = self.pieces(parts);
    }

    /// A piece, and whether its member is left out when a slot in it has no value.
    fn node(&mut self, node: &SourceValue<'_>) -> (NodeDef, bool) {
        let piece = match &node.kind {
            ValueKind::String(template) => return self.template(template, node.span),
            ValueKind::Integer(number) => NodeDef::Number(number.to_string()),
            ValueKind::Number(number) => self.number(number, node.span),
            ValueKind::Boolean(value) => NodeDef::Boolean(*value),
            ValueKind::Null => NodeDef::Null,
            ValueKind::Broken => {
                self.lose_rest();
                NodeDef::Null
            }
            ValueKind::Datetime => {
                let written = self.reader.sources.text(node.span);
                self.reader.diagnostics.add(
                    Diagnostic::error(node.span, "JSON has no dates")
                        .help(format!("put it in quotes: `\"{written}\"`")),
                );
                NodeDef::Null
            }
            ValueKind::Array(items) => NodeDef::List(self.items(items)),
            ValueKind::Table(table) => NodeDef::Object(self.members(table)),
        };
        (piece, false)
    }

    /// The items of a list. Elements are told apart by their fixed members, not by their place.
    fn items(&mut self, nodes: &[SourceValue<'_>]) -> Vec<NodeDef> {
        let mut items: Vec<NodeDef> = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let item = self.node(node).0;
            // Nothing is known of one that could not be read.
            if matches!(node.kind, ValueKind::Broken) {
                continue;
            }
            if let Some(first) = items.iter().position(|first| looks_alike(first, &item)) {
                self.reader.diagnostics.add(
                    Diagnostic::error(node.span, "nothing tells the elements of these two items apart")
                        .label("this one is never read")
                        .other(nodes[first].span, "this one reads them")
                        .help(format!(
                            "an item stands for any number of elements; leave item {} out, or give each a fixed member, such as `type = \"…\"`",
                            at + 1
                        )),
                );
            }
            items.push(item);
        }
        items
    }

    fn members(&mut self, table: &Table<'_>) -> Vec<MemberDef> {
        if table.has_unread {
            self.lose_rest();
        }
        let mut members: Vec<MemberDef> = Vec::new();
        for entry in table.entries() {
            let Some(member) = self.member(entry) else { continue };
            match &member.key {
                KeyDef::Names(names) => {
                    let is_there = |name: &&String| {
                        members.iter().any(|known| matches!(&known.key, KeyDef::Names(known) if known.contains(name)))
                    };
                    if let Some(name) = names.iter().find(is_there) {
                        let diagnostic = Diagnostic::error(
                            entry.key.span,
                            format!("this object has the member `{name}` already"),
                        );
                        let help =
                            "leave one of the two out; a `?` at a key is no part of its name";
                        self.reader.diagnostics.add(diagnostic.help(help));
                        self.lose(entry.value.span);
                    }
                }
                KeyDef::Slot(_) | KeyDef::Path(_) => {
                    if members.iter().any(|known| known.key.slot().is_some()) {
                        self.reader.diagnostics.add(
                            Diagnostic::error(
                                entry.key.span,
                                "this object has a member of any name already",
                            )
                            .help("leave one of the two out"),
                        );
                        self.lose(entry.value.span);
                        continue;
                    }
                }
            }
            members.push(member);
        }
        members
    }

    /// A member; `None` where its key cannot be read. An object or a list says at its key that it may be
    /// left out, a string at its slot or at its key.
    fn member(&mut self, entry: &KeyValue<'_>) -> Option<MemberDef> {
        let lost = self.lost;
        let key = entry.key.value.as_ref();
        let around = std::mem::replace(&mut self.key, key.to_owned());
        let (node, optional) = self.node(&entry.value);
        self.key = around;
        let is_whole = self.lost == lost;
        self.no_control("key", key, entry.key.span, Allowed::Nothing);
        let Key { key, is_optional } = match key::parse(key) {
            Ok(key) => key,
            Err(mistake) => {
                let error = Diagnostic::error(entry.key.span, mistake.message).help(mistake.help);
                self.reader.diagnostics.add(error);
                self.lose(entry.value.span);
                return None;
            }
        };
        let key = match key {
            key::Name::Fixed(names) => KeyDef::Names(names),
            key::Name::Slot(slot) => {
                KeyDef::Slot(self.key_slot(&slot, is_whole.then_some(&node), entry)?)
            }
            key::Name::Path(slot) => {
                KeyDef::Path(self.key_slot(&slot, is_whole.then_some(&node), entry)?)
            }
        };
        Some(MemberDef { key, node, optional: optional || is_optional })
    }

    /// The slot of a member of any name, which stands for errors. The node is there where it was read as a
    /// whole.
    fn key_slot(
        &mut self,
        name: &str,
        node: Option<&NodeDef>,
        entry: &KeyValue<'_>,
    ) -> Option<usize> {
        let Part::Slot(slot) = self.slot(name, entry.key.span) else { return None };
        let Some(node) = node else { return Some(slot) };
        let fills = |slot: usize| self.read.slots[slot].value.source.is_of_entry();
        let is_of_errors = node.walk().any(|node| match node {
            NodeDef::Slot(slot) => fills(*slot),
            NodeDef::Text(pieces) => pieces.iter().flat_map(PieceDef::slots).any(fills),
            _ => false,
        });
        let nests = node.walk().any(|node| matches!(node, NodeDef::Object(members) if members.iter().any(|member| member.key.slot().is_some())));
        let mistake = if nests {
            Some((
                "a member of any name has another one in it",
                "write the names as one path: `\"{field...}\"`",
            ))
        } else if !is_of_errors && !fills(slot) {
            Some((
                "a member of any name stands for an error, and there is no code or message in it",
                "add `{code}` or `{message}`; an object of the caller’s own is a slot of the type `object`",
            ))
        } else {
            None
        };
        match mistake {
            None => Some(slot),
            Some((message, help)) => {
                let diagnostic = Diagnostic::error(entry.key.span, message);
                self.reader.diagnostics.add(diagnostic.help(help));
                self.lose(entry.key.span);
                None
            }
        }
    }

    fn no_control(&mut self, what: &str, text: &str, span: Span, allowed: Allowed) {
        let sources = self.reader.sources;
        if let Some(diagnostic) = control::diagnostic(what, text, span, sources, allowed) {
            self.reader.diagnostics.add(diagnostic);
        }
    }

    fn number(&mut self, written: &str, span: Span) -> NodeDef {
        let mistake = if !is_number(written) {
            Some(format!("JSON has no number `{written}`"))
        } else if written.parse::<f64>().is_ok_and(f64::is_infinite) {
            Some(format!("parsers of JSON refuse `{written}`, which is no 64-bit number"))
        } else {
            None
        };
        if let Some(message) = mistake {
            self.reader.diagnostics.add(
                Diagnostic::error(span, message)
                    .help("put it in quotes, or write a decimal number"),
            );
        }
        NodeDef::Number(written.to_owned())
    }

    fn template(&mut self, template: &str, literal: Span) -> (NodeDef, bool) {
        self.no_control("string", template, literal, Allowed::LineBreaks);
        let written = Spanned { value: template.to_owned(), span: literal };
        self.read.strings.push(ShapeString { key: self.key.clone(), written });
        let mut optional = false;
        let Some(mut parts) = self.parts(template, literal, &mut optional) else {
            return (NodeDef::Null, false);
        };
        let node = match parts.as_mut_slice() {
            [] => NodeDef::String(String::new()),
            [Part::Fixed(text)] => NodeDef::String(std::mem::take(text)),
            [Part::Slot(slot)] => NodeDef::Slot(*slot),
            [Part::Inner(_)] => NodeDef::Inner,
            [Part::Null(_) | Part::Broken] => NodeDef::Null,
            _ => NodeDef::Text(self.pieces(parts)),
        };
        (node, optional)
    }

    /// The parts of a string with slots in it; `None` where it cannot be read, which is reported.
    fn parts(&mut self, template: &str, literal: Span, optional: &mut bool) -> Option<Vec<Part>> {
        let sources = self.reader.sources;
        let pieces = match string::parse(template) {
            Ok(pieces) => pieces,
            Err(lone) => {
                let place = literal::place(sources, literal, lone.at..lone.at + 1);
                self.reader.diagnostics.add(lone_bracket(lone, place));
                self.lose(literal);
                return None;
            }
        };
        let mut part = |piece: string::Piece<'_>, this: &mut Self| match piece {
            string::Piece::Text(text) => Part::Fixed(text),
            string::Piece::Slot { name, range } => {
                let place = literal::place(sources, literal, range);
                let (name, left_out) = match name.strip_suffix('?') {
                    Some(name) => (name, true),
                    None => (name, false),
                };
                *optional |= left_out;
                this.slot(name, place)
            }
            string::Piece::Optional(_) => Part::Broken,
        };
        let mut parts = Vec::new();
        for piece in pieces {
            parts.push(match piece {
                string::Piece::Optional(inside) => {
                    Part::Optional(inside.into_iter().map(|piece| part(piece, self)).collect())
                }
                piece => part(piece, self),
            });
        }
        Some(parts)
    }

    fn pieces(&mut self, parts: Vec<Part>) -> Vec<PieceDef> {
        let pieces = parts.into_iter().filter_map(|part| match part {
            Part::Fixed(text) => Some(PieceDef::Fixed(text)),
            Part::Slot(slot) => Some(PieceDef::Slot(slot)),
            Part::Optional(parts) => Some(PieceDef::Optional(self.pieces(parts))),
            Part::Inner(place) | Part::Null(place) => {
                self.reader.diagnostics.add(
                    Diagnostic::error(place, "this is no text, and there is text around it")
                        .help("`{inner}` and `{null}` stand alone in their quotes"),
                );
                self.lose(place);
                None
            }
            Part::Broken => None,
        });
        pieces.collect()
    }

    fn slot(&mut self, name: &str, place: Span) -> Part {
        match name {
            "inner" => {
                self.read.inner.get_or_insert(place);
                return Part::Inner(place);
            }
            "null" => return Part::Null(place),
            _ => {}
        }
        let slot = self.slot_number(name, place);
        if slot.is_none() {
            self.lose(place);
        }
        slot.map_or(Part::Broken, Part::Slot)
    }

    fn slot_number(&mut self, written: &str, place: Span) -> Option<usize> {
        let (name, level) = self.reader.level(written, place)?;
        let is_same = |slot: &SlotDef, level| slot.name == name && slot.level == level;
        let known = |level| self.read.slots.iter().position(|slot| is_same(&slot.value, level));
        if let Some(number) = known(level) {
            return Some(number);
        }
        // What is declared of a slot without a level holds at each.
        if let Some(declared) = known(0) {
            let slot = SlotDef { level, ..self.read.slots[declared].value.clone() };
            self.read.slots.push(Spanned { value: slot, span: place });
            return Some(self.read.slots.len() - 1);
        }
        if !self.reader.slot_name(name, place) {
            return None;
        }
        let slot = match KnownSlot::find(name) {
            Some(known) => SlotDef { level, ..SlotDef::from(known) },
            None if self.reader.is_parameter(name) => {
                SlotDef::of_caller(name, self.reader.parameter_type(name))
            }
            None => {
                if let Some(meant) = misspelt(name) {
                    self.unknown_slot(name, meant, place);
                    return None;
                }
                SlotDef::of_caller(name, SlotType::String)
            }
        };
        self.read.slots.push(Spanned { value: slot, span: place });
        Some(self.read.slots.len() - 1)
    }

    fn unknown_slot(&mut self, name: &str, meant: &str, place: Span) {
        let help = format!(
            "did you mean `{meant}`? If not, declare it under `[body.slots]`: `{name} = {{ type = \"string\" }}`"
        );
        // A declaration that could not be read may be that of the slot.
        self.reader.diagnostics.add(
            Diagnostic::error(place, format!("the shape names an unknown slot, `{name}`"))
                .help(help)
                .rests_on(Subject::DeclaredSlots),
        );
    }
}

enum Part {
    Fixed(String),
    Slot(usize),
    /// What is left out where a slot in it has no value.
    Optional(Vec<Part>),
    Inner(Span),
    Null(Span),
    /// Nothing that can be used, which has been reported.
    Broken,
}

/// Whether nothing but their place tells the elements of two items apart.
fn looks_alike(first: &NodeDef, second: &NodeDef) -> bool {
    match (first, second) {
        (NodeDef::Object(first), NodeDef::Object(second)) => {
            let (first, second) = (conditions(first), conditions(second));
            first == second
        }
        (NodeDef::Slot(_) | NodeDef::Text(_), NodeDef::Slot(_) | NodeDef::Text(_)) => true,
        (first, second) => first == second,
    }
}

/// The fixed members of an object, sorted.
fn conditions(members: &[MemberDef]) -> Vec<(&str, String)> {
    let fixed = members.iter().filter_map(|member| {
        let value = match &member.node {
            NodeDef::String(text) => format!("s{text}"),
            NodeDef::Number(number) => format!("n{number}"),
            NodeDef::Boolean(value) => value.to_string(),
            _ => return None,
        };
        Some((member.key.name()?, value))
    });
    let mut fixed: Vec<_> = fixed.collect();
    fixed.sort_unstable();
    fixed
}

/// The known slot that a name is a misspelling of: one letter is another one, missing, too
/// many or in the place of its neighbour. Any other name is a slot of the catalog's own, a string.
fn misspelt(name: &str) -> Option<&'static str> {
    // Of short names, many are near: only those that the catalog fills are likely to be meant. `parameter`
    // may stand beside `parameters`.
    let is_likely = |slot: &KnownSlot| name.len() > 4 || slot.source != SlotSource::Caller;
    let known = KnownSlot::all().filter(is_likely).map(|slot| slot.name).chain(["inner"]);
    let is_one_of = |known: &&str| {
        let source = KnownSlot::find(known).map(|slot| slot.source);
        let is_of_many = matches!(source, Some(SlotSource::Caller | SlotSource::Parameters));
        is_of_many && known.strip_suffix('s') == Some(name)
    };
    known.into_iter().find(|known| suggestion::is_one_edit(name, known) && !is_one_of(known))
}
