//! A body as JSON bytes (RFC 8259).

mod escape;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde_json::Value;

use self::escape::escape;
use crate::body::{AnyBody, Level, Text};
use crate::shape::{Json, Member, Node, Slot, SlotStep, SlotType, Step, TextPiece};
use crate::text::Texts;
use crate::value::Content;

pub(crate) fn write(body: &AnyBody<'_>, out: &mut Vec<u8>) {
    object(&Level::outermost(body), out);
}

/// Writes a body that begins with some JSON and goes on with a step.
pub(crate) fn write_behind(json: &[u8], step: usize, body: &AnyBody<'_>, out: &mut Vec<u8>) {
    out.extend_from_slice(json);
    let level = Level::outermost(body);
    steps(&level, level.steps().get(step..).unwrap_or_default(), out);
}

fn object(level: &Level<'_>, out: &mut Vec<u8>) {
    steps(level, level.steps(), out);
}

#[inline]
fn steps(level: &Level<'_>, mut rest: &[Step], out: &mut Vec<u8>) {
    while let [step, behind @ ..] = rest {
        rest = behind;
        match step {
            Step::Json(json) => piece(level.texts(), json, out),
            Step::Slot(step) => slot(level, step, out),
            Step::Text(pieces) => pieced(level, pieces, out),
            Step::Inner => inner(level, out),
            Step::Comma if out.last() == Some(&b'{') => {}
            Step::Comma => out.push(b','),
            Step::Unless(node, count) if is_absent(level, node) => {
                rest = rest.get(*count..).unwrap_or_default();
            }
            Step::Unless(..) => {}
        }
    }
}

#[inline(never)]
fn pieced(level: &Level<'_>, pieces: &[TextPiece], out: &mut Vec<u8>) {
    if is_one_absent(level, pieces) {
        return null(out);
    }
    out.push(b'"');
    // A value whose `Display` fails is cut there.
    let _ = text(level, pieces, &mut Escaped(out));
    out.push(b'"');
}

#[inline(never)]
fn inner(level: &Level<'_>, out: &mut Vec<u8>) {
    match level.inner() {
        Some(inner) => object(&inner, out),
        None => null(out),
    }
}

#[inline]
fn slot(level: &Level<'_>, step: &SlotStep, out: &mut Vec<u8>) {
    // What callers set is text nearly always; all else takes the long way.
    if let Some(text) = level.lent(step.slot) {
        piece(level.texts(), &step.before, out);
        escape(text.as_bytes(), out);
        piece(level.texts(), &step.behind, out);
    } else {
        any_slot(level, step, out);
    }
}

#[inline(never)]
fn any_slot(level: &Level<'_>, step: &SlotStep, out: &mut Vec<u8>) {
    let slot = level.slot(step.slot);
    let is_string = slot.slot_type == SlotType::String;
    let SlotStep { before, behind, optional, .. } = step;
    let Some(text) = level.text(step.slot) else {
        // Without the quotes around a string.
        let quote = usize::from(is_string);
        if !optional {
            copy(level.texts(), before.start(), before.length() - quote, out);
            null(out);
        }
        copy(level.texts(), behind.start() + quote, behind.length() - quote, out);
        return;
    };
    piece(level.texts(), before, out);
    match text {
        text if is_string => characters(level, slot, text, out),
        Text::Status(status) => digits(status, out),
        text => other(level, slot, text, out),
    }
    piece(level.texts(), behind, out);
}

/// The inside of a string.
fn characters(level: &Level<'_>, slot: &Slot, text: Text<'_>, out: &mut Vec<u8>) {
    match text {
        Text::Catalog(id) if level.texts().is_plain(id) && slot.max_length == u32::MAX => {
            let (start, end) = level.texts().place(id);
            copy(level.texts(), start, end - start, out);
        }
        text => {
            let _ = level.write_slot(slot, text, &mut Escaped(out));
        }
    }
}

/// The value of a slot that holds something else than a string.
fn other(level: &Level<'_>, slot: &Slot, text: Text<'_>, out: &mut Vec<u8>) {
    match text {
        Text::Content(Content::Json(json)) => value(json, out),
        Text::Scalar(scalar) => value(&scalar.json(), out),
        Text::Field(name) => match level.field(name) {
            Content::Json(json) => value(&json, out),
            content => written(level, slot, Text::Content(&content), out),
        },
        text => written(level, slot, text, out),
    }
}

/// A value that is text, as a number if the slot is for numbers and it is one.
fn written(level: &Level<'_>, slot: &Slot, text: Text<'_>, out: &mut Vec<u8>) {
    let mut written = String::new();
    let _ = level.write_slot(slot, text, &mut written);
    if slot.slot_type.is_numeric() && is_integer(&written) {
        out.extend_from_slice(written.as_bytes());
    } else {
        string(&written, out);
    }
}

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

#[inline]
fn piece(texts: &Texts, json: &Json, out: &mut Vec<u8>) {
    copy(texts, json.start(), json.length(), out);
}

/// Appends a piece of the texts. Most pieces are short, and to append a fixed number of bytes and to
/// drop what is too many takes a third of the time that it takes to append as many as there are.
#[inline]
fn copy(texts: &Texts, start: usize, length: usize, out: &mut Vec<u8>) {
    const MOST: usize = 32;
    let bytes = &texts.bytes()[start..];
    match bytes.first_chunk::<MOST>() {
        Some(chunk) if length <= MOST => {
            let end = out.len() + length;
            out.extend_from_slice(chunk);
            out.truncate(end);
        }
        _ => out.extend_from_slice(&bytes[..length]),
    }
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
