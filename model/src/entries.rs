//! The entries of a document that become variants.

use std::borrow::Cow;

use crate::document::{CodeTable, Document, Facts, StatusTable};
use crate::source::Spanned;
use crate::variant::{self, Unfit};

/// The entries that become variants, status rows first, with the name and the effective code of each.
pub(crate) fn variants(document: &Document) -> Vec<VariantEntry<'_>> {
    let prefix = document.defaults.as_ref().and_then(|defaults| defaults.variant_prefix.as_ref());
    let prefix = prefix.map_or("", |prefix| variant::usable_prefix(&prefix.value));
    let mut variants = Vec::with_capacity(document.statuses.len() + document.codes.len());
    for row in &document.statuses {
        if let Some(code) = row.effective_code() {
            variants.push(VariantEntry::new(Entry::Status(row), code.clone(), code, prefix));
        }
    }
    for code in &document.codes {
        let (name, own) = (borrowed(&code.name), borrowed(code.effective_code()));
        variants.push(VariantEntry::new(Entry::Code(code), name, own, prefix));
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
    /// Its name, which no other entry has. That of a status row is its effective code.
    pub(crate) name: Spanned<Cow<'d, str>>,
    /// Its effective code.
    pub(crate) code: Spanned<Cow<'d, str>>,
    /// The variant's name, and where it comes from.
    pub(crate) variant: Spanned<Cow<'d, str>>,
    /// What keeps it from being called so.
    pub(crate) unfit: Option<Unfit>,
}

impl<'d> VariantEntry<'d> {
    fn new(
        entry: Entry<'d>,
        name: Spanned<Cow<'d, str>>,
        code: Spanned<Cow<'d, str>>,
        prefix: &str,
    ) -> Self {
        let variant = match &entry.facts().variant {
            Some(variant) => borrowed(variant),
            None => {
                let value = format!("{prefix}{}", variant::name(&name.value));
                Spanned { value: Cow::Owned(value), span: name.span }
            }
        };
        let unfit = variant::unfit(&variant.value);
        Self { entry, name, code, variant, unfit }
    }
}
