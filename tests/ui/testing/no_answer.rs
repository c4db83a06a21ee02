use api_error_catalog::{ApiErrorCatalog, assert_error};

#[derive(ApiErrorCatalog)]
#[catalog("ui/testing/catalog.toml")]
enum Orders {}

fn main() {
    assert_error!("{}", OrdersCode::ALL[0]);
}
