use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/lengths_the_wrong_way_round.toml")]
enum Errors {}

fn main() {}
