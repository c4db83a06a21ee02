use std::collections::HashMap;

use super::Check;
use crate::finding::Finding;
use crate::shape::Slot;
use crate::slot::{Filling, SlotType};
use crate::source::Spanned;

/// Codes of status rows and of `[code]`, and aliases: a code that is read means one thing.
pub(super) fn codes_are_distinct(check: &mut Check<'_>) {
    let variants = check.draft.variants().map(|variant| variant.code);
    let aliases = check.draft.codes.iter().flat_map(|code| code.aliases.iter().cloned());
    let mut first = HashMap::new();
    for code in variants.chain(aliases) {
        if code.value.is_empty() {
            check.findings.add(
                Finding::error(code.span, "this code is empty")
                    .help("write the code as it travels, such as `[code.not-found]`"),
            );
        }
        let span = code.span;
        let message = format!("the code `{}` is there twice", code.value);
        let first = *first.entry(code.value).or_insert(span);
        if first != span {
            check.findings.add(
                Finding::error(span, message)
                    .label("again here")
                    .other(first, "first here")
                    .help("a code means one thing; leave it in one of the two"),
            );
        }
    }
}

/// Codes are short; one that is not is a text in the wrong place.
pub(super) fn names_are_short(check: &mut Check<'_>) {
    const MOST: usize = 1000;
    let codes = check.draft.variants().map(|variant| variant.code);
    let aliases = check.draft.codes.iter().flat_map(|code| code.aliases.iter().cloned());
    let types = check.draft.facts().filter_map(|facts| facts.type_uri.clone());
    for name in codes.chain(aliases).chain(types) {
        if name.value.len() > MOST {
            check.findings.add(
                Finding::error(
                    name.span,
                    format!("this name has {} bytes, and the most is {MOST}", name.value.len()),
                )
                .help("shorten it; texts belong in `message` or `description`"),
            );
        }
    }
}

/// The tables count codes in 16 bits, and keep one value for "none".
pub(super) fn codes_are_countable(check: &mut Check<'_>) {
    const MOST: usize = u16::MAX as usize - 1;
    if let Some(code) = check.draft.variants().nth(MOST) {
        let count = check.draft.variants().count();
        check.findings.add(
            Finding::error(
                code.code.span,
                format!("the catalog has {count} codes, and the most is {MOST}"),
            )
            .help("split it into several catalogs"),
        );
    }
}

pub(super) fn codes_are_numbers_where_the_body_has_numbers(check: &mut Check<'_>) {
    let mut slots = check.draft.body.iter().flat_map(|body| &body.slots);
    let is_number = |slot: &&Spanned<Slot>| {
        slot.value.filling == Filling::Code
            && matches!(slot.value.slot_type, SlotType::Integer | SlotType::Number)
    };
    let Some(slot) = slots.find(is_number) else { return };
    for variant in check.draft.variants() {
        if variant.code.value.parse::<i64>().is_err() {
            check.findings.add(
                Finding::error(
                    variant.code.span,
                    format!("the code `{}` is no number", variant.code.value),
                )
                .other(slot.span, "the body has codes as numbers")
                .help("leave the slot’s `type` out, or write all codes in digits"),
            );
        }
    }
}
