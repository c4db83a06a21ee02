use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

fn main() {
    let _ = LedgerCode::Closed.body().timestamp(1_767_225_600_u64);
}
