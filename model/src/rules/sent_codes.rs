//! Whether answers say which error they are.

use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::slot::SlotSource;

use super::braces;
use super::check::Check;
use super::slot_use::is_used;
use crate::diagnostic::Diagnostic;
use crate::finding::Subject;
use crate::source::Spanned;

/// A code that no answer has tells nobody anything. Where messages tell entries apart, as those of Laravel and
/// Django do, only a code that is not an entry's name has to be sent.
pub(super) fn codes_have_a_place(check: &mut Check<'_>) {
    let (Some(body), Codes::Unsent { first, by_message }) = (&check.document.body, codes(check))
    else {
        return;
    };
    let message = if by_message {
        "the body has no place for a code"
    } else {
        "no answer says which error it is: the body has no place for a code"
    };
    check.diagnostics.add(
        Diagnostic::warning(body.span, message)
            .other(first.span, "this is a code that no answer has")
            .help("add a member such as `code = \"{code}\"`; an error that is known by its status alone is a row, such as `[status.404]`, with a `variant`")
            .rests_on(Subject::Slots),
    );
}

/// What becomes of codes in answers.
pub(super) enum Codes<'c> {
    /// They are sent, or nothing says that they should be.
    Fine,
    /// They have no place.
    Unsent {
        /// The first that should have one.
        first: &'c Spanned<String>,
        /// Whether answers have messages, which may tell entries apart.
        by_message: bool,
    },
    /// Another mistake may be why they have none.
    Unknown,
}

pub(super) fn codes<'c>(check: &Check<'c>) -> Codes<'c> {
    let Some(body) = &check.document.body else { return Codes::Unknown };
    let tells = |slot: &str| matches!(slot, "code" | "problem_type" | "message");
    if braces::forgotten(check).iter().any(|forgotten| tells(&forgotten.slot)) {
        return Codes::Unknown;
    }
    let sends = |sources: &[SlotSource]| {
        let mut slots = body.slots.iter().enumerate();
        slots.any(|(number, slot)| sources.contains(&slot.value.source) && is_used(check, number))
    };
    if sends(&[SlotSource::Code, SlotSource::ProblemType]) {
        return Codes::Fine;
    }
    let by_message = sends(&[SlotSource::Text(TextFact::Message)]);
    let document = check.document;
    let rows = document.statuses.iter().filter_map(|row| row.code.as_ref());
    let apart = document.codes.iter().flat_map(|code| code.code.iter().chain(&code.aliases));
    let names = document.codes.iter().map(|code| &code.name).filter(|_| !by_message);
    let first = rows.chain(apart).chain(names).next();
    first.map_or(Codes::Fine, |first| Codes::Unsent { first, by_message })
}
