//! Whether the request that was answered took effect.

use api_error_catalog::{Actor, Effect, Retry};
use api_error_catalog_tests::catalogs::{Bictorys, Hub2, Nested, Orders, PartnerCenter};

use super::basis;

#[test]
fn what_the_catalog_says_of_the_code_or_the_status_counts() {
    let answer = Hub2::decode(402, br#"{"code":"insufficient-funds"}"#);
    assert_eq!(answer.effect(), Effect::None);
    // Of the row of 402, nothing is known.
    assert_eq!(Hub2::decode(402, br#"{"code":"new"}"#).effect(), Effect::Unknown);
    assert_eq!(Hub2::decode(409, br#"{"code":"transaction_done"}"#).effect(), Effect::Done);
    assert_eq!(Nested::decode(400, br#"{"number":11}"#).effect(), Effect::None);
    let body = br#"{"type":"about:blank","title":"MOVED_PERMANENTLY","status":301}"#;
    assert_eq!(Bictorys::decode(301, body).effect(), Effect::Done);
}

#[test]
fn a_body_that_is_not_the_apis_says_nothing() {
    for body in [&b"<html>Forbidden</html>"[..], b"", b"{}"] {
        assert_eq!(Hub2::decode(403, body).effect(), Effect::Unknown);
        assert_eq!(Bictorys::decode(301, body).effect(), Effect::Unknown);
    }
    assert_eq!(Hub2::decode(200, b"<html>Log in</html>").effect(), Effect::Unknown);
}

#[test]
fn a_gateway_that_fails_says_to_wait_and_not_to_pay_twice() {
    for body in ["<html>Bad Gateway</html>", "", r#"{"status":502,"title":"BAD_GATEWAY"}"#] {
        let answer = Bictorys::decode(502, body.as_bytes());
        assert_eq!(answer.retry(), Some(Retry::AfterDelay));
        assert_eq!(answer.effect(), Effect::Unknown);
    }
    let body = br#"{"error":{"code":"generalException","innerError":{"code":"99907"}}}"#;
    let answer = PartnerCenter::decode(500, body);
    assert_eq!((answer.retry(), answer.effect()), (Some(Retry::AfterDelay), Effect::Unknown));
}

#[test]
fn without_a_row_of_its_own_a_status_refuses_nothing() {
    // 422 is read as 400, of which the catalog says that nothing took effect.
    let answer = Hub2::decode(422, b"");
    assert_eq!((basis(&answer).as_str(), answer.effect()), ("class 400", Effect::Unknown));
}

#[test]
fn where_no_row_is_known_success_is_done() {
    assert_eq!(Orders::decode(206, b"").effect(), Effect::Done);
    for status in [0, 102, 207, 300, 418, 429, 503, 599, 600, u16::MAX] {
        let expected = if status == 207 { Effect::Done } else { Effect::Unknown };
        assert_eq!(Orders::decode(status, b"").effect(), expected, "{status}");
    }
}

#[test]
fn a_code_under_another_status_refuses_only_if_both_do() {
    // HUB2’s `locked-account` is a 403, and the catalog does not say what that means for the effect.
    let locked = br#"{"code":"locked-account"}"#;
    assert_eq!(Hub2::decode(403, locked).effect(), Effect::None);
    assert_eq!(Hub2::decode(401, locked).effect(), Effect::None);
    for status in [200, 400, 402, 500, 502] {
        assert_eq!(Hub2::decode(status, locked).effect(), Effect::Unknown, "{status}");
    }
}

#[test]
fn who_has_to_act_is_what_the_catalog_says() {
    let answer = Hub2::decode(402, br#"{"code":"insufficient-funds"}"#);
    assert_eq!(answer.actor(), Some(Actor::User));
    assert_eq!(Hub2::decode(402, br#"{"code":"new"}"#).actor(), Some(Actor::User));
    assert_eq!(Hub2::decode(503, b"").actor(), Some(Actor::Operator));
    assert_eq!(Hub2::decode(422, b"").actor(), Some(Actor::Developer));
    assert_eq!(Hub2::decode(302, b"").actor(), None);
}
