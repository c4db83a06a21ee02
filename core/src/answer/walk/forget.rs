//! Dropping what was found: in an object that counts as absent, and in a member that stands twice.

use alloc::vec::Vec;

use super::Walker;
use crate::error_item::ErrorItem;
use crate::node::Node;

/// How much there was at some time.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    found: usize,
    pieces: usize,
    elements: usize,
}

impl Walker<'_> {
    pub(super) fn mark(&self) -> Mark {
        let Self { found, pieces, elements, .. } = self;
        Mark { found: found.len(), pieces: pieces.len(), elements: elements.len() }
    }

    pub(super) fn forget_since(&mut self, mark: Mark) {
        self.found.truncate(mark.found);
        self.pieces.truncate(mark.pieces);
        self.elements.truncate(mark.elements);
    }

    /// Drops what was found in a node.
    pub(super) fn forget(&mut self, node: Node, level: u16) {
        let catalog = self.catalog;
        match node {
            Node::Object(members) => {
                let members = catalog.members(members).filter(|member| !member.is_map());
                members.for_each(|member| self.forget(member.node(), level));
            }
            Node::List(items) => {
                for item in catalog.items(items) {
                    match item.errors {
                        Some(errors) => self.forget_elements(errors),
                        None => self.forget(item.node, level),
                    }
                }
            }
            Node::Slot(slot) => self.forget_slot(slot, level),
            Node::Text(pieces) => {
                let slots = catalog.pieces_of(pieces).numbers();
                slots.for_each(|slot| self.forget_slot(slot, level));
            }
            Node::Inner => {
                let element = self.element;
                self.found.retain(|found| found.element != element || found.level <= level);
            }
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => {}
        }
    }

    fn forget_slot(&mut self, slot: u16, level: u16) {
        let element = self.element;
        self.found
            .retain(|found| (found.slot, found.level, found.element) != (slot, level, element));
    }

    /// Drops the elements that were read by an item in this one.
    fn forget_elements(&mut self, item: ErrorItem) {
        // In ascending order.
        let mut dropped = Vec::new();
        for (number, element) in (1..).zip(&mut self.elements) {
            if element.around == self.element && element.item == item
                || dropped.binary_search(&element.around).is_ok()
            {
                element.is_absent = true;
                dropped.push(number);
            }
        }
        self.found.retain(|found| dropped.binary_search(&found.element).is_err());
    }
}
