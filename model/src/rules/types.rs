//! Problem types (RFC 9457 §3.1.1).

use std::collections::HashMap;

use api_error_catalog_core::lookup::LONGEST_NAME;
use api_error_catalog_core::slot::SlotSource;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::VariantEntry;
use crate::finding::Subject;
use crate::http::Mistake;
use crate::source::{Span, Spanned};
use crate::{literal, uri};

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
    let Some(Mistake { at, message }) = uri::character_mistake(text, |_| false) else { return };
    let place = literal::place(check.sources, span, at);
    check.diagnostics.add(
        Diagnostic::error(place, message)
            .help("write it percent-encoded, or leave it out (RFC 3986 §2)")
            .rests_on(Subject::Spelling(span))
            .explains(Subject::Uri(span)),
    );
}

pub(super) fn types_have_hosts(check: &mut Check<'_>) {
    let base = check.document.body.iter().filter_map(|body| body.type_base.as_ref());
    let types = check.facts.iter().filter_map(|facts| facts.problem_type.as_ref()).chain(base);
    for Spanned { value, span } in types {
        let Some(Mistake { at, message }) = uri::host_mistake(value) else { continue };
        let place = literal::place(check.sources, *span, at);
        check.diagnostics.add(
            Diagnostic::error(place, message)
                .help("write the whole address, `https://api.example/errors/gone`, or a path, `/errors/gone`")
                .rests_on(Subject::Uri(*span)),
        );
    }
}

/// A base that ends in the middle of a word.
pub(super) fn the_base_and_the_names_are_apart(check: &mut Check<'_>) {
    let Some((base, mut variants)) = based(check) else { return };
    let Some(variant) = variants.next() else { return };
    let (Spanned { value, span }, name) = (base, &variant.name.value);
    if value.ends_with(char::is_alphanumeric) && name.starts_with(char::is_alphanumeric) {
        let message = format!("the base and the name of an entry run together: `{value}{name}`");
        let help = format!("end the base as a folder or a fragment ends: `{value}/` or `{value}#`");
        let warning = Diagnostic::warning(*span, message).help(help);
        check.diagnostics.add(warning.rests_on(Subject::Uri(*span)));
    }
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
    let lack = check.lack_of_slot("problem_type");
    let types = check.facts.iter().filter_map(|facts| facts.problem_type.as_ref());
    for uri in types.chain(&body.type_base) {
        check.diagnostics.add(
            Diagnostic::warning(
                uri.span,
                "this problem type is never sent: the body has no slot `problem_type`",
            )
            .help(
                "write `shape = \"problem+json\"` under `[body]`, or a member with `\"{problem_type?}\"`",
            )
            .rests_on(lack),
        );
    }
}
