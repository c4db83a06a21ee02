//! What holds for every page: its elements are closed, its links lead somewhere, its texts are text.

use std::collections::BTreeSet;

use super::endpoints::DOCUMENT;
use super::site::Site;

/// A start tag.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

/// The elements of a page, which has to be well-formed as XML is, but for its first line.
fn elements(path: &str, html: &str) -> Vec<Element> {
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or_else(|| panic!("{path}"));
    let (mut open, mut elements) = (Vec::new(), Vec::new());
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        assert!(!text.contains('>'), "{path}: {text}");
        let end = rest[at..].find('>').map(|end| at + end).expect("an end");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{path}");
            continue;
        }
        let element = element(path, tag.trim_end_matches('/'));
        if !tag.ends_with('/') {
            open.push(element.name.clone());
        }
        elements.push(element);
    }
    assert!(open.is_empty(), "{path}: {open:?}");
    elements
}

fn element(path: &str, tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("{path}: {tag}"));
        let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("{path}: {tag}"));
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = after;
    }
    Element { name: name.to_owned(), attributes }
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[test]
fn every_page_is_well_formed_and_its_links_lead_somewhere() {
    let with_endpoints = Site::with_findings(&format!("wallet.toml {DOCUMENT}"));
    for site in [Site::of_ready_made(), Site::of("wallet.toml"), with_endpoints, awkward()] {
        let files = site.files();
        let html = site.files_of("html");
        let pages: Vec<_> = html.iter().map(|(path, html)| (path, elements(path, html))).collect();
        let anchors: BTreeSet<(String, String)> = pages
            .iter()
            .flat_map(|(path, elements)| {
                let ids = elements.iter().filter_map(|element| element.get("id"));
                ids.map(|id| ((*path).clone(), id.to_owned()))
            })
            .collect();
        let mut count = 0;
        for (path, elements) in &pages {
            let ids: Vec<_> = elements.iter().filter_map(|element| element.get("id")).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
            for element in elements {
                let names = ["aria-labelledby", "aria-controls"];
                for id in names.iter().filter_map(|name| element.get(name)) {
                    assert!(ids.contains(&id), "{path}: {id}");
                }
                for link in ["href", "src", "data-search", "data-decoder"]
                    .iter()
                    .filter_map(|name| element.get(name))
                {
                    if link.starts_with("https://") || link.starts_with("mailto:") {
                        continue;
                    }
                    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                    let file = resolve(path, file);
                    assert!(files.contains_key(&file), "{path}: {link}");
                    let is_there =
                        anchor.is_empty() || anchors.contains(&(file, anchor.to_owned()));
                    assert!(is_there, "{path}: {link}");
                    count += 1;
                }
            }
        }
        assert!(count > 50, "{count} links");
    }
}

/// Where a link of a page leads.
fn resolve(page: &str, link: &str) -> String {
    if link.is_empty() {
        return page.to_owned();
    }
    let mut folders: Vec<_> = page.split('/').collect();
    folders.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{page}: {link}"),
            part => folders.push(part),
        }
    }
    folders.join("/")
}

#[test]
fn every_link_of_the_markdown_leads_somewhere() {
    let site = Site::of_ready_made();
    let files = site.files();
    let mut count = 0;
    for (path, markdown) in &site.files_of("md") {
        assert!(markdown.ends_with('\n') && !markdown.contains("\n\n\n"), "{path}:\n{markdown}");
        for link in markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(files.contains_key(&resolve(path, link)), "{path}: {link}");
            count += 1;
        }
    }
    assert!(count > 100, "{count} links");
}

/// Codes that are no names of files, and texts that are no text.
const AWKWARD: &str = r##"
[catalog]
name    = "awkward"
title   = "<script>alert(1)</script> & \"co\""
locales = ["en"]

[body.members]
code    = "{code}"
message = "{message}"

[code.not_found]
status      = 404
message     = "</script><script>alert(2)</script>"
description = "<img src=x onerror=alert(3)> [a](javascript:alert(4)) **strong** \"quoted\" <b>"
action      = "# Heading\n\n- one\n- two\n\nSee [the guide](https://guide.example/?a&b)."

[code.NOT_FOUND]
variant = "NotFound2"
status  = 404
message = "No."

[code."a/b c%20"]
variant = "Slash"
status  = 404
message = "No."

[code."../../up"]
variant = "Up"
status  = 404
message = "No."

[code.nul]
status  = 404
message = "No."

[code."é\"<>&"]
variant = "Markup"
status  = 404
message = "No."

[code."search.js"]
variant = "Script"
status  = 404
message = "No."
"##;

fn awkward() -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("awkward.toml");
    std::fs::write(&path, AWKWARD).expect("a catalog");
    Site::of(path.to_str().expect("UTF-8"))
}

#[test]
fn names_are_safe_in_every_file_system() {
    let paths = awkward().paths();
    let folders: BTreeSet<_> = paths.iter().filter_map(|path| path.split_once('/')).collect();
    let folders: BTreeSet<_> = folders.into_iter().map(|(folder, _)| folder).collect();
    assert_eq!(
        folders.into_iter().collect::<Vec<_>>(),
        [
            "NOT_FOUND~2",
            "a~2Fb~20c~2520",
            "not_found",
            "nul~",
            "search.js~2",
            "~2E.~2F..~2Fup",
            "~C3~A9~22~3C~3E~26"
        ]
    );
}

#[test]
fn texts_are_text() {
    let site = awkward();
    for (path, html) in &site.files_of("html") {
        let elements = elements(path, html);
        let scripts = elements.iter().filter(|element| element.name == "script");
        assert_eq!(scripts.count(), 1, "{path}");
        for element in &elements {
            assert!(!["img", "b", "style"].contains(&element.name.as_str()), "{path}");
            assert!(!element.attributes.iter().any(|(name, _)| name.starts_with("on")), "{path}");
            let link = element.get("href").unwrap_or_default();
            assert!(!link.starts_with("javascript:"), "{path}");
        }
    }
    let page = site.text("not_found/index.html");
    assert!(page.contains("<strong>strong</strong>"), "{page}");
    assert!(page.contains("<a href=\"https://guide.example/?a&amp;b\">the guide</a>"), "{page}");
}

/// The other catalog of the site has a language that this one has not: its pages are there, and say so once.
#[test]
fn a_catalog_without_a_language_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("awkward.toml");
    std::fs::write(&path, AWKWARD).expect("a catalog");
    let site = Site::of(&format!("wallet.toml {}", path.to_str().expect("UTF-8")));
    for (path, count) in
        [("fr/awkward/index.html", 1), ("fr/awkward/nul~/index.md", 1), ("awkward/index.html", 0)]
    {
        let said = site.text(path).matches("pas de textes en français").count();
        assert_eq!(said, count, "{path}");
    }
    assert!(!site.text("fr/awkward/index.html").contains("untranslated"));
    assert!(site.text("fr/awkward/nul~/index.html").contains("lang=\"en\"><p>No.</p>"));
}
