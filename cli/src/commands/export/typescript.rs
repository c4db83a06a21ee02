//! A module of TypeScript: a union of the codes, a table of the entries, and the decoder of `cli/src/decoder/`.

use std::collections::BTreeSet;

use api_error_catalog_core::Entry;
use serde_json::Value;

use super::Exported;
use crate::{decoder, output};

pub(super) fn typescript(exported: &Exported<'_>) -> String {
    let Exported { catalog, locale, .. } = exported;
    let data = output::json(&decoder::data_in(catalog, *locale));
    let names = union(catalog.codes().map(Entry::name));
    let codes = union(catalog.codes().map(Entry::as_str));
    let locales = union(exported.locales.iter().copied());
    format!(
        "\
// The errors of the catalog `{name}`, and a decoder of its answers. Written by `errcat export --to typescript`
// from its file: change that one.

/** The names of the entries. */
export type Name ={names};

/** The codes as they travel; several entries may have the same. */
export type Code ={codes};

/** The locales of the texts, which stand in this order everywhere. */
export type Locale ={locales};

/** What the catalog says of an error. */
export interface Entry extends EntryData {{
  name: Name;
  code: Code;
}}

export const catalog: CatalogData<Entry> = {data};

/** The entries by their names. */
export const entries = Object.fromEntries(
  catalog.entries.map((entry) => [entry.name, entry]),
) as Readonly<Record<Name, Entry>>;

{decoder}
const decoder = errcatDecoder.open(catalog) as Decoder<Entry>;

/** Reads what the API answered: the body as text, or as the value that it is in JSON. It cannot fail. */
export function decode(status: number, body: unknown, headers?: AnswerHeaders): Answer<Entry> {{
  return decoder.decode(status, body, headers);
}}
",
        // A line end would end the comment.
        name = catalog.name().escape_debug(),
        data = data.trim_end(),
        decoder = decoder::typescript(),
    )
}

/// A union of strings, each once, in their order.
fn union<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut seen = BTreeSet::new();
    let members = texts.filter(|text| seen.insert(*text));
    let members: Vec<_> = members.map(|text| format!("\n  | {}", Value::from(text))).collect();
    if members.is_empty() { " never".to_owned() } else { members.concat() }
}
