//! What a body has to be, worked out from the resolved catalog and nothing that the compiled one is
//! made of. It is slow and plain: the resolver of `api-error-catalog-core` is held against it.

use std::borrow::Cow;
use std::cmp::Reverse;

use api_error_catalog::{Effect, SlotSource, SlotType, Value};
use api_error_catalog_core::fact::{TextFact, WordFact};
use api_error_catalog_core::shape::{MemberDef, NodeDef, PieceDef};
use api_error_catalog_core::slot::SlotDef;
use api_error_catalog_core::status;
use api_error_catalog_core::template::{self, TemplatePart};
use api_error_catalog_model::{ResolvedCatalog, ResolvedEntry};
use api_error_catalog_tests::case::{Case, text_of};

/// One body of an entry.
pub(super) struct Expected<'e> {
    catalog: &'e ResolvedCatalog,
    case: &'e Case,
    /// The index of the case's locale.
    locale: usize,
    /// The error's own entry and those it is under, the outermost first: one for each level.
    levels: Vec<&'e ResolvedEntry>,
    /// The entry of each object that nests, the outermost first; the last one is the error's own.
    entries: Vec<&'e ResolvedEntry>,
}

impl<'e> Expected<'e> {
    pub(super) fn new(
        catalog: &'e ResolvedCatalog,
        entry: &'e ResolvedEntry,
        case: &'e Case,
    ) -> Self {
        let locale = catalog.locales.iter().position(|locale| *locale == case.locale);
        let mut levels = vec![entry];
        while let Some(parent) = levels[0].parent {
            levels.insert(0, &catalog.entries[parent]);
        }
        let nests = catalog.shape.inner != NodeDef::Null;
        let entries = if nests { levels.clone() } else { vec![entry] };
        Self { catalog, case, locale: locale.expect("a locale of the catalog"), levels, entries }
    }

    /// The whole body.
    pub(super) fn body(&self) -> Value {
        self.value(&self.catalog.shape.members, 0).unwrap_or(Value::Null)
    }

    /// The message of the error itself, its placeholders filled in, before any slot cuts it.
    pub(super) fn message(&self) -> String {
        self.filled(self.own())
    }

    /// What is to be read from the slots of a name: the value of the deepest level.
    pub(super) fn found(&self, name: &str) -> Option<Value> {
        let slots = &self.catalog.shape.slots;
        let mut numbers: Vec<_> =
            (0..slots.len()).filter(|slot| slots[*slot].name == name).collect();
        numbers.sort_by_key(|slot| Reverse(slots[*slot].level));
        numbers.into_iter().find_map(|number| self.found_in(number))
    }

    /// The deepest value of a slot that is of its type.
    fn found_in(&self, number: usize) -> Option<Value> {
        (0..self.entries.len()).rev().find_map(|depth| {
            let value = self.found_at(self.root(depth), number, depth)?;
            let slot = &self.catalog.shape.slots[number];
            (fits(slot.slot_type, &value) || slot.or.is_some_and(|or| fits(or, &value)))
                .then_some(value)
        })
    }

    fn found_at(&self, node: &NodeDef, number: usize, depth: usize) -> Option<Value> {
        match node {
            NodeDef::Object(members) => {
                members.iter().find_map(|member| self.found_at(&member.node, number, depth))
            }
            NodeDef::List(items) => self
                .written(items)
                .find_map(|item| self.found_at(item, number, self.depth(item, depth))),
            NodeDef::Slot(slot) if *slot == number => self.slot(number, depth),
            NodeDef::Text(pieces) if pieces.contains(&PieceDef::Slot(number)) => {
                self.value(node, depth)?;
                let value = self.slot(number, depth)?;
                // Of what stands in a string, nothing tells whether it was one.
                match self.catalog.shape.slots[number].slot_type {
                    SlotType::Any => Some(Value::from(text_of(&value))),
                    _ => Some(value),
                }
            }
            _ => None,
        }
    }

    /// The depth of the entry that an item of a list speaks of: an item that an entry fills is an error,
    /// which has the body to itself.
    fn depth(&self, item: &NodeDef, depth: usize) -> usize {
        let is_filled = |slot: usize| self.catalog.shape.slots[slot].source.is_of_entry();
        let own = self.entries.len() - 1;
        let (mut is_error, mut nests) = (false, false);
        beside_items(item, &mut |node| match node {
            NodeDef::Slot(slot) => is_error |= is_filled(*slot),
            NodeDef::Text(pieces) => {
                is_error |= pieces.iter().flat_map(PieceDef::slots).any(is_filled);
            }
            NodeDef::Inner => nests = true,
            _ => {}
        });
        match (is_error || nests, nests && depth == 0) {
            (false, _) | (_, true) => depth,
            (true, false) => own,
        }
    }

    /// The items of a list that have a place for the error: its entry has every level that they name.
    fn written<'n>(&self, items: &'n [NodeDef]) -> impl Iterator<Item = &'n NodeDef> {
        let slots = &self.catalog.shape.slots;
        items.iter().filter(move |item| {
            let mut lowest = None;
            beside_items(item, &mut |node| {
                if let NodeDef::Slot(slot) = node
                    && slots[*slot].source.is_of_entry()
                    && slots[*slot].level > 0
                {
                    lowest = Some(lowest.unwrap_or(u8::MAX).min(slots[*slot].level));
                }
            });
            lowest.is_none_or(|level| self.levels.len() >= usize::from(level))
        })
    }

    fn own(&self) -> &'e ResolvedEntry {
        self.entries[self.entries.len() - 1]
    }

    fn root(&self, depth: usize) -> &'e NodeDef {
        let shape = &self.catalog.shape;
        if depth == 0 { &shape.members } else { &shape.inner }
    }

    /// A node's value; `None` where it has none.
    fn value(&self, node: &NodeDef, depth: usize) -> Option<Value> {
        Some(match node {
            NodeDef::Object(members) => {
                members.iter().filter_map(|member| self.member(member, depth)).collect()
            }
            NodeDef::List(items) => self
                .written(items)
                .filter(|item| !has_slot(item) || self.has_value(item, self.depth(item, depth)))
                .map(|item| self.value(item, self.depth(item, depth)).unwrap_or(Value::Null))
                .collect(),
            NodeDef::String(text) => Value::from(text.as_str()),
            NodeDef::Number(digits) => digits.parse().expect("a number"),
            NodeDef::Boolean(value) => Value::from(*value),
            NodeDef::Null => Value::Null,
            NodeDef::Slot(number) => return self.slot(*number, depth),
            NodeDef::Text(pieces) => {
                let mut text = String::new();
                for piece in pieces {
                    match piece {
                        PieceDef::Fixed(fixed) => text.push_str(fixed),
                        PieceDef::Slot(number) => {
                            text.push_str(&text_of(&self.slot(*number, depth)?));
                        }
                        PieceDef::Optional(_) => panic!("no test catalog has one yet"),
                    }
                }
                Value::from(text)
            }
            NodeDef::Inner => {
                let inner = depth + 1;
                return (inner < self.entries.len())
                    .then(|| self.value(self.root(inner), inner))?;
            }
        })
    }

    fn member(&self, member: &MemberDef, depth: usize) -> Option<(String, Value)> {
        if member.optional && !self.has_value(&member.node, depth) {
            return None;
        }
        let key = member.key.name().expect("a fixed name").to_owned();
        Some((key, self.value(&member.node, depth).unwrap_or(Value::Null)))
    }

    /// Whether something in a node comes from a slot.
    fn has_value(&self, node: &NodeDef, depth: usize) -> bool {
        match node {
            NodeDef::Object(members) => members.iter().any(|m| self.has_value(&m.node, depth)),
            NodeDef::List(items) => {
                self.written(items).any(|item| self.has_value(item, self.depth(item, depth)))
            }
            NodeDef::Slot(_) | NodeDef::Text(_) | NodeDef::Inner => {
                self.value(node, depth).is_some()
            }
            NodeDef::String(_) | NodeDef::Number(_) | NodeDef::Boolean(_) | NodeDef::Null => false,
        }
    }

    /// What stands in a slot; `None` where it has no value.
    fn slot(&self, number: usize, depth: usize) -> Option<Value> {
        let shape = &self.catalog.shape;
        let slot = &shape.slots[number];
        let is_inner = shape.inner.walk().any(|node| node.names_slot(number));
        let is_own = match usize::from(slot.level) {
            0 => !is_inner || depth + 1 == self.entries.len(),
            level => slot.source == SlotSource::Caller || level == self.levels.len(),
        };
        let set = if is_own { self.case.slot(&slot.name) } else { None };
        if let Some(value) = set.and_then(|value| travelling(slot, value)) {
            return Some(value);
        }
        let entry = match usize::from(slot.level) {
            _ if is_own => self.own(),
            0 => self.entries[depth],
            level => self.levels.get(level - 1)?,
        };
        let text = match slot.source {
            SlotSource::Status => return travelling(slot, &Value::from(self.status())),
            SlotSource::Code => entry.is_sent.then(|| entry.code.clone()),
            SlotSource::Text(TextFact::Message)
                if self.is_optional(number)
                    && (!entry.says_message
                        || (slot.level > 0 || is_inner) && self.has_message_of_parent(entry)) =>
            {
                None
            }
            SlotSource::Text(TextFact::Message) => Some(self.filled(entry)),
            SlotSource::Text(TextFact::Title) if self.is_blank(depth) => self.reason(),
            SlotSource::Text(fact) => self.text(entry, fact),
            SlotSource::Word(WordFact::Effect) => {
                let said = Effect::from_word(entry.facts.words[WordFact::Effect].map(|w| w.value));
                Some(said.unwrap_or(Effect::of_status(entry.status.value)).to_string())
            }
            SlotSource::Word(fact) => entry.facts.words[fact].map(|w| w.value.as_str().to_owned()),
            SlotSource::Docs => entry.facts.docs.as_ref().map(|docs| docs.value.clone()),
            SlotSource::ProblemType => entry.problem_type.clone(),
            SlotSource::Reason => self.reason(),
            SlotSource::Caller => None,
            SlotSource::Parameters => panic!("no test catalog here has all parameters in a slot"),
            other => panic!("what {other:?} fills has to be added here"),
        }?;
        match (slot.slot_type, text.parse::<i64>()) {
            (SlotType::Integer | SlotType::Number, Ok(number)) => Some(Value::from(number)),
            _ => travelling(slot, &Value::from(text)),
        }
    }

    /// Whether the message of an entry is that of its parent, which has a place of its own.
    fn has_message_of_parent(&self, entry: &ResolvedEntry) -> bool {
        let message = |entry: &ResolvedEntry| {
            entry.facts.texts[TextFact::Message].as_ref().map(|m| m.value.clone())
        };
        let parent = entry.parent.map(|parent| &self.catalog.entries[parent]);
        parent.is_some_and(|parent| message(parent) == message(entry))
    }

    /// Whether no member that is always there has the value of a slot.
    fn is_optional(&self, number: usize) -> bool {
        let shape = &self.catalog.shape;
        !shape.members.walk().chain(shape.inner.walk()).any(|node| match node {
            NodeDef::Object(members) => members.iter().any(|member| {
                !member.optional
                    && matches!(member.node, NodeDef::Slot(_) | NodeDef::Text(_))
                    && member.node.names_slot(number)
            }),
            _ => false,
        })
    }

    fn text(&self, entry: &ResolvedEntry, fact: TextFact) -> Option<String> {
        entry.facts.texts[fact].as_ref().map(|text| text.value[self.locale].clone())
    }

    /// The message of an entry, with something for each placeholder.
    fn filled(&self, entry: &ResolvedEntry) -> String {
        let template = self.text(entry, TextFact::Message).expect("every entry has a message");
        filled(&template, |name| self.case.parameter(name).map(Cow::into_owned))
    }

    /// The status on the wire.
    fn status(&self) -> u16 {
        let mut slots = self.catalog.shape.slots.iter();
        let slot = slots.find(|slot| slot.source == SlotSource::Status);
        let set = slot.and_then(|slot| self.case.slot(&slot.name)?.as_u64());
        set.map_or(self.own().status.value, |status| status.try_into().expect("a status"))
    }

    fn reason(&self) -> Option<String> {
        status::reason(self.status()).map(str::to_owned)
    }

    /// RFC 9457 §4.2.1: a problem without a type of its own has the title of its status.
    fn is_blank(&self, depth: usize) -> bool {
        let mut slots = self.catalog.shape.slots.iter();
        let Some(slot) = slots.position(|slot| slot.source == SlotSource::ProblemType) else {
            return false;
        };
        self.slot(slot, depth).is_none_or(|uri| uri == "about:blank")
    }
}

/// A value that a slot is set to, as it travels; `None` where it does not.
fn travelling(slot: &SlotDef, value: &Value) -> Option<Value> {
    if slot.slot_type != SlotType::String {
        return Some(value.clone());
    }
    let text = text_of(value);
    let most = slot.max_length.map_or(usize::MAX, |most| most as usize);
    (text.chars().count() >= slot.min_length as usize).then(|| Value::from(cut(&text, most)))
}

pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// A template with something for each placeholder.
pub(super) fn filled(template: &str, text: impl Fn(&str) -> Option<String>) -> String {
    let parts = template::parts(template).expect("a template");
    let part = |part| match part {
        TemplatePart::Text(text) => template::unescape(text),
        TemplatePart::Placeholder { name, .. } => text(name).unwrap_or_else(|| "…".to_owned()),
    };
    parts.into_iter().map(part).collect()
}

fn fits(slot_type: SlotType, value: &Value) -> bool {
    match slot_type {
        SlotType::String => value.is_string(),
        SlotType::Integer => value.is_i64() || value.is_u64(),
        SlotType::Number => value.is_number(),
        SlotType::Boolean => value.is_boolean(),
        SlotType::Array => value.is_array(),
        SlotType::Object => value.is_object(),
        _ => !value.is_null(),
    }
}

/// The nodes in a node, but for those in items of lists.
fn beside_items(node: &NodeDef, look: &mut dyn FnMut(&NodeDef)) {
    look(node);
    if let NodeDef::Object(members) = node {
        for member in members {
            beside_items(&member.node, look);
        }
    }
}

fn has_slot(node: &NodeDef) -> bool {
    node.walk().any(|node| match node {
        NodeDef::Slot(_) | NodeDef::Inner => true,
        NodeDef::Text(pieces) => pieces.iter().any(|piece| piece.slots().next().is_some()),
        _ => false,
    })
}
