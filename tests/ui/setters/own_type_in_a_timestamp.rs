use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

struct Moment;

fn main() {
    let _ = LedgerCode::Closed.body().timestamp(Moment);
}
