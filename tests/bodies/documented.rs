//! Bodies byte for byte as in the files of `golden/`, which follow the examples that the APIs document.
//! `UPDATE_EXPECT=1` writes the files anew.

use std::path::Path;
use std::{env, fs};

use api_error_catalog::json;
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use api_error_catalogs::{BictorysCode, GenericErrorCode, Hub2Code, PartnerCenterCode};

/// The same against a file.
macro_rules! is_as_in {
    ($file:literal, $body:expr) => {
        compare(concat!($file, ".json"), &json_of!($body))
    };
}

fn compare(file: &str, json: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bodies/golden").join(file);
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::write(&path, format!("{json}\n")).expect("a file");
    }
    assert_eq!(json, golden(file), "{file}");
}

fn golden(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bodies/golden").join(file);
    let golden = fs::read_to_string(path).expect("a file");
    golden.strip_suffix('\n').expect("a line").to_owned()
}

/// An example as it is documented, without the blanks between its tokens.
fn compacted(example: &str) -> String {
    let mut in_string = false;
    let token = |character: &char| {
        in_string ^= *character == '"';
        in_string || !character.is_whitespace()
    };
    example.chars().filter(token).collect()
}

#[test]
fn bictorys_400_is_the_documented_example() {
    let body = BictorysCode::BadRequest.body();
    let body = body.message("bearer token or apikey is missing").source("onboarding");
    is_as_in!("bictorys-400", body);
    assert_eq!(golden("bictorys-400.json"), compacted(BICTORYS_EXAMPLE));
}

#[test]
fn bictorys_leaves_out_a_source_that_it_does_not_know() {
    is_as_in!("bictorys-503-en", BictorysCode::ServiceUnavailable.body());
    is_as_in!("bictorys-503-fr", BictorysCode::ServiceUnavailable.body().locale("fr"));
}

#[test]
fn partner_center_99902_is_the_documented_example_in_our_words() {
    let body = PartnerCenterCode::UnauthorizedAccess.body().message("Request not authenticated");
    is_as_in!("partner-center-99902", body);
    let ours = PartnerCenterCode::Unauthenticated.message("en");
    let example = UNAUTHENTICATED_EXAMPLE.replace("The caller is not authenticated.", ours);
    assert_eq!(golden("partner-center-99902.json"), compacted(&example));
}

#[test]
fn partner_center_99901_is_the_documented_example_in_our_words() {
    let details = [json!({
        "InvalidReferralForCoSellConversion": [
            "If PartnerLed referral has no solution it cannot be converted to co-sell referral",
        ],
    })];
    let body = PartnerCenterCode::InvalidInput.body().message("InvalidInput").details(details);
    is_as_in!("partner-center-99901", body);
    let ours = PartnerCenterCode::InvalidRequest.message("en");
    let example = INVALID_INPUT_EXAMPLE.replace("The request is malformed or incorrect.", ours);
    assert_eq!(golden("partner-center-99901.json"), compacted(&example));
}

#[test]
fn an_outer_code_of_partner_center_has_no_inner_object() {
    is_as_in!("partner-center-outer", PartnerCenterCode::ItemNotFound.body());
    let body = PartnerCenterCode::ItemNotFound.body().target("referral").locale("fr");
    is_as_in!("partner-center-outer-target-fr", body);
}

#[test]
fn what_is_set_goes_to_the_most_specific_object_that_has_the_slot() {
    let body = PartnerCenterCode::TooManyRequests.body();
    let body = body.message("Slow down.").target("referrals").details([json!({ "limit": 10 })]);
    is_as_in!("partner-center-99906-set", body);
}

#[test]
fn a_numbered_code_of_partner_center_is_written_in_either_language() {
    let body = || PartnerCenterCode::SolutionOfTypeRequired.body().name("IP");
    is_as_in!("partner-center-99912-en", body());
    is_as_in!("partner-center-99912-fr", body().locale("fr-CI"));
}

#[test]
fn the_generic_500_is_the_documented_example_with_the_integer_of_the_schema() {
    let body = GenericErrorCode::InternalServerError.body();
    let body = body.timestamp("2022-07-28T22:25:51.000Z").message("Une erreur est survenue");
    is_as_in!("generic-error-500", body.method("POST").uri("/v1/subscriptions"));
    let example = GENERIC_EXAMPLE.replace("\"500\"", "500");
    assert_eq!(golden("generic-error-500.json"), compacted(&example));
}

#[test]
fn invalid_email_has_the_values_that_the_schema_documents() {
    let body = GenericErrorCode::InvalidEmail.body();
    let body = body.timestamp("2022-07-28T22:25:51Z").message("The email address is not valid !");
    is_as_in!("generic-error-invalid-email", body.method("GET").uri("/v1/crédit"));
}

#[test]
fn a_generic_error_that_nobody_fills_keeps_its_members() {
    is_as_in!("generic-error-404-unfilled", GenericErrorCode::NotFound.body());
    is_as_in!("generic-error-404-unfilled-fr", GenericErrorCode::NotFound.body().locale("fr"));
}

#[test]
fn hub2_is_written_with_and_without_a_request_id_in_either_language() {
    let body = || {
        let body = Hub2Code::TransactionNotFound.body();
        body.account_id("acc_1f2e").transaction_id("tr_9x8y")
    };
    is_as_in!("hub2-en", body());
    is_as_in!("hub2-fr", body().locale("fr"));
    is_as_in!("hub2-request-id-en", body().request_id("req_1"));
    is_as_in!("hub2-request-id-fr", body().request_id("req_1").locale("fr-CI"));
}
