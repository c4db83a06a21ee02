//! A shape as the steps that write it: the JSON between slots is escaped and joined here, so that
//! nothing is left to do at run time but to copy it.

use api_error_catalog_model::{Member, Node, Slot, SlotType, TextPiece, quoted};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::shape;
use super::texts::TextTable;

/// A step, as in the runtime's `shape`.
pub(super) enum Step<'s> {
    Json(String),
    /// The JSON around the value has its quotes, if the slot is a string.
    Slot {
        before: String,
        behind: String,
        slot: usize,
        optional: bool,
    },
    Text(&'s [TextPiece]),
    Inner,
    Comma,
    Unless(&'s Node, usize),
}

/// The steps that write a piece of a shape.
pub(super) fn steps<'s>(node: &'s Node, slots: &'s [Slot]) -> Vec<Step<'s>> {
    let mut writer = Writer { slots, steps: Vec::new(), json: String::new(), closed: 0 };
    writer.node(node);
    writer.flush();
    writer.steps
}

struct Writer<'s> {
    slots: &'s [Slot],
    steps: Vec<Step<'s>>,
    /// JSON that is to be written before the next step.
    json: String,
    /// How many steps nothing can be added to: they may be left out.
    closed: usize,
}

impl<'s> Writer<'s> {
    fn step(&mut self, step: Step<'s>) {
        self.flush();
        self.steps.push(step);
    }

    fn flush(&mut self) {
        let json = std::mem::take(&mut self.json);
        match self.steps[self.closed..].last_mut() {
            _ if json.is_empty() => {}
            Some(Step::Slot { behind, .. }) => behind.push_str(&json),
            _ => self.steps.push(Step::Json(json)),
        }
    }

    fn node(&mut self, node: &'s Node) {
        match node {
            Node::Object(members) => self.object(members),
            Node::List(items) => self.list(items),
            Node::String(text) => self.json.push_str(&quoted(text)),
            Node::Number(number) => self.json.push_str(number),
            Node::Boolean(value) => self.json.push_str(if *value { "true" } else { "false" }),
            Node::Null => self.json.push_str("null"),
            Node::Slot(slot) => self.slot(*slot, false),
            Node::Text(pieces) => self.step(Step::Text(pieces)),
            Node::Inner => self.step(Step::Inner),
        }
    }

    fn list(&mut self, items: &'s [Node]) {
        self.json.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.json.push(',');
            }
            self.node(item);
        }
        self.json.push(']');
    }

    fn slot(&mut self, slot: usize, optional: bool) {
        let is_string = self.slots[slot].slot_type == SlotType::String;
        let quote = if is_string { "\"" } else { "" };
        let before = std::mem::take(&mut self.json) + quote;
        self.steps.push(Step::Slot { before, behind: quote.to_owned(), slot, optional });
    }

    fn object(&mut self, members: &'s [Member]) {
        self.json.push('{');
        let mut before = Before::Nothing;
        for member in members {
            if member.optional {
                self.optional(member, before);
                before = before.max(Before::Unsure);
            } else {
                self.key(member, before);
                self.node(&member.node);
                before = Before::Something;
            }
        }
        self.json.push('}');
    }

    fn key(&mut self, member: &Member, before: Before) {
        match before {
            Before::Nothing => {}
            Before::Unsure => self.step(Step::Comma),
            Before::Something => self.json.push(','),
        }
        self.json.push_str(&quoted(&member.key));
        self.json.push(':');
    }

    /// A member that is left out when it has no value.
    fn optional(&mut self, member: &'s Member, before: Before) {
        self.flush();
        let at = self.steps.len();
        match member.node {
            Node::Slot(slot) if before != Before::Unsure => {
                self.key(member, before);
                self.slot(slot, true);
            }
            _ => {
                self.closed = at;
                self.key(member, before);
                self.node(&member.node);
                self.flush();
                self.steps.insert(at, Step::Unless(&member.node, self.steps.len() - at));
                self.closed = self.steps.len();
            }
        }
    }
}

/// What is written of an object before one of its members.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Nothing,
    /// Members that may be left out, all of them.
    Unsure,
    Something,
}

/// Steps as a static.
pub(super) fn tokens(steps: &[Step<'_>], texts: &mut TextTable) -> TokenStream {
    let steps = steps.iter().map(|step| match step {
        Step::Json(json) => {
            let json = self::json(json, texts);
            quote!(__private::Step::Json(#json))
        }
        Step::Slot { before, behind, slot, optional } => {
            let (before, behind) = (json(before, texts), json(behind, texts));
            let slot = Literal::usize_unsuffixed(*slot);
            quote! {
                __private::Step::Slot(__private::SlotStep {
                    before: #before, behind: #behind, slot: #slot, optional: #optional,
                })
            }
        }
        Step::Text(pieces) => {
            let pieces = shape::text_pieces(pieces);
            quote!(__private::Step::Text(#pieces))
        }
        Step::Inner => quote!(__private::Step::Inner),
        Step::Comma => quote!(__private::Step::Comma),
        Step::Unless(node, count) => {
            let (node, count) = (shape::node(node), Literal::usize_unsuffixed(*count));
            quote!(__private::Step::Unless(&#node, #count))
        }
    });
    quote!(&[#(#steps),*])
}

/// Some JSON as a piece of the texts.
fn json(json: &str, texts: &mut TextTable) -> TokenStream {
    let start = Literal::u32_unsuffixed(texts.place(json));
    let length = Literal::usize_unsuffixed(json.len());
    quote!(__private::Json { start: #start, length: #length })
}
