use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    Storage(#[source(code = "internl")] std::io::Error),
    #[catalog(code = "internal")]
    Twice(#[from(code = "internal")] std::fmt::Error),
    NotFound {
        account_id: String,
        #[source(code = "not-found")]
        io: std::io::Error,
    },
    #[catalog(code = "internal")]
    Private(#[source(log = "the disk", private)] std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
