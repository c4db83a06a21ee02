use api_error_catalog::{ApiErrorCatalog, CatalogError};

fn answer(_: &dyn CatalogError) {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/generics/catalog.toml")]
enum Wallet {}

struct NotFound;

fn main() {
    answer(&NotFound);
    answer(&std::io::Error::other("disk full"));
    answer(&WalletCode::Internal);
}
