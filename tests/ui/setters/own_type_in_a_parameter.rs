use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

struct AccountId(u32);

fn main() {
    let _ = LedgerCode::Closed.body().account_id(AccountId(7));
}
