use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml", codes = Codes, codes = MoreCodes)]
struct Errors {
    #[catalog(code = "not-found")]
    not_found: u16,
}

fn main() {}
