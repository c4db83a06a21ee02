//! What decides: the deepest known code, then the row of the status, then its class, then nothing.

use api_error_catalog::{Retry, json};
use api_error_catalog_tests::catalogs::{Nested, OrdersCode, Wrapped};
use api_error_catalogs::{Bictorys, PartnerCenter, PartnerCenterCode};

use super::{basis, read};

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

#[test]
fn titles_and_links_come_from_where_all_else_does() {
    let answer = Wrapped::decode(400, br#"{"errors":[{"code":"too-long"}]}"#);
    assert_eq!(answer.title("en"), Some("Text too long"));
    assert_eq!(answer.docs(), Some("https://api.example/docs/too-long"));
    // A code without a link, and a status without one.
    let answer = Wrapped::decode(503, br#"{"errors":[{"code":"closed"}]}"#);
    assert_eq!((answer.title("en"), answer.docs()), (Some("Closed"), None));
    let answer = Wrapped::decode(400, br#"{"errors":[{"code":"new"}]}"#);
    assert_eq!((answer.title("en"), answer.docs()), (Some("Bad request"), None));
    // The status's, and that of its class.
    let link = Some("https://api.example/docs/400");
    for status in [400, 418] {
        assert_eq!(Nested::decode(status, b"").docs(), link, "{status}");
    }
    assert_eq!(read(418, "").title("fr"), Some("Requête incorrecte"));
    assert_eq!((read(999, "").title("en"), read(999, "").docs()), (None, None));
}

#[test]
fn where_nothing_says_whether_to_retry_the_caller_does() {
    assert_eq!(read(500, "").retry_or(Retry::Never), Retry::AfterDelay);
    assert_eq!(read(200, "").retry(), None);
    for default in [Retry::Never, Retry::AfterChange, Retry::AfterDelay] {
        assert_eq!(read(200, "").retry_or(default), default);
    }
    let answer = read(200, "").with_header_fields([("Retry-After", "7")]);
    assert_eq!(answer.retry_or(Retry::Never), Retry::AfterDelay);
}
