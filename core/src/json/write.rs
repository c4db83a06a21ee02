//! A body as JSON bytes: what the resolver says, member by member.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::{Escaped, push_escaped};
use crate::body::Body;
use crate::prefix::{Path, Prefixes};
use crate::resolver::{ListNode, ObjectNode, Resolved, Resolver, Text};
use crate::shape::{Member, Members, Node};
use crate::slot_value::Integer;

/// Writes a body.
#[inline]
pub(crate) fn write_body(body: &Body<'_>, prefixes: Option<Prefixes<'_>>, out: &mut Vec<u8>) {
    let resolver = Resolver::outermost(body);
    let node = resolver.node();
    match prefixes {
        Some(prefixes) if body.has_prefix() => {
            let (json, path) = prefixes.get(body.entry.number());
            out.extend_from_slice(json);
            write_behind(&resolver, node, path.as_slice(), out);
        }
        _ => value(resolver.resolve(node), out),
    }
}

/// Writes what is behind a prefix that ends in a node, before the member that a path leads to.
fn write_behind(resolver: &Resolver<'_>, node: Node<'_>, path: &[u8], out: &mut Vec<u8>) {
    let (Node::Object(members), [at, inside @ ..]) = (node, path) else {
        return value(resolver.resolve(node), out);
    };
    let mut at = usize::from(*at);
    if let (Some(member), [_, ..]) = (members.get(at), inside) {
        write_behind(resolver, member.node(), inside, out);
        at += 1;
    }
    members_from(resolver, members, at, out);
    out.push(b'}');
}

/// Writes the beginning of a body, up to the first member that a setter can change. The path leads to
/// that member.
pub(crate) fn write_prefix(body: &Body<'_>, out: &mut Vec<u8>) -> Path {
    let resolver = Resolver::outermost(body);
    let mut path = Path::default();
    if let Node::Object(members) = resolver.node() {
        prefix(&resolver, members, out, &mut path);
    }
    path
}

fn prefix(resolver: &Resolver<'_>, members: Members<'_>, out: &mut Vec<u8>, path: &mut Path) {
    out.push(b'{');
    let fixed = members.iter().take_while(|member| resolver.is_fixed(member.node()));
    let count = path.push(fixed.count());
    for member in members.iter().take(count) {
        write_member(resolver, member, out);
    }
    if let Some(member) = members.get(count)
        && let Node::Object(members) = member.node()
        && !member.is_optional()
        && path.has_room()
    {
        key(member, out);
        prefix(resolver, members, out, path);
    }
}

#[inline]
fn members_from(resolver: &Resolver<'_>, members: Members<'_>, first: usize, out: &mut Vec<u8>) {
    let mut at = first;
    while let Some(member) = members.get(at) {
        write_member(resolver, member, out);
        at += 1;
    }
}

#[inline]
fn write_member(resolver: &Resolver<'_>, member: Member<'_>, out: &mut Vec<u8>) {
    if let Some(resolved) = resolver.member(member) {
        key(member, out);
        value(resolved, out);
    }
}

/// Writes a member's key, with a comma before it unless it is the first of its object.
#[inline]
fn key(member: Member<'_>, out: &mut Vec<u8>) {
    let key = member.comma_and_key().as_bytes();
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
        Resolved::Integer(number) => integer(number, out),
        Resolved::Number(number) => display(&number, out),
        Resolved::Digits(json) | Resolved::Json(json) => out.extend_from_slice(json.as_bytes()),
        Resolved::Text(text) => string(&text, out),
        Resolved::Object(ObjectNode { resolver, members }) => {
            out.push(b'{');
            members_from(&resolver, members, 0, out);
            out.push(b'}');
        }
        Resolved::List(items) => list(items, out),
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

fn integer(number: Integer, out: &mut Vec<u8>) {
    match number.as_u64() {
        // Nearly every integer is a status.
        Some(status @ 100..1000) => {
            let digit = |number: u64| b"0123456789"[(number % 10) as usize];
            out.extend_from_slice(&[digit(status / 100), digit(status / 10), digit(status)]);
        }
        _ => display(&number, out),
    }
}

fn display(number: &dyn fmt::Display, out: &mut Vec<u8>) {
    // Digits have nothing to escape, and `Escaped` takes everything.
    let _ = write!(Escaped(out), "{number}");
}
