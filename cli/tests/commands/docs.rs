//! `errcat docs`

mod browser;
mod endpoints;
mod in_browser;
mod pages;
mod site;

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use self::site::Site;
use crate::run::{Ran, errcat, golden, tests};

/// The site of a catalog of the tests.
fn wallet() -> Site {
    Site::of("wallet.toml")
}

#[test]
fn a_site_has_these_files() {
    let site = wallet();
    golden("docs/files", &(site.paths().join("\n") + "\n"));
    assert_eq!(site.ran.remarks.lines().count(), 1, "{:?}", site.ran);
}

#[test]
fn pages_are_these() {
    let site = wallet();
    for (name, path) in [
        ("docs/code", "insufficient-funds/index.html"),
        ("docs/code_markdown", "insufficient-funds/index.md"),
        ("docs/code_in_french", "fr/card-refused/index.html"),
        ("docs/catalog_markdown", "fr/index.md"),
        ("docs/search", "fr/search.js"),
        ("docs/program", "errors.json"),
    ] {
        golden(name, &site.text(path));
    }
}

#[test]
fn the_same_catalog_is_the_same_site() {
    assert_eq!(wallet().files(), wallet().files());
}

#[test]
fn several_catalogs_have_a_page_above_them() {
    let site = Site::of("wallet.toml ../../../catalogs/hub2.toml");
    let index = site.text("index.html");
    for link in ["wallet/index.html", "hub2/index.html"] {
        assert!(index.contains(link), "{index}");
    }
}

#[test]
fn a_catalog_with_errors_has_no_site() {
    let folder = TempDir::new().expect("a folder");
    let ran = docs("broken.toml", &folder, "");
    assert_eq!(ran.status, 2);
    assert!(ran.remarks.contains("`broken.toml` has errors"), "{ran:?}");
    assert!(!folder.path().join("site").exists());
}

#[test]
fn programs_get_all_of_it_as_their_schema_says() {
    let site = Site::of_ready_made();
    let json = |path| serde_json::from_str::<Value>(&site.text(path)).expect("JSON");
    let (errors, schema) = (json("errors.json"), json("errors.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let mistakes: Vec<_> = validator.iter_errors(&errors).map(|error| error.to_string()).collect();
    assert_eq!(mistakes, <[String; 0]>::default());
    for catalog in errors["catalogs"].as_array().expect("a list") {
        for error in catalog["errors"].as_array().expect("a list") {
            let page = error["page"].as_str().expect("a path");
            assert!(site.has(page), "{page}");
        }
    }
}

#[test]
fn what_is_there_is_not_replaced_unasked() {
    let folder = TempDir::new().expect("a folder");
    let page = folder.path().join("site/index.html");
    fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    fs::write(&page, "mine").expect("a file");
    let ran = docs("wallet.toml", &folder, "");
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.remarks.contains("such as `index.html`"), "{ran:?}");
    assert_eq!(fs::read_to_string(&page).expect("the file"), "mine");
    assert_eq!(fs::read_dir(page.parent().expect("a folder")).expect("a folder").count(), 1);

    assert_eq!(docs("wallet.toml", &folder, "--force").status, 0);
    assert!(fs::read_to_string(&page).expect("the file").starts_with("<!DOCTYPE html>"));
    let again = docs("wallet.toml", &folder, "");
    assert!(again.remarks.ends_with("site` is up to date\n"), "{again:?}");
}

/// As if it had been made by hand, so that a server of another user can read it.
#[cfg(unix)]
#[test]
fn everybody_may_read_a_site() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let site = folder.path().join("above/site");
    let out = site.to_str().expect("UTF-8");
    assert_eq!(errcat(&format!("docs wallet.toml --out {out}")).run().status, 0);
    let plain = folder.path().join("made");
    fs::create_dir(&plain).expect("a folder");
    let mode = |path| fs::metadata(path).expect("a folder").permissions().mode();
    assert_eq!(mode(&site), mode(&plain));
}

#[test]
fn what_an_earlier_run_left_is_removed_and_nothing_else() {
    let folder = TempDir::new().expect("a folder");
    let catalog = fs::read_to_string(tests().join("catalogs/wallet.toml")).expect("a catalog");
    let path = folder.path().join("errors.toml");
    fs::write(&path, catalog.replace("limit-exceeded", "too-fast")).expect("a catalog");
    let named = path.to_str().expect("UTF-8");
    assert_eq!(docs(named, &folder, "").status, 0);
    let site = folder.path().join("site");
    fs::write(site.join("CNAME"), "errors.example\n").expect("a file");
    fs::write(site.join("card-refused/notes.txt"), "mine").expect("a file");

    fs::write(&path, catalog.replace("card-refused", "card-declined")).expect("a catalog");
    let ran = docs(named, &folder, "");
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(site.join("too-fast/index.html").exists());
    let ran = docs(named, &folder, "--force");
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.remarks.contains("and removed 8"), "{ran:?}");
    assert!(!site.join("too-fast").exists() && !site.join("fr/too-fast").exists());
    assert!(site.join("CNAME").exists() && site.join("card-refused/notes.txt").exists());
    assert!(!site.join("card-refused/index.html").exists());
}

#[test]
fn a_list_of_files_removes_nothing_outside_of_the_site() {
    let folder = TempDir::new().expect("a folder");
    assert_eq!(docs("wallet.toml", &folder, "").status, 0);
    let outside = folder.path().join("outside.txt");
    fs::write(&outside, "mine").expect("a file");
    let manifest = folder.path().join("site/errcat-site.json");
    let files =
        format!(r#"["../outside.txt", {:?}, "missing.html"]"#, outside.to_str().expect("UTF-8"));
    fs::write(&manifest, format!(r#"{{"generator": "errcat docs", "files": {files}}}"#))
        .expect("a file");
    assert_eq!(docs("wallet.toml", &folder, "--force").status, 0);
    assert!(outside.exists());
    fs::write(&manifest, "{}").expect("a file");
    let ran = docs("wallet.toml", &folder, "--force");
    assert_eq!(ran.status, 2);
    assert!(ran.remarks.contains("is not the list of files"), "{ran:?}");
}

#[test]
fn check_says_what_differs_and_writes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let ran = docs("wallet.toml", &folder, "--check");
    assert_eq!(ran.status, 1);
    assert!(ran.remarks.starts_with("missing: card-refused/index.html\n"), "{ran:?}");
    assert!(!folder.path().join("site").exists());
    assert_eq!(docs("wallet.toml", &folder, "").status, 0);
    assert_eq!(docs("wallet.toml", &folder, "--check").status, 0);
    assert_eq!(
        fs::read_dir(folder.path()).expect("a folder").count(),
        1,
        "nothing is left beside it"
    );
    fs::write(folder.path().join("site/style.css"), "").expect("a file");
    let ran = docs("wallet.toml", &folder, "--check");
    assert!(ran.remarks.starts_with("differs: style.css\n"), "{ran:?}");
}

const PROBLEMS: &str = r#"
[catalog]
name    = "pay"
locales = ["en"]

[body]
shape     = "problem+json"
type_base = "https://api.example/errors/"

[code.declined]
status  = 402
message = "No."

[code.expired]
status  = 402
message = "Too old."
type    = "https://api.example/errors/too-old"

[code.stolen]
status  = 402
message = "It is not yours."
docs    = "https://api.example/errors/thieves"

[code.elsewhere]
status  = 402
message = "Ask them."
type    = "https://other.example/errors/elsewhere"
"#;

#[test]
fn types_and_links_lead_to_pages() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("errors.toml");
    fs::write(&path, PROBLEMS).expect("a catalog");
    let ran = docs(path.to_str().expect("UTF-8"), &folder, "");
    assert_eq!(ran.status, 1, "{ran:?}");
    let findings: Vec<_> = ran.remarks.lines().skip(1).collect();
    assert_eq!(
        findings,
        [
            "the type of `pay` `expired` is `https://api.example/errors/too-old`, and its page is \
             `https://api.example/errors/expired/`",
            "the docs of `pay` `stolen` are `https://api.example/errors/thieves`, where the site has no page",
        ]
    );
    let ran = docs(path.to_str().expect("UTF-8"), &folder, "--url https://docs.example/");
    assert_eq!(
        ran.remarks.lines().nth(1),
        Some(
            "the types of `pay` begin with `https://api.example/errors/`, and its pages with \
             `https://docs.example/`"
        )
    );
}

/// The site in a folder of its own, with more arguments.
fn docs(catalogs: &str, folder: &TempDir, more: &str) -> Ran {
    let out = folder.path().join("site");
    errcat(&format!("docs {catalogs} --out {} {more}", out.to_str().expect("UTF-8"))).run()
}
