use std::path::PathBuf;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = "loading order {order_id} from {file}")]
    OrderNotFound {
        order_id: u64,
        #[catalog(private)]
        file: PathBuf,
    },
}

fn main() {}
