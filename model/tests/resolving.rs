//! What a document says as it stands, and what the catalog makes of it: who inherits what from whom.

#![allow(missing_docs)]

use api_error_catalog_core::fact::{TextFact, WordFact};
use api_error_catalog_model::{
    Memory, Origin, Reading, ResolvedCatalog, ResolvedEntry, Side, compile, read, read_text,
};

const CATALOG: &str = r#"# The shop.
[catalog]
name    = "shop"
locales = ["en", "fr"]
missing = "allow"
[body]
shape = "problem+json"   # RFC 9457
[status.404]
title   = { en = "Missing", fr = "Absent" }
action  = "Look elsewhere."
actor   = "user"
grpc    = "NOT_FOUND"
assumed = ["action"]
[status.503]
code    = "busy"
retry   = "after-delay"
effect  = "none"
docs    = "https://x.test/busy"
assumed = ["code", "retry"]
[code.refused]
status  = 404
message = { en = "Refused: {item}.", fr = "Refusé : {item}." }
retry   = "never"
assumed = ["status", "retry", "causes"]
causes  = [{ when = { en = "It is {{not}} yours.", fr = "Pas à vous." }, action = "Ask." }]
[code.sold-out]
parent  = "refused"
description = { fr = "Épuisé." }
user_message = { en = "Sold {{out}}.", fr = "Plus rien." }
[code.gone]
parent  = "sold-out"
status  = 410
retry   = "after-change"
retired = true
assumed = ["parent"]
"#;

fn shop() -> Reading {
    let reading = read_text("shop.toml", CATALOG, Side::Client);
    assert!(!reading.has_errors());
    reading
}

fn entry<'c>(catalog: &'c ResolvedCatalog, code: &str) -> &'c ResolvedEntry {
    catalog.entries.iter().find(|entry| entry.code == code).expect("the code")
}

/// A text of an entry in every locale; nothing where it has none.
fn texts(entry: &ResolvedEntry, fact: TextFact) -> &[String] {
    entry.facts.texts[fact].as_ref().map_or(&[], |text| &text.value)
}

#[test]
fn facts_come_from_the_nearest_table_that_has_them() {
    let reading = shop();
    let catalog = reading.catalog().expect("no errors");
    let origins = |code: &str| {
        let entry = entry(catalog, code);
        (
            entry.status.origin,
            TextFact::ALL.map(|fact| entry.facts.texts[fact].as_ref().map(|text| text.origin)),
            WordFact::ALL.map(|fact| entry.facts.words[fact].as_ref().map(|word| word.origin)),
            entry.facts.docs.as_ref().map(|docs| docs.origin),
        )
    };
    let (own, row, parent) = (Origin::Own, Origin::StatusRow(404), Origin::Parent);
    // Entries: busy, refused, sold-out, gone. Texts: title, message, description, action, user_message.
    assert_eq!(
        origins("busy"),
        (
            own,
            [Some(Origin::Fallback), Some(Origin::Fallback), Some(Origin::Fallback), None, None],
            [Some(own), None, Some(own), None],
            Some(own)
        )
    );
    assert_eq!(
        origins("refused"),
        (
            own,
            [Some(row), Some(own), Some(Origin::Fallback), Some(row), None],
            [Some(own), Some(row), None, Some(row)],
            None
        )
    );
    assert_eq!(
        origins("sold-out"),
        (
            parent(1),
            [Some(row), Some(parent(1)), Some(own), Some(row), Some(own)],
            [Some(parent(1)), Some(row), None, Some(row)],
            None
        )
    );
    assert_eq!(
        origins("gone"),
        (
            own,
            [Some(Origin::Fallback), Some(parent(1)), Some(parent(2)), None, Some(parent(2))],
            [Some(own), None, None, None],
            None
        )
    );
}

#[test]
fn what_is_assumed_is_said_by_the_table_that_has_the_fact() {
    let reading = shop();
    let catalog = reading.catalog().expect("no errors");
    for (code, keys) in [
        ("busy", &["code", "retry"][..]),
        ("refused", &["action", "causes", "retry", "status"]),
        ("sold-out", &["action", "retry", "status"]),
        ("gone", &["parent"]),
    ] {
        assert_eq!(entry(catalog, code).assumed(), keys, "{code}");
    }
    let rows: Vec<_> = catalog.statuses.iter().map(|row| (row.status, row.assumed())).collect();
    assert_eq!(rows, [(404, vec!["action"]), (503, vec!["code", "retry"])]);
}

#[test]
fn values_are_inherited_with_their_stand_ins() {
    let reading = shop();
    let catalog = reading.catalog().expect("no errors");
    let refused = entry(catalog, "refused");
    assert_eq!(texts(refused, TextFact::Description), ["Refused: ….", "Refusé : …."]);
    assert_eq!(texts(refused, TextFact::Action), ["Look elsewhere."; 2]);
    let sold_out = entry(catalog, "sold-out");
    assert_eq!((sold_out.status.value, sold_out.parent), (404, Some(1)));
    let retry = sold_out.facts.words[WordFact::Retry].map(|retry| retry.value.as_str());
    assert_eq!(retry, Some("never"));
    assert_eq!(texts(sold_out, TextFact::Description), ["Épuisé.", "Épuisé."]);
    let gone = entry(catalog, "gone");
    assert_eq!(texts(gone, TextFact::Title), ["Gone"; 2]);
    assert_eq!(texts(gone, TextFact::UserMessage), ["Sold {out}.", "Plus rien."]);
    // Nothing stands in for what only people are told.
    assert_eq!(texts(refused, TextFact::UserMessage), [""; 0]);
    assert!(gone.is_retired);
    let busy = entry(catalog, "busy");
    assert_eq!(texts(busy, TextFact::Message), ["Service Unavailable"; 2]);
    assert_eq!(catalog.statuses[1].entry, Some(0));
}

#[test]
fn causes_are_of_their_own_code_and_have_every_locale() {
    let reading = shop();
    let catalog = reading.catalog().expect("no errors");
    let causes = &entry(catalog, "refused").causes;
    assert_eq!(causes[0].when, ["It is {not} yours.", "Pas à vous."]);
    assert_eq!(causes[0].action, ["Ask.", "Ask."]);
    assert_eq!(causes.len(), 1);
    assert!(entry(catalog, "sold-out").causes.is_empty());
    let encoded = compile(catalog).expect("a small catalog");
    let compiled = encoded.catalog();
    let compiled = compiled.from_code("refused").expect("the code");
    let read: Vec<_> = compiled.causes().map(|c| (c.when("fr"), c.action("fr"))).collect();
    assert_eq!(read, [("Pas à vous.", "Ask.")]);
}

#[test]
fn a_document_keeps_what_a_catalog_resolves_away() {
    let reading = shop();
    let document = reading.document();
    let text = |span| reading.sources.text(span);
    let description = document.codes[1].facts.texts[TextFact::Description].as_ref();
    let versions = &description.expect("a description").versions;
    assert_eq!(versions[0], None);
    assert_eq!(versions[1].as_ref().map(|version| text(version.span)), Some("\"Épuisé.\""));
    let retry = |code: usize| document.codes[code].facts.words[WordFact::Retry];
    assert_eq!(retry(1).map(|retry| retry.value.as_str()), None);
    assert_eq!(retry(0).map(|retry| retry.value.as_str()), Some("never"));
    assert_eq!(document.codes[2].retired.map(text), Some("true"));
    let body = document.body.as_ref().expect("a body");
    assert_eq!(body.preset.map(|preset| preset.value.name), Some("problem+json"));
    let comments: Vec<_> = document.comments.iter().map(|span| text(*span)).collect();
    assert_eq!(comments, ["# The shop.", "# RFC 9457"]);
}

#[test]
fn a_document_names_the_files_it_extends() {
    let files = Memory::default()
        .with("base/shop.toml", CATALOG)
        .with("own.toml", "[catalog]\nextends = \"base/shop.toml\" # theirs\n");
    let reading = read(&files, "own.toml", Side::Client);
    let [extends] = reading.document().extends.as_slice() else { panic!("one file is extended") };
    assert_eq!(extends.path.value, "base/shop.toml");
    assert_eq!(reading.sources.text(extends.path.span), "\"base/shop.toml\"");
    let file = extends.file.expect("a file");
    assert_eq!(reading.sources.get(file).path, "base/shop.toml");
    assert_eq!(reading.document().comments.len(), 3);

    let reading = read_text("own.toml", "[catalog]\nextends = \"none.toml\"\n", Side::Client);
    assert_eq!(reading.document().extends[0].file, None);
}

#[test]
fn a_catalog_with_errors_is_partial() {
    let reading = read_text("shop.toml", CATALOG.replace("410", "999"), Side::Client);
    assert!(reading.catalog().is_none());
    assert_eq!(reading.partial_catalog().entries.len(), 4);
}

#[test]
fn documents_and_catalogs_are_compared_and_cloned() {
    let (one, other) = (shop(), shop());
    assert_eq!(one.document(), other.document());
    assert_eq!(one.catalog().cloned().as_ref(), other.catalog());
    let edited = read_text("shop.toml", CATALOG.replace("never", "after-change"), Side::Client);
    assert_ne!(one.catalog(), edited.catalog());
}

#[cfg(feature = "serde")]
#[test]
fn a_catalog_is_serialized_with_its_origins() {
    let reading = shop();
    let catalog = serde_json::to_value(reading.catalog()).expect("JSON");
    let sold_out = &catalog["entries"][2];
    assert_eq!(
        sold_out["facts"]["texts"]["title"]["origin"],
        serde_json::json!({ "status-row": 404 })
    );
    assert_eq!(
        sold_out["facts"]["words"]["retry"],
        serde_json::json!({ "value": "never", "origin": { "parent": 1 }, "assumed": true })
    );
    assert_eq!(catalog["shape"]["slots"][0]["slot_type"], "string");
}

#[test]
fn a_catalog_with_a_circle_of_parents_is_compiled_without_it() {
    let circle = CATALOG.replace("[code.refused]", "[code.refused]\nparent = \"gone\"");
    let reading = read_text("shop.toml", circle, Side::Client);
    assert!(reading.catalog().is_none());
    let partial = reading.partial_catalog();
    assert!(partial.entries.iter().all(|entry| entry.parent.is_none()));
    compile(partial).expect("no circle");
}

const DEFAULTS: &str = r#"
[catalog]
name    = "defaults"
locales = ["en"]
[body.members]
code    = "{code}"
message = "{message?}"
[defaults]
variant_prefix = "S3"
status  = 400
retry   = "never"
actor   = "developer"
action  = "Look it up."
assumed = ["status", "actor"]
[status.404]
title   = "Missing"
[status.503]
code    = "SlowDown"
retry   = "after-delay"
[code.access-denied]
code    = "AccessDenied"
title   = "No access"
actor   = "user"
[code.denied-here]
parent  = "access-denied"
code    = "AccessDenied"
variant = "DeniedHere"
[code.404]
code    = "NoSuchKey"
status  = 404
"#;

#[test]
fn defaults_come_last() {
    let reading = read_text("defaults.toml", DEFAULTS, Side::Client);
    let catalog = reading.catalog().expect("no errors");
    let (own, row, defaults) =
        (Some(Origin::Own), Some(Origin::StatusRow(404)), Some(Origin::Defaults));
    let entries: Vec<_> = catalog
        .entries
        .iter()
        .map(|entry| {
            let words = [WordFact::Retry, WordFact::Actor];
            let words = words.map(|fact| entry.facts.words[fact].map(|word| word.origin));
            let text = |fact| entry.facts.texts[fact].as_ref().map(|text| text.origin);
            let texts = [TextFact::Title, TextFact::Action].map(text);
            (entry.name.as_str(), entry.code.as_str(), entry.status.origin, words, texts)
        })
        .collect();
    let fallback = Some(Origin::Fallback);
    let parent = Some(Origin::Parent(1));
    assert_eq!(
        entries,
        [
            ("SlowDown", "SlowDown", Origin::Own, [own, defaults], [fallback, defaults]),
            ("access-denied", "AccessDenied", Origin::Defaults, [defaults, own], [own, defaults]),
            (
                "denied-here",
                "AccessDenied",
                Origin::Defaults,
                [defaults, parent],
                [parent, defaults]
            ),
            ("404", "NoSuchKey", Origin::Own, [defaults; 2], [row, defaults]),
        ]
    );
    let assumed: Vec<_> = catalog.entries.iter().map(ResolvedEntry::assumed).collect();
    assert_eq!(assumed, [vec!["actor"], vec!["status"], vec!["status"], vec!["actor"]]);
    // A row that becomes no entry has what it says.
    let rows = catalog.statuses.iter();
    let rows: Vec<_> = rows.map(|row| row.facts.words[WordFact::Actor].is_some()).collect();
    assert_eq!(rows, [false, true]);
}

#[test]
fn variants_begin_with_the_prefix_unless_they_are_named() {
    let reading = read_text("defaults.toml", DEFAULTS, Side::Client);
    let catalog = reading.catalog().expect("no errors");
    let variants: Vec<_> = catalog.entries.iter().map(|entry| entry.variant.as_str()).collect();
    assert_eq!(variants, ["S3SlowDown", "S3AccessDenied", "DeniedHere", "S3404"]);
}

#[test]
fn a_message_is_said_by_a_table_or_stands_in() {
    // A title or a description is no message; that of an ancestor is one.
    let others = [("title   = \"No access\"", false), ("message = \"No access\"", true)];
    for (title, says) in others {
        let text = DEFAULTS.replace("title   = \"No access\"", title);
        let reading = read_text("defaults.toml", text, Side::Client);
        let catalog = reading.catalog().expect("no errors");
        let found: Vec<_> = catalog.entries.iter().map(|entry| entry.says_message).collect();
        assert_eq!(found, [false, says, says, false]);
    }
}

#[test]
fn many_entries_share_codes() {
    const ENTRIES: usize = 600;
    let name = |n: usize| format!("entry-{n}");
    let mut text = "[catalog]\nname = 'many'\nlocales = ['en']\n[body.members]\n\
                    code = '{code}'\nmessage = '{message}'\n[defaults]\nstatus = 400\n"
        .to_owned();
    // Every third shares its code with nine others, and is told from them by its message.
    let code = |n: usize| if n.is_multiple_of(3) { format!("shared-{}", n % 20) } else { name(n) };
    for n in 0..ENTRIES {
        let (name, code) = (name(n), code(n));
        text += &format!("[code.{name}]\ncode = '{code}'\nmessage = 'Number {n} of {{what}}.'\n");
    }
    let reading = read_text("many.toml", text, Side::Client);
    assert_eq!(reading.diagnostics, []);
    let encoded = compile(reading.catalog().expect("no errors")).expect("a catalog of usual size");
    let catalog = encoded.catalog();
    for n in 0..ENTRIES {
        let entry = catalog.from_name(&name(n)).expect("the entry");
        assert_eq!((usize::from(entry.number()), entry.as_str()), (n, code(n).as_str()));
        let all = catalog.all_from_code(&code(n)).map(|entry| usize::from(entry.number()));
        assert!(all.eq((0..ENTRIES).filter(|other| code(*other) == code(n))), "{}", code(n));
    }
}
