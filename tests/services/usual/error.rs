//! The errors of the API: what they say, how they are sent, and how they get into the log.

use std::any::Any;
use std::error::Error;
use std::iter;
use std::sync::Arc;

use anyhow::anyhow;
use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tower_http::request_id::RequestId;

use super::payments::PaymentError;
use crate::cache::CacheError;
use crate::db::{DbError, OrderState};
use crate::log::Log;

pub(crate) const BODY_LIMIT: usize = 1024;

#[derive(Debug, thiserror::Error)]
pub(crate) enum ApiError {
    #[error("The body cannot be read. {0}")]
    InvalidBody(String),
    #[error("A field of the body is missing or wrong. {0}")]
    InvalidField(String),
    #[error("The path has a part of the wrong type. {0}")]
    InvalidPath(String),
    #[error("A query parameter has the wrong type. {0}")]
    InvalidQuery(String),
    #[error("The request has no valid API key. Send one as `Authorization: Bearer <key>`.")]
    Unauthorized,
    #[error("There is no order {order_id}.")]
    OrderNotFound { order_id: u32 },
    #[error("There is nothing at {path}.")]
    RouteNotFound { path: String },
    #[error("{method} does not work here. The header Allow lists the methods that do.")]
    MethodNotAllowed { method: Method },
    #[error("Order {order_id} is {state} and cannot be changed any more.")]
    OrderClosed { order_id: u32, state: OrderState },
    #[error("There are {available} of {sku} in stock.")]
    OutOfStock { sku: String, available: u32 },
    #[error("The body is larger than {BODY_LIMIT} bytes.")]
    BodyTooLarge,
    #[error("Send the body as JSON, with `Content-Type: application/json`.")]
    UnsupportedMediaType,
    #[error("Too many requests with this API key. Wait {seconds} seconds.")]
    RateLimited { seconds: u32 },
    #[error("Something broke on our side. Tell us the request id, and we can look it up.")]
    Db(#[source] DbError),
    #[error("Something broke on our side. Tell us the request id, and we can look it up.")]
    Cache(#[from] CacheError),
    #[error("Something broke on our side. Tell us the request id, and we can look it up.")]
    Other(#[from] anyhow::Error),
    #[error("We are overloaded. Send the request again in a few seconds.")]
    Unavailable(#[source] DbError),
    #[error(transparent)]
    Payment(#[from] PaymentError),
}

impl ApiError {
    fn status_and_code(&self) -> (StatusCode, &'static str) {
        match self {
            Self::InvalidBody(_) => (StatusCode::BAD_REQUEST, "invalid-body"),
            Self::InvalidField(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid-field"),
            Self::InvalidPath(_) => (StatusCode::BAD_REQUEST, "invalid-path"),
            Self::InvalidQuery(_) => (StatusCode::BAD_REQUEST, "invalid-query"),
            Self::Unauthorized => (StatusCode::UNAUTHORIZED, "unauthorized"),
            Self::OrderNotFound { .. } => (StatusCode::NOT_FOUND, "order-not-found"),
            Self::RouteNotFound { .. } => (StatusCode::NOT_FOUND, "route-not-found"),
            Self::MethodNotAllowed { .. } => (StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
            Self::OrderClosed { .. } => (StatusCode::CONFLICT, "order-closed"),
            Self::OutOfStock { .. } => (StatusCode::CONFLICT, "out-of-stock"),
            Self::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"),
            Self::UnsupportedMediaType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type")
            }
            Self::RateLimited { .. } => (StatusCode::TOO_MANY_REQUESTS, "rate-limited"),
            Self::Db(_) | Self::Cache(_) | Self::Other(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
            Self::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Self::Payment(error) => error.status_and_code(),
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::RateLimited { seconds }
            | Self::Payment(PaymentError::ProviderBusy { seconds }) => Some(*seconds),
            Self::Unavailable(_) => Some(5),
            _ => None,
        }
    }

    /// The message and those of all causes, for the log.
    fn report(&self) -> String {
        let chain = iter::successors(Some(self as &dyn Error), |&error| error.source());
        chain.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }
}

#[derive(Serialize)]
struct Body {
    status: u16,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = self.status_and_code();
        let request_id = REQUEST_ID.try_with(Clone::clone).ok();
        let body = Body { status: status.as_u16(), code, message: self.to_string(), request_id };
        let mut response = (status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if let Self::Unauthorized = self {
            let challenge = HeaderValue::from_static(r#"Bearer realm="orders""#);
            response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

tokio::task_local! { static REQUEST_ID: String; }

/// Lets errors know the id of the request, and writes them to the log.
pub(crate) async fn context(State(log): State<Log>, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().map(RequestId::header_value);
    let id = id.and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let line = format!("{id} {} {}", request.method(), request.uri());
    let response = REQUEST_ID.scope(id, next.run(request)).await;
    if let Some(error) = response.extensions().get::<Arc<ApiError>>() {
        let (status, code) = error.status_and_code();
        log.write(format!("{line}: {} {code}: {}", status.as_u16(), error.report()));
    }
    response
}

impl From<DbError> for ApiError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NoConnection { .. } => Self::Unavailable(error),
            DbError::Query { .. } => Self::Db(error),
        }
    }
}

#[derive(FromRequest)]
#[from_request(via(Json), rejection(ApiError))]
pub(crate) struct ApiJson<T>(pub(crate) T);

#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(ApiError))]
pub(crate) struct ApiPath<T>(pub(crate) T);

#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(ApiError))]
pub(crate) struct ApiQuery<T>(pub(crate) T);

impl From<JsonRejection> for ApiError {
    fn from(rejection: JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::BAD_REQUEST => Self::InvalidBody(rejection.body_text()),
            StatusCode::UNPROCESSABLE_ENTITY => Self::InvalidField(rejection.body_text()),
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            _ => Self::Other(rejection.into()),
        }
    }
}

impl From<PathRejection> for ApiError {
    fn from(rejection: PathRejection) -> Self {
        match rejection.status() {
            StatusCode::BAD_REQUEST => Self::InvalidPath(rejection.body_text()),
            _ => Self::Other(rejection.into()),
        }
    }
}

impl From<QueryRejection> for ApiError {
    fn from(rejection: QueryRejection) -> Self {
        Self::InvalidQuery(rejection.body_text())
    }
}

pub(crate) async fn route_not_found(uri: Uri) -> ApiError {
    ApiError::RouteNotFound { path: uri.path().to_owned() }
}

pub(crate) async fn method_not_allowed(method: Method) -> ApiError {
    ApiError::MethodNotAllowed { method }
}

pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let text = payload.downcast::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|payload| payload.downcast::<String>().map(|text| *text));
    ApiError::Other(anyhow!("panic: {}", text.unwrap_or_default())).into_response()
}
