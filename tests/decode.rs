//! Reading what an API answers: the documented bodies, the ladder, and everything that is not as
//! documented.

use std::iter::successors;
use std::time::Duration;

use api_error_catalog::{BODY_LIMIT, Basis, CatalogCode, Decoded, Retry, Value, json};
use api_error_catalog_tests::catalogs::{
    Listed, ListedCode, Orders, OrdersCode, Wrapped, WrappedCode,
};
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What the facts came from, in a word.
fn basis<C: CatalogCode>(decoded: &Decoded<C>) -> String {
    match decoded.basis() {
        Basis::Code(code) => format!("code {}", code.as_str()),
        Basis::Status(row) => format!("status {}", row.status()),
        Basis::Class(row) => format!("class {}", row.status()),
        Basis::Nothing => "nothing".to_owned(),
    }
}

fn read(status: u16, body: &str) -> Decoded<OrdersCode> {
    Orders::decode(status, body.as_bytes())
}

fn slot(body: &str, name: &str) -> Option<Value> {
    read(400, body).slot(name)
}

// The documented examples.

#[test]
fn bictorys_documented_body() {
    let decoded = Bictorys::decode(400, BICTORYS_EXAMPLE.as_bytes());
    assert_eq!(decoded.code(), Some(BictorysCode::BadRequest));
    assert_eq!(decoded.raw_code(), Some("BAD_REQUEST"));
    assert_eq!(decoded.status(), 400);
    assert_eq!(decoded.message().as_deref(), Some("bearer token or apikey is missing"));
    assert_eq!(decoded.action("fr"), BictorysCode::BadRequest.action("fr"));
    assert!(decoded.action("en").is_some_and(|action| action.starts_with("Read the details")));
    assert_eq!(decoded.retry(), Some(Retry::AfterChange));
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(decoded.slot("code"), Some(json!("BAD_REQUEST")));
    assert_eq!(decoded.slot("message"), Some(json!("bearer token or apikey is missing")));
    assert_eq!(decoded.slot("source"), Some(json!("onboarding")));
    assert_eq!(basis(&decoded), "code BAD_REQUEST");
}

#[test]
fn partner_center_documented_bodies() {
    let decoded = PartnerCenter::decode(401, UNAUTHENTICATED_EXAMPLE.as_bytes());
    assert_eq!(decoded.code(), Some(PartnerCenterCode::UnauthorizedAccess));
    assert_eq!(decoded.raw_code(), Some("99902"));
    assert_eq!(decoded.status(), 401);
    assert_eq!(decoded.message().as_deref(), Some("Request not authenticated"));
    assert_eq!(
        decoded.action("en"),
        Some("Check that the token is sent, has not expired and was issued for this API.")
    );
    assert_eq!(decoded.slot("details"), None);
    assert_eq!(decoded.slot("target"), None);
    assert_eq!(basis(&decoded), "code 99902");

    let decoded = PartnerCenter::decode(400, INVALID_INPUT_EXAMPLE.as_bytes());
    assert_eq!(decoded.code(), Some(PartnerCenterCode::InvalidInput));
    assert!(decoded.action("en").is_some_and(|action| action.starts_with("Go through details")));
    let details = decoded.slot("details").expect("details");
    let rules = &details[0]["InvalidReferralForCoSellConversion"];
    assert!(rules[0].as_str().is_some_and(|rule| rule.starts_with("If PartnerLed referral")));
    assert_eq!(decoded.slot("message"), Some(json!("InvalidInput")));
    assert_eq!(decoded.slot("code"), Some(json!("99901")));
}

#[test]
fn generic_error_documented_body_with_its_status_as_a_string() {
    let decoded = GenericError::decode(500, GENERIC_EXAMPLE.as_bytes());
    assert_eq!(decoded.code(), Some(GenericErrorCode::InternalServerError));
    assert_eq!(decoded.raw_code(), None);
    assert_eq!(decoded.status(), 500);
    assert_eq!(decoded.action("en"), GenericErrorCode::InternalServerError.action("en"));
    assert!(decoded.action("en").is_some());
    assert_eq!(decoded.message().as_deref(), Some("Une erreur est survenue"));
    for (name, value) in [
        ("timestamp", json!("2022-07-28T22:25:51.000Z")),
        ("status", json!("500")),
        ("reason", json!("Internal Server Error")),
        ("message", json!("Une erreur est survenue")),
        ("method", json!("POST")),
        ("uri", json!("/v1/subscriptions")),
    ] {
        assert_eq!(decoded.slot(name), Some(value), "{name}");
    }
    assert_eq!(decoded.slot("code"), None);

    // The schema's own examples, put together.
    let body = br#"{"timestamp":"2022-07-28T22:25:51Z","httpStatusCode":400,"httpStatusMessage":
        "Bad Request","errorCode":"INVALID_EMAIL","errorMessage":"The email address is not valid !",
        "requestMethod":"GET","requestURI":"/v1/cr\u00e9dit"}"#;
    let decoded = GenericError::decode(400, body);
    assert_eq!(decoded.code(), GenericErrorCode::from_code("INVALID_EMAIL"));
    assert!(decoded.code().is_some());
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(decoded.slot("uri"), Some(json!("/v1/crédit")));
}

/// HUB2 documents the members and shows no body.
#[test]
fn hub2_body_with_the_documented_members() {
    let body = br#"{"status":404,"code":"transaction-not-found",
        "message":"La transaction tr_1 pour le compte ac_1 est introuvable.","request_id":"req_1"}"#;
    let decoded = Hub2::decode(404, body);
    assert_eq!(decoded.code(), Some(Hub2Code::TransactionNotFound));
    assert_eq!(decoded.action("en"), Hub2Code::TransactionNotFound.action("en"));
    assert_eq!(decoded.slot("request_id"), Some(json!("req_1")));
    assert_eq!(decoded.slot("status"), Some(json!(404)));
    // HUB2's words are not the catalog's, and tell nothing of what stands in them.
    assert_eq!(decoded.parameter("transaction_id"), None);
}

// The ladder.

#[test]
fn the_deepest_known_code_decides() {
    let body = r#"{"code":"refused","message":"m0","inner":{"code":"out-of-stock","message":"m1",
        "inner":{"code":"size-gone","message":"m2"}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::SizeGone));
    assert_eq!(decoded.raw_code(), Some("size-gone"));
    assert_eq!(decoded.action("en"), Some("Choose another size."));
    assert_eq!(decoded.action("fr-CA"), Some("Choisissez une autre taille."));
    assert_eq!(decoded.message().as_deref(), Some("m2"));
    // Inherited from `refused`.
    assert_eq!(decoded.retry(), Some(Retry::Never));
    assert_eq!(basis(&decoded), "code size-gone");
}

#[test]
fn a_code_that_is_unknown_leaves_the_one_around_it() {
    let body = r#"{"code":"refused","inner":{"code":"out-of-stock","inner":{"code":"new"}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock));
    assert_eq!(decoded.raw_code(), Some("new"));
    assert_eq!(decoded.action("en"), Some("Choose another article."));
    assert_eq!(basis(&decoded), "code out-of-stock");
}

#[test]
fn a_known_code_behind_an_unknown_one_is_found() {
    let body = r#"{"code":"new","inner":{"code":"newer","inner":{"code":"size-gone"}}}"#;
    assert_eq!(read(400, body).code(), Some(OrdersCode::SizeGone));
}

#[test]
fn unknown_inner_codes_under_a_known_outer_one_three_levels_deep() {
    let body = br#"{"error":{"code":"invalidRequest","message":"m","innerError":{"code":"88801",
        "message":"m1","details":null,"innerError":{"code":"88802","message":"m2",
        "innerError":{"code":"88803","message":"m3","details":[{"a":["b"]}]}}}}}"#;
    let decoded = PartnerCenter::decode(400, body);
    assert_eq!(decoded.code(), Some(PartnerCenterCode::InvalidRequest));
    assert_eq!(decoded.raw_code(), Some("88803"));
    assert_eq!(decoded.action("en"), PartnerCenterCode::InvalidRequest.action("en"));
    assert!(decoded.action("en").is_some());
    assert_eq!(decoded.message().as_deref(), Some("m3"));
    assert_eq!(decoded.slot("details"), Some(json!([{ "a": ["b"] }])));
    assert_eq!(basis(&decoded), "code invalidRequest");
}

#[test]
fn without_a_known_code_the_row_of_the_status_counts() {
    let body = r#"{"code":"brand-new","message":"What is this?"}"#;
    let decoded = read(500, body);
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.raw_code(), Some("brand-new"));
    assert_eq!(decoded.message().as_deref(), Some("What is this?"));
    assert_eq!(decoded.action("en"), Some("Try again later."));
    // A row without a description answers with its title.
    assert_eq!(decoded.description("fr"), Some("Panne"));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    assert_eq!(basis(&decoded), "status 500");
    assert_eq!(basis(&read(502, body)), "status 502");
}

#[test]
fn a_status_that_is_a_code_is_the_code() {
    for body in ["", "{}", r#"{"code":"brand-new"}"#, r#"{"code":null}"#] {
        let decoded = read(409, body);
        assert_eq!(decoded.code(), Some(OrdersCode::Conflict), "{body}");
        assert_eq!(basis(&decoded), "status 409", "{body}");
        assert!(decoded.is_code("conflict"));
    }
    let decoded = read(409, r#"{"code":"brand-new"}"#);
    assert_eq!(decoded.raw_code(), Some("brand-new"));
    assert!(decoded.is_code("brand-new"));
}

#[test]
fn without_a_row_the_class_of_the_status_counts() {
    let decoded = read(418, "");
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.status(), 418);
    assert_eq!(decoded.action("en"), Some("Correct the request."));
    assert_eq!(decoded.description("en"), Some("The request is wrong."));
    assert_eq!(decoded.retry(), Some(Retry::AfterChange));
    assert_eq!(basis(&decoded), "class 400");
    assert_eq!(basis(&read(503, "")), "class 500");
    assert_eq!(basis(&read(207, "")), "class 200");
    // The code of a class's row belongs to that row's status alone.
    assert_eq!(Bictorys::decode(418, b"").code(), None);
    assert_eq!(basis(&Bictorys::decode(418, b"")), "class 400");
}

#[test]
fn without_any_row_nothing_is_known() {
    for status in [0, 99, 100, 101, 305, 600, 999, u16::MAX] {
        let decoded = read(status, r#"{"code":"new","message":"m"}"#);
        assert_eq!(decoded.code(), None, "{status}");
        assert_eq!(decoded.status(), status);
        assert_eq!(decoded.description("en"), None, "{status}");
        assert_eq!(decoded.action("en"), None, "{status}");
        assert_eq!(decoded.retry(), None, "{status}");
        assert_eq!(decoded.raw_code(), Some("new"));
        assert_eq!(decoded.message().as_deref(), Some("m"));
        assert_eq!(basis(&decoded), "nothing", "{status}");
    }
}

#[test]
fn a_code_counts_whatever_the_status() {
    let decoded = read(500, r#"{"status":200,"code":"refused"}"#);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.status(), 500);
    assert_eq!(decoded.slot("status"), Some(json!(200)));
}

#[test]
fn successes_and_answers_without_a_body_are_read_from_their_rows() {
    let decoded = read(200, r#"{"order":{"id":1},"total":2}"#);
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.raw_code(), None);
    assert_eq!(decoded.message(), None);
    assert_eq!(decoded.description("fr"), Some("La commande est passée."));
    assert_eq!(decoded.action("fr"), None);
    assert_eq!(basis(&decoded), "status 200");
    for status in [204, 304] {
        let decoded = read(status, "");
        assert_eq!(basis(&decoded), format!("status {status}"));
        assert_eq!(decoded.body(), b"");
        assert_eq!(decoded.json(), None);
    }
    assert_eq!(read(304, "").action("en"), Some("Use the copy you have."));
    assert_eq!(basis(&Bictorys::decode(302, b"")), "status 302");
    assert_eq!(basis(&Bictorys::decode(304, b"")), "nothing");
    assert_eq!(basis(&PartnerCenter::decode(204, b"")), "status 204");
}

// Codes.

/// The answer to `is_code` is about what was received, and so the same whatever the catalog knows.
#[test]
fn is_code_is_the_same_before_and_after_a_catalog_knows_the_code() {
    let body = |codes: [&str; 3]| {
        format!(
            r#"{{"code":"{}","inner":{{"code":"{}","inner":{{"code":"{}"}}}}}}"#,
            codes[0], codes[1], codes[2]
        )
    };
    // As if `out-of-stock` or `size-gone` were not in the catalog yet: an unknown code in its place.
    for codes in [
        ["refused", "out-of-stock", "size-gone"],
        ["refused", "new", "size-gone"],
        ["refused", "out-of-stock", "new"],
        ["refused", "new", "newer"],
        ["new", "newer", "newest"],
    ] {
        let decoded = read(400, &body(codes));
        for code in codes {
            assert!(decoded.is_code(code), "{code} in {codes:?}");
        }
        for code in ["", "4711", "conflict", "NEW", "400"] {
            assert!(!decoded.is_code(code), "{code} in {codes:?}");
        }
    }
}

#[test]
fn an_alias_is_its_code() {
    for alias in ["OUT_OF_STOCK", r#"sold\"out"#, r"sold\u0022out"] {
        let decoded = read(400, &format!(r#"{{"code":"refused","inner":{{"code":"{alias}"}}}}"#));
        assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock), "{alias}");
        assert!(decoded.is_code("out-of-stock"), "{alias}");
        assert_eq!(
            decoded.raw_code(),
            Some(&*alias.replace(r#"\""#, "\"").replace(r"\u0022", "\""))
        );
    }
    let decoded = read(400, r#"{"code":"OUT_OF_STOCK"}"#);
    assert!(decoded.is_code("OUT_OF_STOCK") && decoded.is_code("out-of-stock"));
    assert_eq!(read(400, r#"{"code":"out_of_stock"}"#).code(), None);
}

#[test]
fn a_retired_code_is_still_understood() {
    let decoded = read(409, r#"{"code":"price-changed","message":"The price is 5 € now."}"#);
    let code = decoded.code().expect("a code");
    assert!(code.entry().is_retired());
    assert_eq!(code.as_str(), "price-changed");
    assert_eq!(decoded.action("en"), Some("Confirm the price."));
    assert_eq!(decoded.parameter("price").as_deref(), Some("5 €"));
}

#[test]
fn keys_and_codes_may_be_escaped() {
    let body = r#"{"c\u006fde":"out-of\u002dstock","\u006dessage":"\"\u00e9\ud83d\ude00\/","ke\"y é":"1"}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock));
    assert_eq!(decoded.raw_code(), Some("out-of-stock"));
    assert_eq!(decoded.message().as_deref(), Some("\"é😀/"));
    // This key has a quotation mark of its own, written with an escape.
    assert_eq!(slot(r#"{"ke\"y é":"1"}"#, "odd_key"), Some(json!("1")));
    assert_eq!(slot(r#"{"ke\u0022y \u00e9":"2"}"#, "odd_key"), Some(json!("2")));
    assert_eq!(slot(r#"{"ke\\\"y é":"2"}"#, "odd_key"), None);
}

// What is not as documented.

#[test]
fn another_type_is_understood_where_the_catalog_says_so_and_only_there() {
    assert_eq!(slot(r#"{"status":400}"#, "status"), Some(json!(400)));
    assert_eq!(slot(r#"{"status":"400"}"#, "status"), Some(json!("400")));
    let decoded = read(400, r#"{"code":4711}"#);
    assert_eq!(decoded.code(), Some(OrdersCode::Numbered));
    assert_eq!(decoded.raw_code(), Some("4711"));
    assert_eq!(decoded.slot("code"), Some(json!(4711)));
    // No other catalog here takes a number for a code, nor a string for a status.
    let decoded = PartnerCenter::decode(400, br#"{"error":{"code":99901}}"#);
    assert_eq!((decoded.code(), decoded.raw_code()), (None, None));
    assert_eq!(Hub2::decode(400, br#"{"status":"400"}"#).slot("status"), None);
    assert_eq!(slot(r#"{"retries":"3"}"#, "retries"), None);
}

#[test]
fn a_value_of_the_wrong_type_is_as_good_as_absent() {
    let values = ["null", "true", "-1", "1.5", "1e3", "\"1\"", "[1]", "{\"a\":1}"];
    let right: [(&str, &str, &[&str]); 9] = [
        ("status", "status", &["-1", "\"1\""]),
        ("code", "code", &["-1", "\"1\""]),
        ("message", "message", &["\"1\""]),
        ("retries", "retries", &["-1"]),
        ("ratio", "ratio", &["-1", "1.5", "1e3"]),
        ("final", "is_final", &["true"]),
        ("tags", "tags", &["[1]"]),
        ("meta", "meta", &["{\"a\":1}"]),
        ("extra", "extra", &["true", "-1", "1.5", "1e3", "\"1\"", "[1]", "{\"a\":1}"]),
    ];
    for (key, name, right) in right {
        for value in values {
            let body = format!(r#"{{"{key}":{value},"inner":{{}}}}"#);
            let expected = right.contains(&value).then(|| value.parse().expect("JSON"));
            assert_eq!(slot(&body, name), expected, "{body}");
            // An ill-typed member changes nothing about the others.
            let body = format!(r#"{{"{key}":{value},"trace":"trace \"t\"/é"}}"#);
            assert_eq!(slot(&body, "trace_id"), Some(json!("t")), "{body}");
        }
    }
    for body in [r#"{"code":["refused"]}"#, r#"{"code":{"code":"refused"}}"#, r#"{"code":true}"#] {
        assert_eq!(read(400, body).raw_code(), None, "{body}");
    }
    for inner in ["null", "[]", "1", "\"refused\"", "[{\"code\":\"size-gone\"}]"] {
        let decoded = read(400, &format!(r#"{{"inner":{inner},"code":"refused"}}"#));
        assert_eq!(decoded.code(), Some(OrdersCode::Refused), "{inner}");
    }
}

/// A deeper member of the wrong type does not hide the one around it.
#[test]
fn a_wrong_type_inside_leaves_what_is_around() {
    let body = r#"{"code":"refused","message":"m","tags":[1],"inner":{"code":[],"message":null,
        "tags":{}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.message().as_deref(), Some("m"));
    assert_eq!(decoded.slot("tags"), Some(json!([1])));
}

#[test]
fn missing_and_extra_members_and_other_orders_do_no_harm() {
    let decoded = read(
        400,
        r#" { "new" : {"code":"4711","x":[{"message":"no"}]} , "inner" : {"new":1,"code":"out-of-stock"},
           "help":"https://x", "code":"refused" } "#,
    );
    assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock));
    assert_eq!(decoded.message(), None);
    assert_eq!(decoded.slot("status"), None);
    let json = decoded.json().expect("JSON");
    assert_eq!(json["help"], "https://x");
    assert_eq!(json["new"]["x"][0]["message"], "no");
    assert_eq!(json["inner"]["new"], 1);
}

#[test]
fn every_slot_is_found_by_its_name() {
    let body = r#"{"status":404,"code":"refused","message":"m","retries":3,"ratio":0.5,"final":false,
        "tags":["a"],"meta":{"k":null},"extra":"x","trace":"trace \"t-1\"/é","call":"GET /a b",
        "limit":"at most 12 a day","ke\"y é":"odd"}"#;
    for (name, value) in [
        ("status", json!(404)),
        ("code", json!("refused")),
        ("message", json!("m")),
        ("retries", json!(3)),
        ("ratio", json!(0.5)),
        ("is_final", json!(false)),
        ("tags", json!(["a"])),
        ("meta", json!({ "k": null })),
        ("extra", json!("x")),
        ("trace_id", json!("t-1")),
        ("method", json!("GET")),
        ("uri", json!("/a b")),
        ("limit", json!(12)),
        ("odd_key", json!("odd")),
    ] {
        assert_eq!(slot(body, name), Some(value), "{name}");
    }
    for none in ["", "inner", "final", "trace", "Status", "order_id", "details"] {
        assert_eq!(slot(body, none), None, "{none}");
    }
}

#[test]
fn a_slot_with_text_around_it_is_read_from_between() {
    let trace = |text: &str| slot(&format!(r#"{{"trace":"{text}"}}"#), "trace_id");
    assert_eq!(trace(r#"trace \"a\"/é"#), Some(json!("a")));
    assert_eq!(trace(r#"trace \"\"/é"#), Some(json!("")));
    assert_eq!(trace(r#"trace \"a\"/é\"/é"#), Some(json!("a\"/é")));
    // However the text is escaped.
    assert_eq!(trace(r"trace \u0022a\u000a\u0022\/\u00e9"), Some(json!("a\n")));
    for other in
        ["", "trace", r#"trace \""#, r#"trace \"/é"#, r#"Trace \"a\"/é"#, r#"trace \"a\"/é "#]
    {
        assert_eq!(trace(other), None, "{other}");
    }
    assert_eq!(slot(r#"{"trace":["trace \"a\"/é"]}"#, "trace_id"), None);
    // What is no number is of the wrong type there, too.
    assert_eq!(slot(r#"{"limit":"at most 7 a day"}"#, "limit"), Some(json!(7)));
    assert_eq!(slot(r#"{"limit":"at most some a day"}"#, "limit"), None);
    assert_eq!(slot(r#"{"limit":"at most  a day"}"#, "limit"), None);
}

#[test]
fn of_a_member_that_is_there_twice_the_last_counts() {
    let body = r#"{"code":"4711","code":"refused","message":"a","message":"b"}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.message().as_deref(), Some("b"));
    assert_eq!(decoded.json().expect("JSON")["message"], "b");
    assert_eq!(read(400, r#"{"code":"4711","c\u006fde":"refused"}"#).raw_code(), Some("refused"));
    // All of the first is gone, not only what the second has too.
    let body = r#"{"code":"refused","inner":{"code":"out-of-stock","tags":[1],
        "inner":{"code":"size-gone"}},"inner":{"message":"m"}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.slot("tags"), None);
    assert_eq!(decoded.message().as_deref(), Some("m"));
    for last in ["null", "7.5", "[]"] {
        let decoded = read(400, &format!(r#"{{"message":"a","message":{last}}}"#));
        assert_eq!(decoded.message(), None, "{last}");
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
        "\"refused\"",
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
    for end in 0..=whole.len() {
        let decoded = Orders::decode(418, &whole.as_bytes()[..end]);
        let outer = read(418, &whole[..=0].replace('{', &format!("{}}}", &whole[..inner])));
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
        assert!(!decoded.is_cut());
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
fn a_huge_body_is_cut() {
    let front = r#"{"code":"refused","message":"m","tags":[""#;
    let body = |size: usize| format!(r#"{front}{}"],"ratio":1.5}}"#, "x".repeat(size));
    let overhead = body(0).len();
    let whole = read(400, &body(BODY_LIMIT - overhead));
    assert!(!whole.is_cut());
    assert_eq!(whole.slot("ratio"), Some(json!(1.5)));
    for size in [BODY_LIMIT - overhead + 1, 20 * BODY_LIMIT] {
        let body = body(size);
        let decoded = read(400, &body);
        assert!(decoded.is_cut());
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
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
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
        assert!(decoded.is_cut());
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

// Any JSON at all, held against a reader that takes all of it at once.

/// An object as JSON text: of keys that the shape has, some twice, and others.
fn object() -> impl Strategy<Value = String> {
    let leaves = [
        "null",
        "true",
        "0",
        "-7",
        "1.5",
        "4711",
        "\"refused\"",
        "\"size-gone\"",
        "\"\\u006eew\"",
        "[]",
        "[1,{\"code\":\"refused\"}]",
        "{}",
        "{\"code\":\"conflict\"}",
    ];
    let value = select(leaves.to_vec()).prop_map(str::to_owned).boxed();
    value.prop_recursive(6, 40, 8, |inner| {
        let keys =
            vec!["code", "c\\u006fde", "message", "tags", "extra", "status", "inner", "inner", "x"];
        let member =
            (select(keys), inner).prop_map(|(key, value)| format!(" \"{key}\" :\n{value}"));
        vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(" ,\t")))
    })
}

/// The deepest value of the right type, by `serde_json`.
fn expected(body: &Value, name: &str) -> Option<Value> {
    let is_right = |value: &&Value| match name {
        "status" | "code" => value.is_string() || value.is_i64(),
        "message" => value.is_string(),
        "tags" => value.is_array(),
        _ => !value.is_null(),
    };
    let is_inner = ["code", "message", "tags"].contains(&name);
    let objects = successors(Some(body), |object| object.get("inner"))
        .take_while(|object| object.is_object())
        .take(if is_inner { usize::MAX } else { 1 });
    objects.filter_map(|object| object.get(name).filter(is_right)).last().cloned()
}

proptest! {
    #[test]
    fn any_json_is_read_as_another_reader_reads_it(body in object()) {
        let decoded = read(418, &body);
        let json: Value = body.parse().expect("JSON");
        for name in ["status", "code", "message", "tags", "extra"] {
            prop_assert_eq!(decoded.slot(name), expected(&json, name), "{}", name);
        }
        prop_assert_eq!(decoded.json(), Some(json));
    }

    #[test]
    fn any_bytes_are_kept(status: u16, body in vec(any::<u8>(), 0..200)) {
        let decoded = Orders::decode(status, &body);
        prop_assert_eq!(decoded.status(), status);
        prop_assert_eq!(decoded.body(), body);
    }
}

// Errors in a list.

const ONE: &str = r#"{"id":"r1","status":"HTTP 400","code":"too-long","title":"Text too long",
    "detail":"The text name is longer than 12 characters.","links":{"about":"https://x"}}"#;

#[test]
fn an_error_in_a_list() {
    let body = format!(r#"{{"ok":false,"api":{{"name":"orders","version":2}},"errors":[{ONE}]}}"#);
    let decoded = Wrapped::decode(400, body.as_bytes());
    assert_eq!(decoded.code(), Some(WrappedCode::TooLong));
    assert_eq!(decoded.slot("request_id"), Some(json!("r1")));
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(decoded.slot("title"), Some(json!("Text too long")));
    assert_eq!(decoded.slot("docs"), Some(json!("https://x")));
    assert_eq!(decoded.parameter("field").as_deref(), Some("name"));
    assert_eq!(decoded.parameter("most").as_deref(), Some("12"));
    assert_eq!(decoded.parameter("least"), None);
}

#[test]
fn of_three_errors_in_a_list_the_first_counts_and_all_are_kept() {
    let other = r#"{"id":"r2","code":"closed","detail":"We are closed."}"#;
    let body = format!(r#"{{"errors":[{ONE},{other},{{"code":"new"}}]}}"#);
    let decoded = Wrapped::decode(400, body.as_bytes());
    assert_eq!(decoded.code(), Some(WrappedCode::TooLong));
    assert_eq!(decoded.slot("request_id"), Some(json!("r1")));
    let json = decoded.json().expect("JSON");
    assert_eq!(json["errors"][1]["code"], "closed");
    assert_eq!(json["errors"][2]["code"], "new");
    for none in
        [r#"{"errors":[]}"#, r#"{"errors":{}}"#, r#"{"errors":[[]]}"#, r#"{"errors":[null]}"#]
    {
        let decoded = Wrapped::decode(503, none.as_bytes());
        assert_eq!(decoded.raw_code(), None, "{none}");
        assert_eq!(decoded.action("en"), Some("Wait."), "{none}");
    }
}

#[test]
fn a_body_that_is_a_list() {
    let body =
        br#"["bad-name","The name Ann is taken.",null,{"status":400},null,true,1.50,"more"]"#;
    let decoded = Listed::decode(400, body);
    assert_eq!(decoded.code(), Some(ListedCode::BadName));
    assert_eq!(decoded.parameter("name").as_deref(), Some("Ann"));
    assert_eq!(decoded.slot("target"), None);
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(Listed::decode(400, br#"["bad-age"]"#).code(), Some(ListedCode::BadAge));
    assert_eq!(Listed::decode(400, br#"[["bad-age"]]"#).code(), None);
    assert_eq!(Listed::decode(400, br#"{"code":"bad-age"}"#).code(), None);
}

// Parameters.

#[test]
fn parameters_are_read_back_from_either_locale() {
    let with = |message: &str| {
        let decoded = read(400, &json!({ "code": "refused", "message": message }).to_string());
        (decoded.parameter("order_id"), decoded.parameter("refuser"))
    };
    let some = |order: &str, refuser: &str| (Some(order.to_owned()), Some(refuser.to_owned()));
    assert_eq!(with("Order 7 was refused by Bob."), some("7", "Bob"));
    assert_eq!(with("La commande 7 a été refusée par Zoé."), some("7", "Zoé"));
    assert_eq!(with("Order  was refused by ."), some("", ""));
    assert_eq!(with("Order … was refused by Bob."), (None, Some("Bob".to_owned())));
    assert_eq!(with("La commande 7 a été refusée par …."), (Some("7".to_owned()), None));
    assert_eq!(with("Order 7 was turned down by Bob."), (None, None));
    assert_eq!(with(""), (None, None));
    let decoded = read(400, r#"{"code":"refused","message":"Order 7 was refused by Bob."}"#);
    assert_eq!(decoded.parameter("size"), None);
    assert_eq!(decoded.parameter(""), None);
}

#[test]
fn braces_in_a_message_are_no_parameters() {
    let body = r#"{"inner":{"inner":{"code":"size-gone",
        "message":"Size XL of {hats} {any colour} is gone."}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.parameter("size").as_deref(), Some("XL"));
    assert_eq!(decoded.parameter("item").as_deref(), Some("{hats}"));
}

/// The known code's words are looked for in its own message, not in that of an unknown one inside.
#[test]
fn parameters_of_a_code_around_an_unknown_one() {
    let body = r#"{"code":"refused","message":"Order 7 was refused by Bob.",
        "inner":{"code":"new","message":"New trouble."}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.message().as_deref(), Some("New trouble."));
    assert_eq!(decoded.parameter("order_id").as_deref(), Some("7"));
}

/// A code that is not sent is known by its status, and has parameters all the same.
#[test]
fn parameters_of_a_code_that_is_not_sent() {
    let decoded = read(404, r#"{"message":"Rien ne s’appelle hats."}"#);
    assert_eq!(decoded.code(), Some(OrdersCode::NotFound));
    assert_eq!(decoded.parameter("name").as_deref(), Some("hats"));
    assert_eq!(read(400, r#"{"message":"Nothing is called hats."}"#).parameter("name"), None);
}

#[test]
fn hub2_parameters_in_both_locales() {
    for locale in ["en", "fr"] {
        let body = Hub2Code::TransactionNotFound.body().locale(locale);
        let json = body.account_id("ac_1").transaction_id("tr {1}").to_json();
        let decoded = Hub2::decode(404, &json);
        assert_eq!(decoded.parameter("account_id").as_deref(), Some("ac_1"), "{locale}");
        assert_eq!(decoded.parameter("transaction_id").as_deref(), Some("tr {1}"), "{locale}");
    }
    let json = Hub2Code::TransactionNotFound.body().to_json();
    assert_eq!(Hub2::decode(404, &json).parameter("account_id"), None);
}

// Retry-After.

fn respond(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<String> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.to_owned()).expect("a response")
}

#[test]
fn retry_after_in_seconds_wins_over_the_catalog() {
    let body = r#"{"code":"refused"}"#;
    assert_eq!(read(400, body).retry(), Some(Retry::Never));
    let decoded = Orders::decode_response(&respond(400, &[("Retry-After", "120")], body));
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    assert_eq!(decoded.retry_after(), Some(Duration::from_mins(2)));
    assert_eq!(decoded.raw_retry_after(), Some("120"));
    let response = respond(400, &[("retry-after", "120")], body);
    let same = read(400, body).with_headers(response.headers());
    assert_eq!(same.retry_after(), decoded.retry_after());
    assert_eq!(same.retry(), Some(Retry::AfterDelay));
    // Where nothing else is known, too.
    let decoded = Orders::decode_response(&respond(100, &[("Retry-After", "0")], ""));
    assert_eq!(decoded.retry_after(), Some(Duration::ZERO));
    assert_eq!((decoded.retry(), basis(&decoded)), (Some(Retry::AfterDelay), "nothing".to_owned()));
}

#[test]
fn retry_after_as_a_date_counts_from_the_date_of_the_answer() {
    let date = "Sun, 06 Nov 1994 08:49:00 GMT";
    for value in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        let response = respond(503, &[("Retry-After", value), ("Date", date)], "");
        let decoded = Orders::decode_response(&response);
        assert_eq!(decoded.retry_after(), Some(Duration::from_secs(37)), "{value}");
        assert_eq!(decoded.raw_retry_after(), Some(value));
        assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
        // Long past, by the clock of this machine.
        let decoded = Orders::decode_response(&respond(503, &[("Retry-After", value)], ""));
        assert_eq!(decoded.retry_after(), Some(Duration::ZERO), "{value}");
    }
}

#[test]
fn without_a_retry_after_the_catalog_counts() {
    let decoded = Orders::decode_response(&respond(500, &[], ""));
    assert_eq!((decoded.retry_after(), decoded.raw_retry_after()), (None, None));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    let decoded = Orders::decode_response(&respond(400, &[], ""));
    assert_eq!(decoded.retry(), Some(Retry::AfterChange));
}

#[test]
fn a_retry_after_that_makes_no_sense_is_kept_and_changes_nothing() {
    for value in ["soon", "-5", "1.5", ""] {
        let response = respond(400, &[("Retry-After", value)], r#"{"code":"refused"}"#);
        let decoded = Orders::decode_response(&response);
        assert_eq!(decoded.raw_retry_after(), Some(value));
        assert_eq!(decoded.retry_after(), None, "{value}");
        assert_eq!(decoded.retry(), Some(Retry::Never), "{value}");
    }
}

#[test]
fn a_response_may_have_any_kind_of_body() {
    let response = http::Response::builder().status(409).body(b"{}".to_vec()).expect("a response");
    assert_eq!(Orders::decode_response(&response).code(), Some(OrdersCode::Conflict));
    assert_eq!(Orders::decode_response(&response.map(|_| "")).status(), 409);
}

// Showing it.

#[test]
fn debug_output_is_short() {
    let shown = format!("{:?}", read(400, r#"{"code":"new","message":"m"}"#));
    assert!(
        shown.contains("400") && shown.contains("new") && shown.contains("Status(400)"),
        "{shown}"
    );
    let body = format!(r#"{{"code":"refused","message":"{}é"}}"#, "é".repeat(100_000));
    for from in 0..4 {
        let body = format!("{}{body}", " ".repeat(from));
        let shown = format!("{:?}", read(400, &body));
        assert!(shown.len() < 1_000, "{} bytes", shown.len());
        assert!(shown.contains("Refused"), "{shown}");
    }
}

#[test]
fn a_code_may_be_called_as_the_blank_problem_type() {
    let answer = Hub2::decode(404, br#"{"code":"about:blank"}"#);
    assert_eq!(answer.raw_code(), Some("about:blank"));
}
