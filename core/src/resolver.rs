//! What stands at each node of a shape in one body. This is the only place that decides when a value
//! is absent, how long a text may be, what is written as a number, and what RFC 9457 §4.2.1 says of
//! titles. The JSON writer, `serde::Serialize` and the JSON Schema all ask here.

mod nodes;
mod text;
mod value;

use core::fmt;
use core::ptr;

use crate::body::{Body, Target};
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::fact::TextFact;
use crate::fixed_slot::FixedValue;
use crate::json;
use crate::message::Message;
use crate::node::{Member, Node};
use crate::rows::RowRange;
use crate::scope::Scope;
use crate::slot::{SlotRow, SlotSource};
use crate::slot_value::{Finite, Integer, SlotValue};
use crate::status;
use crate::text_out::TextOut;
pub use nodes::{ListNode, ObjectNode, ParametersNode};
pub use text::Text;
use text::TextSource;
use value::{set, status_value, text_value};

/// The problem type that says no more than the status (RFC 9457 §4.2.1).
pub(crate) const BLANK_TYPE: &str = "about:blank";

/// One object of a body: the outermost one, or one that `{inner}` stands for.
///
/// A consumer of bodies, such as another encoding, walks what [`root`](Self::root) gives. Members that
/// are left out do not come up, and nothing about a value is left to decide but how it is encoded.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::resolver::Resolved;
/// use api_error_catalog_core::{Body, Resolver};
///
/// let encoded = encode(&wallet())?;
/// let catalog = encoded.catalog();
/// let body = Body::new(catalog.from_code("internal").expect("an entry of the catalog"));
///
/// let Resolved::Object(object) = Resolver::outermost(&body).root() else {
///     panic!("the shape is an object");
/// };
/// let lines = object.members().map(|(key, value)| match value {
///     Resolved::Text(text) => format!("{key}: {text}"),
///     Resolved::Integer(number) => format!("{key}: {number}"),
///     _ => key.into_owned(),
/// });
/// // `{request_id?}` has no value, so the member is left out.
/// let lines: Vec<_> = lines.collect();
/// assert_eq!(lines, ["status: 500", "code: internal", "message: Something broke."]);
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
#[derive(Clone, Copy)]
pub struct Resolver<'r> {
    /// The body, of all its errors.
    pub(crate) whole: &'r Body<'r, 'r>,
    /// The error that slots speak of here.
    pub(crate) body: &'r Body<'r, 'r>,
    /// The errors that items of lists are written for here.
    pub(crate) scope: Scope,
    /// The number of the entry that the object is for: the error's own, or one of its ancestors.
    entry: u16,
    is_outermost: bool,
}

/// What stands at a node.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Resolved<'r> {
    /// No value: an optional member is left out, anything else is `null`.
    Absent,
    /// `null`
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(Integer),
    /// Any number.
    Number(Finite),
    /// A number as JSON writes it.
    Digits(&'r str),
    /// A string.
    Text(Text<'r>),
    /// A value that is JSON text already.
    Json(&'r str),
    /// An object.
    Object(ObjectNode<'r>),
    /// A list.
    List(ListNode<'r>),
    /// An object of parameters.
    Parameters(ParametersNode<'r>),
}

impl Resolved<'_> {
    /// Whether it is a message in which something varies that is not known.
    pub(crate) fn is_unfilled(&self) -> bool {
        match self {
            Self::Text(Text { source: TextSource::Message(message), .. }) => message.is_unfilled(),
            _ => false,
        }
    }

    /// Writes a value inside of a string.
    pub(crate) fn write_text<W: TextOut>(&self, out: &mut W) -> fmt::Result {
        match self {
            Self::Boolean(value) => write!(out, "{value}"),
            Self::Integer(number) => number.with_digits(|digits| out.write_plain(digits)),
            Self::Number(number) => write!(out, "{number}"),
            Self::Digits(digits) => out.write_str(digits),
            Self::Text(text) => text.write(out),
            Self::Json(json) => json::write_as_text(json, out),
            Self::Absent | Self::Null | Self::Object(_) | Self::List(_) | Self::Parameters(_) => {
                Ok(())
            }
        }
    }
}

impl<'r> Resolver<'r> {
    /// The outermost object: where the shape nests, that of the entry's first ancestor.
    #[inline]
    pub fn outermost(body: &'r Body<'r, 'r>) -> Self {
        let entry = if body.shape.nests() { body.entry.outermost() } else { body.entry };
        let scope = Scope::all(body);
        Self { whole: body, body, scope, entry: entry.number(), is_outermost: true }
    }

    /// The error's own place, outside of its body: what stands in a header is of the error itself.
    pub(crate) fn innermost(body: &'r Body<'r, 'r>) -> Self {
        let scope = Scope::all(body);
        Self { whole: body, body, scope, entry: body.entry.number(), is_outermost: true }
    }

    /// The same place for another error of the body, and errors that items in it are written for.
    pub(crate) fn element(&self, error: &'r Body<'r, 'r>, scope: Scope, nests: bool) -> Self {
        // In a nested object, there is no end of them otherwise.
        let nests = nests && self.is_outermost;
        let entry = if nests { error.entry.outermost() } else { error.entry };
        Self { body: error, scope, entry: entry.number(), ..*self }
    }

    /// The same place, with other errors for the items in it.
    pub(crate) fn with_scope(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// What stands at the root of the object.
    pub fn root(&self) -> Resolved<'r> {
        self.resolve(self.node())
    }

    /// The object's node.
    #[inline]
    pub(crate) fn node(&self) -> Node {
        self.body.shape.root(self.is_outermost)
    }

    /// The catalog of the shape.
    #[inline]
    pub(crate) fn shape(&self) -> &'r Catalog<'r> {
        self.body.shape
    }

    /// The object of the next more specific entry; `None` where this one is the error's own.
    pub(crate) fn inner(&self) -> Option<Self> {
        if self.is_innermost() {
            return None;
        }
        let mut entry = self.body.entry;
        while let Some(parent) = entry.parent() {
            if parent.number() == self.entry {
                break;
            }
            entry = parent;
        }
        Some(Self { entry: entry.number(), is_outermost: false, ..*self })
    }

    #[inline]
    fn is_innermost(&self) -> bool {
        self.entry == self.body.entry.number()
    }

    /// What stands at a node of the object.
    #[inline]
    pub(crate) fn resolve(&self, node: Node) -> Resolved<'r> {
        match node {
            Node::Slot(number) => self.slot(number),
            other => self.resolve_other(other),
        }
    }

    fn resolve_other(&self, node: Node) -> Resolved<'r> {
        let texts = self.shape().texts;
        match node {
            Node::Object(members) => Resolved::Object(ObjectNode { resolver: *self, members }),
            Node::List(items) => Resolved::List(ListNode { resolver: *self, items }),
            Node::String(text) => {
                let (text, is_plain) = texts.get_with_plain(text);
                Resolved::Text(Text {
                    source: TextSource::Str { text, is_plain },
                    max_length: None,
                })
            }
            Node::Number(digits) => Resolved::Digits(texts.get(digits)),
            Node::Boolean(value) => Resolved::Boolean(value),
            Node::Null => Resolved::Null,
            Node::Slot(number) => self.slot(number),
            Node::Text(pieces) if self.lacks_one(pieces) => Resolved::Absent,
            Node::Text(pieces) => {
                let source = TextSource::Pieces(*self, pieces);
                Resolved::Text(Text { source, max_length: None })
            }
            Node::Inner => match self.inner() {
                Some(inner) => inner.root(),
                None => Resolved::Absent,
            },
        }
    }

    /// What stands at a member; `None` where the member is left out. The member is no map.
    #[inline]
    pub(crate) fn member(&self, member: Member<'_>) -> Option<Resolved<'r>> {
        let node = member.node();
        let resolved = self.resolve(node);
        let is_absent = || match resolved {
            Resolved::Absent => true,
            Resolved::Object(_) | Resolved::List(_) => self.is_absent(node),
            _ => false,
        };
        (!(member.is_optional() && is_absent())).then_some(resolved)
    }

    /// Whether a node has no value: a slot that it needs has none, or no slot inside it has one.
    pub(crate) fn is_absent(&self, node: Node) -> bool {
        let shape = self.shape();
        match node {
            Node::Object(members) => shape.members(members).all(|member| {
                if member.is_map() {
                    self.map(member).is_empty()
                } else {
                    self.is_absent(member.node())
                }
            }),
            Node::List(items) => shape.items(items).all(|item| match item.errors {
                Some(errors) => self.elements(errors).all(|e| e.is_absent(item.node)),
                None => self.is_absent(item.node),
            }),
            Node::Slot(number) => matches!(self.slot(number), Resolved::Absent),
            Node::Text(pieces) => self.lacks_one(pieces),
            Node::Inner => self.is_innermost(),
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => true,
        }
    }

    /// Whether there is a body without a value at the node.
    pub(crate) fn can_be_absent(shape: &Catalog<'_>, node: Node) -> bool {
        match node {
            Node::Slot(_) | Node::Inner => true,
            Node::Text(pieces) => shape.pieces_of(pieces).numbers().next().is_some(),
            _ => false,
        }
    }

    /// Whether one of the slots that a string needs has no value.
    fn lacks_one(&self, pieces: RowRange) -> bool {
        self.shape().pieces_of(pieces).required_numbers().any(|number| self.lacks(number))
    }

    /// Whether a slot has no value.
    fn lacks(&self, slot: u16) -> bool {
        matches!(self.slot(slot), Resolved::Absent)
    }

    /// The items of a list that are written, each for one error or for several.
    fn items(self, items: RowRange) -> impl Iterator<Item = Resolved<'r>> {
        self.shape().items(items).flat_map(move |item| {
            let elements = item.errors.map(|errors| self.elements(errors));
            let single = (item.errors.is_none() && self.has_element(item.node)).then_some(self);
            let elements = elements.into_iter().flatten().filter(move |e| !e.is_absent(item.node));
            elements.chain(single).map(move |element| element.resolve(item.node))
        })
    }

    /// Whether an item that stands for no error is written: a slot in it has a value, or it has none.
    fn has_element(&self, node: Node) -> bool {
        !self.is_absent(node) || !self.shape().has_slot(node)
    }

    /// Whether no setter changes what stands at a node, as long as none sets a slot that the catalog
    /// fills. The prefix of a body ends at the first node that is not fixed.
    pub(crate) fn is_fixed(&self, node: Node) -> bool {
        let shape = self.shape();
        match node {
            Node::Object(members) => shape
                .members(members)
                .all(|member| !member.is_map() && self.is_fixed(member.node())),
            Node::List(items) => {
                shape.items(items).all(|item| item.errors.is_none() && self.is_fixed(item.node))
            }
            Node::Slot(number) => self.is_fixed_slot(number),
            Node::Text(pieces) => {
                shape.pieces_of(pieces).numbers().all(|number| self.is_fixed_slot(number))
            }
            Node::Inner => self.is_innermost(),
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => true,
        }
    }

    fn is_fixed_slot(&self, number: u16) -> bool {
        let slot = self.shape().slot(number);
        match slot.source() {
            SlotSource::Caller | SlotSource::Parameters => false,
            SlotSource::Text(TextFact::Message) => {
                self.entry_of(slot).is_none_or(|entry| !entry.is_template())
            }
            _ => true,
        }
    }

    /// Whether a slot speaks of the error itself here, so that what the caller sets stands in it: in
    /// the error's own object, where the slot has no place in the nested object, or where it names the
    /// level of the error.
    #[inline]
    fn is_own(&self, slot: SlotRow<'_>) -> bool {
        match slot.level() {
            0 => !slot.is_inner() || self.is_innermost(),
            level => slot.is_callers() || self.body.entry.depth() == usize::from(level),
        }
    }

    /// The entry that a slot speaks of here; `None` where the error has no entry of that level.
    fn entry_of(&self, slot: SlotRow<'_>) -> Option<Entry<'r>> {
        let own = self.body.entry;
        match slot.level() {
            0 if self.is_own(slot) => Some(own),
            0 => Some(Entry::new(own.catalog(), self.entry)),
            level => own.at_level(level.into()),
        }
    }

    /// What stands in a slot: what it is set to, or else what the catalog says.
    #[inline]
    pub(crate) fn slot(&self, number: u16) -> Resolved<'r> {
        if let Some(text) = self.set_text(number) {
            let source = TextSource::Str { text, is_plain: false };
            return Resolved::Text(Text { source, max_length: None });
        }
        let slot = self.shape().slot(number);
        let value = self.set_value(slot, number);
        if matches!(value, Some(SlotValue::Absent)) {
            return Resolved::Absent;
        }
        match value.map_or(Resolved::Absent, |value| set(slot, value)) {
            Resolved::Absent if !slot.is_callers() => self.catalog_slot(slot),
            Resolved::Absent if self.body.entry.catalog().sets_slots() => {
                self.fixed_slot(slot, number)
            }
            set => set,
        }
    }

    /// The text that a slot is set to, where it takes any. The writer asks for it first: most slots
    /// that are set have one, and a `Resolved` would be moved in memory.
    #[inline]
    pub(crate) fn set_text(&self, number: u16) -> Option<&'r str> {
        let slot = self.shape().slot(number);
        match self.set_value(slot, number)? {
            SlotValue::Text(text) if slot.takes_any_text() => Some(text),
            _ => None,
        }
    }

    /// What a slot is set to, if its value stands in this object.
    #[inline]
    fn set_value(&self, slot: SlotRow<'_>, number: u16) -> Option<&'r SlotValue<'r>> {
        let target = if slot.level() == 0 { number } else { slot.target() };
        if self.is_own(slot) { self.body.values.get(Target::slot(target)) } else { None }
    }

    /// What the entry puts into a slot that the caller fills otherwise.
    fn fixed_slot(&self, slot: SlotRow<'_>, number: u16) -> Resolved<'r> {
        let fixed = self.entry_of(slot).and_then(|entry| {
            let own = entry.catalog();
            let is_own_shape = ptr::eq(own, self.shape());
            let number = if is_own_shape { number } else { self.shape().same_slot(number, own)? };
            entry.fixed_slots().find(number)
        });
        match fixed {
            Some(FixedValue::Text { text, is_plain }) => {
                text_value(slot, Some(TextSource::Str { text, is_plain }))
            }
            Some(FixedValue::Json(json)) => Resolved::Json(json),
            None => Resolved::Absent,
        }
    }

    /// What the catalog says in a slot.
    fn catalog_slot(&self, slot: SlotRow<'_>) -> Resolved<'r> {
        let Some(entry) = self.entry_of(slot) else { return Resolved::Absent };
        let text = |id| TextSource::find(entry.catalog().texts, id);
        match slot.source() {
            SlotSource::Caller => Resolved::Absent,
            SlotSource::Status => status_value(slot, self.body.status()),
            SlotSource::Code if !entry.is_sent() => Resolved::Absent,
            SlotSource::Code => text_value(slot, text(entry.plain(Entry::CODE))),
            SlotSource::Docs => text_value(slot, text(entry.plain(Entry::DOCS))),
            SlotSource::ProblemType => text_value(slot, text(entry.plain(Entry::TYPE))),
            SlotSource::Reason => text_value(slot, self.reason()),
            SlotSource::Parameters => {
                let parameters = ParametersNode { body: self.body };
                let is_empty = parameters.members().next().is_none();
                if is_empty { Resolved::Absent } else { Resolved::Parameters(parameters) }
            }
            SlotSource::Word(fact) => text_value(slot, entry.word(fact).map(TextSource::plain)),
            SlotSource::Text(TextFact::Title) if self.is_blank_problem(slot, entry) => {
                text_value(slot, self.reason())
            }
            SlotSource::Text(TextFact::Message)
                if slot.is_optional() && lacks_message(slot, entry) =>
            {
                Resolved::Absent
            }
            SlotSource::Text(TextFact::Message) if entry.is_template() => {
                let message = Message { body: self.body, entry: entry.number() };
                text_value(slot, Some(TextSource::Message(message)))
            }
            SlotSource::Text(fact) => text_value(slot, text(entry.text(fact, self.body.locale))),
        }
    }

    fn reason(&self) -> Option<TextSource<'r>> {
        status::reason(self.body.status()).map(TextSource::plain)
    }

    /// Whether the problem that a title is of says no more than its status: its type is `about:blank`,
    /// or it has none. Its title is the status's reason phrase then (RFC 9457 §4.2.1).
    fn is_blank_problem(&self, title: SlotRow<'_>, entry: Entry<'r>) -> bool {
        let Some(slot) = self.shape().problem_type_slot else { return false };
        if self.shape().slot(slot).level() != title.level() {
            return entry.problem_type().is_none_or(|uri| uri == BLANK_TYPE);
        }
        match self.slot(slot) {
            Resolved::Absent => true,
            Resolved::Text(uri) => uri.as_str() == Some(BLANK_TYPE),
            _ => false,
        }
    }
}

/// Whether a message that may be left out is: another text stands in for it, or it is the parent's and has
/// its place at the parent's level.
fn lacks_message(slot: SlotRow<'_>, entry: Entry<'_>) -> bool {
    let message = |entry: Entry<'_>| entry.text(TextFact::Message, 0);
    let is_at_level = slot.level() > 0 || slot.is_inner();
    let is_parents = || entry.parent().is_some_and(|parent| message(parent) == message(entry));
    !entry.says_message() || is_at_level && is_parents()
}
