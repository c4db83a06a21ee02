//! A service that fails in every way.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use api_error_catalog::axum::{ErrorLayer, Form, Json, PassThrough, Path, Query};
use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use futures_util::stream;
use tokio::net::TcpListener;

use crate::servers::error::{
    ApiError, Events, Order, Page, broken, not_found, panics, upstream_text,
};

/// What is said of a path with `seven` for a number.
pub(crate) const NO_NUMBER: &str = "Invalid URL: Cannot parse `seven` to a `u32`";
/// What is said of a handler that takes what its route does not have.
pub(crate) const NOT_OF_ROUTE: &str = "Wrong number of path arguments";

/// The layer that reports to a list.
pub(crate) fn layer(events: &Events) -> ErrorLayer {
    let events = events.clone();
    ApiError::layer().body_limit(256).on_error(move |event| events.add(event.to_string()))
}

/// The service with a layer.
pub(crate) async fn serve(layer: ErrorLayer) -> SocketAddr {
    serve_router(routes().layer(layer)).await
}

/// The service without any layer.
pub(crate) async fn serve_plain() -> SocketAddr {
    serve_router(routes()).await
}

/// The server ends with the runtime that it runs on.
pub(crate) async fn serve_router(router: Router) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, router).await });
    address
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
        .route("/own", get(|| async { not_found() }))
        .route("/broken", get(|| async { Err::<(), _>(broken()) }))
        .route("/unauthorized", get(|| async { ApiError::Unauthorized }))
        .route("/not-modified", get(|| async { ApiError::NotModified }))
        .route(
            "/made-ok",
            get(|| async { (StatusCode::OK, [("etag", "1")], ApiError::Unauthorized) }),
        )
        .route("/conflict", get(|| async { (StatusCode::CONFLICT, ApiError::Unauthorized) }))
        .route("/panic", get(|| async { panics() }))
        .route("/proxied", get(|| async { (PassThrough, upstream()) }))
        .route("/upstream", get(|| async { upstream() }))
        .route("/unknown", get(|| async { (StatusCode::IM_A_TEAPOT, "short and stout") }))
        .route("/endless", get(|| async { endless(StatusCode::BAD_GATEWAY) }))
        .route("/endless/unknown", get(|| async { endless(StatusCode::IM_A_TEAPOT) }))
        .route("/slow", get(|| tokio::time::sleep(Duration::from_secs(60))))
}

/// What another service has answered, with headers of its own.
fn upstream() -> Response {
    let headers = [("content-type", "text/plain"), ("etag", "\"1\""), ("x-upstream", "yes")];
    (StatusCode::BAD_GATEWAY, headers, upstream_text()).into_response()
}

/// An answer that never ends.
fn endless(status: StatusCode) -> Response {
    let body = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 64 * 1024]));
    (status, Body::from_stream(body)).into_response()
}
