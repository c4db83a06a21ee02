//! A service that fails in every way, with a list of what it has reported.

use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::axum::{ErrorLayer, Form, Json, PassThrough, Path, Query};
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use futures_util::stream;
use serde::Deserialize;

/// What no answer may have in it.
pub(crate) const SECRET: &str = "hunter2-secret";

#[derive(Debug, ApiErrorCatalog)]
#[catalog("axum/errors.toml")]
pub(crate) enum ApiError {
    NotFound {
        what: &'static str,
        #[catalog(private)]
        searched: String,
    },
    Unauthorized,
    NotModified,
    #[catalog(code = "internal", log = "shard {shard}")]
    Broken {
        #[catalog(private)]
        shard: String,
        #[source]
        cause: Cause,
    },
}

/// A cause that says a secret, and has one behind it that does.
#[derive(Debug)]
pub(crate) struct Cause;

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "password {SECRET} refused")
    }
}

impl std::error::Error for Cause {}

/// What was reported, an event a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events(Arc<Mutex<Vec<String>>>);

impl Events {
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The layer that reports to a list.
pub(crate) fn layer(events: &Events) -> ErrorLayer {
    let events = Arc::clone(&events.0);
    ApiError::layer().body_limit(256).on_error(move |event| {
        events.lock().unwrap_or_else(PoisonError::into_inner).push(event.to_string());
    })
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
pub(crate) struct Order {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
struct Item {
    sku: String,
    count: u8,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
struct Page {
    size: u8,
}

/// The routes, without any layer.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/ok", get(|| async { "fine" }))
        .route("/order", post(|_: Json<Order>| async {}))
        .route("/order/{id}", get(|_: Path<u32>| async {}))
        .route("/pair/{a}/{b}", get(|_: Path<(u32, u32)>| async {}))
        .route("/page", get(|_: Query<Page>| async {}))
        .route("/form", any(|_: Form<Page>| async {}))
        .route("/stock", post(|_: axum::Json<Order>| async {}))
        .route("/mistake", get(|_: Path<(u32, u32)>| async {}))
        .route("/own", get(not_found))
        .route("/broken", get(broken))
        .route("/unauthorized", get(|| async { ApiError::Unauthorized }))
        .route("/not-modified", get(|| async { ApiError::NotModified }))
        .route("/panic", get(panics))
        .route("/proxied", get(|| async { (PassThrough, upstream()) }))
        .route("/upstream", get(|| async { upstream() }))
        .route("/unknown", get(|| async { (StatusCode::IM_A_TEAPOT, "short and stout") }))
        .route("/endless", get(|| async { endless(StatusCode::BAD_GATEWAY) }))
        .route("/endless/unknown", get(|| async { endless(StatusCode::IM_A_TEAPOT) }))
        .route("/slow", get(|| tokio::time::sleep(Duration::from_secs(60))))
}

async fn not_found() -> ApiError {
    ApiError::NotFound { what: "tea", searched: SECRET.into() }
}

async fn broken() -> Result<(), ApiError> {
    Err(ApiError::Broken { shard: SECRET.into(), cause: Cause })
}

pub(crate) async fn panics() -> Infallible {
    panic!("connecting with {SECRET}")
}

/// What another service has answered, with headers of its own.
fn upstream() -> Response {
    let headers = [("content-type", "text/plain"), ("etag", "\"1\""), ("x-upstream", "yes")];
    (StatusCode::BAD_GATEWAY, headers, format!("cannot connect: {SECRET}")).into_response()
}

/// An answer that never ends.
fn endless(status: StatusCode) -> Response {
    let body = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 64 * 1024]));
    (status, Body::from_stream(body)).into_response()
}
