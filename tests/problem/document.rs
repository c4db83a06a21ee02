//! §3: the standard's own examples, its media type, and the order of its members.

use api_error_catalog::{Value, json};
use api_error_catalog_tests::catalogs::{Problem, ProblemBaseCode, ProblemCode};

use super::{OUT_OF_CREDIT, read};

#[test]
fn s3_the_first_example_is_read() {
    let body = br#"{
        "type": "https://example.com/probs/out-of-credit",
        "title": "You do not have enough credit.",
        "detail": "Your current balance is 30, but that costs 50.",
        "instance": "/account/12345/msgs/abc",
        "balance": 30,
        "accounts": ["/account/12345", "/account/67890"]
    }"#;
    let decoded = Problem::decode(403, body);
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
    assert_eq!(decoded.raw_code(), Some(OUT_OF_CREDIT));
    assert_eq!(decoded.action("en"), Some("Top up."));
    for (slot, value) in [
        ("problem_type", json!(OUT_OF_CREDIT)),
        ("title", json!("You do not have enough credit.")),
        ("message", json!("Your current balance is 30, but that costs 50.")),
        ("instance", json!("/account/12345/msgs/abc")),
        ("balance", json!(30)),
        ("accounts", json!(["/account/12345", "/account/67890"])),
    ] {
        assert_eq!(decoded.slot(slot), Some(value), "{slot}");
    }
    assert_eq!(decoded.slot("status"), None);
}

#[test]
fn s3_the_second_example_is_written() {
    let errors = vec![
        json!({ "detail": "must be a positive integer", "pointer": "#/age" }),
        json!({ "detail": "must be 'green', 'red' or 'blue'", "pointer": "#/profile/color" }),
    ];
    let body = ProblemCode::ValidationError.body().errors(errors.clone());
    let written = written!(body);
    assert_eq!(
        written,
        json!({
            "type": "tag:api.example,2026:validation-error",
            "title": "Your request is not valid.",
            "status": 422,
            "detail": "Look at errors.",
            "errors": errors,
        })
    );
    let decoded = read(422, &written);
    assert_eq!(decoded.code(), Some(ProblemCode::ValidationError));
    assert_eq!(decoded.slot("errors"), Some(Value::Array(errors)));
}

#[test]
fn s3_the_media_type_is_that_of_problem_details() {
    assert_eq!(ProblemCode::CATALOG.media_type(), "application/problem+json");
    assert_eq!(ProblemBaseCode::CATALOG.media_type(), "application/problem+json");
}

#[test]
fn s3_the_members_have_their_names_and_the_order_of_the_standard() {
    let body = ProblemCode::OutOfCredit.body().instance("/i").current("30").cost("50").balance(30);
    assert_eq!(
        String::from_utf8(body.to_json()).expect("UTF-8"),
        "{\"type\":\"https://example.com/probs/out-of-credit\",\
         \"title\":\"You do not have enough credit.\",\"status\":403,\
         \"detail\":\"Your balance is 30, but that costs 50.\",\"instance\":\"/i\",\"balance\":30}"
    );
}
