//! What reads requests.

pub(crate) use api_error_catalog::axum::{Json as ApiJson, Path as ApiPath, Query as ApiQuery};
