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
    /// The key as JSON, with the colon behind it.
    pub json_key: &'static str,
    pub node: Node,
    /// Whether it is left out when it has no value.
    pub optional: bool,
}

pub enum TextPiece {
    Fixed(&'static str),
    /// By the slot's number.
    Slot(u16),
}
