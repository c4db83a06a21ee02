//! What is reported of facts that travel, and where, read from memory.

#![allow(missing_docs)]

use api_error_catalog_model::{Reading, Severity, Side, read_text};

/// A catalog with a body and two codes; `edit` replaces a piece of it.
const CATALOG: &str = r#"[catalog]
name = "shop"
locales = ["en"]
[body]
media_type = "application/json"
[body.members]
code = "{code}"
message = "{message}"
type = "{problem_type?}"
[code.not-found]
status = 404
message = "Not found."
[code.sold-out]
status = 409
message = "Sold out."
"#;

fn edited(piece: &str, edit: &str) -> Reading {
    assert!(CATALOG.contains(piece), "{piece}");
    read_text("shop.toml", CATALOG.replacen(piece, edit, 1), Side::Client)
}

/// Every diagnostic as `line:column message`.
fn shown(reading: &Reading) -> Vec<String> {
    let show = |diagnostic: &api_error_catalog_model::Diagnostic| {
        let span = diagnostic.place.as_ref().expect("a place").span;
        let at = reading.sources.get(span.file).position(span.start);
        let warning = if diagnostic.severity == Severity::Warning { "warning: " } else { "" };
        format!("{}:{} {warning}{}", at.line, at.column, diagnostic.message)
    };
    reading.diagnostics.iter().map(show).collect()
}

#[track_caller]
fn says(piece: &str, edit: &str, expected: &[&str]) {
    assert_eq!(shown(&edited(piece, edit)), expected, "{edit}");
}

#[test]
fn the_catalog_itself_is_fine() {
    says("shop", "shop", &[]);
}

// Problem types.

const BODY: &str = "media_type = \"application/json\"";

#[test]
fn a_type_base_and_a_code_make_a_uri_reference() {
    let base = format!("{BODY}\ntype_base = \"https://x.test/\"");
    let text = CATALOG.replace(BODY, &base).replace("[code.not-found]", "[code.\"not found\"]");
    let reading = read_text("shop.toml", text, Side::Client);
    assert_eq!(shown(&reading), ["11:11 no URI has a blank in it"]);
}

#[test]
fn a_type_of_its_own_frees_a_code_from_the_base() {
    let base = format!("{BODY}\ntype_base = \"https://x.test/\"");
    let text = CATALOG
        .replace(BODY, &base)
        .replace("[code.not-found]", "[code.\"not found\"]\ntype = \"https://x.test/not-found\"");
    assert_eq!(shown(&read_text("shop.toml", text, Side::Client)), [""; 0]);
}

#[test]
fn percent_signs_of_types_encode() {
    says(
        "[code.sold-out]",
        "[code.sold-out]\ntype = \"https://x.test/100%\"",
        &["14:27 this `%` encodes no byte"],
    );
    says("[code.sold-out]", "[code.sold-out]\ntype = \"https://x.test/100%25\"", &[]);
}

#[test]
fn a_type_base_and_a_code_are_short_together() {
    let base = "https://x.test/".to_owned() + &"a".repeat(1002) + "/";
    let reading = edited(BODY, &format!("{BODY}\ntype_base = \"{base}\""));
    assert_eq!(
        shown(&reading),
        [
            "11:7 the problem type of `not-found` has 1027 bytes, and the most is 1023",
            "14:7 the problem type of `sold-out` has 1026 bytes, and the most is 1023",
        ]
    );
}

#[test]
fn a_type_is_not_that_of_another_code_by_way_of_the_base() {
    let base = format!("{BODY}\ntype_base = \"https://x.test/\"");
    let text = CATALOG
        .replace(BODY, &base)
        .replace("[code.sold-out]", "[code.sold-out]\ntype = \"https://x.test/not-found\"");
    let reading = read_text("shop.toml", text, Side::Client);
    assert_eq!(
        shown(&reading),
        ["15:8 the problem type `https://x.test/not-found` is there twice"]
    );
}

// What goes into HTTP headers.

#[test]
fn media_types_have_a_type_and_a_subtype() {
    for good in [
        "application/problem+json",
        "application/json; charset=utf-8",
        "application/json ;\tcharset=\\\"utf-8\\\";v=1",
        "text/x; a=\\\"b \\\\\\\" c\\\"",
    ] {
        says("application/json", good, &[]);
    }
    for (bad, column, message) in [
        ("", 14, "this is no media type: expected a type such as `application`"),
        ("json", 14, "this media type has no `/` and no subtype"),
        ("/json", 15, "this is no media type: expected a type such as `application`"),
        ("a b/c", 16, "this is no media type: expected `/` and a subtype"),
        ("application/", 27, "this is no media type: expected a subtype such as `json`"),
        ("application/*", 14, "this is a range of media types, and a body has one"),
        ("application/jsön", 29, "no media type has `ö` in it"),
        ("application/js\\u00f6n", 29, "no media type has `ö` in it"),
        ("application/json;", 31, "there is no parameter behind this `;`"),
        ("application/json; charset", 33, "this parameter has no value"),
        ("application/json; charset=", 40, "there is no value behind this `=`"),
        ("application/json; charset=\\\"x", 41, "this quoted value is not closed"),
        ("application/json; charset=\\\"é\\\"", 43, "no media type has `é` in it"),
        ("application/json\\nX: y", 31, "no media type has U+000A in it"),
    ] {
        says("application/json", bad, &[&format!("5:{column} {message}")]);
    }
}

const FIRST: &str = "[code.not-found]";

#[test]
fn names_of_headers_are_tokens() {
    for (name, column, message) in [
        ("Retry After", 18, "no header’s name has a blank in it"),
        ("Retry-After:", 24, "no header’s name has `:` in it"),
        ("É", 13, "no header’s name has `É` in it"),
        ("a\\r\\nb", 14, "no header’s name has U+000D in it"),
        ("", 12, "this header’s name is empty"),
    ] {
        let row = format!("[status.404]\nheaders = [\"{name}\"]\n{FIRST}");
        says(FIRST, &row, &[&format!("11:{column} {message}")]);
    }
    says(
        BODY,
        &format!("{BODY}\nrequest_headers = {{ \"bad header\" = \"x\", \"\" = \"y\" }}"),
        &["6:25 no header’s name has a blank in it", "6:41 this header’s name is empty"],
    );
}

#[test]
fn values_of_headers_are_field_values() {
    for (value, column, message) in [
        ("", 30, "this header has no value"),
        (" x", 31, "no header’s value begins with a blank"),
        ("x\\t", 32, "no header’s value ends with a blank"),
        ("a\\r\\nb", 32, "no header’s value has U+000D in it"),
        ("a\\u0000", 32, "no header’s value has U+0000 in it"),
        ("a\\u007f", 32, "no header’s value has U+007F in it"),
    ] {
        says(
            BODY,
            &format!("{BODY}\nrequest_headers = {{ Accept = \"{value}\" }}"),
            &[&format!("6:{column} {message}")],
        );
    }
    says(BODY, &format!("{BODY}\nrequest_headers = {{ Accept = \"a, b;q=0.5\\tc é\" }}"), &[]);
}

// Control characters.

#[test]
fn strings_that_travel_have_no_control_characters() {
    for (piece, edit, place, what) in [
        ("\"shop\"", "\"sh\\nop\"", "2:11", "name has a control character, U+000A"),
        (
            "\"shop\"",
            "\"shop\"\nversion = \"1\\u0007\"",
            "3:13",
            "version has a control character, U+0007",
        ),
        ("not-found]", "\"not\\u0007found\"]", "10:11", "code has a control character, U+0007"),
        (
            FIRST,
            "[status.400]\ncode = \"b\\td\"\n[code.not-found]",
            "11:10",
            "code has a control character, U+0009",
        ),
        (
            FIRST,
            "[code.not-found]\naliases = [\"a\", \"x\\ny\"]",
            "11:19",
            "alias has a control character, U+000A",
        ),
        (
            FIRST,
            "[code.not-found]\nvariant = \"Not\\u0000Found\"",
            "11:15",
            "variant has a control character, U+0000",
        ),
        (
            FIRST,
            "[code.not-found]\ndocs = \"https://x.test/\\u0085\"",
            "11:24",
            "link has a control character, U+0085",
        ),
        ("\"{code}\"", "\"a\\u001b{code}\"", "7:10", "string has a control character, U+001B"),
        (
            "code = \"{code}\"",
            "\"co\\nde\" = \"{code}\"",
            "7:4",
            "key has a control character, U+000A",
        ),
    ] {
        says(piece, edit, &[&format!("{place} this {what}")]);
    }
    // In a string of the body, a line break is written as JSON writes it.
    says("\"{code}\"", "\"a\\n{code}\"", &[]);
}

// Codes that are numbers.

#[test]
fn a_code_that_is_an_integer_is_as_json_writes_it() {
    let slots = "[body.slots]\ncode = { type = \"integer\" }\n[body.members]";
    for good in
        ["0", "7", "-7", "9223372036854775808", "18446744073709551615", "-9223372036854775808"]
    {
        let text = CATALOG
            .replace("[body.members]", slots)
            .replace("[code.not-found]", &format!("[code.{good}]\nvariant = \"A\""))
            .replace("[code.sold-out]", "[code.12]\nvariant = \"B\"");
        assert_eq!(shown(&read_text("shop.toml", text, Side::Client)), [""; 0], "{good}");
    }
    for bad in
        ["007", "+5", "1.0", "1e3", "", "-", " 7", "18446744073709551616", "-9223372036854775809"]
    {
        let text = CATALOG
            .replace("[body.members]", slots)
            .replace("[code.not-found]", &format!("[code.\"{bad}\"]\nvariant = \"A\""))
            .replace("[code.sold-out]", "[code.12]\nvariant = \"B\"");
        let shown = shown(&read_text("shop.toml", text, Side::Client));
        assert!(
            shown.contains(&format!("12:7 the code `{bad}` is no integer in JSON")),
            "{shown:?}"
        );
    }
}

// Names.

#[test]
fn no_placeholder_is_called_like_a_slot_that_the_catalog_fills() {
    for name in [
        "status",
        "code",
        "message",
        "title",
        "description",
        "action",
        "reason",
        "retry",
        "docs",
        "problem_type",
    ] {
        says(
            "Sold out.",
            &format!("Sold out: {{{name}}}."),
            &[&format!("15:22 `{{{name}}}` is a slot that the catalog fills")],
        );
    }
}

#[test]
fn reserved_names_are_said_with_their_reason() {
    for (name, reason) in [
        ("locale", "a body has a method of that name"),
        ("and", "a body has a method of that name"),
        ("parts", "a body has a method of that name"),
        ("to_json", "a body has a method of that name"),
        ("write_json", "a body has a method of that name"),
        ("serialize", "a body has a method of that name"),
        ("clone", "a body has a method of that name"),
        ("fmt", "a body has a method of that name"),
        ("into_response", "a body has a method of that name"),
        ("self_", "a slot without the underscore has a setter of that name"),
        ("inner", "`{inner}` is the nested object in a shape"),
        ("null", "`{null}` is JSON’s `null` in a shape"),
        ("crate", "no field of Rust has that name"),
        ("self", "no field of Rust has that name"),
        ("super", "no field of Rust has that name"),
    ] {
        says(
            "Sold out.",
            &format!("Sold out: {{{name}}}."),
            &[&format!("15:22 no placeholder can be called `{name}`: {reason}")],
        );
    }
    says(
        "[body.members]",
        "[body.slots]\nclone = { type = \"string\" }\n[body.members]",
        &["7:1 no slot can be called `clone`: a body has a method of that name"],
    );
}
