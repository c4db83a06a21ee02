//! A body as JSON bytes (RFC 8259).

mod escape;
mod steps;

use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde_json::Value;

use self::escape::escape;
pub(crate) use self::steps::{write, write_behind};
use crate::body::Level;
use crate::shape::{Member, Node, TextPiece};

/// Whether a member is written, be it as `null`.
pub(crate) fn is_there(level: &Level<'_>, member: &Member) -> bool {
    !(member.optional && is_absent(level, &member.node))
}

/// Whether a piece has no value: a slot that it stands on has none, or none of those inside it.
pub(crate) fn is_absent(level: &Level<'_>, piece: &Node) -> bool {
    let has_none = |number| level.text(number).is_none();
    match piece {
        Node::Object(members) => members.iter().all(|member| is_absent(level, &member.node)),
        Node::List(items) => items.iter().all(|item| is_absent(level, item)),
        Node::Slot(number) => has_none(*number),
        Node::Text(pieces) => is_one_absent(level, pieces),
        Node::Inner => level.inner().is_none(),
        Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => true,
    }
}

/// Whether one of the slots in a string has no value.
pub(crate) fn is_one_absent(level: &Level<'_>, pieces: &[TextPiece]) -> bool {
    pieces.iter().any(|piece| match piece {
        TextPiece::Fixed(_) => false,
        TextPiece::Slot(number) => level.text(*number).is_none(),
    })
}

/// The pieces of a string with slots in it.
pub(crate) fn text(level: &Level<'_>, pieces: &[TextPiece], out: &mut dyn Write) -> fmt::Result {
    for piece in pieces {
        match piece {
            TextPiece::Fixed(text) => out.write_str(text)?,
            TextPiece::Slot(number) => {
                if let Some(text) = level.text(*number) {
                    level.write_slot(level.slot(*number), text, out)?;
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
