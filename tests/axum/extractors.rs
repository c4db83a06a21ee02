//! What the extractors reject: which field, and why.

use api_error_catalog::axum::{Json, Path, Query, Rejection};
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequest as _, FromRequestParts as _, Request};
use axum::response::IntoResponse as _;
use axum::routing::get;
use serde_json::Value;

use crate::app::{Events, Order, layer, routes};
use crate::wire::{self, ask, serve};

const JSON: &str = "POST /order HTTP/1.1\ncontent-type: application/json";

#[tokio::test]
async fn the_field_of_a_body_is_named() {
    let events = Events::default();
    let server = serve(routes().layer(layer(&events))).await;
    for (body, field) in [
        (r#"{"items":[{"sku":"a","count":1},{"sku":2,"count":1}]}"#, Some("items[1].sku")),
        (r#"{"items":[{"sku":"a","count":256}]}"#, Some("items[0].count")),
        (r#"{"items":[{"sku":"a"}]}"#, Some("items[0].count")),
        (r#"{"items":"#, Some("items")),
        ("{}", Some("items")),
        ("[]x", None),
        ("{", None),
        ("", None),
    ] {
        let received = ask(server, JSON, body).await;
        assert_eq!((received.status, &*received.code()), (422, "bad-json"), "{body}");
        assert_eq!(received.json().get("field").and_then(Value::as_str), field, "{body}");
        let said = field.unwrap_or("…");
        assert_eq!(received.message(), format!("The body is wrong at {said}."));
        // axum's sentence, which quotes the body, is in the log.
        let [event] = &events.take()[..] else { panic!("one event") };
        assert!(event.contains(": Failed to "), "{event}");
    }
}

#[tokio::test]
async fn a_parameter_is_named() {
    let events = Events::default();
    let server = serve(routes().layer(layer(&events))).await;
    for (head, body, code, field) in [
        ("GET /order/seven HTTP/1.1", "", "bad-path", Some("id")),
        ("GET /pair/1/x HTTP/1.1", "", "bad-path", Some("b")),
        ("GET /page?size=many HTTP/1.1", "", "bad-request", Some("size")),
        ("GET /page HTTP/1.1", "", "bad-request", Some("size")),
        ("GET /form?size=many HTTP/1.1", "", "bad-request", Some("size")),
        (
            "POST /form HTTP/1.1\ncontent-type: application/x-www-form-urlencoded",
            "size=-1",
            "bad-request",
            Some("size"),
        ),
    ] {
        let received = ask(server, head, body).await;
        assert_eq!((received.status, &*received.code()), (400, code), "{head}");
        assert_eq!(received.json().get("field").and_then(Value::as_str), field, "{head}");
    }
    let received = wire::get(server, "/order/seven").await;
    let expected = "The path is wrong: Invalid URL: Cannot parse `seven` to a `u32`";
    assert_eq!(received.message(), expected);
    // A route without the parameters that its handler takes is the service's mistake.
    events.take();
    let received = wire::get(server, "/mistake").await;
    assert_eq!((received.status, &*received.code()), (500, "internal"));
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.contains(": Wrong number of path arguments"), "{event}");
}

/// Without the layer, the answers are axum's.
#[tokio::test]
async fn a_rejection_alone_is_that_of_axum() {
    let server = serve(routes()).await;
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
    let server = serve(app).await;
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
