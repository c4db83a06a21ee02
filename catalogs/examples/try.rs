use api_error_catalog::json;
use api_error_catalogs::*;
fn main() {
    let show = |b: Vec<u8>| println!("{}", String::from_utf8(b).unwrap());
    show(Hub2Code::InsufficientFunds.body().request_id("req_1").to_json());
    show(Hub2Code::TransactionNotFound.body().locale("fr").request_id("req_1").transaction_id("tx\"1").to_json());
    show(BictorysCode::BadRequest.body().message("bearer token or apikey is missing").source("onboarding").to_json());
    show(PartnerCenterCode::UnauthorizedAccess.body().to_json());
    show(PartnerCenterCode::InvalidInput.body().message("InvalidInput").details(vec![json!({"a":["b"]})]).to_json());
    show(PartnerCenterCode::InvalidRequest.body().message("x".repeat(2000)).to_json());
    show(GenericErrorCode::InternalServerError.body().timestamp("2022-07-28T22:25:51.000Z").method("POST").uri("/v1/subscriptions").to_json());
    show(GenericErrorCode::InvalidEmail.body().to_json());
    println!("{:?} {} {:?}", Hub2Code::from_code("locked-account"), Hub2Code::LockedAccount, Hub2Code::LockedAccount.action("fr-CI"));
    println!("{:?}", Hub2::status(503).unwrap().title("fr"));
    const S: u16 = Hub2Code::LockedAccount.status();
    println!("{S} {}", PartnerCenter::STATUSES.len());
}
