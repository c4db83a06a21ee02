//! The entries that stand for what a framework answers itself.

use api_error_catalog_core::Catch;
use api_error_catalog_core::template;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::{CatchEntry, Text};
use crate::entries::{Entry, VariantEntry};
use crate::finding::Subject;
use crate::inheritance::FactTable;
use crate::suggestion::{self, Suggestions};

pub(super) fn what_is_caught_has_an_entry(check: &mut Check<'_>) {
    let names = || check.variants.iter().map(|variant| &*variant.name.value);
    let mut suggestions = None;
    for CatchEntry { entry, .. } in &check.document.catch {
        if check.inheritance.number(&entry.value).is_some() {
            continue;
        }
        let suggestions = suggestions.get_or_insert_with(|| Suggestions::new(names()));
        let meant = suggestions.nearest(&entry.value);
        check.diagnostics.add(
            Diagnostic::error(entry.span, format!("there is no entry `{}`", entry.value))
                .meant_or(meant, || format!("add `[code.{}]`", entry.value))
                .rests_on(Subject::Entries),
        );
    }
}

/// A client may take a status that it does not know for the first of its class, and nothing else.
pub(super) fn what_is_caught_keeps_its_class(check: &mut Check<'_>) {
    for (CatchEntry { of, entry }, variant) in caught(check) {
        let status = check.inheritance.status(&check.inheritance.lineage(variant.entry));
        let Some(status) = status.map(|status| status.value) else { continue };
        let class = of.value.status() / 100;
        if status / 100 != class {
            check.diagnostics.add(
                Diagnostic::error(
                    entry.span,
                    format!(
                        "`{}` has the status {status}, and stands for {class}xx here",
                        entry.value
                    ),
                )
                .other(of.span, format!("{class}xx"))
                .help(format!("name an entry whose status is {class}xx, or leave the key out")),
            );
        }
    }
}

pub(super) fn what_is_caught_is_sent(check: &mut Check<'_>) {
    for (CatchEntry { entry, .. }, variant) in caught(check) {
        if let Entry::Code(code) = variant.entry
            && let Some(retired) = code.retired
        {
            check.diagnostics.add(
                Diagnostic::error(entry.span, format!("`{}` is retired", entry.value))
                    .other(retired, "since it is retired, it is not sent")
                    .help("name an entry that is sent, or leave the key out"),
            );
        }
    }
}

/// What the message needs has to be known to a framework, or clients read `…`.
pub(super) fn what_is_caught_is_filled(check: &mut Check<'_>) {
    for (CatchEntry { of, entry }, variant) in caught(check) {
        let known: Vec<_> =
            Catch::PARAMETERS.into_iter().filter(|name| of.value.knows(name)).collect();
        let is_set = |name: &str| tables(check, variant).iter().any(|table| sets(table, name));
        let unknown: Vec<_> = placeholders(check, variant)
            .filter(|name| !known.contains(name) && !is_set(name))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let unknown: Vec<_> = unknown.iter().map(|name| format!("{{{name}}}")).collect();
        let unknown: Vec<_> = unknown.iter().map(String::as_str).collect();
        check.diagnostics.add(
            Diagnostic::error(
                entry.span,
                format!(
                    "the message of `{}` has {}, which no framework knows of `{}`",
                    entry.value,
                    suggestion::list(&unknown),
                    of.value,
                ),
            )
            .help(format!(
                "name an entry without, or one with what is known here: {}",
                suggestion::list(&known)
            )),
        );
    }
}

/// What is caught by entries that there are.
fn caught<'c>(check: &Check<'c>) -> Vec<(&'c CatchEntry, &'c VariantEntry<'c>)> {
    let of_name = |catch: &'c CatchEntry| {
        let number = check.inheritance.number(&catch.entry.value)?;
        Some((catch, check.inheritance.variants()[number]))
    };
    check.document.catch.iter().filter_map(of_name).collect()
}

/// The tables that an entry takes its message from, and values of slots.
fn tables<'c>(check: &Check<'c>, variant: &VariantEntry<'c>) -> Vec<FactTable<'c>> {
    let lineage = check.inheritance.lineage(variant.entry);
    let status = check.inheritance.status(&lineage).map(|status| status.value);
    check.inheritance.tables(&lineage, status)
}

fn sets(table: &FactTable<'_>, name: &str) -> bool {
    table.facts.set.iter().any(|set| set.slot.value == name)
}

/// The placeholders of an entry's message, each once.
fn placeholders<'c>(
    check: &Check<'c>,
    variant: &VariantEntry<'c>,
) -> impl Iterator<Item = &'c str> {
    let tables = tables(check, variant);
    let message = tables.iter().find_map(|table| table.facts.message());
    let first = message.and_then(|message: &Text| message.present().next());
    let mut names: Vec<_> =
        first.into_iter().flat_map(|version| template::placeholders(&version.value)).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter()
}
