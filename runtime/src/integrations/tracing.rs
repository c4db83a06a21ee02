//! Events of `tracing`.
//!
//! With the feature `tracing`, the layer of a framework reports each error that it sends as one event, whatever
//! else `on_error` does; so does an error that becomes a `Status` of tonic. Servers without such a layer [record] it themselves. The event has the target
//! `api_error_catalog`, the [text for logs](crate::CatalogError::report) without causes as its message, and
//! these fields:
//!
//! | field | what it is |
//! |---|---|
//! | `catalog`, `entry` | the names of the catalog and of the entry, [labels](ErrorEvent::labels) for metrics |
//! | `code` | the code that is sent |
//! | `status` | the status of the response |
//! | `causes` | the cause and each one behind it, separated by `: `; left out where there is none |
//! | `request_id`, `method`, `path` | of the request; left out where they are not known |
//! | `locale` | the locale of the answer; left out where that is not known |
//! | `missing_header` | the header that an answer with this status must have, where this one lacks it |
//!
//! | level | which errors |
//! |---|---|
//! | `ERROR` | 5xx, and any answer that lacks a header it must have |
//! | `WARN` | 5xx where the catalog says `actor = "nobody"`: it passes by itself; others where it says `actor = "operator"` |
//! | `DEBUG` | all others: callers make mistakes at any rate, and could fill a log with them |
//!
//! Control characters, and those that turn text around, are escaped: no value begins a line of its own. The
//! query of the request is left out, since secrets are sent in it.
//!
//! ```
//! use api_error_catalog::ApiErrorCatalog;
//! use api_error_catalog::tracing::{ErrorEvent, record};
//!
//! #[derive(Debug, ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum WalletError {
//!     InsufficientFunds { account_id: u32 },
//!     #[catalog(rest)]
//!     Other(WalletErrorRest),
//! }
//!
//! let error = WalletError::InsufficientFunds { account_id: 7 };
//! let mut event = ErrorEvent::new(&error);
//! event.request_id = Some("req_1");
//! assert_eq!(event.labels(), [("catalog", "wallet"), ("entry", "insufficient-funds")]);
//! record(&event);
//! ```

use core::error::Error;
use core::fmt::{self, Write as _};

use ::tracing::Level;
use ::tracing::field::display;
use api_error_catalog_core::OneLine;

pub use super::error_event::ErrorEvent;
use crate::catalog_error::Log;
use crate::report::causes;
use api_error_catalog_core::fact::Actor;

/// Records an error that is sent as an event of `tracing`. The [module](self) says what is in it.
pub fn record(event: &ErrorEvent<'_>) {
    // The level of an event is a part of its place in the program.
    macro_rules! record_at {
        ($level:ident) => {{
            let entry = event.error.entry();
            let known = |text| Some(text).filter(|text: &&str| !text.is_empty());
            let escaped = |text| known(text).map(|text| display(Escaped(text)));
            let source = event.error.source();
            ::tracing::event!(
                target: "api_error_catalog",
                Level::$level,
                catalog = entry.catalog().name(),
                entry = entry.name(),
                code = entry.as_str(),
                status = event.status,
                causes = source.map(|source| display(Causes(source))),
                request_id = event.request_id.and_then(escaped),
                method = escaped(event.method),
                path = escaped(event.path()),
                locale = known(event.locale),
                missing_header = event.missing_header,
                "{}",
                Escaped(Log(event.error)),
            );
        }};
    }
    match level(event) {
        Level::ERROR => record_at!(ERROR),
        Level::WARN => record_at!(WARN),
        _ => record_at!(DEBUG),
    }
}

/// How much an error matters to those who run the service.
fn level(event: &ErrorEvent<'_>) -> Level {
    let actor = event.error.entry().actor();
    match (event.status, actor) {
        _ if event.missing_header.is_some() => Level::ERROR,
        (500.., Some(Actor::Nobody)) | (..500, Some(Actor::Operator)) => Level::WARN,
        (500.., _) => Level::ERROR,
        _ => Level::DEBUG,
    }
}

/// Text in one line.
struct Escaped<D>(D);

impl<D: fmt::Display> fmt::Display for Escaped<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(OneLine(f), "{}", self.0)
    }
}

/// A cause and each one behind it, in one line.
struct Causes<'e>(&'e (dyn Error + 'static));

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, cause) in causes(Some(self.0)).enumerate() {
            let separator = if number == 0 { "" } else { ": " };
            write!(OneLine(&mut *f), "{separator}{cause}")?;
        }
        Ok(())
    }
}
