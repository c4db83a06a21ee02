use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("./extends.toml")]
pub enum More {}

fn main() {
    assert_eq!(MoreCode::NotFound.status(), 404);
    assert_eq!(MoreCode::Gone.status(), 410);
}
