//! An error body before it is written: a code, a locale, and what the caller has put into slots.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde_json::Value;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::shape::{Filling, Node, Slot, SlotType, Step};
use crate::tables::{Fact, Heads, Tables};
use crate::template::{self, Limited, UNFILLED};
use crate::text::{TextId, Texts};
use crate::value::{Content, Fields, Scalar};

/// The body of one error. The derive wraps it in a type with a setter for each slot.
///
/// Nearly everything that callers set is text that they lend, or a number. It has a place of its own,
/// so that a body that has nothing else is made without an allocation, and dropped in no time.
#[derive(Clone)]
pub struct Body<'a, Slots: ?Sized> {
    entry: Entry,
    locale: u16,
    /// Whether a slot that the catalog fills is the caller's.
    is_changed: bool,
    placeholder: Option<(&'static str, &'a str)>,
    /// What is in none of the other places.
    others: Vec<(Name, Content<'a>)>,
    fields: Option<&'a dyn Fields>,
    slots: Slots,
}

/// A body with a number of slots.
pub type SlotBody<'a, const SLOTS: usize> = Body<'a, [Lent<'a>; SLOTS]>;

/// A body as it is read by whoever writes it.
pub(crate) type AnyBody<'a> = Body<'a, [Lent<'a>]>;

/// What a slot has that has nothing to drop.
#[derive(Clone, Copy)]
pub enum Lent<'a> {
    Nothing,
    Text(&'a str),
    Scalar(Scalar),
}

/// What a caller sets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Slot(usize),
    Placeholder(&'static str),
}

impl<const SLOTS: usize> fmt::Debug for SlotBody<'_, SLOTS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut json = Vec::new();
        crate::json::write(self, &mut json);
        f.write_str(core::str::from_utf8(&json).unwrap_or_default())
    }
}

impl<'a, const SLOTS: usize> SlotBody<'a, SLOTS> {
    #[inline]
    pub fn new(entry: Entry) -> Self {
        Self {
            entry,
            locale: 0,
            is_changed: false,
            placeholder: None,
            others: Vec::new(),
            fields: None,
            slots: [Lent::Nothing; SLOTS],
        }
    }

    pub fn with_fields(entry: Entry, fields: &'a dyn Fields) -> Self {
        Self { fields: Some(fields), ..Self::new(entry) }
    }

    #[must_use]
    pub fn locale(mut self, tag: &str) -> Self {
        self.locale = self.entry.catalog().locale(tag);
        self
    }

    /// Says that a slot which the catalog fills is set next.
    #[inline]
    #[must_use]
    pub fn change(mut self) -> Self {
        self.is_changed = true;
        self
    }

    #[inline]
    #[must_use]
    pub fn set_text(mut self, slot: usize, text: impl Into<Cow<'a, str>>) -> Self {
        match text.into() {
            Cow::Borrowed(text) if self.others.is_empty() => {
                self.slots[slot] = Lent::Text(text);
                self
            }
            Cow::Borrowed(text) => self.set(slot, Content::Text(Cow::Borrowed(text))),
            Cow::Owned(text) => self.set(slot, Content::Text(Cow::Owned(text))),
        }
    }

    #[inline(never)]
    #[must_use]
    pub fn set(mut self, slot: usize, content: Content<'a>) -> Self {
        let name = Name::Slot(slot);
        self.others.retain(|(known, _)| *known != name);
        self.slots[slot] = match content {
            Content::Text(Cow::Borrowed(text)) => Lent::Text(text),
            content => match Scalar::of(&content) {
                Some(scalar) => Lent::Scalar(scalar),
                None => {
                    self.others.push((name, content));
                    Lent::Nothing
                }
            },
        };
        self
    }

    #[must_use]
    pub fn fill(mut self, placeholder: &'static str, text: Cow<'a, str>) -> Self {
        let name = Name::Placeholder(placeholder);
        self.others.retain(|(known, _)| *known != name);
        let is_free = self.placeholder.is_none_or(|(known, _)| known == placeholder);
        match text {
            Cow::Borrowed(text) if is_free => self.placeholder = Some((placeholder, text)),
            text => {
                if is_free {
                    self.placeholder = None;
                }
                self.others.push((name, Content::Text(text)));
            }
        }
        self
    }

    pub fn to_json(&self, heads: &Heads) -> Vec<u8> {
        let mut json = Vec::with_capacity(256);
        self.write_json(heads, &mut json);
        json
    }

    #[inline]
    pub fn write_json(&self, heads: &Heads, out: &mut Vec<u8>) {
        if self.is_changed || self.locale != 0 {
            crate::json::write(self, out);
        } else {
            let (json, step) = heads.head(self.entry.number());
            crate::json::write_behind(json, step, self, out);
        }
    }
}

/// An error's message for people, its fields filled in.
pub struct Message<'a>(SlotBody<'a, 0>);

impl<'a> Message<'a> {
    pub fn new(entry: Entry, locale: &str, fields: &'a dyn Fields) -> Self {
        Self(Body::with_fields(entry, fields).locale(locale))
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body: &AnyBody<'_> = &self.0;
        body.write_message(body.entry, f)
    }
}

impl AnyBody<'_> {
    fn catalog(&self) -> &'static Catalog {
        self.entry.catalog()
    }

    /// What the caller has put into a slot.
    fn given(&self, slot: usize) -> Option<Text<'_>> {
        match self.slots.get(slot) {
            Some(Lent::Text(text)) => Some(Text::Given(text)),
            Some(Lent::Scalar(scalar)) => Some(Text::Scalar(*scalar)),
            _ => self.other(Name::Slot(slot)),
        }
    }

    fn other(&self, name: Name) -> Option<Text<'_>> {
        let (_, content) = self.others.iter().find(|(known, _)| *known == name)?;
        match content {
            Content::Absent => None,
            Content::Text(text) => Some(Text::Given(text)),
            content => Some(Text::Content(content)),
        }
    }

    /// The status on the wire: the caller's, or else the code's.
    fn status(&self) -> u16 {
        let slots = self.catalog().tables().shape.slots;
        let set = slots.iter().position(|slot| slot.filling == Filling::Status);
        match set.and_then(|slot| self.given(slot)) {
            Some(Text::Scalar(Scalar::Unsigned(status))) => u16::try_from(status).ok(),
            _ => None,
        }
        .unwrap_or(self.entry.status())
    }

    fn reason(&self) -> Option<&'static str> {
        let reasons = self.catalog().tables().reasons;
        let at = reasons.binary_search_by_key(&self.status(), |(status, _)| *status).ok()?;
        Some(reasons[at].1)
    }

    /// What the caller or the error's own fields have under a name.
    fn named(&self, name: &'static str) -> Option<Text<'_>> {
        let lent = self.placeholder.filter(|(known, _)| *known == name);
        let lent = lent.map(|(_, text)| Text::Given(text));
        let given = lent.or_else(|| self.other(Name::Placeholder(name)));
        given.or_else(|| match self.fields?.field(name) {
            Content::Absent => None,
            _ => Some(Text::Field(name)),
        })
    }

    fn field(&self, name: &str) -> Content<'_> {
        self.fields.map_or(Content::Absent, |fields| fields.field(name))
    }

    /// A code's message, its placeholders filled in.
    fn write_message(&self, entry: Entry, out: &mut dyn Write) -> fmt::Result {
        let id = entry.row().text(Fact::Message);
        let message = self.catalog().tables().texts.localized(id, self.locale);
        template::fill(message, out, &mut |name, out| self.write_placeholder(name, out))
    }

    fn write_placeholder(&self, name: &'static str, out: &mut dyn Write) -> fmt::Result {
        let slots = self.catalog().tables().shape.slots;
        let slot = slots.iter().position(|slot| slot.name == name);
        match slot.and_then(|slot| self.given(slot)).or_else(|| self.named(name)) {
            Some(text) => self.write_text(self.entry, text, out),
            None => out.write_str(UNFILLED),
        }
    }

    /// Writes what a slot or a placeholder has, in an object that is for some code.
    fn write_text(&self, entry: Entry, text: Text<'_>, out: &mut dyn Write) -> fmt::Result {
        match text {
            Text::Catalog(id) => out.write_str(self.catalog().tables().texts.get(id)),
            Text::Given(text) => out.write_str(text),
            Text::Status(status) => write!(out, "{status}"),
            Text::Content(content) => write_content(content, out),
            Text::Scalar(scalar) => write!(out, "{}", scalar.json()),
            Text::Field(name) => write_content(&self.field(name), out),
            Text::Message => self.write_message(entry, out),
        }
    }
}

/// The problem type that says no more than the status (RFC 9457 §4.2.1).
pub(crate) const BLANK: &str = "about:blank";

/// One of the nested objects of a body, and the code it is for.
#[derive(Clone, Copy)]
pub(crate) struct Level<'l> {
    body: &'l AnyBody<'l>,
    tables: &'static Tables,
    entry: Entry,
    is_outermost: bool,
}

impl<'l> Level<'l> {
    /// The outermost object: that of the code's first ancestor where the shape nests, and that of the
    /// code itself where it does not.
    pub(crate) fn outermost(body: &'l AnyBody<'l>) -> Self {
        let tables = body.catalog().tables();
        let mut entry = body.entry;
        if !matches!(tables.shape.inner, Node::Null) {
            while let Some(parent) = entry.parent() {
                entry = parent;
            }
        }
        Self { body, tables, entry, is_outermost: true }
    }

    /// The next more specific object.
    pub(crate) fn inner(&self) -> Option<Self> {
        if self.is_innermost() {
            return None;
        }
        let mut entry = self.body.entry;
        while let Some(parent) = entry.parent() {
            if parent.number() == self.entry.number() {
                break;
            }
            entry = parent;
        }
        Some(Self { entry, is_outermost: false, ..*self })
    }

    fn is_innermost(&self) -> bool {
        self.entry.number() == self.body.entry.number()
    }

    /// The shape's piece that this object is written as.
    pub(crate) fn node(&self) -> &'static Node {
        let shape = &self.tables.shape;
        if self.is_outermost { &shape.members } else { &shape.inner }
    }

    /// The steps that write it.
    pub(crate) fn steps(&self) -> &'static [Step] {
        let shape = &self.tables.shape;
        if self.is_outermost { shape.member_steps } else { shape.inner_steps }
    }

    pub(crate) fn slot(&self, number: u16) -> &'static Slot {
        &self.tables.shape.slots[usize::from(number)]
    }

    pub(crate) fn texts(&self) -> &'static Texts {
        &self.tables.texts
    }

    /// Whether what the caller sets is written in this object: it is about the error itself, and
    /// stands where it is closest to it.
    #[inline]
    fn is_callers(&self, slot: &Slot) -> bool {
        if slot.is_inner { self.is_innermost() } else { self.is_outermost }
    }

    /// The text that the caller has lent to a slot which takes any text.
    #[inline]
    pub(crate) fn lent(&self, number: u16) -> Option<&'l str> {
        let slot = self.slot(number);
        let takes_any = slot.slot_type == SlotType::String
            && slot.min_length == 0
            && slot.max_length == u32::MAX;
        if !takes_any || !self.is_callers(slot) {
            return None;
        }
        match self.body.slots.get(usize::from(number)) {
            Some(Lent::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// What is written in a slot; `None` where it has no value.
    pub(crate) fn text(&self, number: u16) -> Option<Text<'l>> {
        let slot = self.slot(number);
        let is_callers = self.is_callers(slot);
        if is_callers {
            match self.body.given(usize::from(number)) {
                Some(Text::Given(text)) if is_shorter(text, slot.min_length) => {}
                None => {}
                set => return set,
            }
        }
        self.unset(slot, is_callers)
    }

    /// What is written in a slot that the caller has not set.
    fn unset(&self, slot: &Slot, is_callers: bool) -> Option<Text<'l>> {
        match slot.filling {
            Filling::Status if is_callers => Some(Text::Status(self.body.entry.status())),
            Filling::Status => Some(Text::Status(self.body.status())),
            Filling::Code => self.entry.row().is_sent().then(|| self.plain(Fact::Code)).flatten(),
            Filling::Message if self.entry.row().is_template() => Some(Text::Message),
            Filling::Message => self.localized(Fact::Message),
            // RFC 9457 §4.2.1: a problem without a type of its own has the title of its status.
            Filling::Title if self.is_blank_problem() => self.body.reason().map(Text::Given),
            Filling::Title => self.localized(Fact::Title),
            Filling::Description => self.localized(Fact::Description),
            Filling::Action => self.localized(Fact::Action),
            Filling::Reason => self.body.reason().map(Text::Given),
            Filling::Retry => self.entry.retry().map(|retry| Text::Given(retry.as_str())),
            Filling::Docs => self.plain(Fact::Docs),
            Filling::Type => self.plain(Fact::TypeUri),
            Filling::Caller if is_callers => self.body.named(slot.name),
            Filling::Caller => None,
        }
    }

    /// A text that is the same in every locale.
    fn plain(&self, fact: Fact) -> Option<Text<'l>> {
        let id = self.entry.row().text(fact);
        (id != 0).then_some(Text::Catalog(id))
    }

    fn localized(&self, fact: Fact) -> Option<Text<'l>> {
        let id = self.entry.row().text(fact);
        (id != 0).then_some(Text::Catalog(id + TextId::from(self.body.locale)))
    }

    /// Whether this is a problem that says no more than its status: its type is `about:blank`, or there
    /// is none.
    fn is_blank_problem(&self) -> bool {
        let slots = self.tables.shape.slots;
        let at = slots.iter().position(|slot| slot.filling == Filling::Type);
        let Some(number) = at.and_then(|at| u16::try_from(at).ok()) else { return false };
        match self.text(number) {
            None => true,
            Some(Text::Catalog(uri)) => self.texts().get(uri) == BLANK,
            Some(Text::Given(uri)) => uri == BLANK,
            Some(_) => false,
        }
    }

    /// Writes a slot's value as text, cut where the slot says so.
    pub(crate) fn write_slot(
        &self,
        slot: &Slot,
        text: Text<'_>,
        out: &mut dyn Write,
    ) -> fmt::Result {
        if slot.max_length == u32::MAX {
            return self.body.write_text(self.entry, text, out);
        }
        let mut limited = Limited::new(out, slot.max_length);
        self.body.write_text(self.entry, text, &mut limited)?;
        limited.finish()
    }

    /// What an error's field has.
    pub(crate) fn field(&self, name: &str) -> Content<'l> {
        self.body.field(name)
    }
}

/// What is written in a slot.
#[derive(Clone, Copy)]
pub(crate) enum Text<'l> {
    /// A text of the catalog.
    Catalog(TextId),
    Given(&'l str),
    Status(u16),
    /// The code's message, its placeholders filled in.
    Message,
    Content(&'l Content<'l>),
    Scalar(Scalar),
    /// What the error's field of that name has.
    Field(&'static str),
}

fn write_content(content: &Content<'_>, out: &mut dyn Write) -> fmt::Result {
    match content {
        Content::Absent => Ok(()),
        Content::Text(text) => out.write_str(text),
        Content::Json(Value::String(text)) => out.write_str(text),
        Content::Display(value) => write!(out, "{value}"),
        Content::Json(value) => write!(out, "{value}"),
    }
}

fn is_shorter(text: &str, length: u32) -> bool {
    text.chars().take(length as usize).count() < length as usize
}
