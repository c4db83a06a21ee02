//! Errors of a stock service: statuses from constants, numbers, helpers, and variants without a path.

use std::io;

use http::StatusCode;
use thiserror::Error;

use self::StockError::*;

const FULL: StatusCode = StatusCode::CONFLICT;
const LOCKED: u16 = 423;
const CODE_OF_LOCKED: &str = "shelf-locked";

/// What goes wrong with shelves.
#[derive(Debug, Error)]
pub enum StockError {
    #[error("shelf {0} is full")]
    ShelfFull(u32),
    #[error("shelf {shelf} is locked by {owner}")]
    Locked { shelf: u32, owner: String },
    #[error("there is no shelf {0}")]
    NoShelf(u32),
    #[error("there is no item {0}")]
    NoItem(u32),
    #[error("{count} are too many")]
    TooMany { count: u64 },
    #[error("the scanner is out of order")]
    Scanner(#[source] io::Error),
    #[error("slow down")]
    Busy,
    #[error("the shelf is being counted")]
    Counting,
}

impl StockError {
    const TOO_MANY: StatusCode = FULL;

    pub fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            ShelfFull(_) => (FULL, "shelf-full"),
            Locked { .. } => (StatusCode::from_u16(LOCKED).unwrap(), CODE_OF_LOCKED),
            NoShelf(_) | NoItem(_) => missing("not-found"),
            TooMany { .. } => (Self::TOO_MANY, "too-many"),
            Scanner(cause) if cause.kind() == io::ErrorKind::TimedOut => {
                (StatusCode::GATEWAY_TIMEOUT, "scanner")
            }
            Scanner(_) => (StatusCode::GATEWAY_TIMEOUT, "scanner"),
            Busy => (StatusCode::from_u16(429).expect("a status"), "busy"),
            Counting => (StatusCode::try_from(503).unwrap(), "counting"),
        }
    }
}

fn missing(code: &'static str) -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, code)
}
