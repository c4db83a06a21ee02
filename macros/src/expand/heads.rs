//! How the bodies of codes begin. Nearly every body starts with what the catalog knows, the status,
//! the code, a message, and is written as one piece up to there.

use api_error_catalog_model::{
    LocalizedTexts, Node, ResolvedCatalog, ResolvedEntry, Slot, SlotSource, SlotType, quoted,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::steps::Step;
use super::texts::size;

/// The heads of all codes, as the runtime's `tables` reads them, for a body of some steps.
pub(super) fn heads(catalog: &ResolvedCatalog, steps: &[Step<'_>]) -> TokenStream {
    let (mut json, mut rows) = (String::new(), Vec::new());
    for code in &catalog.entries {
        rows.extend_from_slice(&size(json.len()).to_le_bytes());
        // A code that is written inside its parent's object does not begin the body.
        let is_outermost = code.parent.is_none() || catalog.shape.inner == Node::Null;
        let step = if is_outermost { head(code, catalog, steps, &mut json) } else { 0 };
        rows.extend_from_slice(&u16::try_from(step).unwrap_or(0).to_le_bytes());
    }
    rows.extend_from_slice(&size(json.len()).to_le_bytes());
    let rows = Literal::byte_string(&rows);
    quote!(__private::Heads::new(#json, #rows))
}

/// Appends a code's head, and gives the number of the step that is behind it.
fn head(
    code: &ResolvedEntry,
    catalog: &ResolvedCatalog,
    steps: &[Step<'_>],
    out: &mut String,
) -> usize {
    let known = |slot: usize| value(code, &catalog.shape.slots[slot], catalog);
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        match step {
            Step::Json(json) => out.push_str(json),
            Step::Comma if out.ends_with('{') => {}
            Step::Comma => out.push(','),
            Step::Slot { before, behind, slot, optional } => {
                // A value comes with its quotes.
                let is_string = catalog.shape.slots[*slot].slot_type == SlotType::String;
                let quote = usize::from(is_string);
                let (before, behind) = (&before[..before.len() - quote], &behind[quote..]);
                match known(*slot) {
                    Known::Value(value) => out.extend([before, &value]),
                    Known::Nothing if *optional => {}
                    Known::Nothing => out.extend([before, "null"]),
                    Known::Unknown => break,
                }
                out.push_str(behind);
            }
            Step::Unless(Node::Slot(slot), count) => match known(*slot) {
                Known::Value(_) => {}
                Known::Nothing => at += count,
                Known::Unknown => break,
            },
            Step::Unless(..) | Step::Text(_) | Step::Inner => break,
        }
        at += 1;
    }
    at
}

/// What is known of a slot's value before anybody has set it.
enum Known {
    /// The value as JSON.
    Value(String),
    /// That it has none.
    Nothing,
    Unknown,
}

fn value(code: &ResolvedEntry, slot: &Slot, catalog: &ResolvedCatalog) -> Known {
    let localized = |texts: Option<&LocalizedTexts>| {
        let there = texts.filter(|texts| !texts.iter().all(String::is_empty));
        there.and_then(|texts| texts.first().cloned())
    };
    let text = match slot.source {
        SlotSource::Caller => return Known::Unknown,
        SlotSource::Message if code.is_template() => return Known::Unknown,
        SlotSource::Status => Some(code.status.value.to_string()),
        SlotSource::Code => code.is_sent.then(|| code.code.clone()),
        SlotSource::Message => localized(Some(code.message())),
        SlotSource::Title if is_blank_problem(code, catalog) => code.reason.map(str::to_owned),
        SlotSource::Title => localized(Some(code.title())),
        SlotSource::Description => localized(Some(code.description())),
        SlotSource::Action => localized(code.action()),
        SlotSource::Reason => code.reason.map(str::to_owned),
        SlotSource::Retry => code.retry().map(|retry| retry.as_str().to_owned()),
        SlotSource::Docs => code.docs().map(str::to_owned),
        SlotSource::Type => code.type_uri.clone(),
    };
    match text {
        None => Known::Nothing,
        Some(text) if slot.slot_type == SlotType::String && slot.max_length.is_none() => {
            Known::Value(quoted(&text))
        }
        Some(text) if slot.source == SlotSource::Status && slot.slot_type != SlotType::String => {
            Known::Value(text)
        }
        Some(_) => Known::Unknown,
    }
}

/// RFC 9457 §4.2.1: a problem without a type of its own has the title of its status.
fn is_blank_problem(code: &ResolvedEntry, catalog: &ResolvedCatalog) -> bool {
    catalog.shape.slots.iter().any(|slot| slot.source == SlotSource::Type)
        && code.type_uri.as_deref().is_none_or(|uri| uri == "about:blank")
}
