use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/comment.json")]
enum Errors {}

fn main() {}
