use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/uncovered_codes_with_typed_fields.toml")]
enum Error {
    NotFound,
}

fn main() {}
