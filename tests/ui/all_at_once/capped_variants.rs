use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/all_at_once/capped_variants.toml")]
enum Error {
    Code000 { detail: String },
}

fn main() {}
