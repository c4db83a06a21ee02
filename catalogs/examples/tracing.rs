//! A service each of whose errors is an event of `tracing`. `cargo run --example tracing` starts it on port 3000, or on
//! that of the environment's `PORT`.

use std::net::Ipv4Addr;
use std::{env, io};

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::axum::Path;
use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("examples/orders.toml")]
enum ApiError {
    OrderNotFound { order_id: u32 },
    Io(#[from(code = "internal")] io::Error),
}

async fn show(Path(id): Path<u32>) -> Result<&'static str, ApiError> {
    match id {
        1 => Ok("Assam"),
        2 => Err(io::Error::other("disk 7 is full").into()),
        _ => Err(ApiError::OrderNotFound { order_id: id }),
    }
}

pub(crate) fn app() -> Router {
    Router::new().route("/orders/{id}", get(show)).layer(ApiError::layer())
}

/// What writes events, a line each.
pub(crate) fn subscriber<W>(writer: W) -> impl SubscriberInitExt
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    tracing_subscriber::fmt().without_time().with_writer(writer).finish()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    subscriber(io::stderr).init();
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("http://{}", listener.local_addr()?);
    axum::serve(listener, app()).await
}
