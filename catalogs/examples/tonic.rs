//! A server of gRPC, and a client that asks it over a channel. `cargo run --example tonic` prints what the client reads.

use std::error::Error;
use std::future::{Ready, ready};
use std::net::Ipv4Addr;

use api_error_catalog::ApiErrorCatalog;
use axum::Router;
use axum::extract::Request as HttpRequest;
use axum::http::Response as HttpResponse;
use axum::http::uri::PathAndQuery;
use axum::routing::post;
use tokio::net::TcpListener;
use tonic::body::Body;
use tonic::server::UnaryService;
use tonic::transport::Channel;
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;

const SHOW: &str = "/tea.Orders/Show";

#[derive(Debug, ApiErrorCatalog)]
#[catalog("examples/orders.toml")]
enum ApiError {
    OrderNotFound { order_id: u32 },
}

/// Says what was ordered; the order's number is the request. `tonic-prost-build` writes the rest of a service.
struct Show;

impl UnaryService<u32> for Show {
    type Response = String;
    type Future = Ready<Result<Response<String>, Status>>;

    fn call(&mut self, request: Request<u32>) -> Self::Future {
        ready(match *request.get_ref() {
            1 => Ok(Response::new("Assam".into())),
            order_id => Err(ApiError::OrderNotFound { order_id }.into()),
        })
    }
}

async fn show(request: HttpRequest) -> HttpResponse<Body> {
    tonic::server::Grpc::new(ProstCodec::default()).unary(Show, request).await
}

/// Asks for an order, and says what has come.
async fn ask(channel: Channel, order_id: u32) -> Result<String, Box<dyn Error>> {
    let mut client = tonic::client::Grpc::new(channel);
    client.ready().await?;
    let request = Request::new(order_id);
    let codec = ProstCodec::<u32, String>::default();
    Ok(match client.unary(request, PathAndQuery::from_static(SHOW), codec).await {
        Ok(response) => response.into_inner(),
        Err(status) => {
            let error = ApiError::decode_status(&status);
            let text = error.message().unwrap_or_default();
            format!("{:?} {:?}: {text}", status.code(), error.code())
        }
    })
}

pub(crate) async fn run() -> Result<Vec<String>, Box<dyn Error>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let server = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async { axum::serve(listener, Router::new().route(SHOW, post(show))).await });
    let channel = Channel::from_shared(server)?.connect().await?;
    Ok(vec![ask(channel.clone(), 1).await?, ask(channel, 7).await?])
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}
