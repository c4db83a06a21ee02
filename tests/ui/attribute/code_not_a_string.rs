use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    #[catalog(code = NotFound)]
    Lost,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum MoreErrors {
    #[catalog(code)]
    Lost,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum YetMoreErrors {
    #[catalog(code = 404)]
    Lost,
}

fn main() {}
