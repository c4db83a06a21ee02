use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", crate = ::renamed)]
enum Errors {
    #[catalog(rest)]
    Other(ErrorsRest),
}

fn find(code: &str) -> Option<ErrorsCode> {
    ErrorsCode::from_code(code)
}

fn answer(error: Errors) -> Vec<u8> {
    error.body().to_json()
}

fn main() {
    println!("{:?}", find("not-found"));
    answer(Errors::Other(ErrorsRest::NotFound));
}
