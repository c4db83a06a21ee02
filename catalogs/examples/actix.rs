//! A service with errors of a catalog, on actix-web. `cargo run --example actix` starts it on port 3000, or on that
//! of the environment's `PORT`.

use std::net::{Ipv4Addr, TcpListener};
use std::{env, io};

use actix_web::dev::Server;
use actix_web::{App, HttpServer, web};
use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::actix::{Json, Path};
use serde::{Deserialize, Serialize};

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

async fn change(_: Path<u32>, order: Json<Order>) -> Json<Order> {
    order
}

pub(crate) fn serve(listener: TcpListener) -> io::Result<Server> {
    let app = || {
        let errors = ApiError::middleware().body_limit(1024).on_error(|event| eprintln!("{event}"));
        App::new().service(web::resource("/orders/{id}").get(show).put(change)).wrap(errors)
    };
    Ok(HttpServer::new(app).listen(listener)?.run())
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    eprintln!("http://{}", listener.local_addr()?);
    serve(listener)?.await
}
