//! Problem types (RFC 9457 §3.1.1).

use std::collections::HashMap;
use std::ops::Range;

use api_error_catalog_core::lookup::LONGEST_NAME;
use api_error_catalog_core::slot::SlotSource;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::VariantEntry;
use crate::literal;
use crate::source::{Span, Spanned};

/// The entries whose problem type is the base with the name behind it, and the base.
fn based<'c>(
    check: &Check<'c>,
) -> Option<(&'c Spanned<String>, impl Iterator<Item = &'c VariantEntry<'c>> + use<'c>)> {
    let base = check.document.body.as_ref()?.type_base.as_ref()?;
    let has_own = |variant: &&VariantEntry<'_>| variant.entry.facts().problem_type.is_some();
    Some((base, check.variants.iter().filter(move |variant| !has_own(variant))))
}

pub(super) fn types_are_uri_references(check: &mut Check<'_>) {
    let base = check.document.body.iter().filter_map(|body| body.type_base.as_ref());
    let types = check.facts.iter().filter_map(|facts| facts.problem_type.as_ref()).chain(base);
    for uri in types {
        if uri.value.is_empty() {
            check.diagnostics.add(
                Diagnostic::error(uri.span, "this problem type is empty")
                    .help("write a URI, or leave the key out, which is `about:blank`"),
            );
        }
        no_uri(check, &uri.value, uri.span);
    }
    for variant in based(check).into_iter().flat_map(|(_, variants)| variants) {
        no_uri(check, &variant.name.value, variant.name.span);
    }
}

/// Reports the first character that keeps a string from being in a URI reference.
fn no_uri(check: &mut Check<'_>, text: &str, span: Span) {
    let Some((range, message)) = mistake(text) else { return };
    let place = literal::place(check.sources, span, range);
    check.diagnostics.add(
        Diagnostic::error(place, message)
            .help("write it percent-encoded, or leave it out (RFC 3986 §2)"),
    );
}

fn mistake(text: &str) -> Option<(Range<usize>, String)> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
    text.char_indices().find_map(|(at, character)| {
        let message = if !is_in_uris(character) {
            format!("no URI has `{}` in it", character.escape_debug())
        } else if character == '%' && !(is_digit(at + 1) && is_digit(at + 2)) {
            "this `%` encodes no byte".to_owned()
        } else {
            return None;
        };
        Some((at..at + character.len_utf8(), message))
    })
}

/// RFC 3986 §2.
fn is_in_uris(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
}

/// A type that an entry gets from the base has the length of both.
pub(super) fn based_types_are_short(check: &mut Check<'_>) {
    let Some((base, variants)) = based(check) else { return };
    for variant in variants {
        let length = base.value.len() + variant.name.value.len();
        // A name that is too long by itself is another rule's.
        if length > LONGEST_NAME && variant.name.value.len() <= LONGEST_NAME {
            check.diagnostics.add(
                Diagnostic::error(
                    variant.name.span,
                    format!(
                        "the problem type of `{}` has {length} bytes, and the most is {LONGEST_NAME}",
                        variant.name.value
                    ),
                )
                .other(base.span, "it begins with this")
                .help("shorten one of the two, or give the code a `type` of its own"),
            );
        }
    }
}

pub(super) fn types_are_distinct(check: &mut Check<'_>) {
    let mut first = HashMap::new();
    // A name that is there twice, and so its type, is another rule's.
    if let Some((base, variants)) = based(check) {
        for variant in variants {
            let uri = format!("{}{}", base.value, variant.name.value);
            first.entry(uri).or_insert(variant.name.span);
        }
    }
    for uri in check.facts.iter().filter_map(|facts| facts.problem_type.as_ref()) {
        if let Some(first) = first.insert(uri.value.clone(), uri.span) {
            check.diagnostics.add(
                Diagnostic::error(
                    uri.span,
                    format!("the problem type `{}` is there twice", uri.value),
                )
                .label("again here")
                .other(first, "first here")
                .help("a type names one problem (RFC 9457 §3.1.1)"),
            );
        }
    }
}

pub(super) fn types_are_in_the_body(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    if body.slots.iter().any(|slot| slot.value.source == SlotSource::ProblemType) {
        return;
    }
    let types = check.facts.iter().filter_map(|facts| facts.problem_type.as_ref());
    for uri in types.chain(&body.type_base) {
        check.diagnostics.add(
            Diagnostic::warning(
                uri.span,
                "this problem type is never sent: the body has no slot `problem_type`",
            )
            .help(
                "write `shape = \"problem+json\"` under `[body]`, or a member with `\"{problem_type?}\"`",
            ),
        );
    }
}
