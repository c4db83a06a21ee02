use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("json_catalog.json")]
pub enum Bank {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("json_catalog.json")]
pub enum Error {
    NoAccount { account_id: u32 },
}

fn main() {
    assert_eq!(BankCode::NoAccount.as_str(), "99901");
    let body = Error::NoAccount { account_id: 7 }.body().to_json();
    assert_eq!(body, br#"{"error":{"code":"99901","text":"There is no account 7."}}"#);
}
