//! The shape of an error body, as it lies in the binary. `api-error-catalog-model` has the same as
//! it is read from the file.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

/// An error body as data.
pub struct Shape {
    pub media_type: &'static str,
    pub request_headers: &'static [(&'static str, &'static str)],
    pub slots: &'static [Slot],
    pub members: Node,
    /// What [`Node::Inner`] stands for.
    pub inner: Node,
    /// The same two as they are written.
    pub member_steps: &'static [Step],
    pub inner_steps: &'static [Step],
}

pub struct Slot {
    pub name: &'static str,
    pub slot_type: SlotType,
    /// What else it may be when it is read.
    pub or: Option<SlotType>,
    pub filling: Filling,
    /// Whether it is in `inner`; what the caller sets goes to the most specific object then, and to
    /// the outermost otherwise.
    pub is_inner: bool,
    /// In characters, for strings.
    pub min_length: u32,
    pub max_length: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SlotType {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
    Any,
}

impl SlotType {
    pub(crate) fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }
}

/// Who fills a slot that nobody has set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    Status,
    Code,
    Message,
    Title,
    Description,
    Action,
    Reason,
    Retry,
    Docs,
    Type,
    Caller,
}

pub enum Node {
    Object(&'static [Member]),
    List(&'static [Node]),
    String(&'static str),
    /// As it is written.
    Number(&'static str),
    Boolean(bool),
    Null,
    /// By the slot's number.
    Slot(u16),
    Text(&'static [TextPiece]),
    Inner,
}

pub struct Member {
    pub key: &'static str,
    pub node: Node,
    /// Whether it is left out when it has no value.
    pub optional: bool,
}

pub enum TextPiece {
    Fixed(&'static str),
    /// By the slot's number.
    Slot(u16),
}

/// A step of writing a piece of a shape as JSON.
pub enum Step {
    /// JSON as it stands among the texts.
    Json(Json),
    /// A slot's value between two pieces of JSON.
    Slot(SlotStep),
    /// A string with slots in it; `null` where one has no value.
    Text(&'static [TextPiece]),
    /// The next more specific object; `null` where there is none.
    Inner,
    /// A comma, unless what stands before it opens an object.
    Comma,
    /// So many steps are left out where a piece has no value.
    Unless(&'static Node, usize),
}

pub struct SlotStep {
    /// What is written before the value; the quote that opens it, too, if the slot is a string.
    pub before: Json,
    /// What is written behind it, the quote that closes it first, if the slot is a string.
    pub behind: Json,
    /// The slot's number.
    pub slot: u16,
    /// Whether nothing stands for a value that is not there, not even what is before it; `null` does,
    /// otherwise.
    pub optional: bool,
}

/// Some JSON, by the place of its first byte among the texts and its length.
pub struct Json {
    pub start: u32,
    pub length: u32,
}

impl Json {
    pub(crate) const fn start(&self) -> usize {
        self.start as usize
    }

    pub(crate) const fn length(&self) -> usize {
        self.length as usize
    }
}
