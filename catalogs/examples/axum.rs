//! A service with errors of a catalog, on axum. `cargo run --example axum` starts it on port 3000, or on that of
//! the environment's `PORT`.

use std::net::Ipv4Addr;
use std::{env, io};

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::axum::{Json, Path};
use axum::Router;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("examples/orders.toml")]
enum ApiError {
    OrderNotFound {
        order_id: u32,
    },
    #[catalog(code = "internal")]
    Io(#[from] io::Error),
}

#[derive(Deserialize, Serialize)]
struct Order {
    tea: String,
    grams: u16,
}

async fn show(Path(id): Path<u32>) -> Result<Json<Order>, ApiError> {
    match id {
        1 => Ok(Json(Order { tea: "Assam".into(), grams: 100 })),
        2 => Err(io::Error::other("disk 7 is full").into()),
        _ => Err(ApiError::OrderNotFound { order_id: id }),
    }
}

async fn change(Path(_): Path<u32>, order: Json<Order>) -> Json<Order> {
    order
}

pub(crate) fn app() -> Router {
    Router::new()
        .route("/orders/{id}", get(show).put(change))
        .layer(ApiError::layer().body_limit(1024).on_error(|event| eprintln!("{event}")))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("http://{}", listener.local_addr()?);
    axum::serve(listener, app()).await
}
