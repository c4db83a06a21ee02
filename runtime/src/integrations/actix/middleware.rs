//! The middleware that knows the request.

use alloc::string::String;
use alloc::sync::Arc;
use core::future::{Ready, ready};

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::header::HeaderName;
use api_error_catalog_core::{Catalog, Prefixes};

use super::service::ErrorService;
use crate::integrations::error_event::ErrorEvent;
use crate::integrations::settings::Settings;

/// Writes errors for the request that they answer, and lets entries of the catalog stand for what others
/// answer. `ApiError::middleware()` makes it; the [module](super) says what it does.
#[derive(Clone)]
pub struct ErrorMiddleware {
    settings: Settings,
    request_id_header: HeaderName,
}

impl ErrorMiddleware {
    /// The middleware of a catalog.
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
    /// handed on.
    #[must_use]
    pub fn make_request_id(mut self, f: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.settings.make_request_id = Some(Arc::new(f));
        self
    }

    /// How many bytes a body may have: extractors refuse more, as with `JsonConfig::limit`, `FormConfig::limit` and
    /// `PayloadConfig::limit`, which are otherwise as the app has them. One that a scope or a resource inside has is
    /// kept. Without this, the limits are those of the app, or actix-web's own.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = Some(bytes);
        self
    }
}

impl core::fmt::Debug for ErrorMiddleware {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("ErrorMiddleware").field(&self.settings.catalog.name()).finish()
    }
}

impl<S, B> Transform<S, ServiceRequest> for ErrorMiddleware
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ErrorService<S>;
    type InitError = ();
    type Future = Ready<Result<ErrorService<S>, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let Self { settings, request_id_header } = self.clone();
        ready(Ok(ErrorService::new(service, Arc::new(settings), request_id_header)))
    }
}
