//! Errors of a service that was not written to be imported.

use std::fmt;
use std::net::Ipv4Addr;
use std::num::ParseIntError;

use thiserror::Error as ThisError;

/// What goes wrong with an account.
#[derive(Debug, ThisError)]
#[non_exhaustive]
pub(crate) enum AccountError {
    /// There is none of that name.
    #[error("no account {0:?}, {1} were looked at")]
    Unknown(Ipv4Addr, usize),
    #[error("account {name:?} holds {:>8} of {due}", .held)]
    Poor { name: Ipv4Addr, held: i64, due: i64, shard: u8 },
    #[error("invalid amount: {0}")]
    Amount(#[from] ParseIntError),
    #[error("invalid currency: {currency} ({source})")]
    Currency { currency: String, source: fmt::Error, attempt: u32 },
    #[error("account is {state}", state = .0.to_lowercase())]
    Closed(String),
    #[allow(dead_code)]
    #[error("account is frozen {{for now}}")]
    Frozen,
    #[error(transparent)]
    Other(#[from] std::io::Error),
    #[error("<b>busy</b>, status {status}")]
    Busy { status: u16 },
    #[error("broken")]
    Broken,
}

impl AccountError {
    pub fn status(&self) -> u16 {
        match self {
            Self::Unknown(..) => 404,
            Self::Poor { due, .. } if *due > 100 => 402,
            Self::Poor { .. } => 409,
            AccountError::Amount(_) | AccountError::Currency { .. } => 400,
            Self::Closed(_) | Self::Frozen => 409,
            Self::Busy { .. } => 503,
            _ => 500,
        }
    }

    pub fn code(&self) -> u32 {
        match *self {
            Self::Unknown(..) => 1001,
            Self::Poor { .. } => 1002,
            Self::Amount(_) | Self::Currency { .. } => 1003,
            Self::Closed(_) | Self::Frozen => 1004,
            Self::Busy { .. } => 1005,
            _ => 1999,
        }
    }

    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Busy { .. } => Some(300),
            _ => None,
        }
    }
}

/// Never sent.
#[derive(Debug, thiserror::Error)]
#[error("cache")]
pub(crate) enum CacheError {
    Lost,
}

impl From<AccountError> for String {
    fn from(error: AccountError) -> Self {
        let (_status, text) = match error {
            AccountError::Broken => (StatusCode::INTERNAL_SERVER_ERROR, "we are broken"),
            AccountError::Busy { .. } => (StatusCode::SERVICE_UNAVAILABLE, "1005"),
            _ => return String::new(),
        };
        text.to_owned()
    }
}
