use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("byte_order_mark_and_crlf.toml")]
pub enum Demo {}

fn main() {
    assert_eq!(DemoCode::NotFound.message("en"), "There is no\r\nsuch thing.");
}
