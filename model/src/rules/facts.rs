//! Required facts, `assumed`, and links.

use std::collections::HashMap;

use api_error_catalog_core::fact::TextFact;

use super::check::Check;
use super::parents;
use crate::diagnostic::Diagnostic;
use crate::document::{CodeTable, Facts};
use crate::suggestion;

/// A code needs a status and something to say, of its own or inherited.
pub(super) fn required_facts_are_there(check: &mut Check<'_>) {
    let numbers = parents::numbers(&check.document.codes);
    for code in &check.document.codes {
        let lineage = lineage(code, &check.document.codes, &numbers);
        let Some(last) = lineage.last() else { continue };
        // A parent that is missing, or is a status's own row, is where the facts may be.
        let known = |parent: &str| numbers.contains_key(parent);
        let open = last.parent.as_ref().is_some_and(|parent| !known(&parent.value));
        if open {
            continue;
        }
        let status = lineage.iter().find_map(|code| code.status.as_ref());
        if status.is_none() {
            check.diagnostics.missing(
                Diagnostic::error(code.code.span, format!("the code `{}` has no `status`", code.code.value))
                    .help("add the HTTP status it travels with, `status = 400`, or a `parent` that has one"),
            );
        }
        let row = || status.and_then(|status| check.document.row(status.value));
        let says_something = lineage.iter().any(|code| says_something(&code.facts))
            || row().is_some_and(|row| says_something(&row.facts));
        if !says_something {
            check.diagnostics.missing(
                Diagnostic::error(
                    code.code.span,
                    format!("the code `{}` has no `message`", code.code.value),
                )
                .help(format!("add the text that travels with it, `message = {}`", a_text(check))),
            );
        }
    }
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

/// A code and its ancestors, up to one whose parent is not among the codes or that was there before.
fn lineage<'d>(
    code: &'d CodeTable,
    codes: &'d [CodeTable],
    numbers: &HashMap<&str, usize>,
) -> Vec<&'d CodeTable> {
    let mut lineage = vec![code];
    while let Some(parent) = lineage[lineage.len() - 1].parent.as_ref()
        && let Some(number) = numbers.get(parent.value.as_str())
        && let parent = &codes[*number]
        && !lineage.iter().any(|passed| passed.code.value == parent.code.value)
    {
        lineage.push(parent);
    }
    lineage
}

pub(super) fn assumed_names_facts_that_are_there(check: &mut Check<'_>) {
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
