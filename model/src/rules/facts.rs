//! Required facts, `assumed`, and links.

use std::collections::HashSet;

use api_error_catalog_core::builder::MOST_ANCESTORS;
use api_error_catalog_core::fact::{FactKey, TextFact};
use api_error_catalog_core::slot::{SlotDef, SlotSource};

use super::check::Check;
use super::slot_use::{nodes, requires};
use crate::diagnostic::Diagnostic;
use crate::document::Facts;
use crate::entries::Entry;
use crate::finding::{Finding, Subject};
use crate::http::Mistake;
use crate::inheritance::Lineage;
use crate::source::Spanned;
use crate::{literal, suggestion, uri};

/// A code needs a status, and something to say where the body has a place for it; of its own, inherited,
/// or by default.
pub(super) fn required_facts_are_there(check: &mut Check<'_>) {
    let has_message = sends_messages(check);
    let mut parents = HashSet::new();
    parents
        .extend(check.document.codes.iter().filter_map(|code| Some(&*code.parent.as_ref()?.value)));
    for code in &check.document.codes {
        let lineage = check.inheritance.lineage(Entry::Code(code));
        // A parent that is missing, that cannot be read, or one too many is where the facts may be.
        let has_parent = lineage.last().is_some_and(|(_, entry)| match entry {
            Entry::Code(code) => code.facts.says("parent"),
            Entry::Status(_) => false,
        });
        if has_parent || lineage.len() > 1 + MOST_ANCESTORS {
            continue;
        }
        let Spanned { value: name, span } = &code.name;
        let status = check.inheritance.status(&lineage).map(|status| status.value);
        // What a parent lacks too is its finding.
        if status.is_none() && lineage.len() == 1 {
            let help = "add the HTTP status it travels with, `status = 400`, a `parent` that has one, or one for all codes in `[defaults]`";
            let error = Diagnostic::error(*span, format!("the code `{name}` has no `status`"));
            let finding = rests_on_tables(error.help(help), &lineage);
            check.diagnostics.add(finding.explains(Subject::Fact(*span, "status")));
        }
        let mut tables = check.inheritance.tables(&lineage, status).into_iter();
        let is_parent = parents.contains(name.as_str());
        if has_message && !is_parent && !tables.any(|table| says_something(table.facts)) {
            let help = format!("add the text that travels with it, `message = {}`", a_text(check));
            let error = Diagnostic::error(*span, format!("the code `{name}` has no `message`"));
            let finding = rests_on_tables(error.help(help), &lineage);
            let finding = finding.rests_on(Subject::Fact(*span, "message"));
            // Another entry may be one whose parent it is, which then has the message.
            let finding = finding.rests_on(Subject::Parents).rests_on(Subject::Entries);
            check.diagnostics.add(finding);
        }
    }
}

/// What an entry lacks may be in a table that could not be read.
fn rests_on_tables(error: Diagnostic, lineage: &Lineage<'_>) -> Finding {
    let codes = lineage.iter().filter_map(|(_, entry)| match entry {
        Entry::Code(code) => Some(Subject::Contents(code.name.span)),
        Entry::Status(_) => None,
    });
    codes.fold(error.rests_on(Subject::Defaults), Finding::rests_on)
}

/// Whether every body has a place for a message.
fn sends_messages(check: &Check<'_>) -> bool {
    let Some(body) = &check.document.body else { return false };
    let is_message =
        |slot: &Spanned<SlotDef>| slot.value.source == SlotSource::Text(TextFact::Message);
    let slot = body.slots.iter().position(is_message);
    slot.is_some_and(|slot| nodes(body).any(|node| requires(node, slot)))
}

/// A text as one would write it in this catalog.
fn a_text(check: &Check<'_>) -> String {
    match check.document.header.locales.as_slice() {
        [] | [_] => "\"…\"".to_owned(),
        locales => {
            let versions: Vec<_> = locales.iter().map(|l| format!("{} = \"…\"", l.value)).collect();
            format!("{{ {} }}", versions.join(", "))
        }
    }
}

fn says_something(facts: &Facts) -> bool {
    let says = |fact| facts.texts[fact].is_some();
    says(TextFact::Message) || says(TextFact::Description) || says(TextFact::Title)
}

pub(super) fn assumed_names_facts_that_are_there(check: &mut Check<'_>) {
    let document = check.document;
    if let Some(defaults) = &document.defaults {
        assumed(check, &defaults.facts, Subject::Defaults, None);
    }
    for row in &document.statuses {
        assumed(check, &row.facts, Subject::Contents(row.status.span), None);
    }
    for code in &document.codes {
        let status = Subject::Fact(code.name.span, "status");
        assumed(check, &code.facts, Subject::Contents(code.name.span), Some(status));
    }
}

/// `status` is that of a code, which another rule misses where there is none.
fn assumed(check: &mut Check<'_>, facts: &Facts, table: Subject, status: Option<Subject>) {
    for assumed in &facts.assumed {
        let name = assumed.value.as_str();
        if facts.says(name) {
            continue;
        }
        let written: Vec<_> = facts.written.iter().map(FactKey::as_str).collect();
        let message = format!("this entry has no `{name}` to be assumed");
        let error = Diagnostic::error(assumed.span, message);
        let help = "only what the entry itself says can be assumed; add it, or leave it out here";
        let finding = error.meant_or(suggestion::nearest(name, written), || help.to_owned());
        let finding = finding.rests_on(table);
        check.diagnostics.add(match status.filter(|_| name == "status") {
            Some(status) => finding.rests_on(status),
            None => finding,
        });
    }
}

/// Links end up in documentation, where anything but an address of the web does harm.
pub(super) fn docs_are_links(check: &mut Check<'_>) {
    let facts = check.facts.iter().filter_map(|facts| facts.docs.as_ref());
    for Spanned { value, span } in facts.chain(&check.document.header.docs) {
        if !["https://", "http://"].iter().any(|scheme| value.starts_with(scheme)) {
            let message = format!("`{}` is not a link", value.escape_debug());
            let help = "write the whole address: `https://…`";
            let error = Diagnostic::error(*span, message).help(help);
            check.diagnostics.add(error.rests_on(Subject::Spelling(*span)));
            continue;
        }
        // Browsers encode what is beyond ASCII.
        let is_allowed = |c: char| !c.is_ascii() && !c.is_whitespace();
        let (Mistake { at, message }, help) = match uri::character_mistake(value, is_allowed) {
            Some(mistake) => {
                (mistake, "write it percent-encoded, `%20` for a blank, or leave it out")
            }
            None => match uri::host_mistake(value) {
                Some(mistake) => {
                    (mistake, "write the whole address, such as `https://api.example/docs`")
                }
                None => continue,
            },
        };
        let place = literal::place(check.sources, *span, at);
        let error = Diagnostic::error(place, message).help(help);
        check.diagnostics.add(error.rests_on(Subject::Spelling(*span)));
    }
}

/// A fact is marked or not.
pub(super) fn a_fact_is_assumed_once(check: &mut Check<'_>) {
    for facts in check.facts {
        for (at, fact) in facts.assumed.iter().enumerate() {
            let is_same = |other: &&Spanned<String>| other.value == fact.value;
            let Some(first) = facts.assumed[..at].iter().find(is_same) else { continue };
            check.diagnostics.add(
                Diagnostic::warning(fact.span, format!("`{}` is listed twice", fact.value))
                    .label("again here")
                    .other(first.span, "first here")
                    .help("leave one of the two out; was another fact meant?"),
            );
        }
    }
}
