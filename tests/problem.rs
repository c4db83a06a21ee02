//! RFC 9457, paragraph by paragraph: what it demands of who writes problem details and of who reads
//! them. Each test is named after its paragraph.

use api_error_catalog::{Basis, CatalogCode as _, Decoded, Retry, Value, json};
use api_error_catalog_tests::catalogs::{Problem, ProblemBase, ProblemBaseCode, ProblemCode};

fn read(status: u16, body: &Value) -> Decoded<ProblemCode> {
    Problem::decode(status, body.to_string().as_bytes())
}

macro_rules! written {
    ($body:expr) => {
        serde_json::from_slice::<Value>(&$body.to_json()).expect("JSON")
    };
}

const OUT_OF_CREDIT: &str = "https://example.com/probs/out-of-credit";

// The standard's own examples (§3).

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

// §3.1: the members.

#[test]
fn s3_1_a_member_of_the_wrong_type_is_ignored() {
    let values = [
        json!(null),
        json!(true),
        json!(1),
        json!(1.5),
        json!("x"),
        json!(["x"]),
        json!({ "a": 1 }),
    ];
    let members = [
        ("type", "problem_type", vec![json!("x")]),
        ("title", "title", vec![json!("x")]),
        ("status", "status", vec![json!(1)]),
        ("detail", "message", vec![json!("x")]),
        ("instance", "instance", vec![json!("x")]),
        ("balance", "balance", vec![json!(1)]),
        ("accounts", "accounts", vec![json!(["x"])]),
    ];
    for (key, slot, right) in members {
        for value in &values {
            let mut body = json!({ "trace_id": "t" });
            body[key] = value.clone();
            let decoded = read(503, &body);
            let expected = right.contains(value).then(|| value.clone());
            assert_eq!(decoded.slot(slot), expected, "{body}");
            assert_eq!(decoded.slot("trace_id"), Some(json!("t")), "{body}");
            assert_eq!((decoded.status(), decoded.code()), (503, None), "{body}");
            assert_eq!(decoded.action("en"), Some("Wait."), "{body}");
        }
    }
}

#[test]
fn s3_1_what_is_ill_typed_leaves_the_rest_of_the_problem() {
    let body = json!({ "type": OUT_OF_CREDIT, "title": 1, "status": "403", "detail": {}, "balance": "30" });
    let decoded = read(403, &body);
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
    assert_eq!(decoded.message(), None);
    assert_eq!(decoded.status(), 403);
    for slot in ["title", "status", "message", "balance"] {
        assert_eq!(decoded.slot(slot), None, "{slot}");
    }
}

#[test]
fn s3_1_every_member_may_be_absent() {
    let decoded = read(503, &json!({}));
    assert_eq!((decoded.code(), decoded.raw_code()), (None, None));
    assert_eq!((decoded.message(), decoded.json()), (None, Some(json!({}))));
    assert_eq!(decoded.action("fr"), Some("Attendez."));
}

// §3.1.1: "type".

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
        "",
    ] {
        let decoded = read(503, &json!({ "type": other }));
        assert_eq!(decoded.code(), None, "{other}");
        assert_eq!(decoded.raw_code(), Some(other));
    }
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
        let kind = code.entry().type_uri().expect("a type");
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
        let body = json!({ "type": code.entry().type_uri() }).to_string();
        assert_eq!(ProblemBase::decode(400, body.as_bytes()).code(), Some(*code));
    }
    // The base is not in the way of a type of one's own.
    let body = br#"{"type":"https://api.example/errors/elsewhere"}"#;
    assert_eq!(ProblemBase::decode(400, body).code(), None);
}

// §3.1.2: "status".

#[test]
fn s3_1_2_the_member_is_the_http_status_as_a_number() {
    for code in ProblemCode::ALL {
        assert_eq!(written!(code.body())["status"], json!(code.status()), "{code}");
    }
    let written = written!(ProblemCode::NotFound.body().status(410));
    assert_eq!(written["status"], json!(410));
}

#[test]
fn s3_1_2_the_http_status_is_trusted_over_the_member() {
    let decoded = read(503, &json!({ "status": 404, "title": "Not Found" }));
    assert_eq!(decoded.status(), 503);
    assert_eq!(decoded.code(), None);
    assert_eq!(decoded.action("en"), Some("Wait."));
    // Both are there to be compared.
    assert_eq!(decoded.slot("status"), Some(json!(404)));
    let decoded = read(404, &json!({ "status": 503 }));
    assert_eq!(decoded.code(), Some(ProblemCode::NotFound));
}

// §3.1.3: "title".

#[test]
fn s3_1_3_the_title_changes_with_the_locale_and_with_nothing_else() {
    for cost in ["1", "50", "{x}"] {
        let body = || ProblemCode::OutOfCredit.body().cost(cost).current(cost);
        assert_eq!(written!(body())["title"], "You do not have enough credit.");
        assert_eq!(written!(body().locale("fr"))["title"], "Votre crédit ne suffit pas.");
    }
    for code in ProblemCode::ALL {
        for locale in ["en", "fr"] {
            assert!(!code.title(locale).contains(['{', '…']), "{code}");
        }
    }
}

// §3.1.4: "detail".

#[test]
fn s3_1_4_the_detail_is_about_the_occurrence() {
    let body = ProblemCode::OutOfCredit.body().current("30").cost("50").locale("fr");
    let written = written!(body);
    assert_eq!(written["detail"], "Votre solde est de 30, mais cela coûte 50.");
    assert_eq!(read(403, &written).parameter("cost").as_deref(), Some("50"));
}

#[test]
fn s3_1_4_nothing_of_what_is_decided_comes_from_the_detail() {
    let other = "Your balance is 30, but that costs 50.";
    let decoded = read(410, &json!({ "type": "/probs/expired", "detail": other }));
    assert_eq!(decoded.code(), Some(ProblemCode::Expired));
    assert_eq!(decoded.parameter("cost"), None);
    let decoded = read(503, &json!({ "detail": other }));
    assert_eq!((decoded.code(), decoded.parameter("cost")), (None, None));
}

// §3.1.5: "instance".

#[test]
fn s3_1_5_the_instance_is_the_callers_and_left_out_without_one() {
    assert_eq!(written!(ProblemCode::Expired.body()).get("instance"), None);
    let written = written!(ProblemCode::Expired.body().instance("urn:uuid:7"));
    assert_eq!(written["instance"], "urn:uuid:7");
    assert_eq!(read(410, &written).slot("instance"), Some(json!("urn:uuid:7")));
}

// §3.2: extension members.

#[test]
fn s3_2_unknown_extensions_are_ignored_and_kept_reachable() {
    let body = json!({
        "type": OUT_OF_CREDIT, "code": "expired", "new": { "type": "/probs/expired" }, "violated-policies": [1],
    });
    let decoded = read(403, &body);
    assert_eq!(decoded.code(), Some(ProblemCode::OutOfCredit));
    assert_eq!(decoded.slot("new"), None);
    assert_eq!(decoded.json(), Some(body));
}

#[test]
fn s3_2_extensions_are_members_beside_those_of_the_standard() {
    let accounts = vec![json!("/account/1")];
    let body = ProblemCode::OutOfCredit.body().balance(-5).accounts(accounts).trace_id("t");
    let written = written!(body);
    assert_eq!(written["balance"], json!(-5));
    assert_eq!(written["accounts"], json!(["/account/1"]));
    assert_eq!(written["trace_id"], json!("t"));
    let decoded = read(403, &written);
    assert_eq!(decoded.slot("balance"), Some(json!(-5)));
    assert_eq!(decoded.slot("accounts"), Some(json!(["/account/1"])));
}

// §4.2.1: about:blank.

#[test]
fn s4_2_1_a_problem_without_a_type_has_no_type_member() {
    for code in [ProblemCode::NotFound, ProblemCode::TooLarge, ProblemCode::Unprocessable] {
        assert_eq!(written!(code.body()).get("type"), None, "{code}");
    }
}

/// The phrases of RFC 9110 §15, not the older ones of RFC 7231 and RFC 4918.
#[test]
fn s4_2_1_the_title_of_about_blank_is_the_phrase_of_the_status() {
    let title = |code: ProblemCode| written!(code.body())["title"].clone();
    assert_eq!(title(ProblemCode::NotFound), "Not Found");
    assert_eq!(title(ProblemCode::TooLarge), "Content Too Large");
    assert_eq!(title(ProblemCode::Unprocessable), "Unprocessable Content");
    // That of the status which travels.
    assert_eq!(
        written!(ProblemCode::NotFound.body().status(416))["title"],
        "Range Not Satisfiable"
    );
    // A status that nobody has registered has none.
    assert_eq!(written!(ProblemCode::NotFound.body().status(599)).get("title"), None);
}

#[test]
fn s4_2_1_a_problem_with_a_type_has_a_title_of_its_own() {
    assert_eq!(written!(ProblemCode::Expired.body())["title"], "It has expired.");
    assert_eq!(
        written!(ProblemCode::Expired.body().title("Gone for good"))["title"],
        "Gone for good"
    );
    assert_eq!(written!(ProblemCode::NotFound.body().title("Nothing"))["title"], "Nothing");
}

#[test]
fn s4_2_1_the_title_goes_by_the_type_that_travels() {
    let body = ProblemCode::Expired.body().problem_type("about:blank");
    let reason = ProblemCode::Expired.entry().reason().expect("a registered status");
    assert_eq!(written!(body)["title"], reason);

    let body = ProblemCode::NotFound.body().problem_type("https://example.com/probs/lost");
    assert_eq!(written!(body)["title"], ProblemCode::NotFound.title("en"));
}
