//! A service that says at `/openapi.json` what it answers, errors included. `cargo run --example utoipa` starts it on
//! port 3000, or on that of the environment's `PORT`.

use std::net::Ipv4Addr;
use std::{env, io};

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::axum::{Json, Path};
use api_error_catalog::utoipa::ReasonPhrases;
use axum::Router;
use axum::routing::get;
use serde::Serialize;
use tokio::net::TcpListener;
use utoipa::{OpenApi, ToSchema};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("examples/orders.toml")]
enum ApiError {
    OrderNotFound { order_id: u32 },
    Io(#[from(code = "internal")] io::Error),
}

#[derive(Serialize, ToSchema)]
struct Order {
    tea: String,
}

#[derive(OpenApi)]
#[openapi(paths(show), modifiers(&ReasonPhrases), info(title = "Orders of tea", version = "1"))]
struct Document;

/// An order
#[utoipa::path(get, path = "/orders/{id}", responses((status = 200, body = Order), ApiError))]
async fn show(Path(id): Path<u32>) -> Result<Json<Order>, ApiError> {
    match id {
        1 => Ok(Json(Order { tea: "Assam".into() })),
        2 => Err(io::Error::other("disk 7 is full").into()),
        _ => Err(ApiError::OrderNotFound { order_id: id }),
    }
}

pub(crate) fn app() -> Router {
    Router::new()
        .route("/orders/{id}", get(show))
        .route("/openapi.json", get(async || Json(Document::openapi())))
        .layer(ApiError::layer())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("http://{}", listener.local_addr()?);
    axum::serve(listener, app()).await
}
