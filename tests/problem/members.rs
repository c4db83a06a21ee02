//! §3.1 but for `type`, and §3.2: extension members.

use api_error_catalog::json;
use api_error_catalog_tests::catalogs::ProblemCode;

use super::{OUT_OF_CREDIT, read};

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
    let body = json!({ "type": OUT_OF_CREDIT, "title": 1, "status": "403", "detail": {}, "balance": true });
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

#[test]
fn s3_1_5_the_instance_is_the_callers_and_left_out_without_one() {
    assert_eq!(written!(ProblemCode::Expired.body()).get("instance"), None);
    let written = written!(ProblemCode::Expired.body().instance("urn:uuid:7"));
    assert_eq!(written["instance"], "urn:uuid:7");
    assert_eq!(read(410, &written).slot("instance"), Some(json!("urn:uuid:7")));
}

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
