//! Which item of a list reads an element: fixed members are conditions.

use super::Walker;
use crate::answer::found;
use crate::answer::scan::{self, Next};
use crate::node::{Item, Member, Node};
use crate::rows::RowRange;

impl Walker<'_> {
    /// The first item all of whose fixed members an element has, or else the first that has none which
    /// the element has otherwise. Where they stand does not count.
    pub(super) fn item_for(&self, items: RowRange, at: usize) -> Option<Item> {
        let suits = |item: &Item| self.suits(item.node, at);
        if items.len() == 1 {
            return self.catalog.item(items, 0).filter(suits);
        }
        let mut possible = None;
        for item in self.catalog.items(items).filter(suits) {
            match self.conditions(item.node, at) {
                Conditions::Met => return Some(item),
                Conditions::Open => possible = possible.or(Some(item)),
                Conditions::Different => {}
            }
        }
        possible
    }

    /// Whether a value is of a kind that a node can be.
    pub(super) fn suits(&self, node: Node, at: usize) -> bool {
        let Some(first) = self.body.get(at) else { return false };
        match node {
            Node::Object(_) => matches!(first, b'{' | b'"'),
            Node::Inner => *first == b'{',
            Node::List(items) => {
                *first == b'[' || self.catalog.items(items).any(|item| self.suits(item.node, at))
            }
            Node::Slot(slot) => scan::value(self.body, at)
                .is_some_and(|end| found::fits(self.catalog.slot(slot), &self.body[at..end])),
            Node::Text(_) => *first == b'"',
            node => scan::value(self.body, at)
                .is_some_and(|end| self.is_same(node, &self.body[at..end])),
        }
    }

    /// How the fixed members of a node are in a value.
    fn conditions(&self, node: Node, at: usize) -> Conditions {
        let Node::Object(members) = node else { return Conditions::Open };
        let is_fixed = |member: &Member<'_>| !member.is_map() && is_constant(member.node());
        let fixed = self.catalog.members(members).filter(is_fixed).count();
        let (mut met, mut at) = (0, scan::blanks(self.body, at + 1));
        while let Some(Next::Member { key, is_escaped, start }) = scan::next(self.body, at) {
            let Some(end) = scan::value(self.body, start) else { break };
            let name = &self.body[key.start + 1..key.end - 1];
            if let Some((_, _, member)) = self.find(members, 0, name, is_escaped)
                && is_fixed(&member)
            {
                if !self.is_same(member.node(), &self.body[start..end]) {
                    return Conditions::Different;
                }
                met += 1;
            }
            at = scan::comma(self.body, end);
        }
        if fixed > 0 && met >= fixed { Conditions::Met } else { Conditions::Open }
    }

    /// Whether a value is that of a fixed node.
    pub(super) fn is_same(&self, node: Node, value: &[u8]) -> bool {
        let texts = self.catalog.texts;
        match node {
            Node::String(text) => {
                value.first() == Some(&b'"')
                    && found::text(value).is_some_and(|value| value == texts.get(text))
            }
            Node::Number(number) => {
                let number = texts.bytes_of(number);
                number == value || found::whole_number(value) == found::whole_number(number)
            }
            Node::Boolean(fixed) => value == if fixed { &b"true"[..] } else { b"false" },
            Node::Null => value == b"null",
            _ => false,
        }
    }
}

/// How the fixed members of an object are in an element.
enum Conditions {
    /// All of them are there, and there are some.
    Met,
    /// None is different.
    Open,
    Different,
}

/// Whether a node is a constant that a body is recognized by.
pub(super) fn is_constant(node: Node) -> bool {
    matches!(node, Node::String(_) | Node::Number(_) | Node::Boolean(_))
}
