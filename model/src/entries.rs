//! The entries of a document that become variants.

use std::borrow::Cow;

use crate::document::{CodeTable, Document, Facts, StatusTable};
use crate::source::Spanned;
use crate::variant::{self, Unfit};

/// The entries that become variants, status rows first, with the effective code of each.
pub(crate) fn variants(document: &Document) -> Vec<VariantEntry<'_>> {
    let mut variants = Vec::with_capacity(document.statuses.len() + document.codes.len());
    for row in &document.statuses {
        if let Some(code) = row.effective_code() {
            variants.push(VariantEntry::new(Entry::Status(row), code));
        }
    }
    for code in &document.codes {
        variants.push(VariantEntry::new(Entry::Code(code), borrowed(&code.code)));
    }
    variants
}

fn borrowed(text: &Spanned<String>) -> Spanned<Cow<'_, str>> {
    Spanned { value: Cow::Borrowed(&text.value), span: text.span }
}

/// A status row or a `[code]`.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'d> {
    Status(&'d StatusTable),
    Code(&'d CodeTable),
}

impl<'d> Entry<'d> {
    pub(crate) fn facts(self) -> &'d Facts {
        match self {
            Self::Status(row) => &row.facts,
            Self::Code(code) => &code.facts,
        }
    }

    pub(crate) fn status(self) -> Option<u16> {
        match self {
            Self::Status(row) => Some(row.status.value),
            Self::Code(code) => Some(code.status?.value),
        }
    }

    pub(crate) fn parent(self) -> Option<&'d str> {
        match self {
            Self::Status(_) => None,
            Self::Code(code) => Some(&code.parent.as_ref()?.value),
        }
    }
}

/// An entry that becomes a variant.
pub(crate) struct VariantEntry<'d> {
    pub(crate) entry: Entry<'d>,
    /// Its effective code.
    pub(crate) code: Spanned<Cow<'d, str>>,
    /// The variant's name, and where it comes from.
    pub(crate) name: Spanned<Cow<'d, str>>,
    /// What keeps it from being called so.
    pub(crate) unfit: Option<Unfit>,
}

impl<'d> VariantEntry<'d> {
    fn new(entry: Entry<'d>, code: Spanned<Cow<'d, str>>) -> Self {
        let name = match &entry.facts().variant {
            Some(name) => borrowed(name),
            None => Spanned { value: Cow::Owned(variant::name(&code.value)), span: code.span },
        };
        let unfit = variant::unfit(&name.value);
        Self { entry, code, name, unfit }
    }
}
