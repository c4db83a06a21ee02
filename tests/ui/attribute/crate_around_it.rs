mod dependencies {
    #[allow(unused_imports)]
    pub use api_error_catalog as errors;
}

#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", crate = dependencies)]
enum Errors {}

fn main() {
    let _: Vec<u8> = ErrorsCode::NotFound.body().to_json();
}
