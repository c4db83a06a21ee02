//! What is searched as it is typed: every code in one file that a page loads when somebody begins to type.

use api_error_catalog_core::fact::TextFact;
use serde::Serialize;

use super::site::Site;

/// The codes of all catalogs, in one language.
#[derive(Serialize)]
struct Index<'s> {
    /// What the catalogs are called.
    catalogs: Vec<&'s str>,
    entries: Vec<Indexed<'s>>,
}

#[derive(Serialize)]
struct Indexed<'s> {
    /// The number of the catalog.
    catalog: usize,
    code: &'s str,
    /// Other words for the code.
    names: Vec<&'s str>,
    status: u16,
    title: &'s str,
    description: &'s str,
    /// The page, from the folder of the index.
    page: String,
}

/// The script that hands the index to the page: a page of the file system may load no other kind of file.
pub(super) fn search(site: &Site<'_>, locale: usize) -> String {
    let layout = &site.layout;
    let tag = layout.locales[locale].as_str();
    let mut entries = Vec::new();
    for (number, catalog) in site.catalogs.iter().enumerate() {
        for (entry, resolved) in catalog.resolved.entries.iter().enumerate() {
            let text =
                |fact| catalog.texts.of_entry(resolved, fact, tag).map_or("", |said| said.text);
            let name = (resolved.name != resolved.code).then_some(resolved.name.as_str());
            let page = layout.entry(locale, number, entry).file("index.html");
            entries.push(Indexed {
                catalog: number,
                code: &resolved.code,
                names: name
                    .into_iter()
                    .chain(resolved.aliases.iter().map(String::as_str))
                    .collect(),
                status: resolved.status.value,
                title: text(TextFact::Title),
                description: text(TextFact::Description),
                page: layout.top(locale).link_to(&page),
            });
        }
    }
    let catalogs = site.catalogs.iter().map(|catalog| catalog.texts.title(tag).text).collect();
    let json = serde_json::to_string(&Index { catalogs, entries });
    format!("errcatSearch({});\n", json.expect("strings and numbers"))
}
