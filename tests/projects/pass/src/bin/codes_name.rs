use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("shop.toml", codes = ErrorCode)]
pub enum Shop {}

fn main() {
    assert_eq!(ErrorCode::SoldOut.to_string(), "sold-out");
}
