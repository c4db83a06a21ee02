use api_error_catalog::{ApiErrorCatalog, ErrorCatalog};

#[derive(ApiErrorCatalog)]
#[catalog("ui/generics/catalog.toml")]
enum Wallet {}

struct Mine;

impl ErrorCatalog for Mine {
    type Code = WalletCode;
}

fn main() {}
