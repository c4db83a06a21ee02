use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

struct Context;

fn main() {
    let _ = LedgerCode::Closed.body().context(Context);
}
