use api_error_catalog::ApiErrorCatalog;
use std::fmt;
use std::net::Ipv4Addr;
use std::num::ParseIntError;

/// What goes wrong with an account.
#[non_exhaustive]
#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/awkward.toml")]
pub(crate) enum AccountError {
    /// There is none of that name.
    Unknown {
        #[catalog(display = "debug")]
        ipv4_addr: Ipv4Addr,
        value: usize,
    },
    Poor {
        #[catalog(display = "debug")]
        name: Ipv4Addr,
        held: i64,
        due: i64,
        #[catalog(private)]
        shard: u8,
    },
    Amount(#[from] ParseIntError),
    Currency {
        currency: String,
        #[source]
        source: fmt::Error,
        #[catalog(private)]
        attempt: u32,
    },
    Closed {
        #[catalog(private)]
        value: String,
        state: String,
    },
    #[allow(dead_code)]
    Frozen,
    #[catalog(code = "broken")]
    Other(#[from] std::io::Error),
    Busy {
        status_value: u16,
    },
    Broken,
}
