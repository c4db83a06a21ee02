use api_error_catalog::ApiErrorCatalog;
use std::io;

/// What goes wrong with shelves.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/stock.toml")]
pub enum StockError {
    ShelfFull {
        value: u32,
    },
    #[catalog(code = "shelf-locked")]
    Locked {
        shelf: u32,
        owner: String,
    },
    #[catalog(code = "not-found")]
    NoShelf {
        value: u32,
    },
    NoItem {
        value: u32,
    },
    TooMany {
        count: u64,
    },
    Scanner(#[source] io::Error),
    Busy,
    Counting,
}
