//! Transfers between accounts, and what goes wrong at the bank.

use std::io;
use std::num::ParseIntError;

use api_error_catalog::ApiErrorCatalog;

/// What goes wrong at the bank.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum BankError {
    /// It does not answer in time.
    #[catalog(log = "no answer of {bank} from {host}")]
    Timeout {
        /// Its name.
        bank: &'static str,
        /// How long it had time.
        seconds: u32,
        /// Where it was asked, which is nobody's business.
        #[catalog(private)]
        host: String,
        /// What the connection says.
        #[source]
        cause: io::Error,
    },
    /// There is no such account any more.
    AccountClosed {
        /// Its number.
        account: u64,
    },
    /// It answers something else than a number.
    Unreadable(#[from] ParseIntError),
}

/// Transfers an amount and gives the number of the transfer. Some accounts are for tests, and fail.
///
/// # Errors
///
/// What the bank says, or that it says nothing.
pub fn transfer(account: u64) -> Result<u64, BankError> {
    match account {
        504 => {
            let host = "10.0.0.7:443".to_owned();
            let cause = io::Error::new(io::ErrorKind::TimedOut, "read timed out");
            Err(BankError::Timeout { bank: "Baobab", seconds: 30, host, cause })
        }
        409 => Err(BankError::AccountClosed { account }),
        502 => Ok("N° 7".parse()?),
        _ => Ok(account),
    }
}
