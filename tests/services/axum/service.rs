//! The routes of the API, and what stands behind them.

use std::num::NonZeroU32;
use std::sync::Arc;

use anyhow::Context as _;
use api_error_catalog::axum::{Json, Path, Query};
use api_error_catalog::utoipa::ReasonPhrases;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header::AUTHORIZATION};
use axum::middleware::{Next, from_fn_with_state};
use axum::routing::{get, post};
use axum::{Router, response::Response};
use serde::Deserialize;
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use super::{error::ApiError, provider};
use crate::cache;
use crate::db::{Db, Order, OrderState};
use crate::log::Log;

type Answer<T> = Result<T, ApiError>;
type DbState = State<Arc<Db>>;

#[derive(OpenApi)]
#[openapi(paths(list, create, show, cancel, pay), modifiers(&ReasonPhrases))]
struct Document;

pub(crate) fn router(log: Log) -> Router {
    let errors = ApiError::layer()
        .body_limit(1024)
        .make_request_id(|| Uuid::new_v4().to_string())
        .on_error(move |event| log.write(event.to_string()));
    let db = Arc::new(Db::seeded());
    Router::new()
        .route("/orders", get(list).post(create))
        .route("/orders/{id}", get(show))
        .route("/orders/{id}/cancel", post(cancel))
        .route("/orders/{id}/pay", post(pay))
        .route_layer(from_fn_with_state(Arc::clone(&db), admit))
        .route("/openapi.json", get(async || Json(Document::openapi())))
        .layer(errors)
        .with_state(db)
}

async fn admit(db: DbState, call: Request, next: Next) -> Answer<Response> {
    let header = call.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = header.and_then(|header| header.strip_prefix("Bearer "));
    let key = key.filter(|key| db.knows_key(key)).ok_or(ApiError::Unauthorized)?;
    match cache::seconds_to_wait(key)? {
        Some(seconds) => Err(ApiError::RateLimited { seconds }),
        None => Ok(next.run(call).await),
    }
}

#[derive(Deserialize, IntoParams)]
struct Page {
    size: usize,
    number: Option<usize>,
}

#[utoipa::path(get, path = "/orders", params(Page),
    responses((status = 200, body = [Order]), ApiError))]
async fn list(db: DbState, Query(page): Query<Page>) -> Json<Vec<Order>> {
    Json(db.orders().chunks(page.size).nth(page.number.unwrap_or(0)).unwrap_or_default().to_vec())
}

#[derive(Deserialize, ToSchema)]
struct NewOrder {
    sku: String,
    #[schema(value_type = u32, minimum = 1)]
    quantity: NonZeroU32,
}

#[utoipa::path(post, path = "/orders", responses((status = 201, body = Order), ApiError))]
async fn create(db: DbState, Json(new): Json<NewOrder>) -> Answer<(StatusCode, Json<Order>)> {
    let (available, quantity) = (db.stock(&new.sku), new.quantity.get());
    if quantity > available {
        return Err(ApiError::OutOfStock { sku: new.sku, available });
    }
    Ok((StatusCode::CREATED, Json(db.add(new.sku, quantity))))
}

#[utoipa::path(get, path = "/orders/{id}", responses((status = 200, body = Order), ApiError))]
async fn show(db: DbState, Path(id): Path<u32>) -> Answer<Json<Order>> {
    find(&db, id).map(Json)
}

#[utoipa::path(post, path = "/orders/{id}/cancel", responses((status = 200, body = Order), ApiError))]
async fn cancel(db: DbState, Path(id): Path<u32>) -> Answer<Json<Order>> {
    let order = find_open(&db, id)?;
    Ok(Json(db.save(Order { state: OrderState::Cancelled, ..order })))
}

#[derive(Deserialize, ToSchema)]
struct Payment {
    card: String,
}

#[utoipa::path(post, path = "/orders/{id}/pay", responses((status = 200, body = Order), ApiError))]
async fn pay(db: DbState, Path(id): Path<u32>, Json(pay): Json<Payment>) -> Answer<Json<Order>> {
    let order = find_open(&db, id)?;
    let total = order.total.parse().with_context(|| format!("total of order {id}"))?;
    provider::charge(id, &pay.card, total)?;
    Ok(Json(db.save(Order { state: OrderState::Paid, ..order })))
}

fn find(db: &Db, id: u32) -> Answer<Order> {
    db.order(id)?.ok_or(ApiError::OrderNotFound { order_id: id })
}

fn find_open(db: &Db, id: u32) -> Answer<Order> {
    let order = find(db, id)?;
    match order.state {
        OrderState::Open => Ok(order),
        state => Err(ApiError::OrderClosed { order_id: id, state }),
    }
}
