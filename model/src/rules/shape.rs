//! The shape of the body and its slots.

use api_error_catalog_core::shape::NodeDef;
use api_error_catalog_core::slot::{SlotDef, SlotSource};

use super::braces;
use super::check::Check;
use super::slot_use::{is_used, nodes, requires};
use crate::diagnostic::Diagnostic;
use crate::document::BodyTable;
use crate::finding::Subject;
use crate::source::Spanned;

pub(super) fn inner_is_used(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    let used = body.members.walk().any(|node| *node == NodeDef::Inner);
    // Members that could not be read may have used it.
    let is_read = body.members != NodeDef::Null;
    if let Some(inner) = body.inner.as_ref().filter(|_| is_read && !used) {
        check.diagnostics.add(
            Diagnostic::warning(inner.span, "`[body.inner]` is never used")
                .help("write `\"{inner?}\"` where the nested object goes")
                .rests_on(Subject::Slots),
        );
    }
}

/// A string that is too long and too short at once would never travel.
pub(super) fn lengths_leave_room(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    for slot in declared(body) {
        let (least, most) = (slot.value.min_length, slot.value.max_length);
        if let Some(most) = most.filter(|most| *most < least) {
            check.diagnostics.add(
                Diagnostic::error(
                    slot.span,
                    format!("no text has at least {least} and at most {most} characters"),
                )
                .help("make `max_length` the greater of the two, or leave one out"),
            );
        }
    }
}

pub(super) fn slots_are_used_and_can_be_filled(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    let forgotten = braces::forgotten(check);
    for (number, slot) in body.slots.iter().enumerate() {
        let name = &slot.value.name;
        // What is declared of a slot holds at each of its levels.
        let is_same = |other: &usize| body.slots[*other].value.name == *name;
        let mut levels = (0..body.slots.len()).filter(is_same);
        let is_used = if slot.value.level == 0 {
            levels.any(|slot| is_used(check, slot))
        } else {
            is_used(check, number)
        };
        // One that lacks its braces is another rule's finding.
        let is_forgotten = forgotten.iter().any(|forgotten| forgotten.slot == *name);
        if !is_used && !is_forgotten {
            check.diagnostics.add(
                Diagnostic::warning(
                    slot.span,
                    format!("the slot `{name}` is declared and never used"),
                )
                .help(format!("write `\"{{{name}}}\"` where its value goes"))
                .rests_on(Subject::Slots),
            );
        }
        let unsent =
            check.document.statuses.iter().find(|row| row.is_typed() && row.code.is_none());
        let required = nodes(body).any(|node| requires(node, number));
        if let Some(row) = unsent
            && slot.value.source == SlotSource::Code
            && required
        {
            check.diagnostics.add(
                Diagnostic::error(
                    slot.span,
                    "this member is in every body, and some errors have no code",
                )
                .other(row.status.span, "this row has a `variant` and no `code`")
                .help("leave the member out where there is no code: `\"{code?}\"`")
                .rests_on(Subject::Slots),
            );
        }
    }
}

pub(super) fn slots_hold_what_fills_them(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    for slot in declared(body) {
        if !slot.value.source.can_fill(slot.value.slot_type) {
            let (name, slot_type) = (&slot.value.name, slot.value.slot_type.as_str());
            check.diagnostics.add(
                Diagnostic::error(
                    slot.span,
                    format!("the catalog fills `{name}`, and with no {slot_type}"),
                )
                .help("leave its `type` out, or choose another name for a slot of your own")
                .explains(Subject::SlotType(slot.span)),
            );
        }
    }
}

/// The slots, without those that are as another is declared, at a level.
fn declared(body: &BodyTable) -> impl Iterator<Item = &Spanned<SlotDef>> {
    let is_of_another = |slot: &&Spanned<SlotDef>| {
        let mut others = body.slots.iter().filter(|other| other.value.level == 0);
        slot.value.level > 0 && others.any(|other| other.value.name == slot.value.name)
    };
    body.slots.iter().filter(move |slot| !is_of_another(slot))
}
