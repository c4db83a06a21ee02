//! The tables that the derive makes of a catalog file.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use crate::lookup::Lookup;
use crate::shape::Shape;
use crate::text::{TextId, Texts};

/// What the derive makes of a catalog file.
pub struct Tables {
    pub name: &'static str,
    pub title: TextId,
    pub docs: Option<&'static str>,
    pub version: Option<&'static str>,
    pub locales: &'static [&'static str],
    pub texts: Texts,
    pub codes: &'static [CodeRow],
    /// Every code and alias.
    pub names: Lookup,
    /// Every problem type.
    pub types: Lookup,
    /// In the order of their numbers.
    pub statuses: &'static [StatusRow],
    pub shape: Shape,
    /// The reason phrases of all registered statuses, in the order of the statuses; empty where the
    /// shape has no slot for one.
    pub reasons: &'static [(u16, &'static str)],
}

/// What a row says instead of a code's number.
pub const NO_CODE: u16 = u16::MAX;

/// A code, its facts as texts' numbers.
pub struct CodeRow {
    pub code: TextId,
    pub variant: TextId,
    pub title: TextId,
    pub message: TextId,
    pub description: TextId,
    pub action: TextId,
    pub reason: TextId,
    pub docs: TextId,
    /// The problem type.
    pub type_uri: TextId,
    /// Keys with blanks between them.
    pub assumed: TextId,
    pub status: u16,
    pub parent: u16,
    /// 0: nothing is said; else 1 + the place in `RETRIES`.
    pub retry: u8,
    pub is_sent: bool,
    pub retired: bool,
    /// Whether the message has braces in any locale.
    pub is_template: bool,
}

/// A status, its facts as texts' numbers.
pub struct StatusRow {
    pub title: TextId,
    pub description: TextId,
    pub action: TextId,
    pub reason: TextId,
    pub docs: TextId,
    /// Names with blanks between them.
    pub headers: TextId,
    /// Keys with blanks between them.
    pub assumed: TextId,
    pub status: u16,
    pub code: u16,
    pub retry: u8,
}
