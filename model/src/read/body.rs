//! `[body]`

use api_error_catalog_core::shape::{MemberDef, NodeDef};

use super::keys::Keys;
use super::shape::{ReadShape, ShapeReader};
use super::values::{DocumentReader, owned};
use crate::diagnostic::Diagnostic;
use crate::document::{BodyTable, HeaderTable};
use crate::finding::Subject;
use crate::known_keys;
use crate::preset;
use crate::source::{Span, Spanned};
use crate::tree::{KeyValue, SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    /// The body, and with it the values of the headers, whose slots are the body's.
    pub(super) fn body<'h>(
        &mut self,
        node: &SourceValue<'_>,
        headers: impl Iterator<Item = &'h mut HeaderTable>,
    ) -> Option<BodyTable> {
        let table = self.table(node, "a table with `members`")?;
        if table.has_unread {
            self.diagnostics.unread(Subject::LostPieces);
            self.diagnostics.unread(Subject::Slots);
        }
        let keys = Keys::new(table, known_keys::BODY);
        let preset_name = keys.get("shape");
        let preset = self.or_unread(preset_name, Subject::Slots, |reader, node| {
            reader.choice(node, &preset::ALL)
        });
        if preset_name.is_some() && preset.is_none() {
            self.diagnostics.unread(Subject::LostPieces);
        }
        let media_type = keys.get("media_type").and_then(|node| self.string(node));
        let type_base = keys.get("type_base").and_then(|node| self.string(node));
        let request_headers = self.request_headers(keys.get("request_headers"));
        let slots = self.slots(keys.get("slots"));
        let members = keys.get("members");
        let inner = keys.get("inner");
        keys.finish("`[body]`", self.diagnostics);

        let mut shape = ShapeReader::new(self, slots);
        let inner = inner.map(|node| Spanned { value: shape.object(node), span: node.span });
        let preset_members = preset.map(|preset| shape.preset(preset));
        let members = members.map(|node| (shape.object(node), node));
        headers.for_each(|header| shape.header(header));
        let ReadShape { slots, strings, lost, inner: named } = shape.finish();
        if let (Some(place), None) = (named, &inner) {
            self.undeclared_inner(place, node.span);
        }
        let of_shape = preset.map_or(node.span, |preset| preset.span);
        let span = members.as_ref().map_or(of_shape, |(_, members)| members.span);
        let members = match (preset_members, members) {
            (None, None) if preset_name.is_some() => return None,
            (None, None) => {
                let help =
                    "add `[body.members]` with the JSON that travels, such as `code = \"{code}\"`";
                self.diagnostics.add(
                    Diagnostic::error(node.span, "the body has no `members`")
                        .help(help)
                        .rests_on(Subject::Contents(node.span)),
                );
                return None;
            }
            (None, Some((members, _))) => members,
            (Some(preset), None) => NodeDef::Object(preset),
            (Some(preset), Some((members, node))) => self.extended(preset, members, node),
        };
        Some(BodyTable {
            preset,
            media_type,
            type_base,
            request_headers,
            slots,
            members,
            inner,
            strings,
            lost,
            span,
        })
    }

    /// A preset's members with the catalog's own behind them (RFC 9457 §3.2).
    fn extended(
        &mut self,
        mut preset: Vec<MemberDef>,
        own: NodeDef,
        node: &SourceValue<'_>,
    ) -> NodeDef {
        let (ValueKind::Table(table), NodeDef::Object(own)) = (&node.kind, own) else {
            // One that is no table has been reported, unless it is a list.
            if let ValueKind::Array(_) = node.kind {
                let wanted = "a table of the members besides those of the `shape`";
                self.wrong_type(node, wanted, "write `name = \"…\"` for each member");
            }
            return NodeDef::Object(preset);
        };
        let of_preset = preset.len();
        for member in own {
            let name = member.key.name().unwrap_or_default();
            let is_same = |entry: &&KeyValue<'_>| entry.key.value.trim_end_matches('?') == name;
            if preset[..of_preset].iter().any(|known| known.key.name() == Some(name))
                && let Some(entry) = table.entries().iter().find(is_same)
            {
                let message = format!("`{name}` is a member of the `shape` already");
                let error =
                    Diagnostic::error(entry.key.span, message).help("leave it out, or rename it");
                self.diagnostics.add(error.explains(Subject::Slots));
            } else {
                preset.push(member);
            }
        }
        NodeDef::Object(preset)
    }

    fn undeclared_inner(&mut self, place: Span, body: Span) {
        self.diagnostics.add(
            Diagnostic::error(place, "the shape names `{inner}`, and there is no `[body.inner]`")
                .help("add `[body.inner]` with the members of the nested object")
                .rests_on(Subject::Contents(body))
                .explains(Subject::LostPieces)
                .explains(Subject::Slots),
        );
    }

    fn request_headers(
        &mut self,
        node: Option<&SourceValue<'_>>,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let table = node.and_then(|node| self.table(node, "a table of header names and values"));
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|e| Some((owned(&e.key), self.string(&e.value)?))).collect()
    }
}
