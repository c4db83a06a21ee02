use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Shop {}

#[derive(ApiErrorCatalog)]
#[catalog("json_catalog.json")]
pub enum Bank {}

fn main() {
    assert_eq!(ShopCode::from_code("sold-out"), Some(ShopCode::SoldOut));
    assert_eq!(BankCode::from_code("sold-out"), None);
}
