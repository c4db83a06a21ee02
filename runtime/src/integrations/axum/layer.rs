//! The layer that knows the request.

use alloc::string::String;
use alloc::sync::Arc;

use api_error_catalog_core::{Catalog, Prefixes};
use http::HeaderName;
use tower_layer::Layer;

use super::service::ErrorService;
use crate::integrations::error_event::ErrorEvent;
use crate::integrations::settings::Settings;

/// Writes errors for the request that they answer, and lets entries of the catalog stand for what others
/// answer. `ApiError::layer()` makes it; the [module](super) says what it does.
#[derive(Clone)]
pub struct ErrorLayer {
    settings: Settings,
    request_id_header: HeaderName,
}

impl ErrorLayer {
    /// The layer of a catalog.
    #[doc(hidden)]
    pub fn new(catalog: &'static Catalog<'static>, prefixes: &'static Prefixes<'static>) -> Self {
        let request_id_header = HeaderName::from_static("x-request-id");
        Self { settings: Settings::new(catalog, prefixes), request_id_header }
    }

    /// Calls a function once for each error that is sent: for the log.
    #[must_use]
    pub fn on_error(mut self, f: impl Fn(&ErrorEvent<'_>) + Send + Sync + 'static) -> Self {
        self.settings.on_error = Some(Arc::new(f));
        self
    }

    /// The header that has a request's id, instead of `x-request-id`: as the request has it, or else as the
    /// answer has it. An id that is longer than 128 characters, or has others than letters, digits and
    /// `-_.:+/=@`, is taken for none.
    #[must_use]
    pub fn request_id_header(self, name: HeaderName) -> Self {
        Self { request_id_header: name, ..self }
    }

    /// Makes an id for each request that comes without one; it is in the header of the request from there on. The
    /// id of a request, made or not, is in the header of its answer, success or not. Without this no id is made or
    /// handed on: layers that do are as good.
    #[must_use]
    pub fn make_request_id(mut self, f: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.settings.make_request_id = Some(Arc::new(f));
        self
    }

    /// How many bytes a body may have: axum's extractors refuse more, as with `DefaultBodyLimit::max`, and
    /// `{limit}` of the entry for 413 says it. Without this, extractors have axum's own limit, and `{limit}` is
    /// not known.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = Some(bytes);
        self
    }
}

impl core::fmt::Debug for ErrorLayer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("ErrorLayer").field(&self.settings.catalog.name()).finish()
    }
}

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> ErrorService<S> {
        let Self { settings, request_id_header } = self.clone();
        ErrorService::new(inner, Arc::new(settings), request_id_header)
    }
}
