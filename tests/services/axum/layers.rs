//! What is around the routes.

use api_error_catalog::axum::ErrorEvent;
use axum::Router;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use super::error::ApiError;
use crate::log::Log;

pub(crate) fn add<S: Clone + Send + Sync + 'static>(routes: Router<S>, log: Log) -> Router<S> {
    routes
        .layer(ApiError::layer().body_limit(1024).on_error(move |event| log.write(line(event))))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
}

fn line(event: &ErrorEvent<'_>) -> String {
    let ErrorEvent { error, status, method, target, .. } = event;
    let (id, code) = (event.request_id.unwrap_or_default(), error.entry().as_str());
    format!("{id} {method} {target}: {status} {code}: {}", error.report())
}
