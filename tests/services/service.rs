//! The routes of the API, and what stands behind them.

use std::num::NonZeroU32;
use std::sync::Arc;

use anyhow::Context as _;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;

use super::error::{ApiError, ApiJson, ApiPath, ApiQuery};
use super::{layers, provider};
use crate::cache;
use crate::db::{Db, Order, OrderState};
use crate::log::Log;

pub(crate) fn router(log: Log) -> Router {
    let db = Arc::new(Db::seeded());
    let routes = Router::new()
        .route("/orders", get(list).post(create))
        .route("/orders/{id}", get(show))
        .route("/orders/{id}/cancel", post(cancel))
        .route("/orders/{id}/pay", post(pay))
        .route_layer(from_fn_with_state(Arc::clone(&db), authorize));
    layers::add(routes, log).with_state(db)
}

async fn authorize(
    State(db): State<Arc<Db>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = header.and_then(|header| header.strip_prefix("Bearer "));
    let key = key.filter(|key| db.knows_key(key)).ok_or(ApiError::Unauthorized)?;
    match cache::seconds_to_wait(key)? {
        Some(seconds) => Err(ApiError::RateLimited { seconds }),
        None => Ok(next.run(request).await),
    }
}

#[derive(Deserialize)]
struct Page {
    size: usize,
    #[serde(default)]
    number: usize,
}

async fn list(State(db): State<Arc<Db>>, ApiQuery(page): ApiQuery<Page>) -> Json<Vec<Order>> {
    Json(db.orders().chunks(page.size).nth(page.number).unwrap_or_default().to_vec())
}

#[derive(Deserialize)]
struct NewOrder {
    sku: String,
    quantity: NonZeroU32,
}

async fn create(
    State(db): State<Arc<Db>>,
    ApiJson(NewOrder { sku, quantity }): ApiJson<NewOrder>,
) -> Result<(StatusCode, Json<Order>), ApiError> {
    let available = db.stock(&sku);
    if quantity.get() > available {
        return Err(ApiError::OutOfStock { sku, available });
    }
    Ok((StatusCode::CREATED, Json(db.add(sku, quantity.get()))))
}

async fn show(
    State(db): State<Arc<Db>>,
    ApiPath(id): ApiPath<u32>,
) -> Result<Json<Order>, ApiError> {
    find(&db, id).map(Json)
}

async fn cancel(
    State(db): State<Arc<Db>>,
    ApiPath(id): ApiPath<u32>,
) -> Result<Json<Order>, ApiError> {
    let order = find_open(&db, id)?;
    Ok(Json(db.save(Order { state: OrderState::Cancelled, ..order })))
}

#[derive(Deserialize)]
struct Payment {
    card: String,
}

async fn pay(
    State(db): State<Arc<Db>>,
    ApiPath(id): ApiPath<u32>,
    ApiJson(payment): ApiJson<Payment>,
) -> Result<Json<Order>, ApiError> {
    let order = find_open(&db, id)?;
    let total = order.total.parse().with_context(|| format!("total of order {id}"))?;
    provider::charge(id, &payment.card, total)?;
    Ok(Json(db.save(Order { state: OrderState::Paid, ..order })))
}

fn find(db: &Db, id: u32) -> Result<Order, ApiError> {
    db.order(id)?.ok_or(ApiError::OrderNotFound { order_id: id })
}

fn find_open(db: &Db, id: u32) -> Result<Order, ApiError> {
    let order = find(db, id)?;
    match order.state {
        OrderState::Open => Ok(order),
        state => Err(ApiError::OrderClosed { order_id: id, state }),
    }
}
