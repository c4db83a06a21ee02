//! Endpoints and their codes, of `OpenAPI` documents.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::docs;
use super::site::Site;
use crate::run::{errcat, golden};

/// The argument that names a document of the tests.
pub(super) const DOCUMENT: &str = "--openapi ../documents/wallet.yaml";

#[test]
fn pages_say_which_endpoint_answers_with_which_codes() {
    let site = Site::with_findings(&format!("wallet.toml {DOCUMENT}"));
    golden("docs/endpoints_findings", site.ran.remarks.split_once('\n').expect("lines").1);
    golden("docs/endpoints_of_catalog", &section(&site.text("index.md")));
    golden("docs/endpoints_of_catalog_in_html", &html_section(&site.text("fr/index.html")));
    let of_code = site.text("insufficient-rights/index.md");
    golden("docs/endpoints_of_code", &section(&of_code));
    let of_code = html_section(&site.text("fr/insufficient-funds/index.html"));
    golden("docs/endpoints_of_code_in_html", &of_code);
    let program: Value = serde_json::from_str(&site.text("errors.json")).expect("JSON");
    let schema: Value = serde_json::from_str(&site.text("errors.schema.json")).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &program));
    let endpoints = &program["catalogs"][0]["endpoints"];
    assert_eq!(endpoints[0]["path"], "/payments");
    let answers = json!([
        { "status": "402", "errors": ["payment-failed", "insufficient-funds", "card-refused"], "unknown": [] },
        { "status": "409", "errors": [], "unknown": ["made-already"] },
        { "status": "503", "errors": [], "unknown": [] },
    ]);
    assert_eq!(endpoints[0]["answers"], answers);
}

/// A document as `errcat export` writes it, whose paths refer to its responses.
#[test]
fn exported_responses_name_the_codes_of_their_status() {
    let folder = TempDir::new().expect("a folder");
    let exported = errcat("export --to openapi wallet.toml").run().out;
    let mut document: Value = serde_json::from_str(&exported).expect("JSON");
    let response = |status| json!({ "$ref": format!("#/components/responses/{status}") });
    document["paths"] = json!({
        "/pay": { "post": { "responses": { "402": response(402), "403": response(403) } } },
    });
    let path = folder.path().join("openapi.json");
    fs::write(&path, document.to_string()).expect("a document");
    let ran = docs("wallet.toml", &folder, &format!("--openapi {}", path.display()));
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(ran.remarks.lines().count(), 1, "{ran:?}");
    // What is retired has no example.
    let page = fs::read_to_string(folder.path().join("site/index.md")).expect("a page");
    assert_eq!(
        section(&page),
        "## Endpoints\n\n- **POST** /pay\n  - 402: [payment-failed](payment-failed/index.md), \
         [insufficient-funds](insufficient-funds/index.md)\n  \
         - 403: [insufficient-rights](insufficient-rights/index.md)\n",
    );
}

#[test]
fn an_endpoint_is_on_the_page_of_the_catalog_whose_codes_it_names() {
    let site =
        Site::with_findings(&format!("wallet.toml ../../../catalogs/oauth2.toml {DOCUMENT}"));
    assert!(site.text("wallet/index.md").contains("- **POST** /payments"));
    assert!(!site.text("oauth2/index.md").contains("## Endpoints"));
}

#[test]
fn what_is_no_document_with_endpoints_has_no_site() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("openapi.yaml");
    for (text, said) in [
        ("swagger: '2.0'", "is no document of OpenAPI 3"),
        ("openapi: 3.0.0", "has no `paths`"),
        ("a: [", "is no YAML"),
    ] {
        fs::write(&path, text).expect("a document");
        let ran = docs("wallet.toml", &folder, &format!("--openapi {}", path.display()));
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.remarks.contains(said), "{ran:?}");
        assert!(!folder.path().join("site").exists());
    }
}

/// The part of a page in Markdown that is about endpoints.
fn section(markdown: &str) -> String {
    let start = markdown.find("## Endpoints").unwrap_or_else(|| panic!("{markdown}"));
    let section = &markdown[start..];
    let end = section[3..].find("\n## ").map_or(section.len(), |end| end + 3);
    format!("{}\n", section[..end].trim_end())
}

fn html_section(html: &str) -> String {
    let (_, section) =
        html.split_once("<section aria-labelledby=\"endpoints\">").expect("a section");
    section.split_once("</section>").expect("an end").0.trim_start().to_owned()
}
