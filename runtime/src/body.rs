//! An error body before it is written: a code, a locale, and what the caller has put into slots.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::array;
use core::fmt::{self, Write};

use serde_json::Value;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::shape::{Filling, Node, Slot};
use crate::template::{self, Limited, UNFILLED};
use crate::value::{Content, Fields};

/// The body of one error. The derive wraps it in a type with a setter for each slot.
#[derive(Clone)]
pub struct Body<'a, const SLOTS: usize> {
    entry: Entry,
    locale: u16,
    slots: [Content<'a>; SLOTS],
    placeholders: Vec<(&'static str, Cow<'a, str>)>,
    fields: Option<&'a dyn Fields>,
}

impl<const SLOTS: usize> fmt::Debug for Body<'_, SLOTS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = self.to_json();
        f.write_str(core::str::from_utf8(&json).unwrap_or_default())
    }
}

impl<'a, const SLOTS: usize> Body<'a, SLOTS> {
    pub fn new(entry: Entry) -> Self {
        let slots = array::from_fn(|_| Content::Absent);
        Self { entry, locale: 0, slots, placeholders: Vec::new(), fields: None }
    }

    pub fn with_fields(entry: Entry, fields: &'a dyn Fields) -> Self {
        Self { fields: Some(fields), ..Self::new(entry) }
    }

    #[must_use]
    pub fn locale(mut self, tag: &str) -> Self {
        self.locale = self.entry.catalog().locale(tag);
        self
    }

    #[must_use]
    pub fn set(mut self, slot: usize, content: Content<'a>) -> Self {
        self.slots[slot] = content;
        self
    }

    #[must_use]
    pub fn fill(mut self, placeholder: &'static str, text: Cow<'a, str>) -> Self {
        self.placeholders.retain(|(name, _)| *name != placeholder);
        self.placeholders.push((placeholder, text));
        self
    }

    pub fn to_json(&self) -> Vec<u8> {
        let mut json = Vec::new();
        self.write_json(&mut json);
        json
    }

    pub fn write_json(&self, out: &mut Vec<u8>) {
        crate::json::write(&self.filled(), out);
    }

    pub(crate) fn filled(&self) -> Filled<'_> {
        Filled {
            entry: self.entry,
            locale: self.locale,
            slots: &self.slots,
            placeholders: &self.placeholders,
            fields: self.fields,
        }
    }
}

/// An error's message for people, its fields filled in.
pub struct Message<'a>(Filled<'a>);

impl<'a> Message<'a> {
    pub fn new(entry: Entry, locale: &str, fields: &'a dyn Fields) -> Self {
        let locale = entry.catalog().locale(locale);
        Self(Filled { entry, locale, slots: &[], placeholders: &[], fields: Some(fields) })
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_message(self.0.entry, f)
    }
}

/// A body as it is read by whoever writes it.
pub(crate) struct Filled<'b> {
    entry: Entry,
    locale: u16,
    slots: &'b [Content<'b>],
    placeholders: &'b [(&'static str, Cow<'b, str>)],
    fields: Option<&'b dyn Fields>,
}

impl<'b> Filled<'b> {
    fn catalog(&self) -> &'static Catalog {
        self.entry.catalog()
    }

    /// The status on the wire: the caller's, or else the code's.
    fn status(&self) -> u16 {
        let slots = self.catalog().tables().shape.slots.iter().zip(self.slots);
        let set =
            slots.filter(|(slot, _)| slot.filling == Filling::Status).find_map(|(_, content)| {
                match content {
                    Content::Json(status) => u16::try_from(status.as_u64()?).ok(),
                    _ => None,
                }
            });
        set.unwrap_or(self.entry.status())
    }

    fn reason(&self) -> Option<&'static str> {
        let reasons = self.catalog().tables().reasons;
        let at = reasons.binary_search_by_key(&self.status(), |(status, _)| *status).ok()?;
        Some(reasons[at].1)
    }

    /// What the caller or the error's own fields have under a name.
    fn named(&self, name: &str) -> Option<Named<'b>> {
        if let Some((_, text)) = self.placeholders.iter().find(|(known, _)| *known == name) {
            return Some(Named::Text(text));
        }
        match self.fields?.field(name) {
            Content::Absent => None,
            content => Some(Named::Field(content)),
        }
    }

    /// A code's message, its placeholders filled in.
    fn write_message(&self, entry: Entry, out: &mut dyn Write) -> fmt::Result {
        let message = self.catalog().tables().texts.localized(entry.row().message, self.locale);
        template::fill(message, out, &mut |name, out| self.write_placeholder(name, out))
    }

    fn write_placeholder(&self, name: &str, out: &mut dyn Write) -> fmt::Result {
        let shape = &self.catalog().tables().shape;
        let set = shape.slots.iter().zip(self.slots).find(|(slot, _)| slot.name == name);
        match (set, self.named(name)) {
            (Some((_, content)), _) if !matches!(content, Content::Absent) => {
                write_content(content, out)
            }
            (_, Some(Named::Text(text))) => out.write_str(text),
            (_, Some(Named::Field(content))) => write_content(&content, out),
            (_, None) => out.write_str(UNFILLED),
        }
    }
}

enum Named<'b> {
    Text(&'b str),
    Field(Content<'b>),
}

/// The problem type that says no more than the status (RFC 9457 §4.2.1).
pub(crate) const BLANK: &str = "about:blank";

/// One of the nested objects of a body, and the code it is for.
#[derive(Clone, Copy)]
pub(crate) struct Level<'l> {
    body: &'l Filled<'l>,
    entry: Entry,
    is_outermost: bool,
}

impl<'l> Level<'l> {
    /// The outermost object: that of the code's first ancestor where the shape nests, and that of the
    /// code itself where it does not.
    pub(crate) fn outermost(body: &'l Filled<'l>) -> Self {
        let mut entry = body.entry;
        if !matches!(body.catalog().tables().shape.inner, Node::Null) {
            while let Some(parent) = entry.parent() {
                entry = parent;
            }
        }
        Self { body, entry, is_outermost: true }
    }

    /// The next more specific object.
    pub(crate) fn inner(self) -> Option<Self> {
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
        Some(Self { entry, is_outermost: false, ..self })
    }

    fn is_innermost(self) -> bool {
        self.entry.number() == self.body.entry.number()
    }

    /// The shape's piece that this object is written as.
    pub(crate) fn node(self) -> &'static Node {
        let shape = &self.body.catalog().tables().shape;
        if self.is_outermost { &shape.members } else { &shape.inner }
    }

    pub(crate) fn slot(self, number: u16) -> &'static Slot {
        &self.body.catalog().tables().shape.slots[usize::from(number)]
    }

    /// What is written in a slot; `None` where it has no value.
    pub(crate) fn text(self, number: u16) -> Option<Text<'l>> {
        let slot = self.slot(number);
        // What the caller sets is about the error itself, and stands where it is closest to it.
        let is_callers = if slot.is_inner { self.is_innermost() } else { self.is_outermost };
        if is_callers {
            match &self.body.slots[usize::from(number)] {
                Content::Absent => {}
                Content::Text(text) if is_shorter(text, slot.min_length) => {}
                content => return Some(Text::Content(content)),
            }
        }
        let tables = self.body.catalog().tables();
        let row = self.entry.row();
        let localized = |id| Some(Text::Fixed(tables.texts.find_localized(id, self.body.locale)?));
        match slot.filling {
            Filling::Status => Some(Text::Status(self.body.status())),
            Filling::Code => self.entry.is_sent().then(|| Text::Fixed(self.entry.as_str())),
            Filling::Message if row.is_template => Some(Text::Message),
            Filling::Message => localized(row.message),
            // RFC 9457 §4.2.1: a problem without a type of its own has the title of its status.
            Filling::Title if self.is_blank_problem() => self.body.reason().map(Text::Fixed),
            Filling::Title => localized(row.title),
            Filling::Description => localized(row.description),
            Filling::Action => localized(row.action),
            Filling::Reason => self.body.reason().map(Text::Fixed),
            Filling::Retry => self.entry.retry().map(|retry| Text::Fixed(retry.as_str())),
            Filling::Docs => self.entry.docs().map(Text::Fixed),
            Filling::Type => self.entry.type_uri().map(Text::Fixed),
            Filling::Caller if is_callers => match self.body.named(slot.name)? {
                Named::Text(text) => Some(Text::Fixed(text)),
                Named::Field(content) => Some(Text::Field(content)),
            },
            Filling::Caller => None,
        }
    }

    /// Whether this is a problem that says no more than its status: its type is `about:blank`, or there
    /// is none.
    fn is_blank_problem(self) -> bool {
        let slots = self.body.catalog().tables().shape.slots;
        let at = slots.iter().position(|slot| slot.filling == Filling::Type);
        let Some(number) = at.and_then(|at| u16::try_from(at).ok()) else { return false };
        match self.text(number) {
            None => true,
            Some(Text::Fixed(uri)) => uri == BLANK,
            Some(Text::Content(Content::Text(uri))) => uri == BLANK,
            Some(_) => false,
        }
    }

    /// Writes a slot's value as text, cut where the slot says so.
    pub(crate) fn write_slot(
        self,
        slot: &Slot,
        text: &Text<'_>,
        out: &mut dyn Write,
    ) -> fmt::Result {
        if slot.max_length == u32::MAX {
            return self.write_text(text, out);
        }
        let mut limited = Limited::new(out, slot.max_length);
        self.write_text(text, &mut limited)?;
        limited.finish()
    }

    fn write_text(self, text: &Text<'_>, out: &mut dyn Write) -> fmt::Result {
        match text {
            Text::Fixed(text) => out.write_str(text),
            Text::Status(status) => write!(out, "{status}"),
            Text::Content(content) => write_content(content, out),
            Text::Field(content) => write_content(content, out),
            Text::Message => self.body.write_message(self.entry, out),
        }
    }
}

/// What is written in a slot.
pub(crate) enum Text<'l> {
    Fixed(&'l str),
    Status(u16),
    /// The code's message, its placeholders filled in.
    Message,
    Content(&'l Content<'l>),
    Field(Content<'l>),
}

impl Text<'_> {
    /// The JSON value, where it is more than text.
    pub(crate) fn json(&self) -> Option<&Value> {
        match self {
            Self::Content(Content::Json(value)) | Self::Field(Content::Json(value)) => Some(value),
            _ => None,
        }
    }
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
