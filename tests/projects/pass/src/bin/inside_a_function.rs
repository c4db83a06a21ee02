use api_error_catalog::ApiErrorCatalog;

fn codes() -> usize {
    #[derive(ApiErrorCatalog)]
    #[catalog("shop.toml")]
    enum Shop {}

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("shop.toml", codes = Codes)]
    enum Error {
        SoldOut {
            item: String,
        },
        #[catalog(rest)]
        Other(ErrorRest),
    }

    assert_eq!(Error::Other(ErrorRest::Internal).code().as_str(), ShopCode::Internal.as_str());
    assert_eq!(Error::SoldOut { item: "Tea".to_owned() }.to_string(), "Tea is sold out.");
    ShopCode::ALL.len()
}

fn main() {
    assert_eq!(codes(), 4);
}
