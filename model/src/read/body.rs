//! `[body]`

use super::{DocumentReader, Keys, owned};
use crate::case;
use crate::diagnostic::Diagnostic;
use crate::document::BodyTable;
use crate::literal;
use crate::preset::{self, Preset};
use crate::shape::{Member, Node, Slot, TextPiece};
use crate::slot::{self, SlotSource, SlotType};
use crate::source::{Span, Spanned};
use crate::suggestion;
use crate::template::{self, TemplatePart};
use crate::tree::{Key, KeyValue, SourceValue, Table, ValueKind};

const KEYS: [&str; 7] =
    ["shape", "media_type", "type_base", "request_headers", "members", "inner", "slots"];

impl DocumentReader<'_> {
    pub(super) fn body(&mut self, node: &SourceValue<'_>) -> Option<BodyTable> {
        let table = self.table(node, "a table with `members`")?;
        let keys = Keys::new(table, &[&KEYS]);
        let preset = keys.get("shape").and_then(|node| self.choice(node, &preset::ALL));
        let media_type = keys.get("media_type").and_then(|node| self.string(node));
        let type_base = keys.get("type_base").and_then(|node| self.string(node));
        let request_headers = self.headers(keys.get("request_headers"));
        let slots = self.slots(keys.get("slots"));
        let members = keys.get("members");
        let inner = keys.get("inner");
        keys.finish("`[body]`", self.diagnostics);

        let mut shape = ShapeReader { reader: self, slots, seen: Vec::new(), inner: None };
        let inner = inner.map(|node| Spanned { value: shape.object(node), span: node.span });
        shape.seen.clear();
        let preset_members = preset.map(|preset| shape.preset(preset));
        let members = members.map(|node| (shape.object(node), node));
        let ShapeReader { slots, inner: named, .. } = shape;
        if let (Some(place), None) = (named, &inner) {
            self.undeclared_inner(place);
        }
        let members = match (preset_members, members) {
            (None, None) => {
                self.diagnostics
                    .missing(Diagnostic::error(node.span, "the body has no `members`").help(
                    "add `[body.members]` with the JSON that travels, such as `code = \"{code}\"`",
                ));
                return None;
            }
            (None, Some((members, _))) => members,
            (Some(preset), None) => Node::Object(preset),
            (Some(preset), Some((members, node))) => self.extended(preset, members, node),
        };
        let preset = preset.map(|preset| preset.value);
        Some(BodyTable { preset, media_type, type_base, request_headers, slots, members, inner })
    }

    /// A preset's members with the catalog's own behind them (RFC 9457 §3.2).
    fn extended(&mut self, mut preset: Vec<Member>, own: Node, node: &SourceValue<'_>) -> Node {
        let (ValueKind::Table(table), Node::Object(own)) = (&node.kind, own) else {
            self.wrong_type(node, "a table of the members besides those of the `shape`");
            return Node::Object(preset);
        };
        for (entry, member) in table.entries().iter().zip(own) {
            if preset.iter().any(|known| known.key == member.key) {
                let message = format!("`{}` is a member of the `shape` already", member.key);
                self.diagnostics.add(
                    Diagnostic::error(entry.key.span, message).help("leave it out, or rename it"),
                );
            } else {
                preset.push(member);
            }
        }
        Node::Object(preset)
    }

    fn undeclared_inner(&mut self, place: Span) {
        self.diagnostics.missing(
            Diagnostic::error(place, "the shape names `{inner}`, and there is no `[body.inner]`")
                .help("add `[body.inner]` with the members of the nested object"),
        );
    }

    fn headers(
        &mut self,
        node: Option<&SourceValue<'_>>,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let table = node.and_then(|node| self.table(node, "a table of header names and values"));
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|e| Some((owned(&e.key), self.string(&e.value)?))).collect()
    }

    fn slots(&mut self, node: Option<&SourceValue<'_>>) -> Vec<Spanned<Slot>> {
        let table = node.and_then(|node| self.table(node, "a table of slots"));
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|entry| self.slot(&entry.key, &entry.value)).collect()
    }

    fn slot(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<Spanned<Slot>> {
        if !self.slot_name(&key.value, key.span) {
            return None;
        }
        let empty = Table::default();
        let table = self.table(node, "a table such as `{ type = \"string\" }`").unwrap_or(&empty);
        let keys = Keys::new(table, &[&["type", "or", "min_length", "max_length"]]);
        let slot_type = keys.get("type").and_then(|node| self.choice(node, &SlotType::ALL));
        let or = keys.get("or").and_then(|node| self.choice(node, &SlotType::ALL));
        let min_length = keys.get("min_length").and_then(|node| self.length(node));
        let max_length = keys.get("max_length").and_then(|node| self.length(node));
        keys.finish("a slot", self.diagnostics);

        let known = slot::find(&key.value);
        let slot = Slot {
            name: key.value.clone().into_owned(),
            slot_type: slot_type
                .map(|slot_type| slot_type.value)
                .or_else(|| known.map(|slot| slot.slot_type))
                .unwrap_or(SlotType::String),
            or: or.map(|or| or.value),
            source: known.map_or(SlotSource::Caller, |slot| slot.source),
            min_length: min_length.unwrap_or(0),
            max_length,
        };
        if slot.slot_type != SlotType::String {
            self.no_lengths(&slot.name, table);
        }
        Some(Spanned { value: slot, span: key.span })
    }

    fn no_lengths(&mut self, slot: &str, table: &Table<'_>) {
        for length in ["min_length", "max_length"].iter().filter_map(|key| table.get(key)) {
            self.diagnostics.add(
                Diagnostic::error(
                    length.key.span,
                    format!("only a string has a length, and the slot `{slot}` is none"),
                )
                .help("leave it out, or add `type = \"string\"`"),
            );
        }
    }

    fn length(&mut self, node: &SourceValue<'_>) -> Option<u32> {
        match node.kind {
            ValueKind::Integer(length) if u32::try_from(length).is_ok() => {
                u32::try_from(length).ok()
            }
            ValueKind::Integer(_) | ValueKind::Number(_) => {
                let written = self.sources.text(node.span);
                let message = format!("`{written}` is not a number of characters");
                self.diagnostics
                    .add(Diagnostic::error(node.span, message).help("write a whole number"));
                None
            }
            _ => {
                self.wrong_type(node, "a number of characters");
                None
            }
        }
    }

    /// Whether a slot may be called so; reported where not.
    fn slot_name(&mut self, name: &str, span: Span) -> bool {
        let diagnostic = if name.is_empty() {
            Diagnostic::error(span, "this slot has no name")
                .help("name it, or write `{{` and `}}` for braces")
        } else if !template::is_name(name) {
            Diagnostic::error(span, format!("`{name}` cannot be the name of a slot"))
                .help(snake_case(name))
        } else if let Some(reserved) = slot::reserved(name).filter(|reserved| reserved.for_slots) {
            Diagnostic::error(span, format!("no slot can be called `{name}`: {}", reserved.reason))
                .help("choose another name; the member’s own key is free")
        } else {
            return true;
        };
        self.diagnostics.add(diagnostic);
        false
    }
}

/// What to do about a name that is not in the way of methods.
fn snake_case(name: &str) -> String {
    let meant = case::snake(name);
    if template::is_name(&meant) {
        format!("a slot is named in snake_case, as the method that fills it; write `{meant}`")
    } else {
        "a slot is named in snake_case, as the method that fills it: `request_id`".to_owned()
    }
}

/// Reads JSON with slots in it.
struct ShapeReader<'r, 'a> {
    reader: &'r mut DocumentReader<'a>,
    slots: Vec<Spanned<Slot>>,
    /// The slots of the object being read, with the place of each.
    seen: Vec<Spanned<usize>>,
    /// The first `{inner}`.
    inner: Option<Span>,
}

impl ShapeReader<'_, '_> {
    /// The outermost piece: an object, or a list of them.
    fn object(&mut self, node: &SourceValue<'_>) -> Node {
        if !matches!(node.kind, ValueKind::Table(_) | ValueKind::Array(_)) {
            self.reader.wrong_type(node, "a table of members, such as `{ code = \"{code}\" }`");
            return Node::Null;
        }
        self.node(node).0
    }

    /// The members of a shape that is named.
    fn preset(&mut self, preset: Spanned<&'static Preset>) -> Vec<Member> {
        let members = preset.value.members.iter().map(|member| Member {
            key: member.key.to_owned(),
            node: match self.slot(member.slot, preset.span) {
                Part::Slot(slot) => Node::Slot(slot),
                _ => Node::Null,
            },
            optional: member.optional,
        });
        members.collect()
    }

    /// A piece, and whether its member is left out when a slot in it has no value.
    fn node(&mut self, node: &SourceValue<'_>) -> (Node, bool) {
        let piece = match &node.kind {
            ValueKind::String(template) => return self.template(template, node.span),
            ValueKind::Integer(number) => Node::Number(number.to_string()),
            ValueKind::Number(number) => self.number(number, node.span),
            ValueKind::Boolean(value) => Node::Boolean(*value),
            ValueKind::Null | ValueKind::Broken => Node::Null,
            ValueKind::Datetime => {
                let written = self.reader.sources.text(node.span);
                self.reader.diagnostics.add(
                    Diagnostic::error(node.span, "JSON has no dates")
                        .help(format!("put it in quotes: `\"{written}\"`")),
                );
                Node::Null
            }
            ValueKind::Array(items) => {
                Node::List(items.iter().map(|item| self.node(item).0).collect())
            }
            ValueKind::Table(table) => Node::Object(self.members(table)),
        };
        (piece, false)
    }

    fn members(&mut self, table: &Table<'_>) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
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
    fn member(&mut self, entry: &KeyValue<'_>) -> Member {
        let (node, optional) = self.node(&entry.value);
        let is_nested = matches!(entry.value.kind, ValueKind::Table(_) | ValueKind::Array(_));
        let key = entry.key.value.as_ref();
        match key.strip_suffix('?').filter(|_| is_nested) {
            Some(key) => Member { key: key.to_owned(), node, optional: true },
            None => Member { key: key.to_owned(), node, optional },
        }
    }

    fn number(&mut self, written: &str, span: Span) -> Node {
        if !crate::json::is_number(written) {
            self.reader.diagnostics.add(
                Diagnostic::error(span, format!("JSON has no number `{written}`"))
                    .help("put it in quotes, or write a decimal number"),
            );
        }
        Node::Number(written.to_owned())
    }

    fn template(&mut self, template: &str, literal: Span) -> (Node, bool) {
        let sources = self.reader.sources;
        let pieces = match template::parts(template) {
            Ok(pieces) => pieces,
            Err(lone) => {
                let place = literal::place(sources, literal, lone.at..lone.at + 1);
                self.reader.diagnostics.add(lone.diagnostic(place));
                return (Node::Null, false);
            }
        };
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
            [] => Node::String(String::new()),
            [Part::Fixed(text)] => Node::String(std::mem::take(text)),
            [Part::Slot(slot)] => Node::Slot(*slot),
            [Part::Inner(_)] => Node::Inner,
            [Part::Null(_) | Part::Broken] => Node::Null,
            _ => Node::Text(self.text(parts)),
        };
        (node, optional)
    }

    fn text(&mut self, parts: Vec<Part>) -> Vec<TextPiece> {
        let pieces = parts.into_iter().filter_map(|part| match part {
            Part::Fixed(text) => Some(TextPiece::Fixed(text)),
            Part::Slot(slot) => Some(TextPiece::Slot(slot)),
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
        let (slot_type, source) = match slot::find(name) {
            Some(known) => (known.slot_type, known.source),
            None if self.reader.is_placeholder(name) => (SlotType::String, SlotSource::Caller),
            None => {
                self.unknown_slot(name, place);
                return None;
            }
        };
        let name = name.to_owned();
        let slot = Slot { name, slot_type, or: None, source, min_length: 0, max_length: None };
        self.slots.push(Spanned { value: slot, span: place });
        Some(self.slots.len() - 1)
    }

    fn unknown_slot(&mut self, name: &str, place: Span) {
        let declared = self.slots.iter().map(|slot| slot.value.name.as_str());
        let known = slot::KNOWN.iter().map(|slot| slot.name).chain(["inner", "null"]);
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
