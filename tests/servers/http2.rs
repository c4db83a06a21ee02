//! HTTP/2, and clients that hang up.

use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::error::Events;
use super::wire;
use crate::app::{layer, serve};

#[tokio::test]
async fn http_2_is_answered_alike() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let client = reqwest::Client::builder().no_proxy().http2_prior_knowledge();
    let client = client.timeout(Duration::from_secs(20)).build().expect("a client");
    let paths = ["/own", "/nowhere", "/panic", "/broken", "/upstream", "/endless", "/order/x"];
    // All of them at once, on one connection.
    let asked = (0..10).flat_map(|_| paths).map(|path| {
        let request = client.get(format!("http://{server}{path}")).header("accept-language", "fr");
        tokio::spawn(async move { (path, request.send().await.expect("an answer")) })
    });
    for asked in asked.collect::<Vec<_>>() {
        let (path, response) = asked.await.expect("no panic");
        assert_eq!(response.version(), http::Version::HTTP_2);
        let (status, headers) = (response.status(), response.headers().clone());
        let body: serde_json::Value =
            serde_json::from_slice(&response.bytes().await.expect("a body")).expect("JSON");
        let same =
            wire::ask(server, &format!("GET {path} HTTP/1.1\naccept-language: fr"), "").await;
        assert_eq!(status, same.status);
        assert_eq!(
            (&body["code"], &body["message"]),
            (&same.json()["code"], &same.json()["message"])
        );
        for name in ["content-type", "content-language", "vary", "x-content-type-options"] {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            assert_eq!(value, same.header(name), "{name} of {path}");
        }
    }
    let head = client.head(format!("http://{server}/own")).send().await.expect("an answer");
    assert_eq!(head.status(), 404);
    assert!(head.headers()["content-length"] != "0");
    assert_eq!(head.bytes().await.expect("nothing"), "");
}

#[tokio::test]
async fn clients_that_hang_up_are_nobodys_trouble() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    for number in 0..200 {
        let path = ["/own", "/panic", "/slow", "/endless/unknown", "/order"][number % 5];
        let mut stream = TcpStream::connect(server).await.expect("a connection");
        let request =
            format!("POST {path} HTTP/1.1\r\nhost: test\r\ncontent-length: 100\r\n\r\n{{");
        let request = if number % 2 == 0 { request } else { request.replacen("POST", "GET", 1) };
        let sent = if number % 3 == 0 { &request[..request.len() / 2] } else { &request };
        stream.write_all(sent.as_bytes()).await.expect("a request");
    }
    let received = wire::get(server, "/own").await;
    assert_eq!((received.status, &*received.code()), (404, "not-found"));
}
