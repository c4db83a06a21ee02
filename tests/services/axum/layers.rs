//! What is around the routes.

use axum::Router;
use uuid::Uuid;

use super::error::ApiError;
use crate::log::Log;

pub(crate) fn add<S: Clone + Send + Sync + 'static>(routes: Router<S>, log: Log) -> Router<S> {
    let layer = ApiError::layer()
        .body_limit(1024)
        .make_request_id(|| Uuid::new_v4().to_string())
        .on_error(move |event| log.write(event.to_string()));
    routes.layer(layer)
}
