use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

fn main() {
    let _ = LedgerCode::Closed.body().reference(Some(std::path::PathBuf::from("/ledger")));
}
