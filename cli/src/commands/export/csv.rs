//! A table for spreadsheets: a row for each entry and locale (RFC 4180).

use api_error_catalog_core::Entry;
use api_error_catalog_core::fact::{Actor, Retry};
use csv::Writer;

use super::Exported;

const COLUMNS: [&str; 20] = [
    "api",
    "locale",
    "name",
    "code",
    "status",
    "title",
    "message",
    "description",
    "action",
    "user_message",
    "retry",
    "actor",
    "effect",
    "parent",
    "aliases",
    "parameters",
    "docs",
    "type",
    "retired",
    "assumed",
];

pub(super) fn csv(exported: &[Exported<'_>]) -> String {
    let mut out = Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| out.write_record(row).expect("a `Vec` takes everything");
    write(&COLUMNS.map(str::to_owned));
    for Exported { catalog, locales, .. } in exported {
        for entry in catalog.codes() {
            for locale in locales {
                write(&row(entry, locale).map(inert));
            }
        }
    }
    let bytes = out.into_inner().expect("a `Vec` takes everything");
    String::from_utf8(bytes).expect("texts are UTF-8")
}

/// What an entry says in a locale, in the order of [`COLUMNS`].
fn row(entry: Entry<'_>, locale: &str) -> [String; COLUMNS.len()] {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let list = |list: Vec<&str>| list.join(", ");
    let parameters = entry.parameters();
    let parameters = parameters.map(|one| format!("{}: {}", one.name, one.parameter_type.as_str()));
    [
        entry.catalog().name().to_owned(),
        locale.to_owned(),
        entry.name().to_owned(),
        entry.as_str().to_owned(),
        entry.status().to_string(),
        entry.title(locale).to_owned(),
        entry.message(locale).to_owned(),
        entry.description(locale).to_owned(),
        text(entry.action(locale)),
        text(entry.user_message(locale)),
        text(entry.retry().map(Retry::as_str)),
        text(entry.actor().map(Actor::as_str)),
        entry.effect().as_str().to_owned(),
        text(entry.parent().map(Entry::name)),
        list(entry.aliases().collect()),
        parameters.collect::<Vec<_>>().join(", "),
        text(entry.docs()),
        text(entry.problem_type()),
        entry.is_retired().to_string(),
        list(entry.assumed().collect()),
    ]
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does has a `'` before it, which
/// spreadsheets do not show. A number is none.
fn inert(cell: String) -> String {
    let begins_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins_formula && cell.parse::<i64>().is_err() { format!("'{cell}") } else { cell }
}
