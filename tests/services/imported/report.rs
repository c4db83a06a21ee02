use api_error_catalog::ApiErrorCatalog;
use std::error::Error as StdError;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/report.toml")]
pub enum ReportError<E: StdError + 'static> {
    #[catalog(code = "report-not-found")]
    NotFound {
        id: u64,
    },
    #[catalog(code = "store-failed")]
    Store(#[source] E),
    #[catalog(code = "period-too-long")]
    Period {
        from: String,
        to: String,
    },
    #[catalog(code = "reports-off")]
    Off,
    Other {
        status_value: u16,
    },
}
