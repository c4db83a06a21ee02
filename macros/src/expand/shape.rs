//! The shape of the body as a static.

use api_error_catalog_model::{Member, Node, Shape, Slot, SlotType, TextPiece};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::steps::{self, Step};
use super::texts::TextTable;

/// A shape whose members are written in some steps.
pub(super) fn shape(shape: &Shape, steps: &[Step<'_>], texts: &mut TextTable) -> TokenStream {
    let Shape { media_type, request_headers, slots, members, inner } = shape;
    let headers = request_headers.iter().map(|(name, value)| quote!((#name, #value)));
    let member_steps = steps::tokens(steps, texts);
    let inner_steps = steps::tokens(&steps::steps(inner, slots), texts);
    let slots = (0..).zip(slots).map(|(at, slot)| self::slot(slot, names(inner, at)));
    let members = node(members);
    let inner = node(inner);
    quote! {
        __private::Shape {
            media_type: #media_type,
            request_headers: &[#(#headers),*],
            slots: &[#(#slots),*],
            members: #members,
            inner: #inner,
            member_steps: #member_steps,
            inner_steps: #inner_steps,
        }
    }
}

fn slot(slot: &Slot, is_inner: bool) -> TokenStream {
    let Slot { name, slot_type, or, source, min_length, max_length } = slot;
    let slot_type = self::slot_type(*slot_type);
    let or = match or.map(self::slot_type) {
        Some(or) => quote!(__private::Some(#or)),
        None => quote!(__private::None),
    };
    // Both sides call their variants the same.
    let filling = format_ident!("{source:?}");
    let min_length = Literal::u32_unsuffixed(*min_length);
    let max_length = Literal::u32_unsuffixed(max_length.unwrap_or(u32::MAX));
    quote! {
        __private::Slot {
            name: #name,
            slot_type: #slot_type,
            or: #or,
            filling: __private::Filling::#filling,
            is_inner: #is_inner,
            min_length: #min_length,
            max_length: #max_length,
        }
    }
}

fn slot_type(slot_type: SlotType) -> TokenStream {
    let name = format_ident!("{slot_type:?}");
    quote!(__private::SlotType::#name)
}

pub(super) fn node(node: &Node) -> TokenStream {
    match node {
        Node::Object(members) => {
            let members = members.iter().map(member);
            quote!(__private::Node::Object(&[#(#members),*]))
        }
        Node::List(items) => {
            let items = items.iter().map(self::node);
            quote!(__private::Node::List(&[#(#items),*]))
        }
        Node::String(text) => quote!(__private::Node::String(#text)),
        Node::Number(number) => quote!(__private::Node::Number(#number)),
        Node::Boolean(value) => quote!(__private::Node::Boolean(#value)),
        Node::Null => quote!(__private::Node::Null),
        Node::Slot(slot) => {
            let slot = Literal::usize_unsuffixed(*slot);
            quote!(__private::Node::Slot(#slot))
        }
        Node::Text(pieces) => {
            let pieces = text_pieces(pieces);
            quote!(__private::Node::Text(#pieces))
        }
        Node::Inner => quote!(__private::Node::Inner),
    }
}

/// The pieces of a string with slots in it.
pub(super) fn text_pieces(pieces: &[TextPiece]) -> TokenStream {
    let pieces = pieces.iter().map(|piece| match piece {
        TextPiece::Fixed(text) => quote!(__private::TextPiece::Fixed(#text)),
        TextPiece::Slot(slot) => {
            let slot = Literal::usize_unsuffixed(*slot);
            quote!(__private::TextPiece::Slot(#slot))
        }
    });
    quote!(&[#(#pieces),*])
}

fn member(member: &Member) -> TokenStream {
    let Member { key, node: value, optional } = member;
    let value = node(value);
    quote!(__private::Member { key: #key, node: #value, optional: #optional })
}

/// Whether a slot is in a piece.
fn names(node: &Node, slot: usize) -> bool {
    match node {
        Node::Object(members) => members.iter().any(|member| names(&member.node, slot)),
        Node::List(items) => items.iter().any(|item| names(item, slot)),
        Node::Slot(number) => *number == slot,
        Node::Text(pieces) => pieces.contains(&TextPiece::Slot(slot)),
        _ => false,
    }
}
