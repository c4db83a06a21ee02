//! §3.1.1: `type`.

use api_error_catalog::{Basis, Retry, json};
use api_error_catalog_tests::catalogs::{Problem, ProblemBase, ProblemBaseCode, ProblemCode};

use super::{OUT_OF_CREDIT, read};

#[test]
fn s3_1_1_the_type_is_the_primary_identifier() {
    // A title or a status of another problem changes nothing.
    let body =
        json!({ "type": OUT_OF_CREDIT, "title": "Your request is not valid.", "status": 422 });
    let decoded = read(422, &body);
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
    assert!(decoded.is_code(OUT_OF_CREDIT) && decoded.is_code("out-of-credit"));
    assert!(!decoded.is_code("validation-error"));
}

#[test]
fn s3_1_1_the_type_decides_over_a_code_beside_it() {
    let read = |kind: &str, code: &str| {
        ProblemBase::decode(400, json!({ "code": code, "type": kind }).to_string().as_bytes())
    };
    let decoded = read("https://api.example/errors/bad-age", "bad-name");
    assert_eq!(decoded.code(), Some(ProblemBaseCode::BadAge));
    assert_eq!(decoded.raw_code(), Some("https://api.example/errors/bad-age"));
    assert_eq!(decoded.action("en"), Some("Correct the age."));
    // A type that says nothing, or nothing that is known, leaves the code.
    let decoded = read("about:blank", "bad-name");
    assert_eq!(decoded.code(), Some(ProblemBaseCode::BadName));
    assert_eq!(decoded.raw_code(), Some("bad-name"));
    let decoded = read("https://api.example/errors/new", "bad-name");
    assert_eq!(decoded.code(), Some(ProblemBaseCode::BadName));
    assert_eq!(decoded.raw_code(), Some("https://api.example/errors/new"));
}

#[test]
fn s3_1_1_types_are_compared_as_they_are() {
    for other in [
        "https://example.com/probs/out-of-credit/",
        "https://example.com/probs/Out-of-credit",
        "https://example.com/probs/out-of-credit#x",
        " https://example.com/probs/out-of-credit",
        "out-of-credit",
        "validation-error",
    ] {
        let decoded = read(503, &json!({ "type": other }));
        assert_eq!(decoded.code(), None, "{other}");
        assert_eq!(decoded.raw_code(), Some(other));
    }
    // An empty type is none.
    assert_eq!(read(503, &json!({ "type": "" })).raw_code(), None);
    let decoded =
        Problem::decode(403, br#"{"type":"https:\/\/example.com\/probs\/out-of-credit"}"#);
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
}

#[test]
fn s3_1_1_relative_types_are_resolved() {
    let expired = "https://shop.example/probs/expired";
    assert_eq!(read(400, &json!({ "type": expired })).code(), Some(ProblemCode::Expired));
    let out_of_credit = "/probs/out-of-credit";
    assert_eq!(read(400, &json!({ "type": out_of_credit })).code(), Some(ProblemCode::OutOfCredit));
    // Of two hosts, neither is the base of the other; and a path is not the end of another.
    for other in [
        "https://other.example/probs/out-of-credit",
        "//example.com/probs/out-of-credit",
        "/more/probs/out-of-credit",
        "https://shop.example/more/probs/expired",
        "probs/expired",
        "https://shop.example",
        "/",
    ] {
        assert_eq!(read(503, &json!({ "type": other })).code(), None, "{other}");
    }
}

#[test]
fn s3_1_1_a_type_that_is_unknown_leaves_the_row_of_the_status() {
    let decoded = read(503, &json!({ "type": "https://example.com/probs/new", "status": 400 }));
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.raw_code(), Some("https://example.com/probs/new"));
    assert!(decoded.is_code("https://example.com/probs/new"));
    assert_eq!(decoded.action("en"), Some("Wait."));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    assert!(matches!(decoded.basis(), Basis::Status(row) if row.status() == 503));
    let decoded = read(418, &json!({ "type": "https://example.com/probs/new" }));
    assert!(matches!(decoded.basis(), Basis::Class(row) if row.status() == 400));
}

#[test]
fn s3_1_1_without_a_type_it_is_about_blank() {
    let bodies = [
        json!({}),
        json!({ "type": null }),
        json!({ "type": 1 }),
        json!({ "type": "about:blank" }),
    ];
    for body in bodies {
        let decoded = read(404, &body);
        // The status says it all.
        assert_eq!(decoded.code(), Some(ProblemCode::NotFound), "{body}");
        assert_eq!(decoded.raw_code(), None, "{body}");
        assert_eq!(decoded.action("en"), Some("Check the path."), "{body}");
        assert!(matches!(decoded.basis(), Basis::Status(row) if row.status() == 404), "{body}");
    }
}

#[test]
fn s3_1_1_a_type_need_not_be_a_locator_nor_absolute() {
    for code in [ProblemCode::ValidationError, ProblemCode::Expired] {
        let kind = code.entry().problem_type().expect("a type");
        assert_eq!(written!(code.body())["type"], kind);
        assert_eq!(read(400, &json!({ "type": kind })).code(), Some(code));
    }
}

#[test]
fn s3_1_1_the_caller_may_set_the_type() {
    let body = ProblemCode::Expired.body().problem_type("https://example.com/probs/expired#3");
    let written = written!(body);
    assert_eq!(written["type"], "https://example.com/probs/expired#3");
    let body = ProblemCode::NotFound.body().problem_type(OUT_OF_CREDIT);
    let decoded = read(404, &written!(body));
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
    assert_eq!(decoded.slot("problem_type"), Some(json!(OUT_OF_CREDIT)));
}

#[test]
fn s3_1_1_a_base_makes_a_type_of_each_code() {
    let written = written!(ProblemBaseCode::BadName.body().name("x"));
    assert_eq!(written["type"], "https://api.example/errors/bad-name");
    assert_eq!(written["code"], "bad-name");
    let written = written!(ProblemBaseCode::Elsewhere.body());
    assert_eq!(written["type"], "https://other.example/problem");
    for code in ProblemBaseCode::ALL {
        let body = json!({ "type": code.entry().problem_type() }).to_string();
        assert_eq!(ProblemBase::decode(400, body.as_bytes()).code(), Some(*code));
    }
    // The base is not in the way of a type of one's own.
    let body = br#"{"type":"https://api.example/errors/elsewhere"}"#;
    assert_eq!(ProblemBase::decode(400, body).code(), None);
}
