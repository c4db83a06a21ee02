//! What the extractors are of axum.

use api_error_catalog::axum::{Json, Path, Query, Rejection};
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequest as _, FromRequestParts as _, Request};
use axum::response::IntoResponse as _;
use axum::routing::get;
use serde_json::Value;

use crate::app::{layer, serve, serve_plain, serve_router};
use crate::servers::error::{Events, Order};
use crate::servers::wire::{self, ask};

const JSON: &str = "POST /order HTTP/1.1\ncontent-type: application/json";

#[tokio::test]
async fn a_rejection_alone_is_that_of_axum() {
    let server = serve_plain().await;
    let ours = ask(server, JSON, "{}").await;
    let theirs = ask(server, &JSON.replace("/order", "/stock"), "{}").await;
    assert_eq!((ours.status, &ours.body), (theirs.status, &theirs.body));
    assert_eq!(ours.header("content-type"), theirs.header("content-type"));
}

#[tokio::test]
async fn the_extractors_are_axums_otherwise() {
    async fn handler(
        path: Option<Path<u8>>,
        Query(query): Query<Value>,
        body: Option<Json<Value>>,
    ) -> Json<Value> {
        let path = path.map(|Path(number)| number);
        Json(serde_json::json!([path, query, body.map(|body| (*body).clone())]))
    }
    let app = Router::new().route("/", get(handler)).route("/{n}", get(handler));
    let server = serve_router(app).await;
    let received = wire::get(server, "/?a=b").await;
    assert_eq!(received.json().to_string(), r#"[null,{"a":"b"},null]"#);
    let received = ask(server, "GET /7 HTTP/1.1\ncontent-type: application/json", "[1]").await;
    assert_eq!(received.json().to_string(), "[7,{},[1]]");
}

#[tokio::test]
async fn a_rejection_says_what_it_is() {
    let request = Request::builder().uri("/?size=x").header("content-type", "application/json");
    let request = request.body(Body::from(r#"{"items":7}"#)).expect("a request");
    let (mut parts, body) = request.into_parts();
    let rejection = Query::<Order>::from_request_parts(&mut parts, &()).await;
    let rejection: Rejection = rejection.map(|_| ()).expect_err("no order");
    assert_eq!((rejection.status().as_u16(), rejection.field()), (400, Some("items")));
    let request = Request::from_parts(parts, body);
    let rejection = Json::<Order>::from_request(request, &()).await.map(|_| ()).expect_err("none");
    assert_eq!((rejection.status().as_u16(), rejection.field()), (422, Some("items")));
    assert!(rejection.detail().starts_with("Failed to deserialize the JSON body"));
    assert_eq!(rejection.to_string(), rejection.detail());
    assert_eq!(rejection.into_response().status(), 422);
}

#[tokio::test]
async fn a_form_in_a_query_is_read() {
    let server = serve(layer(&Events::default())).await;
    let received = wire::get(server, "/form?size=many").await;
    assert_eq!((received.status, &*received.code()), (400, "bad-request"));
    assert_eq!(received.json()["field"], "size");
}
