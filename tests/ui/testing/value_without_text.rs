use api_error_catalog::{ApiErrorCatalog, assert_error};

#[derive(ApiErrorCatalog)]
#[catalog("ui/testing/catalog.toml")]
enum Orders {}

fn main() {
    assert_error!((404, "{}"), OrdersCode::ALL[0], order_id = Some("ord_7"));
}
