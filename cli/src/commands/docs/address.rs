//! Whether the addresses that travel, types of problems and links to documentation, lead to pages of the site.

use std::collections::BTreeSet;

use super::site::{Site, SiteCatalog};

/// What leads nowhere, a line each. `url` is the address of the site; without it, the pages of a catalog
/// are taken to be where its `type_base` says.
pub(super) fn findings(site: &Site<'_>, url: Option<&str>) -> Vec<String> {
    let url = url.map(with_slash);
    let catalogs = site.catalogs.iter().enumerate();
    catalogs
        .flat_map(|(number, catalog)| {
            let folder = site.layout.catalog(0, number);
            let base = match &url {
                Some(url) => Some(format!("{url}{}", folder.as_str())),
                None => catalog.type_base.filter(|base| is_web_address(base)).map(with_slash),
            };
            let Some(base) = base else { return Vec::new() };
            let root = url.as_deref().unwrap_or(&base);
            let page = |entry| {
                let page = site.layout.entry(0, number, entry).file("");
                format!("{base}{}", &page[folder.as_str().len()..])
            };
            of_catalog(catalog, &base, root, page)
        })
        .collect()
}

fn of_catalog(
    catalog: &SiteCatalog<'_>,
    base: &str,
    root: &str,
    page: impl Fn(usize) -> String,
) -> Vec<String> {
    let mut findings = Vec::new();
    let name = catalog.catalog.name();
    let type_base = catalog.type_base.unwrap_or(base);
    if !type_base.starts_with(root) {
        findings.push(format!(
            "the types of `{name}` begin with `{type_base}`, and its pages with `{base}`"
        ));
    }
    let pages: BTreeSet<_> =
        (0..catalog.resolved.entries.len()).map(|entry| key(&page(entry))).collect();
    for (number, entry) in catalog.resolved.entries.iter().enumerate() {
        let docs = entry.facts.docs.as_ref().map(|docs| docs.value.as_str());
        let expected = page(number);
        let own = |address: &&str| address.starts_with(root);
        if let Some(address) = entry.problem_type.as_deref().filter(own)
            && key(address) != key(&expected)
        {
            let entry = &entry.name;
            findings.push(format!(
                "the type of `{name}` `{entry}` is `{address}`, and its page is `{expected}`"
            ));
        }
        // Several entries may share what documents them: any page will do.
        if let Some(address) = docs.filter(own)
            && !pages.contains(&key(address))
            && key(address) != key(base)
        {
            let entry = &entry.name;
            findings.push(format!(
                "the docs of `{name}` `{entry}` are `{address}`, where the site has no page"
            ));
        }
    }
    findings
}

fn is_web_address(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn with_slash(address: &str) -> String {
    format!("{}/", address.trim_end_matches('/'))
}

/// An address without what servers do not tell apart: a fragment, the name of the page in its folder, and
/// the slash at the end.
fn key(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    address.trim_end_matches("index.html").trim_end_matches('/').to_owned()
}
