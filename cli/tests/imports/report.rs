//! Errors of a report service: generic, mapped by numbers, by a macro, and under another name.

use std::error::Error as StdError;

use thiserror::Error;

macro_rules! refuse {
    ($status:expr) => {
        $status
    };
}

#[derive(Debug, Error)]
pub enum ReportError<E: StdError + 'static> {
    #[error("report {id} was not found")]
    NotFound { id: u64 },
    #[error("the store failed")]
    Store(#[source] E),
    #[error("the period {from} to {to} is too long")]
    Period { from: String, to: String },
    #[error("reports are off")]
    Off,
    #[error("the store answered {status}")]
    Other { status: u16 },
}

impl<E: StdError + 'static> ReportError<E> {
    pub fn into_parts(&self) -> (u16, &'static str) {
        use ReportError as Failed;
        match self {
            Failed::NotFound { .. } => (404, "report-not-found"),
            Self::Store(_) => (500, "store-failed"),
            Self::Period { .. } => (refuse!(422), "period-too-long"),
            Self::Off => (503, "reports-off"),
            Self::Other { status } => (*status, "other"),
        }
    }
}
