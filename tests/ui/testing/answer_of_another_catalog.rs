use api_error_catalog::{ApiErrorCatalog, assert_error};

#[derive(ApiErrorCatalog)]
#[catalog("ui/testing/catalog.toml")]
enum Orders {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/testing/catalog.toml")]
enum Payments {}

fn main() {
    assert_error!(Payments::decode(404, b""), OrdersCode::ALL[0]);
}
