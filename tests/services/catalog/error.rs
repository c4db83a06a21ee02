//! The errors of the API: which there are, how they are sent, and how they get into the log. What they
//! say is in `errors.toml`.

use std::any::Any;
use std::sync::Arc;

use anyhow::anyhow;
use api_error_catalog::{ApiErrorCatalog, BodyContext};
use axum::Json;
use axum::body::Body;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, VARY};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::request_id::RequestId;

use super::payments::PaymentError;
use crate::cache::CacheError;
use crate::db::{DbError, OrderState};
use crate::log::Log;

pub(crate) const BODY_LIMIT: usize = 1024;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/errors.toml", own_responses)]
pub(crate) enum ApiError {
    InvalidBody {
        detail: String,
    },
    InvalidField {
        detail: String,
    },
    InvalidPath {
        detail: String,
    },
    InvalidQuery {
        detail: String,
    },
    Unauthorized,
    OrderNotFound {
        order_id: u32,
    },
    RouteNotFound {
        path: String,
    },
    MethodNotAllowed {
        method: Method,
    },
    OrderClosed {
        order_id: u32,
        state: OrderState,
    },
    OutOfStock {
        sku: String,
        available: u32,
    },
    BodyTooLarge {
        limit: usize,
    },
    UnsupportedMediaType,
    RateLimited {
        seconds: u32,
    },
    #[catalog(code = "internal")]
    Db(#[source] DbError),
    #[catalog(code = "internal")]
    Cache(#[from] CacheError),
    #[catalog(code = "internal")]
    Other(#[from] anyhow::Error),
    Unavailable(#[source] DbError),
    #[catalog(transparent)]
    Payment(#[from] PaymentError),
}

impl From<DbError> for ApiError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NoConnection { .. } => Self::Unavailable(error),
            DbError::Query { .. } => Self::Db(error),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let context = CONTEXT.try_with(Clone::clone).unwrap_or_default();
        let mut response = self.to_response(&context).map(Body::from);
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

tokio::task_local! { static CONTEXT: BodyContext<'static>; }

/// Lets errors know the request's id and language, and writes them to the log.
pub(crate) async fn context(State(log): State<Log>, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().map(RequestId::header_value);
    let id = id.and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let languages = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let locale = languages.map(|languages| ApiError::CATALOG.negotiate(languages));
    let line = format!("{id} {} {}", request.method(), request.uri());
    let context = BodyContext::new().request_id(id).locale(locale.unwrap_or_default());
    let mut response = CONTEXT.scope(context, next.run(request)).await;
    let Some(error) = response.extensions().get::<Arc<ApiError>>() else { return response };
    let (status, code) = (error.status(), error.entry().as_str());
    log.write(format!("{line}: {status} {code}: {}", error.report()));
    if let Some(locale) = locale {
        response.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(locale));
        response.headers_mut().append(VARY, HeaderValue::from_static("accept-language"));
    }
    response
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
        let detail = rejection.body_text();
        match rejection.status() {
            StatusCode::BAD_REQUEST => Self::InvalidBody { detail },
            StatusCode::UNPROCESSABLE_ENTITY => Self::InvalidField { detail },
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge { limit: BODY_LIMIT },
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMediaType,
            _ => Self::Other(rejection.into()),
        }
    }
}

impl From<PathRejection> for ApiError {
    fn from(rejection: PathRejection) -> Self {
        match rejection.status() {
            StatusCode::BAD_REQUEST => Self::InvalidPath { detail: rejection.body_text() },
            _ => Self::Other(rejection.into()),
        }
    }
}

impl From<QueryRejection> for ApiError {
    fn from(rejection: QueryRejection) -> Self {
        Self::InvalidQuery { detail: rejection.body_text() }
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
