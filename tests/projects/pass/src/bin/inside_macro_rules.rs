mod macros {
    macro_rules! catalog {
        ($vis:vis $name:ident, $path:literal, $codes:ident) => {
            #[derive(::api_error_catalog::ApiErrorCatalog)]
            #[catalog($path, codes = $codes)]
            $vis enum $name {}
        };
    }

    macro_rules! error {
        ($name:ident { $($variant:ident { $($field:ident: $type:ty),* }),* }) => {
            #[derive(Debug, ::api_error_catalog::ApiErrorCatalog)]
            #[catalog("shop.toml", codes = ShopErrorCode)]
            pub enum $name {
                $($variant { $($field: $type),* },)*
                #[catalog(rest)]
                Other(ShopErrorRest),
            }
        };
    }

    pub(crate) use {catalog, error};
}

mod shop {
    crate::macros::catalog!(pub(crate) Shop, "shop.toml", Codes);
    crate::macros::error!(ShopError { SoldOut { item: String } });
}

fn main() {
    assert_eq!(shop::Codes::SoldOut.as_str(), "sold-out");
    let error = shop::ShopError::SoldOut { item: "Tea".to_owned() };
    assert_eq!(error.display("fr").to_string(), "Tea est épuisé.");
}
