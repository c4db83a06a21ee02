//! Where catalogs are read from: memory, a folder, and the chain of files that extend each other.

#![allow(missing_docs)]

use api_error_catalog_core::fact::{TextFact, WordFact};
use api_error_catalog_model::{
    Diagnostic, Disk, Loader, Memory, Reading, Side, read, read_text, render,
};

const BASE: &str = r#"
[catalog]
name    = "base"
locales = ["en"]

[body.members]
code = "{code}"

[code.not-found]
status  = 404
message = "Not found."
"#;

fn only_error(reading: &Reading) -> String {
    let errors: Vec<_> =
        reading.errors().map(|error| render(error, &reading.sources).to_string()).collect();
    assert_eq!(errors.len(), 1, "{}", errors.join("\n\n"));
    errors.concat()
}

#[test]
fn a_text_is_a_catalog() {
    let reading = read_text("base.toml", BASE, Side::Client);
    assert!(!reading.has_errors());
    assert_eq!(reading.partial_catalog().name, "base");
}

#[test]
fn a_file_extends_another_in_memory() {
    let files = Memory::default()
        .with("shop/catalog.toml", "[catalog]\nname = \"shop\"\nextends = \"../base.toml\"\n")
        .with("base.toml", BASE);
    let reading = read(&files, "shop/catalog.toml", Side::Client);
    assert!(!reading.has_errors());
    assert_eq!(
        (reading.partial_catalog().name.as_str(), reading.partial_catalog().entries.len()),
        ("shop", 1)
    );
    let paths: Vec<_> = reading.sources.iter().map(|source| source.path.as_str()).collect();
    assert_eq!(paths, ["shop/catalog.toml", "base.toml"]);
}

#[test]
fn the_key_extends_may_be_written_with_an_escape() {
    let text = "[catalog]\nname = \"shop\"\n\"e\\u0078tends\" = \"base.toml\"\n";
    let files = Memory::default().with("shop.toml", text).with("base.toml", BASE);
    assert_eq!(read(&files, "shop.toml", Side::Client).partial_catalog().entries.len(), 1);
    let error = only_error(&read_text("shop.toml", text, Side::Client));
    assert!(error.starts_with("there is no file `base.toml`"), "{error}");
    assert!(error.contains("--> shop.toml:3:"), "{error}");
}

#[test]
fn a_circle_is_reported_once() {
    let files = Memory::default()
        .with("a.toml", "[catalog]\nname = \"a\"\nlocales = [\"en\"]\nextends = \"b.toml\"\n")
        .with("b.toml", "[catalog]\nextends = \"./a.toml\"\n");
    let error = only_error(&read(&files, "a.toml", Side::Client));
    assert!(error.starts_with("these files extend each other in a circle"), "{error}");
    assert!(error.contains("a.toml → b.toml → a.toml"), "{error}");
}

#[test]
fn a_file_may_be_outside_of_the_folder() {
    let root = tempfile::tempdir().expect("a folder");
    let inner = root.path().join("inner");
    std::fs::create_dir(&inner).expect("a folder");
    std::fs::write(root.path().join("base.toml"), BASE).expect("a file");
    std::fs::write(inner.join("own.toml"), "[catalog]\nextends = \"../base.toml\"\n")
        .expect("a file");
    let disk = Disk::new(&inner);
    let absolute = inner.join("own.toml").to_string_lossy().into_owned();
    for path in ["../base.toml", "own.toml", "../inner/own.toml", &absolute] {
        let reading = read(&disk, path, Side::Client);
        assert!(!reading.has_errors(), "{path}");
        assert_eq!(reading.partial_catalog().entries.len(), 1, "{path}");
    }
    for (path, error) in [
        ("none.toml", "there is no file `none.toml`"),
        ("../inner", "`../inner` is a folder, not a catalog"),
    ] {
        assert!(only_error(&read(&disk, path, Side::Client)).starts_with(error));
    }
}

#[test]
fn a_file_of_one_gibibyte_is_refused() {
    struct Zeros;
    impl Loader for Zeros {
        fn load(&self, _: &str, _: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
            Ok(vec![0; 1 << 30])
        }
    }
    let error = only_error(&read(&Zeros, "big.toml", Side::Client));
    assert!(error.starts_with("`big.toml` is too large"), "{error}");
}

#[test]
fn what_no_catalog_can_be_is_refused() {
    for (name, bytes, error) in [
        ("a.toml", &b" \n"[..], "`a.toml` is empty"),
        ("a.toml", b"a\nb\xffc", "this is not UTF-8\n --> a.toml:2:2\n  |\n2 | b�c\n  |  ^"),
        ("a.yaml", b"a: 1", "`a.yaml` is neither `.toml` nor `.json`"),
    ] {
        let reading = read_text(name, bytes, Side::Client);
        assert!(only_error(&reading).starts_with(error));
    }
}

/// A catalog with some files under it, each of which says of the statuses 400 to 403 what it is called.
fn piled(files: &[(&str, &str, &[u16])]) -> Reading {
    let mut memory = Memory::default();
    for (name, extends, statuses) in files {
        let mut text = format!("[catalog]\nextends = {extends}\n");
        if *name == "top.toml" {
            text.push_str(
                "name = \"top\"\nlocales = [\"en\"]\n[body.members]\ncode = \"{code?}\"\n",
            );
        }
        for status in *statuses {
            text.push_str(&format!("[status.{status}]\ntitle = \"{name}\"\n"));
        }
        memory = memory.with(*name, text);
    }
    read(&memory, "top.toml", Side::Client)
}

/// The title of a status, which says where it is from.
fn title(reading: &Reading, status: u16) -> &str {
    let row = reading.catalog().expect("no errors").statuses.iter();
    let row = row.clone().find(|row| row.status == status).expect("a row");
    &row.facts.texts[TextFact::Title].as_ref().expect("a title").value[0]
}

#[test]
fn of_several_the_first_listed_wins() {
    let reading = piled(&[
        ("top.toml", "[\"a.toml\", \"b.toml\", \"a.toml\"]", &[400]),
        ("a.toml", "\"c.toml\"", &[400, 401]),
        ("b.toml", "[]", &[400, 401, 402, 403]),
        ("c.toml", "[]", &[400, 401, 402]),
    ]);
    let titles = [400, 401, 402, 403].map(|status| title(&reading, status));
    assert_eq!(titles, ["top.toml", "a.toml", "c.toml", "b.toml"]);
    let paths: Vec<_> = reading.sources.iter().map(|source| source.path.as_str()).collect();
    assert_eq!(paths, ["top.toml", "a.toml", "c.toml", "b.toml"]);
    let extends = reading.document().extends.iter().map(|extends| extends.path.value.as_str());
    assert!(extends.eq(["a.toml", "c.toml", "b.toml", "a.toml"]));
}

#[test]
fn what_several_extend_is_read_once_and_is_more_general_than_each() {
    for order in ["[\"a.toml\", \"b.toml\"]", "[\"house.toml\", \"a.toml\", \"b.toml\"]"] {
        let reading = piled(&[
            ("top.toml", order, &[400]),
            ("a.toml", "\"house.toml\"", &[401]),
            ("b.toml", "\"house.toml\"", &[401, 402]),
            ("house.toml", "[]", &[400, 401, 402, 403]),
        ]);
        let titles = [400, 401, 402, 403].map(|status| title(&reading, status));
        assert_eq!(titles, ["top.toml", "a.toml", "b.toml", "house.toml"], "{order}");
        assert_eq!(reading.sources.iter().count(), 4);
    }
}

#[test]
fn many_diamonds_on_one_another_are_read_in_no_time() {
    let mut files = Memory::default().with("40-0.toml", BASE).with("40-1.toml", BASE);
    for level in 0..40 {
        let below = level + 1;
        let text = format!("[catalog]\nextends = [\"{below}-0.toml\", \"{below}-1.toml\"]\n");
        files = files.with(format!("{level}-0.toml"), &*text).with(format!("{level}-1.toml"), text);
    }
    let reading = read(&files, "0-0.toml", Side::Client);
    assert!(!reading.has_errors());
    assert_eq!(reading.sources.iter().count(), 81);
}

/// What the base `http` says of a status to a catalog with some locales.
fn http(header: &str) -> Reading {
    let text = format!("[catalog]\nname = \"a\"\n{header}\n[body.members]\ncode = \"{{code?}}\"\n");
    read(&Memory::default().with("a.toml", text), "a.toml", Side::Server)
}

#[test]
fn the_base_http_has_no_findings_in_its_own_locales() {
    for locales in ["\"en\"", "\"fr\"", "\"fr\", \"en\"", "\"EN\"", "\"fr-CI\", \"en-GB\""] {
        let reading = http(&format!("locales = [{locales}]\nextends = \"http\""));
        assert!(reading.diagnostics.is_empty(), "{locales}: {:?}", reading.diagnostics);
        let french = locales.starts_with("\"fr");
        assert_eq!(title(&reading, 404), if french { "Introuvable" } else { "Not found" });
        let row = &reading.document().statuses[0];
        let versions = &row.facts.texts[TextFact::Action].as_ref().expect("an action").versions;
        assert!(versions.iter().all(Option::is_some), "{locales}");
        assert_eq!(versions.len(), locales.split(',').count());
    }
    let source = http("locales = [\"en\"]\nextends = \"http\"").sources;
    let source = source.iter().nth(1).expect("the base");
    assert!(!source.is_file());
    assert_eq!(source.path, "http (base)");
}

#[test]
fn another_locale_stands_in_for_one_that_a_base_lacks() {
    for (locales, status, expected) in [
        ("[\"fr\", \"de\"]", 404, ["Introuvable", "Introuvable"]),
        ("[\"de\", \"fr\"]", 404, ["Introuvable", "Introuvable"]),
        ("[\"de\", \"it\"]", 404, ["Not found", "Not found"]),
        ("[\"en\", \"fr\"]", 404, ["Not found", "Introuvable"]),
    ] {
        let reading =
            http(&format!("locales = {locales}\nmissing = \"allow\"\nextends = \"http\""));
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        let rows = &reading.catalog().expect("no errors").statuses;
        let row = rows.iter().find(|row| row.status == status).expect("a row");
        let title = row.facts.texts[TextFact::Title].as_ref().expect("a title");
        assert_eq!(title.value, expected, "{locales}");
    }
}

#[test]
fn a_base_lies_below_every_file_wherever_it_is_listed() {
    for extends in ["[\"http\", \"house.toml\"]", "[\"house.toml\", \"http\"]", "\"house.toml\""] {
        let reading =
            piled(&[("top.toml", extends, &[400]), ("house.toml", "\"http\"", &[400, 401])]);
        let titles = [400, 401, 404].map(|status| title(&reading, status));
        assert_eq!(titles, ["top.toml", "house.toml", "Not found"], "{extends}");
        assert!(reading.diagnostics.is_empty());
    }
}

#[test]
fn a_catalog_has_its_own_words_over_those_of_a_base() {
    let text = r#"
[catalog]
name    = "a"
locales = ["en", "FR"]
extends = "http"

[body.members]
code = "{code?}"

[status.404]
code     = "NOT_FOUND"
title.fr = "Rien ici"
retry    = "never"

[status.500]
also  = [502]
title = { en = "Down", fr = "En panne" }
"#;
    let reading = read_text("a.toml", text, Side::Client);
    let catalog = reading.catalog().expect("no errors");
    let row = |status| catalog.statuses.iter().find(|row| row.status == status).expect("a row");
    let texts = |status, fact| &row(status).facts.texts[fact].as_ref().expect("a text").value;
    assert_eq!(*texts(404, TextFact::Title), ["Not found", "Rien ici"]);
    let retry = row(404).facts.words[WordFact::Retry].as_ref().expect("advice");
    assert_eq!(retry.value.as_str(), "never");
    assert_eq!(catalog.entries[0].code, "NOT_FOUND");
    // A row that serves a status takes the place of the base's.
    assert_eq!(*texts(502, TextFact::Title), ["Down", "En panne"]);
    assert_eq!(texts(502, TextFact::Action), texts(500, TextFact::Action));
    assert_ne!(texts(504, TextFact::Action), texts(500, TextFact::Action));
}
