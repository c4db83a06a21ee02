#![no_implicit_prelude]

#[derive(::api_error_catalog::ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Shop {}

#[derive(::core::fmt::Debug, ::api_error_catalog::ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Error {
    SoldOut {
        item: ::std::string::String,
        tries: ::core::option::Option<i64>,
    },
    Internal(#[from] ::std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    ::core::assert_eq!(ShopCode::SoldOut.status(), 409);
    let error = Error::Other(ErrorRest::SlowDown);
    ::core::assert_eq!(error.code().as_str(), "slow-down");
}
