//! The members of each API's body, its media type and the headers that it asks for.

use api_error_catalog::{Catalog, Value};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use super::LOCALES;

fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).expect("JSON is UTF-8")
}

#[test]
fn bictorys_writes_its_members_in_order() {
    let body = BictorysCode::NotFound.body().message("m").source("s");
    let wire = r#"{"status":404,"title":"NOT_FOUND","details":"m","source":"s"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn partner_center_writes_its_members_in_order() {
    let body = PartnerCenterCode::EtagMismatch
        .body()
        .message("m")
        .target("t")
        .details(Vec::<Value>::new());
    let outer = PartnerCenterCode::PreconditionFailed.message("en");
    let wire = format!(
        r#"{{"error":{{"code":"preconditionFailed","message":"{outer}","innerError":{{"code":"99910","message":"m","details":[]}},"target":"t"}}}}"#
    );
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn the_generic_error_writes_its_members_in_order() {
    let body = GenericErrorCode::InvalidEmail.body().message("m");
    let body = body.timestamp("2022-07-28T22:25:51Z").method("PUT").uri("/u");
    let wire = r#"{"timestamp":"2022-07-28T22:25:51Z","httpStatusCode":400,"httpStatusMessage":"Bad Request","errorCode":"INVALID_EMAIL","errorMessage":"m","requestMethod":"PUT","requestURI":"/u"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn hub2_writes_its_members_in_order() {
    let body = Hub2Code::LockedAccount.body().message("m").request_id("r");
    let wire = r#"{"status":403,"code":"locked-account","message":"m","request_id":"r"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn hub2_alone_asks_for_a_request_header() {
    assert!(Hub2::CATALOG.request_headers().eq([("x-use-standardized-error", "true")]));
    for catalog in [Bictorys::CATALOG, PartnerCenter::CATALOG, GenericError::CATALOG] {
        assert!(catalog.request_headers().next().is_none(), "{}", catalog.name());
    }
}

fn catalogs() -> [&'static Catalog<'static>; 4] {
    [Bictorys::CATALOG, PartnerCenter::CATALOG, GenericError::CATALOG, Hub2::CATALOG]
}

#[test]
fn each_catalog_has_a_name_two_locales_and_a_json_body() {
    let names = catalogs().map(Catalog::name);
    assert_eq!(names, ["bictorys", "partner-center", "generic-error", "hub2"]);
    for catalog in catalogs() {
        assert!(catalog.locales().eq(LOCALES), "{}", catalog.name());
        assert_eq!(catalog.media_type(), "application/json", "{}", catalog.name());
    }
}
