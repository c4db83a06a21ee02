use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Shop {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Error {
    SoldOut { item: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    for (one, other) in ShopCode::ALL.iter().zip(ErrorCode::ALL) {
        assert_eq!(one.as_str(), other.as_str());
    }
}
