//! A body as JSON bytes (RFC 8259).

mod escape;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde_json::Value;

use self::escape::escape;
use crate::body::{Filled, Level, Text};
use crate::shape::{Member, Node, SlotType, TextPiece};
use crate::value::Content;

pub(crate) fn write(body: &Filled<'_>, out: &mut Vec<u8>) {
    let level = Level::outermost(body);
    node(level, level.node(), out);
}

fn node(level: Level<'_>, piece: &Node, out: &mut Vec<u8>) {
    match piece {
        Node::Object(members) => object(level, members, out),
        Node::List(items) => list(items, out, |item, out| node(level, item, out)),
        Node::String(text) => string(text, out),
        Node::Number(number) => out.extend_from_slice(number.as_bytes()),
        Node::Boolean(value) => boolean(*value, out),
        Node::Null => null(out),
        Node::Slot(number) => match level.text(*number) {
            Some(text) => slot(level, *number, &text, out),
            None => null(out),
        },
        Node::Text(_) if is_absent(level, piece) => null(out),
        Node::Text(pieces) => quoted(out, |out| text(level, pieces, out)),
        Node::Inner => match level.inner() {
            Some(inner) => node(inner, inner.node(), out),
            None => null(out),
        },
    }
}

fn object(level: Level<'_>, members: &[Member], out: &mut Vec<u8>) {
    out.push(b'{');
    let empty = out.len();
    let key = |member: &Member, out: &mut Vec<u8>| {
        if out.len() > empty {
            out.push(b',');
        }
        out.extend_from_slice(member.json_key.as_bytes());
    };
    for member in members {
        if let Node::Slot(number) = member.node {
            // Nearly every member is a slot, which is asked for its value once.
            match level.text(number) {
                Some(text) => {
                    key(member, out);
                    slot(level, number, &text, out);
                }
                None if member.optional => {}
                None => {
                    key(member, out);
                    null(out);
                }
            }
        } else if is_there(level, member) {
            key(member, out);
            node(level, &member.node, out);
        }
    }
    out.push(b'}');
}

/// Whether a member is written, be it as `null`.
pub(crate) fn is_there(level: Level<'_>, member: &Member) -> bool {
    !(member.optional && is_absent(level, &member.node))
}

/// Whether a piece has no value: a slot that it stands on has none, or none of those inside it.
pub(crate) fn is_absent(level: Level<'_>, piece: &Node) -> bool {
    let has_none = |number| level.text(number).is_none();
    match piece {
        Node::Object(members) => members.iter().all(|member| is_absent(level, &member.node)),
        Node::List(items) => items.iter().all(|item| is_absent(level, item)),
        Node::Slot(number) => has_none(*number),
        Node::Text(pieces) => pieces.iter().any(|piece| match piece {
            TextPiece::Fixed(_) => false,
            TextPiece::Slot(number) => has_none(*number),
        }),
        Node::Inner => level.inner().is_none(),
        Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => true,
    }
}

fn slot(level: Level<'_>, number: u16, text: &Text<'_>, out: &mut Vec<u8>) {
    let slot = level.slot(number);
    match (slot.slot_type, text) {
        (SlotType::String, Text::Fixed(text)) if slot.max_length == u32::MAX => string(text, out),
        (SlotType::String, Text::Content(Content::Text(text))) if slot.max_length == u32::MAX => {
            string(text, out);
        }
        (SlotType::String, _) => quoted(out, |out| level.write_slot(slot, text, out)),
        (_, Text::Status(status)) => digits(*status, out),
        (_, text) => match text.json() {
            Some(json) => value(json, out),
            None => {
                let mut written = String::new();
                let _ = level.write_slot(slot, text, &mut written);
                let numeric = matches!(slot.slot_type, SlotType::Integer | SlotType::Number);
                if numeric && is_integer(&written) {
                    out.extend_from_slice(written.as_bytes());
                } else {
                    string(&written, out);
                }
            }
        },
    }
}

/// The pieces of a string with slots in it.
pub(crate) fn text(level: Level<'_>, pieces: &[TextPiece], out: &mut dyn Write) -> fmt::Result {
    for piece in pieces {
        match piece {
            TextPiece::Fixed(text) => out.write_str(text)?,
            TextPiece::Slot(number) => {
                if let Some(text) = level.text(*number) {
                    level.write_slot(level.slot(*number), &text, out)?;
                }
            }
        }
    }
    Ok(())
}

/// Whether a text is a whole number as JSON writes it.
pub(crate) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let zeros = digits.starts_with('0') && digits.len() > 1;
    !digits.is_empty() && !zeros && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn value(json: &Value, out: &mut Vec<u8>) {
    match json {
        Value::Null => null(out),
        Value::Bool(value) => boolean(*value, out),
        Value::Number(number) => {
            let _ = write!(Raw(out), "{number}");
        }
        Value::String(text) => string(text, out),
        Value::Array(items) => list(items, out, value),
        Value::Object(members) => {
            out.push(b'{');
            for (at, (key, member)) in members.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                string(key, out);
                out.push(b':');
                value(member, out);
            }
            out.push(b'}');
        }
    }
}

fn list<T>(items: &[T], out: &mut Vec<u8>, mut write: impl FnMut(&T, &mut Vec<u8>)) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

/// A status; nearly every one has three digits.
fn digits(status: u16, out: &mut Vec<u8>) {
    if let 100..1000 = status {
        let digit = |number: u16| b"0123456789"[usize::from(number % 10)];
        out.extend_from_slice(&[digit(status / 100), digit(status / 10), digit(status)]);
    } else {
        // Writing into a vector never fails.
        let _ = write!(Raw(out), "{status}");
    }
}

fn null(out: &mut Vec<u8>) {
    out.extend_from_slice(b"null");
}

fn boolean(value: bool, out: &mut Vec<u8>) {
    out.extend_from_slice(if value { b"true" } else { b"false" });
}

fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    escape(text.as_bytes(), out);
    out.push(b'"');
}

/// A string from whatever is written into it. A value whose `Display` fails is cut there.
fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut dyn Write) -> fmt::Result) {
    out.push(b'"');
    let _ = write(&mut Escaped(out));
    out.push(b'"');
}

struct Raw<'v>(&'v mut Vec<u8>);

impl Write for Raw<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Text on its way into a JSON string.
struct Escaped<'v>(&'v mut Vec<u8>);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(text.as_bytes(), self.0);
        Ok(())
    }
}
