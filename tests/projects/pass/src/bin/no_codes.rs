#![deny(warnings)]

use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("no_codes.toml")]
pub enum Demo {}

fn main() {
    assert!(DemoCode::ALL.is_empty());
    assert_eq!(Demo::STATUSES.len(), 1);
}
