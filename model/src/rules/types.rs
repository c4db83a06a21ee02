use std::collections::HashMap;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::slot::SlotSource;

pub(super) fn types_are_uri_references(check: &mut Check<'_>) {
    let base = check.document.body.iter().filter_map(|body| body.type_base.as_ref());
    let types = check.facts.iter().filter_map(|facts| facts.type_uri.as_ref()).chain(base);
    for uri in types {
        let wrong = uri.value.char_indices().find(|(_, character)| !is_in_uris(*character));
        if let Some((at, character)) = wrong {
            let range = at..at + character.len_utf8();
            let place = crate::literal::place(check.sources, uri.span, range);
            check.diagnostics.add(
                Diagnostic::error(
                    place,
                    format!("no URI has `{}` in it", character.escape_debug()),
                )
                .help("write it percent-encoded, or leave it out (RFC 3986 §2)"),
            );
        } else if uri.value.is_empty() {
            check.diagnostics.add(
                Diagnostic::error(uri.span, "this problem type is empty")
                    .help("write a URI, or leave the key out, which is `about:blank`"),
            );
        }
    }
}

/// RFC 3986 §2.
fn is_in_uris(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
}

pub(super) fn types_are_distinct(check: &mut Check<'_>) {
    let mut first = HashMap::new();
    for uri in check.facts.iter().filter_map(|facts| facts.type_uri.as_ref()) {
        if let Some(first) = first.insert(uri.value.as_str(), uri.span) {
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
    if body.slots.iter().any(|slot| slot.value.source == SlotSource::Type) {
        return;
    }
    let types = check.facts.iter().filter_map(|facts| facts.type_uri.as_ref());
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
