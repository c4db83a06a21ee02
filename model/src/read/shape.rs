//! `[body.members]` and `[body.inner]`

use api_error_catalog_core::json::is_number;
use api_error_catalog_core::shape::{MemberDef, NodeDef, PieceDef};
use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotSource, SlotType};
use api_error_catalog_core::template::{self, TemplatePart};

use super::values::DocumentReader;
use crate::braces::lone_brace;
use crate::control::{self, Allowed};
use crate::diagnostic::Diagnostic;
use crate::literal;
use crate::preset::Preset;
use crate::source::{Span, Spanned};
use crate::suggestion;
use crate::tree::{KeyValue, SourceValue, Table, ValueKind};

/// Reads JSON with slots in it.
pub(super) struct ShapeReader<'r, 'a> {
    reader: &'r mut DocumentReader<'a>,
    slots: Vec<Spanned<SlotDef>>,
    /// The slots of the object being read, with the place of each.
    seen: Vec<Spanned<usize>>,
    /// The first `{inner}`.
    inner: Option<Span>,
}

impl<'r, 'a> ShapeReader<'r, 'a> {
    /// A reader that knows the declared slots.
    pub(super) fn new(reader: &'r mut DocumentReader<'a>, slots: Vec<Spanned<SlotDef>>) -> Self {
        Self { reader, slots, seen: Vec::new(), inner: None }
    }

    /// Ends an object, so that the next one may have the same slots.
    pub(super) fn next_object(&mut self) {
        self.seen.clear();
    }

    /// All slots, those of the shape behind the declared ones, and the place of the first `{inner}`.
    pub(super) fn finish(self) -> (Vec<Spanned<SlotDef>>, Option<Span>) {
        (self.slots, self.inner)
    }

    /// The outermost piece: an object, or a list of them.
    pub(super) fn object(&mut self, node: &SourceValue<'_>) -> NodeDef {
        if !matches!(node.kind, ValueKind::Table(_) | ValueKind::Array(_)) {
            self.reader.wrong_type(node, "a table of members, such as `{ code = \"{code}\" }`");
            return NodeDef::Null;
        }
        self.node(node).0
    }

    /// The members of a shape that is named.
    pub(super) fn preset(&mut self, preset: Spanned<&'static Preset>) -> Vec<MemberDef> {
        let members = preset.value.members.iter().map(|member| MemberDef {
            key: member.key.to_owned(),
            node: match self.slot(member.slot, preset.span) {
                Part::Slot(slot) => NodeDef::Slot(slot),
                _ => NodeDef::Null,
            },
            optional: member.optional,
        });
        members.collect()
    }

    /// A piece, and whether its member is left out when a slot in it has no value.
    fn node(&mut self, node: &SourceValue<'_>) -> (NodeDef, bool) {
        let piece = match &node.kind {
            ValueKind::String(template) => return self.template(template, node.span),
            ValueKind::Integer(number) => NodeDef::Number(number.to_string()),
            ValueKind::Number(number) => self.number(number, node.span),
            ValueKind::Boolean(value) => NodeDef::Boolean(*value),
            ValueKind::Null | ValueKind::Broken => NodeDef::Null,
            ValueKind::Datetime => {
                let written = self.reader.sources.text(node.span);
                self.reader.diagnostics.add(
                    Diagnostic::error(node.span, "JSON has no dates")
                        .help(format!("put it in quotes: `\"{written}\"`")),
                );
                NodeDef::Null
            }
            ValueKind::Array(items) => {
                NodeDef::List(items.iter().map(|item| self.node(item).0).collect())
            }
            ValueKind::Table(table) => NodeDef::Object(self.members(table)),
        };
        (piece, false)
    }

    fn members(&mut self, table: &Table<'_>) -> Vec<MemberDef> {
        let mut members: Vec<MemberDef> = Vec::new();
        for entry in table.entries() {
            let member = self.member(entry);
            if members.iter().any(|known| known.key == member.key) {
                self.reader.diagnostics.add(
                    Diagnostic::error(
                        entry.key.span,
                        format!("this object has the member `{}` already", member.key),
                    )
                    .help("leave one of the two out; a `?` at a key is no part of its name"),
                );
            }
            members.push(member);
        }
        members
    }

    /// A member. An object or a list says at its key that it may be left out, a string at its slot.
    fn member(&mut self, entry: &KeyValue<'_>) -> MemberDef {
        let (node, optional) = self.node(&entry.value);
        let is_nested = matches!(entry.value.kind, ValueKind::Table(_) | ValueKind::Array(_));
        let key = entry.key.value.as_ref();
        self.no_control("key", key, entry.key.span, Allowed::Nothing);
        match key.strip_suffix('?').filter(|_| is_nested) {
            Some(key) => MemberDef { key: key.to_owned(), node, optional: true },
            None => MemberDef { key: key.to_owned(), node, optional },
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
        let sources = self.reader.sources;
        let pieces = match template::parts(template) {
            Ok(pieces) => pieces,
            Err(lone) => {
                let place = literal::place(sources, literal, lone.at..lone.at + 1);
                self.reader.diagnostics.add(lone_brace(lone, place));
                return (NodeDef::Null, false);
            }
        };
        self.no_control("string", template, literal, Allowed::LineBreaks);
        let mut optional = false;
        let mut parts = Vec::new();
        for piece in pieces {
            match piece {
                TemplatePart::Text(text) => parts.push(Part::Fixed(template::unescape(text))),
                TemplatePart::Placeholder { name, range } => {
                    let place = literal::place(sources, literal, range);
                    let (name, left_out) = match name.strip_suffix('?') {
                        Some(name) => (name, true),
                        None => (name, false),
                    };
                    optional |= left_out;
                    parts.push(self.slot(name, place));
                }
            }
        }
        let node = match parts.as_mut_slice() {
            [] => NodeDef::String(String::new()),
            [Part::Fixed(text)] => NodeDef::String(std::mem::take(text)),
            [Part::Slot(slot)] => NodeDef::Slot(*slot),
            [Part::Inner(_)] => NodeDef::Inner,
            [Part::Null(_) | Part::Broken] => NodeDef::Null,
            _ => NodeDef::Text(self.text(parts)),
        };
        (node, optional)
    }

    fn text(&mut self, parts: Vec<Part>) -> Vec<PieceDef> {
        let pieces = parts.into_iter().filter_map(|part| match part {
            Part::Fixed(text) => Some(PieceDef::Fixed(text)),
            Part::Slot(slot) => Some(PieceDef::Slot(slot)),
            Part::Inner(place) | Part::Null(place) => {
                self.reader.diagnostics.add(
                    Diagnostic::error(place, "this is no text, and there is text around it")
                        .help("`{inner}` and `{null}` stand alone in their quotes"),
                );
                None
            }
            Part::Broken => None,
        });
        pieces.collect()
    }

    fn slot(&mut self, name: &str, place: Span) -> Part {
        match name {
            "inner" => {
                self.inner.get_or_insert(place);
                return Part::Inner(place);
            }
            "null" => return Part::Null(place),
            _ => {}
        }
        let Some(slot) = self.slot_number(name, place) else { return Part::Broken };
        if let Some(first) = self.seen.iter().find(|seen| seen.value == slot) {
            self.reader.diagnostics.add(
                Diagnostic::error(place, format!("the slot `{name}` is in the shape twice"))
                    .label("again here")
                    .other(first.span, "first here")
                    .help("a slot has one place; give one of the two another slot"),
            );
        }
        self.seen.push(Spanned { value: slot, span: place });
        Part::Slot(slot)
    }

    fn slot_number(&mut self, name: &str, place: Span) -> Option<usize> {
        if let Some(number) = self.slots.iter().position(|slot| slot.value.name == name) {
            return Some(number);
        }
        if !self.reader.slot_name(name, place) {
            return None;
        }
        let (slot_type, source) = match KnownSlot::find(name) {
            Some(known) => (known.slot_type, known.source),
            None if self.reader.is_placeholder(name) => (SlotType::String, SlotSource::Caller),
            None => {
                self.unknown_slot(name, place);
                return None;
            }
        };
        let name = name.to_owned();
        let slot = SlotDef { name, slot_type, or: None, source, min_length: 0, max_length: None };
        self.slots.push(Spanned { value: slot, span: place });
        Some(self.slots.len() - 1)
    }

    fn unknown_slot(&mut self, name: &str, place: Span) {
        let declared = self.slots.iter().map(|slot| slot.value.name.as_str());
        let known = KnownSlot::all().map(|slot| slot.name).chain(["inner", "null"]);
        let meant = suggestion::nearest(name, declared.chain(known));
        let declare =
            format!("declare it under `[body.slots]`: `{name} = {{ type = \"string\" }}`");
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`? If not, {declare}"),
            None => declare,
        };
        // A message that could not be read may have a placeholder of that name.
        self.reader.diagnostics.missing(
            Diagnostic::error(place, format!("the shape names an unknown slot, `{name}`"))
                .help(help),
        );
    }
}

enum Part {
    Fixed(String),
    Slot(usize),
    Inner(Span),
    Null(Span),
    /// Nothing that can be used, which has been reported.
    Broken,
}
