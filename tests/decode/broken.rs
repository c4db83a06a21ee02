//! Bodies that are no JSON, break off, are not UTF-8, too long or too deep.

use api_error_catalog::{BODY_LIMIT, Value, json};
use api_error_catalog_tests::catalogs::{Orders, OrdersCode};
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use api_error_catalogs::{Bictorys, GenericError, PartnerCenter, PartnerCenterCode};

use super::{basis, read};

/// A form could be told apart from JSON, XML too; neither is looked into, whatever it seems to say.
#[test]
fn forms_and_xml_are_read_by_the_row_of_their_status() {
    for body in [
        "code=refused&message=No+more.",
        "error=%7B%22code%22%3A%22refused%22%7D",
        "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nrefused\r\n--x--\r\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>refused</Code></Error>",
        "<problem xmlns=\"urn:ietf:rfc:7807\"><title>{\"code\":\"refused\"}</title></problem>",
    ] {
        let decoded = read(500, body);
        assert_eq!((decoded.code(), decoded.raw_code()), (None, None), "{body}");
        assert_eq!(decoded.message(), None, "{body}");
        assert_eq!(basis(&decoded), "status 500", "{body}");
        assert_eq!(decoded.action("en"), Some("Try again later."), "{body}");
    }
}

#[test]
fn what_is_no_json_is_kept_and_read_by_its_status() {
    for body in [
        "",
        " \n",
        "null",
        "true",
        "42",
        "[]",
        "[{\"code\":\"refused\"}]",
        "refused",
        "<html><head><title>502 Bad Gateway</title></head><body>{\"code\":\"refused\"}</body></html>",
        "<?xml version=\"1.0\"?><error><code>refused</code></error>",
        "}{",
        "{{{{",
        "{]",
        "{\"code\" \"refused\"}",
        "{code:\"refused\"}",
        "{'code':'refused'}",
        "\0\0\0",
        "data: {\"code\":\"refused\"}\n\n",
    ] {
        let decoded = read(502, body);
        assert_eq!(decoded.code(), None, "{body}");
        assert_eq!(decoded.raw_code(), None, "{body}");
        assert_eq!(decoded.message(), None, "{body}");
        assert_eq!(decoded.action("en"), Some("Try again later."), "{body}");
        assert_eq!(decoded.body(), body.as_bytes());
        assert_eq!(decoded.json().is_some(), serde_json::from_str::<Value>(body).is_ok());
    }
}

/// Of a body that breaks off, what was whole by then is read, and nothing that was not.
#[test]
fn a_body_may_break_off_anywhere() {
    let whole = r#"{"status":404,"code":4711,"message":"Size \"S\" of hats…","ratio":12.5,"final":true,"tags":["a",[1,2]],"meta":{"k":{"l":10}},"extra":250,"trace":"trace \"t\"/é","limit":"at most 12 a day","inner":{"code":"size-gone","tags":[1]}}"#;
    let names = [
        "status", "code", "message", "ratio", "is_final", "tags", "meta", "extra", "trace_id",
        "limit",
    ];
    let all = read(418, whole);
    let inner = whole.find(r#","inner"#).expect("a member");
    let outer = read(418, &format!("{}}}", &whole[..inner]));
    for end in 0..=whole.len() {
        let decoded = Orders::decode(418, &whole.as_bytes()[..end]);
        for name in names {
            let found = decoded.slot(name);
            let expected = if end > inner {
                [outer.slot(name), all.slot(name)]
            } else {
                [outer.slot(name), None]
            };
            assert!(found.is_none() || expected.contains(&found), "{name} at {end}: {found:?}");
        }
        assert!([None, Some("4711"), Some("size-gone")].contains(&decoded.raw_code()), "{end}");
        assert_eq!(decoded.json().is_some(), end == whole.len());
        assert!(!decoded.is_truncated());
    }
    let at = |text: &str| whole.find(text).expect("a member") + text.len();
    assert_eq!(read(418, &whole[..at(r#""status":40"#)]).slot("status"), None);
    assert_eq!(read(418, &whole[..at(r#""status":404,"#)]).slot("status"), Some(json!(404)));
    assert_eq!(read(418, &whole[..at(r#""code":47"#)]).raw_code(), None);
    let decoded = read(418, &whole[..at(r#""code":"size-gone""#)]);
    assert_eq!(decoded.code(), Some(OrdersCode::SizeGone));
    for example in
        [BICTORYS_EXAMPLE, UNAUTHENTICATED_EXAMPLE, INVALID_INPUT_EXAMPLE, GENERIC_EXAMPLE]
    {
        for end in 0..example.len() {
            let part = &example.as_bytes()[..end];
            assert_eq!(Bictorys::decode(400, part).status(), 400);
            assert_eq!(PartnerCenter::decode(400, part).body(), part);
            assert_eq!(GenericError::decode(500, part).status(), 500);
        }
    }
}

#[test]
fn what_is_no_utf_8_is_read_as_far_as_it_is() {
    let decoded =
        Orders::decode(400, b"{\"code\":\"refused\",\"message\":\"caf\xE9\",\"tags\":[1]}");
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.message().as_deref(), Some("caf\u{fffd}"));
    assert_eq!(decoded.slot("message"), Some(json!("caf\u{fffd}")));
    assert_eq!(decoded.slot("tags"), Some(json!([1])));
    let decoded = Orders::decode(400, b"{\"message\":\"\xFF\\n\",\"code\":\"\xFF\"}");
    assert_eq!(decoded.message().as_deref(), Some("\u{fffd}\n"));
    assert_eq!(decoded.raw_code(), Some("\u{fffd}"));
    let latin = b"\xFF\xFE{\0}\0";
    assert_eq!(Orders::decode(400, latin).body(), latin);
}

/// JSON as careless servers write it.
#[test]
fn strings_that_are_not_quite_json_are_read() {
    for (written, meant) in [
        ("two\nlines", "two\nlines"),
        ("two\nlines\\t", "two\nlines\t"),
        (r"cut \ud83d", "cut \u{fffd}"),
        (r"cut \ud83d\n", "cut \u{fffd}\n"),
    ] {
        let decoded = read(400, &format!(r#"{{"message":"{written}"}}"#));
        let message = decoded.message().expect("a message");
        assert_eq!(message.replace("\u{fffd}\u{fffd}\u{fffd}", "\u{fffd}"), meant);
        assert_eq!(decoded.slot("message"), Some(json!(message)), "{written:?}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let decoded = read(400, "\u{feff}{\"code\":\"refused\",\"more\":1}");
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.json().expect("JSON")["more"], 1);
    assert_eq!(decoded.body()[..3], [0xEF, 0xBB, 0xBF]);
}

#[test]
fn a_huge_body_is_truncated() {
    let front = r#"{"code":"refused","message":"m","tags":[""#;
    let body = |size: usize| format!(r#"{front}{}"],"ratio":1.5}}"#, "x".repeat(size));
    let overhead = body(0).len();
    let whole = read(400, &body(BODY_LIMIT - overhead));
    assert!(!whole.is_truncated());
    assert_eq!(whole.slot("ratio"), Some(json!(1.5)));
    for size in [BODY_LIMIT - overhead + 1, 20 * BODY_LIMIT] {
        let body = body(size);
        let decoded = read(400, &body);
        assert!(decoded.is_truncated());
        assert_eq!(decoded.body(), &body.as_bytes()[..BODY_LIMIT]);
        assert_eq!(decoded.code(), Some(OrdersCode::Refused));
        assert_eq!(decoded.message().as_deref(), Some("m"));
        assert_eq!(decoded.json(), None);
        assert_eq!(decoded.status(), 400);
    }
}

#[test]
fn deep_nesting_is_no_stack_overflow() {
    let deep = 100_000;
    // On a small stack, so that one call for each level would not do.
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(move || {
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")] {
            let deep = BODY_LIMIT / 2 / (open.len() + close.len());
            let nested = open.repeat(deep) + "1" + &close.repeat(deep);
            let body = format!(
                r#"{{"error":{{"innerError":{{"details":[{nested}],"code":"99901"}},"code":"invalidRequest"}}}}"#
            );
            let decoded = PartnerCenter::decode(400, body.as_bytes());
            assert_eq!(decoded.code(), Some(PartnerCenterCode::InvalidInput));
            // Too deep for a value, and there all the same.
            assert_eq!((decoded.slot("details"), decoded.json()), (None, None));
            assert_eq!(decoded.body(), body.as_bytes());
        }
        let nested = "[".repeat(deep) + &"]".repeat(deep);
        let body = format!(r#"{{"error":{{"code":"invalidRequest","innerError":{{"details":{nested},"code":"99901"}}}}}}"#);
        assert_eq!(
            PartnerCenter::decode(400, body.as_bytes()).code(),
            Some(PartnerCenterCode::InvalidInput)
        );

        let level = r#"{"code":"99901","innerError":"#;
        let body = format!(r#"{{"error":{}null{}}}"#, level.repeat(deep), "}".repeat(deep));
        assert!(body.len() > BODY_LIMIT);
        let decoded = PartnerCenter::decode(400, body.as_bytes());
        assert_eq!(decoded.code(), Some(PartnerCenterCode::InvalidInput));
        assert!(decoded.is_truncated());
        for unclosed in ["{", "[", "{\"inner\":", "{\"code\":", "[{\"inner\":[", "\"\\"] {
            assert_eq!(read(400, &unclosed.repeat(deep)).code(), None);
        }
    });
    thread.expect("a thread").join().expect("no panic");
}

/// The chain is walked far deeper than any API nests, and what comes behind it is still read.
#[test]
fn what_is_behind_too_deep_a_chain_is_read() {
    let chain = |levels: usize, innermost: &str| {
        let level = r#"{"code":"new","inner":"#;
        let body = level.repeat(levels) + innermost + &"}".repeat(levels);
        format!(r#"{},"retries":3}}"#, body.strip_suffix('}').expect("an object"))
    };
    let decoded = read(400, &chain(60, r#"{"code":"size-gone"}"#));
    assert_eq!(decoded.code(), Some(OrdersCode::SizeGone));
    let decoded = read(400, &chain(5_000, r#"{"code":"size-gone"}"#));
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.raw_code(), Some("new"));
    assert_eq!(decoded.slot("retries"), Some(json!(3)));
}
