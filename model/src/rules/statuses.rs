//! Status rows and the statuses of codes.

use api_error_catalog_core::shape::PieceDef;
use api_error_catalog_core::slot::SlotSource;
use api_error_catalog_core::status::{
    self, RequiredHeader, VALID_STATUSES, reason, required_header,
};

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, StatusTable};
use crate::finding::Subject;
use crate::side::Side;
use crate::source::Spanned;

pub(super) fn a_status_has_one_row(check: &mut Check<'_>) {
    let mut first = vec![None; usize::from(*VALID_STATUSES.end()) + 1];
    for row in &check.document.statuses {
        for status in row.served() {
            if let Some(first) = first[usize::from(status.value)].replace(status.span) {
                check.diagnostics.add(
                    Diagnostic::error(
                        status.span,
                        format!("the status {} has two rows", status.value),
                    )
                    .label("again here")
                    .other(first, "first here")
                    .help("leave it in one of the two"),
                );
            }
        }
    }
}

/// Once for each status, at its row or at the first code that has it: the mistake, or the fact of the
/// API, is one.
pub(super) fn statuses_are_registered(check: &mut Check<'_>) {
    let mut seen = Vec::new();
    for status in used(check.document) {
        if reason(status.value).is_some() || seen.contains(&status.value) {
            continue;
        }
        seen.push(status.value);
        let row = check.document.row(status.value);
        if row.is_none_or(|row| row.unregistered.is_none()) {
            check.diagnostics.add(
                Diagnostic::warning(status.span, format!("the status {} is not registered", status.value))
                    .help("clients read it as the first of its class (RFC 9110 §15); if the API sends it, add `unregistered = true` to its row")
                    .rests_on(Subject::UnregisteredRows),
            );
        }
    }
}

pub(super) fn unregistered_statuses_are_unregistered(check: &mut Check<'_>) {
    for row in &check.document.statuses {
        if let Some(span) = row.unregistered
            && row.served().all(|status| reason(status.value).is_some())
        {
            let phrase = reason(row.status.value).unwrap_or_default();
            check.diagnostics.add(
                Diagnostic::error(
                    span,
                    format!("the status {} is registered: {phrase}", row.status.value),
                )
                .help("leave `unregistered` out"),
            );
        }
    }
}

/// What has no body has no code in it either.
pub(super) fn statuses_of_codes_have_a_body(check: &mut Check<'_>) {
    // A header may carry the code of a response that is nothing else.
    let of_headers = check.document.all_headers().flat_map(|header| &header.pieces);
    let slots = check.document.body.as_ref().map_or(&[][..], |body| &body.slots);
    let is_code =
        |slot: usize| slots.get(slot).is_some_and(|slot| slot.value.source == SlotSource::Code);
    if of_headers.flat_map(PieceDef::slots).any(is_code) {
        return;
    }
    let codes = check.document.codes.iter().filter_map(|code| code.status.as_ref());
    let rows = check.document.statuses.iter().filter(|row| row.code.is_some());
    let rows = rows.flat_map(StatusTable::served);
    let defaults = check.document.defaults.iter().filter_map(|defaults| defaults.status.as_ref());
    for status in codes.chain(rows).chain(defaults) {
        if status::has_body(status.value) {
            continue;
        }
        let message = format!("a response with {} has no body, and so no code", status.value);
        check.diagnostics.add(Diagnostic::warning(status.span, message).help(
            "write the status that the error travels with, such as `400`; a row without a `code` says what a status means (RFC 9110 §6.4.1)",
        ));
    }
}

/// Only who sends a status has to see to its headers.
pub(super) fn required_headers_are_listed(check: &mut Check<'_>) {
    if check.side == Side::Client {
        return;
    }
    let mut seen = Vec::new();
    for status in used(check.document) {
        let Some(RequiredHeader { name, section }) = required_header(status.value) else {
            continue;
        };
        let row = check.document.row(status.value);
        let of_row = row.into_iter().flat_map(|row| &row.headers);
        let mut headers = check.document.headers.iter().chain(of_row);
        let listed = headers.any(|listed| listed.name.value.eq_ignore_ascii_case(name));
        if !listed && !seen.contains(&status.value) {
            seen.push(status.value);
            check.diagnostics.add(
                Diagnostic::warning(
                    status.span,
                    format!(
                        "a response with {} must have the header `{name}` (RFC 9110 {section})",
                        status.value
                    ),
                )
                .help(format!(
                    "have the server set it, and say so in `[status.{}]`: `headers = [\"{name}\"]`",
                    status.value
                )),
            );
        }
    }
}

/// Every status that a row, a code or the defaults have, and where.
fn used(document: &Document) -> impl Iterator<Item = &Spanned<u16>> {
    let rows = document.statuses.iter().flat_map(StatusTable::served);
    let codes = document.codes.iter().filter_map(|code| code.status.as_ref());
    let defaults = document.defaults.iter().filter_map(|defaults| defaults.status.as_ref());
    rows.chain(codes).chain(defaults)
}
