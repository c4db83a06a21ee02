use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("errors.toml")]
enum Errors {}

fn main() {
    println!("{:?}", ErrorsCode::ALL);
}
