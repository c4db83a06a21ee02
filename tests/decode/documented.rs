//! The bodies that the APIs publish.

use api_error_catalog::{Retry, json};
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use super::basis;

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
