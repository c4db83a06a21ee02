use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", crate = ::std)]
enum Errors {
    NotFound,
    #[catalog(rest)]
    Other(ErrorsRest),
}

fn main() {
    let error = Errors::NotFound;
    let status = error.status();
    let body = ErrorsCode::NotFound.body().request_id("req_1").to_json();
    println!("{error}: {status} {:?}", body);
    let _ = Errors::decode(404, &body).code() == Some(error.code());
}
