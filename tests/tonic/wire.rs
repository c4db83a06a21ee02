//! A server of gRPC on a port that is free, and what comes out of a connection to it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::routing::any;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tonic::Status;
use tonic::body::Body;

/// A server that answers each call with a status. It ends with the runtime that it runs on.
async fn serve(status: impl Fn() -> Status + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let status = Arc::new(status);
    let answer = move || {
        let status = Arc::clone(&status);
        async move { status().into_http::<Body>() }
    };
    let router = Router::new().fallback(any(answer));
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

/// What a client of tonic makes of the answer, over HTTP/2.
pub(crate) async fn call(status: impl Fn() -> Status + Send + Sync + 'static) -> Status {
    let server = serve(status).await;
    let client = reqwest::Client::builder().no_proxy().http2_prior_knowledge().build();
    let request = client.expect("a client").post(format!("http://{server}/teas.Teas/Pour"));
    let response = request.header("content-type", "application/grpc").send().await;
    let response = response.expect("a response");
    Status::from_header_map(response.headers()).expect("a status")
}

/// Every byte of the answer, over HTTP/1.1, where headers are text.
pub(crate) async fn raw(status: impl Fn() -> Status + Send + Sync + 'static) -> Vec<u8> {
    let mut stream = TcpStream::connect(serve(status).await).await.expect("a connection");
    let request = "POST /teas.Teas/Pour HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.expect("a request");
    let mut raw = Vec::new();
    stream.read_to_end(&mut raw).await.expect("a response");
    raw
}
