mod dependencies {
    pub use ::api_error_catalog as errors;
}

use dependencies::errors::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("shop.toml", crate = crate::dependencies::errors)]
pub enum Shop {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml", crate = dependencies::errors)]
pub enum Error {
    SoldOut { item: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    assert_eq!(ShopCode::SoldOut.status(), 409);
    assert_eq!(Error::SoldOut { item: "Tea".to_owned() }.code(), ErrorCode::SoldOut);
}
