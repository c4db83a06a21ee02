//! A code, and those below it.

use api_error_catalog_tests::catalogs::{
    Bictorys, BictorysCode, Hub2, Hub2Code, OrdersCode, PartnerCenter, PartnerCenterCode, Wrapped,
    WrappedCode,
};

use super::read;

/// The code, its parent, and so on.
fn lineage(code: PartnerCenterCode) -> Vec<PartnerCenterCode> {
    std::iter::successors(Some(code), |code| code.parent()).collect()
}

#[test]
fn every_code_of_partner_center_is_of_its_family_and_of_no_other() {
    let mut children = 0;
    for code in PartnerCenterCode::ALL {
        let answer = PartnerCenter::decode(code.status(), &code.body().to_json());
        assert_eq!(answer.code(), Some(*code));
        let family = lineage(*code);
        children += usize::from(family.len() > 1);
        for other in PartnerCenterCode::ALL {
            let is_in = family.contains(other);
            assert_eq!(answer.is_a(*other), is_in, "{code} and {other}");
            assert_eq!(answer.answer().is_a(other.entry()), is_in, "{code} and {other}");
            assert_eq!(code.entry().is_a(other.entry()), is_in, "{code} and {other}");
        }
    }
    assert!(children >= 10, "{children}");
}

#[test]
fn a_code_that_is_not_known_is_of_the_family_around_it() {
    let body = br#"{"error":{"code":"invalidRequest","message":"m",
        "innerError":{"code":"88801","message":"m"}}}"#;
    let answer = PartnerCenter::decode(400, body);
    assert!(answer.is_a(PartnerCenterCode::InvalidRequest));
    assert!(!answer.is_a(PartnerCenterCode::InvalidInput));
    assert!(!answer.is_a(PartnerCenterCode::AccessDenied));
    // What is known counts, not what it stands in.
    let body = br#"{"error":{"code":"accessDenied","innerError":{"code":"99901"}}}"#;
    let answer = PartnerCenter::decode(400, body);
    assert_eq!(answer.code(), Some(PartnerCenterCode::InvalidInput));
    assert!(answer.is_a(PartnerCenterCode::InvalidRequest));
    assert!(!answer.is_a(PartnerCenterCode::AccessDenied));
}

#[test]
fn three_levels_deep() {
    let body = r#"{"code":"refused","inner":{"code":"out-of-stock","inner":{"code":"size-gone"}}}"#;
    let answer = read(400, body);
    for code in [OrdersCode::SizeGone, OrdersCode::OutOfStock, OrdersCode::Refused] {
        assert!(answer.is_a(code), "{code}");
    }
    assert!(!answer.is_a(OrdersCode::Numbered));
    // A child is not what its parent is.
    let answer = read(400, r#"{"code":"refused"}"#);
    assert!(answer.is_a(OrdersCode::Refused) && !answer.is_a(OrdersCode::OutOfStock));
}

#[test]
fn an_answer_without_a_known_code_is_none() {
    for body in ["", "<html>", r#"{"code":"brand-new"}"#] {
        let answer = Hub2::decode(402, body.as_bytes());
        assert!(Hub2Code::ALL.iter().all(|code| !answer.is_a(*code)), "{body}");
    }
    // A status that is a code is known without a body.
    assert!(Bictorys::decode(401, b"").is_a(BictorysCode::Unauthorized));
}

#[test]
fn each_of_several_errors_is_its_own() {
    let body = br#"{"errors":[{"code":"new"},{"code":"closed"},{"code":"too-long"}]}"#;
    let answer = Wrapped::decode(400, body);
    let closed: Vec<_> = answer.errors().map(|error| error.is_a(WrappedCode::Closed)).collect();
    assert_eq!(closed, [false, true, false]);
    assert!(answer.is_a(WrappedCode::Closed) && !answer.is_a(WrappedCode::TooLong));
    let entry = WrappedCode::TooLong.entry();
    let too_long: Vec<_> = answer.answer().errors().map(|error| error.is_a(entry)).collect();
    assert_eq!(too_long, [false, false, true]);
}

/// A code of the same number in another catalog is another code.
#[test]
fn an_entry_of_another_catalog_is_none() {
    let answer = Bictorys::decode(401, b"");
    for entry in Hub2Code::CATALOG.codes() {
        assert!(!answer.answer().is_a(entry));
    }
}

#[test]
fn the_catalog_is_that_of_the_codes() {
    assert!(std::ptr::eq(Hub2::decode(402, b"").catalog(), Hub2Code::CATALOG));
    assert_eq!(read(400, "").catalog().name(), "orders");
}
