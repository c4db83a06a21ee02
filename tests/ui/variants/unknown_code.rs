use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    #[catalog(code = "not_found")]
    Lost { account_id: String },
    #[catalog(code = "payment-refused")]
    Refused,
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
