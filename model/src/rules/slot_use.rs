//! Where the shape and the headers use slots.

use api_error_catalog_core::shape::NodeDef;

use super::check::Check;
use crate::document::BodyTable;

/// Whether the shape or a header names a slot.
pub(super) fn is_used(check: &Check<'_>, slot: usize) -> bool {
    let mut headers = check.document.all_headers().flat_map(|header| &header.pieces);
    is_in_body(check, slot) || headers.any(|piece| piece.slots().any(|other| other == slot))
}

/// Whether the shape names a slot.
pub(super) fn is_in_body(check: &Check<'_>, slot: usize) -> bool {
    let mut body = check.document.body.iter().flat_map(nodes).flat_map(NodeDef::walk);
    body.any(|node| node.names_slot(slot))
}

pub(super) fn nodes(body: &BodyTable) -> impl Iterator<Item = &NodeDef> {
    std::iter::once(&body.members).chain(body.inner.as_ref().map(|inner| &inner.value))
}

/// Whether a slot is in a member that is never left out.
pub(super) fn requires(node: &NodeDef, slot: usize) -> bool {
    match node {
        NodeDef::Object(members) => members.iter().any(|m| !m.optional && requires(&m.node, slot)),
        NodeDef::List(items) => items.iter().any(|item| requires(item, slot)),
        node => node.names_slot(slot),
    }
}
