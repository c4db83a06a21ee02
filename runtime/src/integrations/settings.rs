//! What a service says of its errors' answers.

use alloc::string::String;
use alloc::sync::Arc;

use api_error_catalog_core::{Catalog, Prefixes};

use super::error_event::ErrorEvent;

/// Makes the id of a request that has none.
pub(crate) type MakeRequestId = Arc<dyn Fn() -> String + Send + Sync>;

/// Is told of each error that is sent.
pub(crate) type OnError = Arc<dyn Fn(&ErrorEvent<'_>) + Send + Sync>;

/// The catalog that is caught with, and what can be set.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) catalog: &'static Catalog<'static>,
    pub(crate) prefixes: &'static Prefixes<'static>,
    pub(crate) make_request_id: Option<MakeRequestId>,
    pub(crate) on_error: Option<OnError>,
    /// How many bytes the body of a request may have, where that is known here.
    pub(crate) body_limit: Option<usize>,
}

impl Settings {
    pub(crate) fn new(
        catalog: &'static Catalog<'static>,
        prefixes: &'static Prefixes<'static>,
    ) -> Self {
        Self { catalog, prefixes, make_request_id: None, on_error: None, body_limit: None }
    }

    /// Says that an error is sent. Every event of every framework comes by here, once.
    pub(crate) fn report(&self, event: &ErrorEvent<'_>) {
        #[cfg(feature = "tracing")]
        super::tracing::record(event);
        if let Some(on_error) = &self.on_error {
            on_error(event);
        }
    }
}
