//! A body as JSON bytes: what the resolver says, member by member.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use crate::body::Body;
use crate::json::{Escaped, push_escaped};
use crate::node::{Member, Node};
use crate::prefix::{Path, Prefixes};
use crate::resolver::{ListNode, ObjectNode, Resolved, Resolver, Text};
use crate::rows::RowRange;

impl Body<'_, '_> {
    /// Appends the body as JSON. With the prefixes of the entry's catalog, the bytes are the same, and
    /// it takes less time.
    #[inline]
    pub fn write_json(&self, prefixes: Option<&Prefixes<'_>>, out: &mut Vec<u8>) {
        write_body(self, prefixes, out);
    }

    /// The body as JSON; see [`write_json`](Self::write_json).
    pub fn to_json(&self, prefixes: Option<&Prefixes<'_>>) -> Vec<u8> {
        let mut json = Vec::with_capacity(256);
        self.write_json(prefixes, &mut json);
        json
    }
}

impl fmt::Debug for Body<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&self.to_json(None)).unwrap_or_default())
    }
}

/// Writes a body.
#[inline]
fn write_body(body: &Body<'_, '_>, prefixes: Option<&Prefixes<'_>>, out: &mut Vec<u8>) {
    let resolver = Resolver::outermost(body);
    let node = resolver.node();
    match prefixes {
        Some(prefixes) if body.has_prefix() => {
            let (json, path) = prefixes.get(body.entry.number(), body.locale);
            out.extend_from_slice(json);
            write_behind(&resolver, node, path.as_slice(), out);
        }
        _ => value(resolver.resolve(node), out),
    }
}

/// Writes what is behind a prefix that ends in a node, before the member that a path leads to.
#[inline]
fn write_behind(resolver: &Resolver<'_>, node: Node, path: &[u8], out: &mut Vec<u8>) {
    match (node, path) {
        (Node::Object(members), [at]) => {
            members_from(resolver, members, usize::from(*at), out);
            out.push(b'}');
        }
        (Node::Object(members), [at, inside @ ..]) => {
            write_inside(resolver, members, usize::from(*at), inside, out);
        }
        _ => value(resolver.resolve(node), out),
    }
}

/// Writes what is behind a prefix that ends inside of a member, and the members behind that one.
fn write_inside(
    resolver: &Resolver<'_>,
    members: RowRange,
    at: usize,
    inside: &[u8],
    out: &mut Vec<u8>,
) {
    if let Some(member) = resolver.shape().member(members, at) {
        match (member.node(), resolver.inner()) {
            (Node::Inner, Some(inner)) => write_behind(&inner, inner.node(), inside, out),
            (node, _) => write_behind(resolver, node, inside, out),
        }
    }
    members_from(resolver, members, at + 1, out);
    out.push(b'}');
}

/// Writes the beginning of a body, up to the first member that a setter can change. The path leads to
/// that member.
pub(crate) fn write_prefix(body: &Body<'_, '_>, out: &mut Vec<u8>) -> Path {
    let resolver = Resolver::outermost(body);
    let mut path = Path::default();
    if let Node::Object(members) = resolver.node() {
        prefix(&resolver, members, out, &mut path);
    }
    path
}

fn prefix(resolver: &Resolver<'_>, members: RowRange, out: &mut Vec<u8>, path: &mut Path) {
    let shape = resolver.shape();
    out.push(b'{');
    let is_fixed = |member: &Member<'_>| !member.is_map() && resolver.is_fixed(member.node());
    let fixed = shape.members(members).take_while(is_fixed);
    let count = path.push(fixed.count());
    for member in shape.members(members).take(count) {
        write_member(resolver, member, out);
    }
    let next = shape.member(members, count).filter(|member| !member.is_map() && path.has_room());
    let Some(member) = next else { return };
    // An object that is there whatever is set begins with its own prefix.
    match (member.node(), resolver.inner()) {
        (Node::Object(members), _) if !member.is_optional() => {
            key(resolver, member, out);
            prefix(resolver, members, out, path);
        }
        (Node::Inner, Some(inner)) => {
            if let Node::Object(members) = inner.node() {
                key(resolver, member, out);
                prefix(&inner, members, out, path);
            }
        }
        _ => {}
    }
}

#[inline]
fn members_from(resolver: &Resolver<'_>, members: RowRange, first: usize, out: &mut Vec<u8>) {
    for member in resolver.shape().members(members.from(first)) {
        write_member(resolver, member, out);
    }
}

/// Writes the members that a member stands for whose name is a slot.
fn map(resolver: &Resolver<'_>, member: Member<'_>, out: &mut Vec<u8>) {
    for entry in resolver.map(member) {
        named_value(&entry.key, entry.value, out);
    }
}

/// Writes a member whose name is not in the shape.
fn named_value(name: &str, resolved: Resolved<'_>, out: &mut Vec<u8>) {
    if out.last() != Some(&b'{') {
        out.push(b',');
    }
    out.push(b'"');
    push_escaped(name.as_bytes(), out);
    out.extend_from_slice(b"\":");
    value(resolved, out);
}

#[inline]
fn write_member(resolver: &Resolver<'_>, member: Member<'_>, out: &mut Vec<u8>) {
    if let Node::Slot(number) = member.node()
        && !member.is_map()
        && let Some(text) = resolver.set_text(number)
    {
        key(resolver, member, out);
        out.push(b'"');
        push_escaped(text.as_bytes(), out);
        out.push(b'"');
    } else {
        write_any_member(resolver, member, out);
    }
}

fn write_any_member(resolver: &Resolver<'_>, member: Member<'_>, out: &mut Vec<u8>) {
    if member.is_map() {
        map(resolver, member, out);
    } else if let Some(resolved) = resolver.member(member) {
        key(resolver, member, out);
        value(resolved, out);
    }
}

/// Writes a member's key, with a comma before it unless it is the first of its object.
#[inline]
fn key(resolver: &Resolver<'_>, member: Member<'_>, out: &mut Vec<u8>) {
    let key = member.comma_and_key(resolver.shape().texts);
    let is_first = out.last() == Some(&b'{');
    out.extend_from_slice(if is_first { &key[1..] } else { key });
}

#[inline]
fn value(resolved: Resolved<'_>, out: &mut Vec<u8>) {
    match resolved {
        Resolved::Text(text) => string(&text, out),
        other => other_value(other, out),
    }
}

fn other_value(resolved: Resolved<'_>, out: &mut Vec<u8>) {
    match resolved {
        Resolved::Absent | Resolved::Null => out.extend_from_slice(b"null"),
        Resolved::Boolean(true) => out.extend_from_slice(b"true"),
        Resolved::Boolean(false) => out.extend_from_slice(b"false"),
        Resolved::Integer(number) => {
            number.with_digits(|digits| out.extend_from_slice(digits.as_bytes()));
        }
        Resolved::Number(number) => display(&number, out),
        Resolved::Digits(json) | Resolved::Json(json) => out.extend_from_slice(json.as_bytes()),
        Resolved::Text(text) => string(&text, out),
        Resolved::Object(ObjectNode { resolver, members }) => {
            out.push(b'{');
            members_from(&resolver, members, 0, out);
            out.push(b'}');
        }
        Resolved::List(items) => list(items, out),
        Resolved::Parameters(parameters) => {
            out.push(b'{');
            for (name, resolved) in parameters.members() {
                named_value(name, resolved, out);
            }
            out.push(b'}');
        }
    }
}

fn list(list: ListNode<'_>, out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, item) in list.items().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        value(item, out);
    }
    out.push(b']');
}

#[inline]
fn string(text: &Text<'_>, out: &mut Vec<u8>) {
    out.push(b'"');
    match text.as_str() {
        Some(whole) if text.is_plain() => out.extend_from_slice(whole.as_bytes()),
        Some(whole) => push_escaped(whole.as_bytes(), out),
        // Nothing here fails: `Escaped` takes everything.
        None => drop(text.write(&mut Escaped(out))),
    }
    out.push(b'"');
}

fn display(number: &dyn fmt::Display, out: &mut Vec<u8>) {
    // Digits have nothing to escape, and `Escaped` takes everything.
    let _ = write!(Escaped(out), "{number}");
}
