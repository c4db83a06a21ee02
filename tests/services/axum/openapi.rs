//! What the service says of itself. Its handlers would have these attributes, were they not those of all services.

use api_error_catalog::utoipa::WithCatch;
use utoipa::OpenApi;

use super::error::ApiError;
use crate::db::Order;

#[derive(OpenApi)]
#[openapi(paths(list, create, show, cancel, pay))]
pub(crate) struct Document;

#[utoipa::path(get, path = "/orders", params(("size" = usize, Query), ("number" = Option<usize>, Query)),
    responses((status = 200, body = [Order]), WithCatch<ApiError>))]
fn list() {}

#[utoipa::path(post, path = "/orders", responses((status = 201, body = Order), WithCatch<ApiError>))]
fn create() {}

#[utoipa::path(get, path = "/orders/{id}", params(("id" = u32, Path)),
    responses((status = 200, body = Order), WithCatch<ApiError>))]
fn show() {}

#[utoipa::path(post, path = "/orders/{id}/cancel", params(("id" = u32, Path)),
    responses((status = 200, body = Order), WithCatch<ApiError>))]
fn cancel() {}

#[utoipa::path(post, path = "/orders/{id}/pay", params(("id" = u32, Path)),
    responses((status = 200, body = Order), WithCatch<ApiError>))]
fn pay() {}
