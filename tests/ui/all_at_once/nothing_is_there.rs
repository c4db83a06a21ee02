use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/nowhere.toml")]
pub enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/all_at_once/nowhere.toml")]
pub enum Error {
    NotFound { account_id: String },
    #[catalog(code = "internal")]
    Io(#[source] std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn find() -> Result<(), Error> {
    Err(Error::NotFound { account_id: String::from("A1") })
}

fn main() {
    if let Err(error) = find() {
        println!("{error} {}", error.code());
    }
    println!("{}", ApiCode::ALL.len());
}
