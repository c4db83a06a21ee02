//! The routes of the API, and what stands behind them.

use std::num::NonZeroU32;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header::AUTHORIZATION};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Result, web, web::Data, web::ServiceConfig};
use anyhow::Context as _;
use api_error_catalog::actix::{ErrorMiddleware, Json, Path, Query};
use api_error_catalog::utoipa::ReasonPhrases;
use serde::Deserialize;
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use super::{error::ApiError, provider};
use crate::cache;
use crate::db::{Db, Order, OrderState};
use crate::log::Log;

type Answer<T> = Result<T, ApiError>;

#[derive(OpenApi)]
#[openapi(paths(list, create, show, cancel, pay), modifiers(&ReasonPhrases))]
struct Document;

pub(crate) fn errors(log: Log) -> ErrorMiddleware {
    ApiError::middleware()
        .body_limit(1024)
        .make_request_id(|| Uuid::new_v4().to_string())
        .on_error(move |event| log.write(event.to_string()))
}

pub(crate) fn routes(config: &mut ServiceConfig, db: Data<Db>) {
    let orders = web::scope("/orders")
        .app_data(db)
        .service(web::resource("").get(list).post(create))
        .service(web::resource("/{id}").get(show))
        .service(web::resource("/{id}/cancel").post(cancel))
        .service(web::resource("/{id}/pay").post(pay))
        .wrap(from_fn(admit));
    let document = web::resource("/openapi.json").get(|| async { Json(Document::openapi()) });
    config.service(orders).service(document);
}

async fn admit(db: Data<Db>, call: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse> {
    let header = call.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = header.and_then(|header| header.strip_prefix("Bearer "));
    let key = key.filter(|key| db.knows_key(key)).ok_or(ApiError::Unauthorized)?;
    match cache::seconds_to_wait(key).map_err(ApiError::from)? {
        Some(seconds) => Err(ApiError::RateLimited { seconds }.into()),
        None => next.call(call).await,
    }
}

#[derive(Deserialize, IntoParams)]
struct Page {
    size: usize,
    number: Option<usize>,
}

#[utoipa::path(get, path = "/orders", params(Page),
    responses((status = 200, body = [Order]), ApiError))]
async fn list(db: Data<Db>, Query(page): Query<Page>) -> Json<Vec<Order>> {
    Json(db.orders().chunks(page.size).nth(page.number.unwrap_or(0)).unwrap_or_default().to_vec())
}

#[derive(Deserialize, ToSchema)]
struct NewOrder {
    sku: String,
    #[schema(value_type = u32, minimum = 1)]
    quantity: NonZeroU32,
}

#[utoipa::path(post, path = "/orders", responses((status = 201, body = Order), ApiError))]
async fn create(db: Data<Db>, Json(new): Json<NewOrder>) -> Answer<(Json<Order>, StatusCode)> {
    let (available, quantity) = (db.stock(&new.sku), new.quantity.get());
    if quantity > available {
        return Err(ApiError::OutOfStock { sku: new.sku, available });
    }
    Ok((Json(db.add(new.sku, quantity)), StatusCode::CREATED))
}

#[utoipa::path(get, path = "/orders/{id}", responses((status = 200, body = Order), ApiError))]
async fn show(db: Data<Db>, Path(id): Path<u32>) -> Answer<Json<Order>> {
    find(&db, id).map(Json)
}

#[utoipa::path(post, path = "/orders/{id}/cancel", responses((status = 200, body = Order), ApiError))]
async fn cancel(db: Data<Db>, Path(id): Path<u32>) -> Answer<Json<Order>> {
    let order = find_open(&db, id)?;
    Ok(Json(db.save(Order { state: OrderState::Cancelled, ..order })))
}

#[derive(Deserialize, ToSchema)]
struct Payment {
    card: String,
}

#[utoipa::path(post, path = "/orders/{id}/pay", responses((status = 200, body = Order), ApiError))]
async fn pay(db: Data<Db>, Path(id): Path<u32>, Json(pay): Json<Payment>) -> Answer<Json<Order>> {
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
