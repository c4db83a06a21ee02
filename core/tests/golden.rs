//! Golden files: what is in them, that they are read as they were written, and what is different.

mod generated;

use std::fmt::Write as _;

use api_error_catalog_core::Catch;
use api_error_catalog_core::builder::{
    CatalogDef, CatchDef, EntryDef, FixedSlotDef, FixedValueDef, ParameterDef, StatusDef, encode,
};
use api_error_catalog_core::fact::{Effect, Retry, TextFact, Word, WordFact};
use api_error_catalog_core::golden::{Golden, differences, parse, write};
use api_error_catalog_core::shape::{HeaderDef, KeyDef, MemberDef, NodeDef, PieceDef, ShapeDef};
use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotType};
use proptest::prelude::*;

/// A catalog that has one of everything that a golden file has.
fn everything() -> CatalogDef {
    let known = |name| SlotDef::from(KnownSlot::find(name).expect("a known slot"));
    let slots = vec![
        SlotDef { level: 1, ..known("code") },
        SlotDef { min_length: 1, max_length: Some(1024), ..known("message") },
        SlotDef { or: Some(SlotType::String), ..known("status") },
        known("retry_after"),
        SlotDef::of_caller("field", SlotType::String),
        known("code"),
    ];
    let member = |key: KeyDef, node, optional| MemberDef { key, node, optional };
    let fixed = |text: &str| PieceDef::Fixed(text.to_owned());
    let message = KeyDef::Names(vec!["message".into(), "Message".into(), "the message".into()]);
    let error = NodeDef::Object(vec![
        member("type".into(), NodeDef::Slot(0), false),
        member(message, NodeDef::Slot(1), true),
        member("a/b {c}".into(), NodeDef::String("{1} [2]".into()), false),
        member("n~".into(), NodeDef::Number("1.50".into()), false),
        member("ok".into(), NodeDef::Boolean(false), false),
        member("none".into(), NodeDef::Null, false),
        member(
            "text".into(),
            NodeDef::Text(vec![
                fixed("HTTP {"),
                PieceDef::Slot(2),
                PieceDef::Optional(vec![fixed(", "), PieceDef::Slot(3)]),
            ]),
            false,
        ),
        member("innerError".into(), NodeDef::Inner, true),
    ]);
    let errors = NodeDef::Object(vec![member(KeyDef::Path(4), NodeDef::Slot(1), false)]);
    let members = NodeDef::Object(vec![
        member("error".into(), error, false),
        member("errors".into(), errors, true),
        member(
            "list".into(),
            NodeDef::List(vec![
                NodeDef::Object(vec![member("code".into(), NodeDef::Slot(5), false)]),
                NodeDef::Slot(4),
            ]),
            false,
        ),
    ]);
    let challenge = vec![fixed("Bearer realm=\""), PieceDef::Slot(4), fixed("\"")];
    let challenge =
        HeaderDef { name: "WWW-Authenticate".into(), pieces: challenge, is_optional: false };
    let shape = ShapeDef {
        media_type: "application/json; charset=utf-8".into(),
        request_headers: vec![("Accept".into(), "application/json".into())],
        headers: vec![challenge, "Date".into()],
        slots,
        members,
        inner: NodeDef::Object(vec![member("code".into(), NodeDef::Slot(5), false)]),
    };

    let mut outer = EntryDef::new("outer", "Outer", 400);
    outer.texts[TextFact::Message] = Some(vec!["No.".into()]);
    let mut entry = EntryDef::new("INVALID code", "Invalid", 422);
    entry.name = "invalid".into();
    entry.texts[TextFact::Message] = Some(vec!["{most} {field}".into()]);
    entry.parent = Some(0);
    entry.aliases = vec!["z".into(), "an alias".into()];
    entry.is_retired = true;
    entry.problem_type = Some("/problems/invalid".into());
    entry.words[WordFact::Retry] = Word::find(WordFact::Retry, Retry::Never.as_str());
    entry.words[WordFact::Effect] = Word::find(WordFact::Effect, Effect::None.as_str());
    entry.parameters = [("most", SlotType::Integer), ("field", SlotType::String)]
        .map(|(name, parameter_type)| ParameterDef {
            name: name.to_owned(),
            parameter_type,
            example: None,
        })
        .into();
    entry.set = vec![FixedSlotDef { slot: 4, value: FixedValueDef::Text("a \"b\"".into()) }];
    let mut silent = EntryDef::new("404", "Silent", 404);
    silent.is_sent = false;

    CatalogDef {
        name: "everything".into(),
        locales: vec!["en".into()],
        statuses: vec![
            StatusDef { status: 404, ..StatusDef::default() },
            StatusDef { status: 503, headers: vec!["Retry-After".into()], ..StatusDef::default() },
        ],
        entries: vec![outer, entry, silent],
        catch: vec![CatchDef { of: Catch::Status(422), entry: 1 }],
        shape,
        ..CatalogDef::default()
    }
}

const EVERYTHING: &str = r#"api-error-catalog golden 1

answer
  media-type "application/json; charset=utf-8"
  request-header Accept "application/json"
  header Date
  header WWW-Authenticate "Bearer realm=\"{field string}\""
  catch 422 invalid

answer 503
  header Retry-After

body
  /error object
  /error/type {code:1 string}
  /error/message optional {message string min 1 max 1024} also Message "the message"
  "/error/a~1b {{c}}" "{{1}} [[2]]"
  /error/n~0 1.50
  /error/ok false
  /error/none null
  /error/text "HTTP {{{status integer or string}[, {retry_after delay}]"
  /error/innerError optional inner
  /errors optional object
  /errors/{field...} for each error {message string min 1 max 1024}
  /list list
  /list/0 for each error object
  /list/0/code {code string}
  /list/1 {field string}

inner
  /code {code string}

entry 404
  status 404

entry invalid
  code "INVALID code"
  status 422
  type /problems/invalid
  retry never
  effect none
  parent outer
  retired
  alias "an alias"
  alias z
  parameter field string
  parameter most integer
  set field "a \"b\""

entry outer
  code outer
  status 400
"#;

fn golden(catalog: &CatalogDef) -> Golden {
    let encoded = encode(catalog).expect("a small catalog");
    Golden::of(&encoded.catalog())
}

#[test]
fn every_fact_has_its_line() {
    let encoded = encode(&everything()).expect("a small catalog");
    assert_eq!(write(&encoded.catalog()), EVERYTHING);
}

type Change = fn(&mut CatalogDef);

/// What is different after a change, one a line.
fn after(change: impl FnOnce(&mut CatalogDef)) -> String {
    let mut changed = everything();
    change(&mut changed);
    let (before, after) = (golden(&everything()), golden(&changed));
    let mut lines = String::new();
    for difference in differences(&before, &after) {
        writeln!(lines, "{difference}").expect("a string takes all");
    }
    lines
}

fn members(shape: &mut ShapeDef) -> &mut Vec<MemberDef> {
    let NodeDef::Object(members) = &mut shape.members else { panic!("an object") };
    let NodeDef::Object(members) = &mut members[0].node else { panic!("an object") };
    members
}

#[test]
fn nothing_is_different_where_clients_see_nothing() {
    assert_eq!(after(|_| {}), "");
    assert_eq!(
        after(|catalog| {
            let entry = &mut catalog.entries[1];
            entry.texts[TextFact::Message] = Some(vec!["{field} has more than {most}.".into()]);
            entry.texts[TextFact::Description] = Some(vec!["Another text.".into()]);
            entry.parameters.reverse();
            entry.aliases.reverse();
            entry.variant = "Other".into();
            entry.docs = Some("https://docs.example".into());
            catalog.shape.headers.reverse();
            catalog.name = "other".into();
        }),
        ""
    );
    // The order of entries is none of theirs.
    assert_eq!(
        after(|catalog| {
            catalog.entries.swap(0, 2);
            catalog.entries[1].parent = Some(2);
        }),
        ""
    );
}

#[test]
fn what_is_different_is_said_in_words() {
    let cases: [(Change, &str); 16] = [
        (
            |catalog| catalog.shape.headers[0].pieces.clear(),
            "every answer: `header WWW-Authenticate` was `\"Bearer realm=\\\"{field string}\\\"\"`, has no value\n",
        ),
        (
            |catalog| catalog.statuses[1].headers[0].pieces = vec![PieceDef::Slot(3)],
            "answers with 503: `header Retry-After` had no value, is `\"{retry_after delay}\"`\n",
        ),
        (
            |catalog| catalog.entries[1].status = 409,
            "the entry `invalid`: `status` was `422`, is `409`\n",
        ),
        (
            |catalog| catalog.entries[1].is_retired = false,
            "the entry `invalid`: `retired` is gone\n",
        ),
        (|catalog| catalog.entries[0].is_retired = true, "the entry `outer`: `retired` is new\n"),
        (
            |catalog| catalog.entries[1].aliases = vec!["z".into(), "y".into()],
            "the entry `invalid`: `alias \"an alias\"` is gone\nthe entry `invalid`: `alias y` is new\n",
        ),
        (
            |catalog| catalog.entries[1].parameters[0].parameter_type = SlotType::Number,
            "the entry `invalid`: `parameter most` was `integer`, is `number`\n",
        ),
        (
            |catalog| catalog.entries[1].words = EntryDef::default().words,
            "the entry `invalid`: `retry` is gone\nthe entry `invalid`: `effect` is gone\n",
        ),
        (|catalog| catalog.entries[2].is_sent = true, "the entry `404`: `code 404` is new\n"),
        (
            |catalog| catalog.entries[0].name = "other name".into(),
            "the entry `invalid`: `parent` was `outer`, is `\"other name\"`\n\
             the entry `\"other name\"` is new: code outer, status 400\n\
             the entry `outer` is gone\n",
        ),
        (
            |catalog| catalog.shape.media_type = "application/problem+json".into(),
            "every answer: `media-type` was `\"application/json; charset=utf-8\"`, is `application/problem+json`\n",
        ),
        (
            |catalog| catalog.statuses[1].status = 429,
            "answers with 429: `header Retry-After` is new\nanswers with 503: `header Retry-After` is gone\n",
        ),
        (
            |catalog| members(&mut catalog.shape)[0].optional = true,
            "the body: `/error/type` was `{code:1 string}`, is `optional {code:1 string}`\n",
        ),
        (
            |catalog| members(&mut catalog.shape).swap(0, 1),
            "the body: its members stand in another order\n",
        ),
        (
            |catalog| members(&mut catalog.shape)[4].key = "okay".into(),
            "the body: `/error/ok` is gone\nthe body: `/error/okay false` is new\n",
        ),
        (|catalog| catalog.shape.inner = NodeDef::Null, "the nested object is gone\n"),
    ];
    for (change, expected) in cases {
        assert_eq!(after(change), expected);
    }
}

#[test]
fn line_ends_blank_lines_and_the_order_of_sections_do_not_count() {
    let expected = parse(EVERYTHING).expect("a golden file");
    assert_eq!(parse(&EVERYTHING.replace('\n', "\r\n")), Ok(expected.clone()));
    assert_eq!(parse(EVERYTHING.trim_end()), Ok(expected.clone()));
    let (head, sections) = EVERYTHING.split_once("\n\n").expect("sections");
    let mut sections: Vec<_> = sections.split("\n\n").collect();
    sections.reverse();
    let reversed = format!("{head}\n{}\n", sections.join("\n"));
    assert_eq!(parse(&reversed), Ok(expected));
}

#[test]
fn what_is_no_golden_file_is_refused_at_its_line() {
    for (text, error) in [
        ("", "line 1: this is no golden file; one begins with `api-error-catalog golden 1`"),
        ("{}", "line 1: this is no golden file; one begins with `api-error-catalog golden 1`"),
        ("api-error-catalog golden 2\n", "line 1: the version of the format is `2`, and 1 is read"),
        ("  code a", "line 3: this fact is in no section; a line such as `body` begins one"),
        (
            "<<<<<<< HEAD",
            "line 3: `<<<<<<< HEAD` begins no section; one of `answer`, `answer 404`, `body`, `inner` and `entry some-name` does",
        ),
        (
            "answer 99",
            "line 3: `answer 99` begins no section; one of `answer`, `answer 404`, `body`, `inner` and `entry some-name` does",
        ),
        (
            "entry a b",
            "line 3: `entry a b` begins no section; one of `answer`, `answer 404`, `body`, `inner` and `entry some-name` does",
        ),
        ("body\n\nbody", "line 5: there is a section `body` already"),
        ("entry a\n  colour red", "line 4: `entry a` has no fact `colour red`"),
        ("entry a\n  alias \"b", "line 4: `entry a` has no fact `alias \"b`"),
        ("entry a\n  alias", "line 4: `entry a` has no fact `alias`"),
        ("entry a\n\n  code b\n  code c", "line 6: `entry a` has a fact `code` already"),
        ("entry a\n   code b", "line 4: `entry a` has no fact ` code b`"),
        ("body\n  code {code string}", "line 4: `body` has no fact `code {code string}`"),
        ("answer\n  retry never", "line 4: `answer` has no fact `retry never`"),
    ] {
        let text = match error.strip_prefix("line 1:") {
            Some(_) => text.to_owned(),
            None => format!("api-error-catalog golden 1\n\n{text}"),
        };
        let found = parse(&text).map_err(|found| (found.line(), found.to_string()));
        let (line, found) = found.expect_err("no golden file");
        assert_eq!(found, error);
        assert!(found.starts_with(&format!("line {line}: ")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_what_is_read(catalog in generated::catalog()) {
        let encoded = encode(&catalog).expect("a small catalog");
        let (golden, text) = (Golden::of(&encoded.catalog()), write(&encoded.catalog()));
        prop_assert_eq!(parse(&text), Ok(golden.clone()), "{}", text);
        prop_assert_eq!(golden.to_string(), text);
        prop_assert_eq!(differences(&golden, &golden), Vec::new());
    }

    #[test]
    fn two_catalogs_are_alike_where_nothing_is_different(
        first in generated::catalog(),
        second in generated::catalog(),
    ) {
        let (first, second) = (golden(&first), golden(&second));
        prop_assert_eq!(differences(&first, &second).is_empty(), first == second);
    }

    #[test]
    fn no_text_is_a_panic(text in "(api-error-catalog golden 1)?[ \\na-z\"\\\\/{}é]{0,40}") {
        let _ = parse(&text);
    }
}
