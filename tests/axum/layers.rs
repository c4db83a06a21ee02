//! The layer among those of tower-http, in any order.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_service::Service as _;

use crate::app::{layer, routes, serve_router};
use crate::servers::error::Events;

/// The layers; ours is the first.
const NAMES: [&str; 6] = ["ours", "id", "bodies", "timeout", "panic", "limit"];

fn with(router: Router, name: &str, events: &Events) -> Router {
    match name {
        "ours" => router.layer(layer(events)),
        "id" => router
            .layer(PropagateRequestIdLayer::x_request_id())
            .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid)),
        // Both change the type of the body.
        "bodies" => router
            .layer(CompressionLayer::new())
            .layer(TraceLayer::new_for_http())
            .layer(CorsLayer::permissive()),
        "timeout" => router.layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_millis(200),
        )),
        "panic" => router.layer(CatchPanicLayer::new()),
        "limit" => router.layer(RequestBodyLimitLayer::new(128)),
        other => unreachable!("{other}"),
    }
}

async fn answer(app: &Router, method: &str, path: &str, body: String) -> Response {
    let request = Request::builder().method(method).uri(path);
    let request = request
        .header("accept-language", "fr")
        .header("content-type", "application/json")
        .header("content-length", body.len())
        .header("origin", "https://shop.example")
        .header("x-request-id", "req-1");
    let response: Result<_, Infallible> =
        app.clone().call(request.body(Body::from(body)).expect("a request")).await;
    response.expect("a response")
}

async fn code(response: Response) -> Value {
    let vary = response.headers().get_all("vary").iter();
    let vary: Vec<_> = vary.filter_map(|value| value.to_str().ok()).collect();
    assert!(vary.join(",").contains("accept-language"), "{vary:?}");
    let json = to_bytes(response.into_body(), 10_000).await.expect("a body");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["request_id"], "req-1");
    json["code"].clone()
}

#[tokio::test]
async fn any_order_will_do() {
    let events = Events::default();
    let mut orders = Vec::new();
    permute(&mut NAMES.to_vec(), 0, &mut orders);
    assert_eq!(orders.len(), 720);
    for (number, order) in orders.iter().enumerate() {
        // From the inside to the outside.
        let app = order.iter().fold(routes(), |app, name| with(app, name, &events));
        let is_inside = |name: &str| {
            let at = |name: &str| order.iter().position(|known| *known == name);
            at(name) < at("ours")
        };
        for (method, path, status, expected) in [
            ("GET", "/own", 404, "not-found"),
            ("GET", "/nowhere", 404, "no-route"),
            ("GET", "/broken", 500, "internal"),
            ("PUT", "/ok", 405, "no-method"),
        ] {
            let response = answer(&app, method, path, String::new()).await;
            assert_eq!(response.status(), status, "{order:?}");
            let allow = response.headers().get("allow").map(|allow| allow == "GET,HEAD");
            assert_eq!(allow, (status == 405).then_some(true), "{order:?}");
            assert_eq!(response.headers()["content-language"], "fr");
            assert_eq!(response.headers()["access-control-allow-origin"], "*");
            assert_eq!(code(response).await, expected, "{order:?}");
        }
        // In some of them: a panic prints, and a timeout takes its time.
        if number % 29 == 0 {
            let response = answer(&app, "GET", "/panic", String::new()).await;
            let expected = if is_inside("panic") { "internal" } else { "panicked" };
            assert_eq!(code(response).await, expected, "{order:?}");
            let response = answer(&app, "GET", "/slow", String::new()).await;
            assert_eq!(response.status(), 408, "{order:?}");
            if is_inside("timeout") {
                assert_eq!(code(response).await, "too-slow", "{order:?}");
            }
        }
        let response = answer(&app, "POST", "/order", "x".repeat(200)).await;
        assert_eq!(response.status(), 413, "{order:?}");
        // What the layer does not see, it does not write.
        if is_inside("limit") {
            assert_eq!(code(response).await, "too-large", "{order:?}");
        }
    }
}

fn permute(names: &mut Vec<&'static str>, from: usize, orders: &mut Vec<Vec<&'static str>>) {
    if from == names.len() {
        orders.push(names.clone());
    }
    for at in from..names.len() {
        names.swap(from, at);
        permute(names, from + 1, orders);
        names.swap(from, at);
    }
}

#[tokio::test]
async fn compression_is_of_the_body_that_is_sent() {
    let events = Events::default();
    let inside = routes().layer(CompressionLayer::new()).layer(layer(&events));
    let outside = routes().layer(layer(&events)).layer(CompressionLayer::new());
    for (app, is_compressed) in [(inside, false), (outside, true)] {
        let server = serve_router(app).await;
        for path in ["/own", "/nowhere", "/upstream"] {
            let plain = reqwest::Client::builder().no_proxy().gzip(false).build();
            let response = plain.expect("a client").get(format!("http://{server}{path}"));
            let response = response.header("accept-encoding", "gzip").send().await.expect("one");
            let encoding = response.headers().get("content-encoding").cloned();
            assert_eq!(encoding.is_some(), is_compressed, "{path}");
            let bytes = response.bytes().await.expect("a body");
            assert_eq!(bytes.starts_with(&[0x1f, 0x8b]), is_compressed, "{path}");
            let client = reqwest::Client::builder().no_proxy().gzip(true).build();
            let response = client.expect("a client").get(format!("http://{server}{path}"));
            let json = response.send().await.expect("one").bytes().await.expect("a body");
            assert!(serde_json::from_slice::<Value>(&json).is_ok(), "{path}");
        }
    }
}
