//! Required facts, `assumed`, and links.

use std::collections::HashSet;

use api_error_catalog_core::builder::MOST_ANCESTORS;
use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::slot::{SlotDef, SlotSource};

use super::check::Check;
use super::shape::{nodes, requires};
use crate::diagnostic::Diagnostic;
use crate::document::Facts;
use crate::entries::Entry;
use crate::source::Spanned;
use crate::suggestion;

/// A code needs a status, and something to say where the body has a place for it; of its own, inherited,
/// or by default.
pub(super) fn required_facts_are_there(check: &mut Check<'_>) {
    let has_message = sends_messages(check);
    let mut parents = HashSet::new();
    parents
        .extend(check.document.codes.iter().filter_map(|code| Some(&*code.parent.as_ref()?.value)));
    for code in &check.document.codes {
        let lineage = check.inheritance.lineage(Entry::Code(code));
        // A parent that is missing, or one too many, is where the facts may be.
        let last = lineage.last().and_then(|(_, entry)| entry.parent());
        let is_missing = last.is_some_and(|parent| check.inheritance.number(parent).is_none());
        if is_missing || lineage.len() > 1 + MOST_ANCESTORS {
            continue;
        }
        let Spanned { value: name, span } = &code.name;
        let status = check.inheritance.status(&lineage).map(|status| status.value);
        if status.is_none() {
            check.diagnostics.missing(
                Diagnostic::error(*span, format!("the code `{name}` has no `status`"))
                    .help("add the HTTP status it travels with, `status = 400`, a `parent` that has one, or one for all codes in `[defaults]`"),
            );
        }
        let mut tables = check.inheritance.tables(&lineage, status).into_iter();
        let is_parent = parents.contains(name.as_str());
        if has_message && !is_parent && !tables.any(|table| says_something(table.facts)) {
            check.diagnostics.missing(
                Diagnostic::error(*span, format!("the code `{name}` has no `message`")).help(
                    format!("add the text that travels with it, `message = {}`", a_text(check)),
                ),
            );
        }
    }
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
    if let Some(defaults) = &check.document.defaults {
        assumed(check, &defaults.facts, &[("status", defaults.status.is_some())]);
    }
    for row in &check.document.statuses {
        let more = [
            ("code", row.code.is_some()),
            ("also", !row.also.is_empty()),
            ("headers", !row.headers.is_empty()),
        ];
        assumed(check, &row.facts, &more);
    }
    for code in &check.document.codes {
        let more = [
            ("code", code.code.is_some()),
            ("status", code.status.is_some()),
            ("parent", code.parent.is_some()),
            ("aliases", !code.aliases.is_empty()),
            ("causes", !code.causes.is_empty()),
            ("retired", code.retired.is_some()),
        ];
        assumed(check, &code.facts, &more);
    }
}

fn assumed(check: &mut Check<'_>, facts: &Facts, more: &[(&'static str, bool)]) {
    if facts.assumed.is_empty() {
        return;
    }
    let mut keys = facts.keys();
    for (key, is_there) in more {
        if *is_there {
            keys.push(key);
        }
    }
    for assumed in &facts.assumed {
        if keys.contains(&assumed.value.as_str()) {
            continue;
        }
        let help = match suggestion::nearest(&assumed.value, keys.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "only what the entry itself says can be assumed; add it, or leave it out here"
                .to_owned(),
        };
        check.diagnostics.missing(
            Diagnostic::error(
                assumed.span,
                format!("this entry has no `{}` to be assumed", assumed.value),
            )
            .help(help),
        );
    }
}

/// Links end up in documentation, where anything but an address of the web does harm.
pub(super) fn docs_are_links(check: &mut Check<'_>) {
    let facts = check.facts.iter().filter_map(|facts| facts.docs.as_ref());
    for docs in facts.chain(&check.document.header.docs) {
        let rest =
            ["https://", "http://"].iter().find_map(|scheme| docs.value.strip_prefix(scheme));
        let is_link = rest.is_some_and(|rest| {
            // Control characters are another rule's.
            !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() && !c.is_control())
        });
        if !is_link {
            check.diagnostics.add(
                Diagnostic::error(
                    docs.span,
                    format!("`{}` is not a link", docs.value.escape_debug()),
                )
                .help("write the whole address: `https://…`"),
            );
        }
    }
}
