//! Whatever is in a file, reading it ends in diagnostics: no panic, and every place is a real one.

#![allow(missing_docs)]

use api_error_catalog_model::{Reading, Side, read_text, render};
use api_error_catalog_tests::{json_of, root};
use proptest::prelude::*;

const CATALOGS: [&str; 4] = ["bictorys", "generic-error", "hub2", "partner-center"];

fn shipped(name: &str) -> String {
    let folder = root().join("catalogs");
    std::fs::read_to_string(folder.join(format!("{name}.toml"))).expect("a shipped catalog")
}

/// Reads some bytes as a catalog, and everything that is said of them.
fn read_bytes(bytes: &[u8], extension: &str) -> Reading {
    let reading = read_text(&format!("catalog.{extension}"), bytes, Side::Client);
    for diagnostic in &reading.diagnostics {
        let text = render(diagnostic, &reading.sources).to_string();
        assert!(!text.is_empty());
        for label in [&diagnostic.place, &diagnostic.other].into_iter().flatten() {
            let source = reading.sources.get(label.span.file);
            assert!(source.text.get(label.span.range()).is_some(), "{text}");
        }
    }
    reading
}

#[derive(Clone, Debug)]
enum Mutation {
    Delete(prop::sample::Index, usize),
    Insert(prop::sample::Index, String),
    Repeat(prop::sample::Index, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), 1..40_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (at(), "[\\[\\]{}=.,#\"'\\\\a1é😀 \n\r\t\u{0}-]{1,5}")
            .prop_map(|(at, text)| Mutation::Insert(at, text)),
        (at(), 1..200_usize).prop_map(|(at, length)| Mutation::Repeat(at, length)),
    ]
}

fn mutated(text: &str, mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for mutation in mutations {
        if bytes.is_empty() {
            break;
        }
        match mutation {
            Mutation::Delete(at, length) => {
                let at = at.index(bytes.len());
                let end = (at + length).min(bytes.len());
                bytes.drain(at..end);
            }
            Mutation::Insert(at, text) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, text.bytes());
            }
            Mutation::Repeat(at, length) => {
                let at = at.index(bytes.len());
                let end = (at + length).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mutated_catalogs_are_read(
        name in prop::sample::select(&CATALOGS[..]),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        read_bytes(&mutated(&shipped(name), &mutations), "toml");
    }

    #[test]
    fn mutated_catalogs_in_json_are_read(
        name in prop::sample::select(&CATALOGS[..]),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        read_bytes(&mutated(&json_of(&shipped(name)).to_string(), &mutations), "json");
    }

    #[test]
    fn arbitrary_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), toml in any::<bool>()) {
        read_bytes(&bytes, if toml { "toml" } else { "json" });
    }
}

#[test]
fn a_catalog_says_the_same_in_json() {
    for name in CATALOGS {
        let text = shipped(name);
        let toml = read_bytes(text.as_bytes(), "toml");
        let toml = toml.catalog().expect("no errors");
        let json = read_bytes(json_of(&text).to_string().as_bytes(), "json");
        let json = json.catalog().expect("no errors");
        // JSON keeps no order that TOML had, so codes are compared one by one.
        assert_eq!(toml.entries.len(), json.entries.len());
        for code in &toml.entries {
            let same = json.entries.iter().find(|other| other.code == code.code);
            let same = same.expect("the code in JSON");
            assert_eq!(
                (&same.facts.texts, same.status.value),
                (&code.facts.texts, code.status.value)
            );
        }
    }
}

#[test]
fn deep_nesting_is_refused() {
    for (extension, open) in [("toml", "a = "), ("json", "")] {
        for bracket in ["[", "{\"a\":", "{a="] {
            let text = format!("{open}{}", bracket.repeat(100_000));
            assert!(read_bytes(text.as_bytes(), extension).has_errors());
        }
    }
}

#[test]
fn broken_json_of_any_length_is_read() {
    for piece in [
        "[",
        "{",
        "]",
        "}",
        "[}",
        "{]",
        "{\"a\":[",
        "{\"a\":",
        "\"a\":\"b\":",
        "\"",
        "'",
        "“",
        "a ",
        "1 ",
        "\"a\" ",
        "\"a ",
        "\"a\n",
        "a\": ",
        "a\" ",
        ",",
        ":",
        ";",
        "=",
        "/*",
        "/",
        "\\",
        "\\\"",
        "\u{a0}",
        "\"a\":{},",
        "\"a\":[],",
        "{\n",
        "{\n}\n]",
        "}\n",
        "[{x} ",
        "\"a\n b\n",
    ] {
        for before in ["", "{", "{\"code\":", "{\"code\":{\n", "[", "{\"a\":\""] {
            let text = format!("{before}{}", piece.repeat(4_000));
            let reading = read_text("catalog.json", text, Side::Client);
            assert!(reading.has_errors(), "{before}{piece}");
        }
    }
}

#[test]
fn fifty_thousand_codes_are_read() {
    let header =
        "[catalog]\nname = \"big\"\nlocales = [\"en\"]\n[body.members]\ncode = \"{code}\"\n";
    let code =
        |number| format!("[code.error-{number}]\nstatus = 400\nmessage = \"Number {number}.\"\n");
    let text: String = std::iter::once(header.to_owned()).chain((0..50_000).map(code)).collect();
    let reading = read_bytes(text.as_bytes(), "toml");
    assert_eq!(reading.catalog().expect("no errors").entries.len(), 50_000);
}
