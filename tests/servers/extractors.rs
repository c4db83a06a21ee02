//! What the extractors reject: which field, and why.

use serde_json::Value;

use super::error::Events;
use super::wire::{self, ask};
use crate::app::{NO_NUMBER, NOT_OF_ROUTE, layer, serve};

const JSON: &str = "POST /order HTTP/1.1\ncontent-type: application/json";

#[tokio::test]
async fn the_field_of_a_body_is_named() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
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
        // The sentence, which quotes the body, is in the log.
        let [event] = &events.take()[..] else { panic!("one event") };
        assert!(event.contains(": Failed to "), "{event}");
    }
}

#[tokio::test]
async fn a_parameter_is_named() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    for (head, body, code, field) in [
        ("GET /order/seven HTTP/1.1", "", "bad-path", Some("id")),
        ("GET /pair/1/x HTTP/1.1", "", "bad-path", Some("b")),
        ("GET /page?size=many HTTP/1.1", "", "bad-request", Some("size")),
        ("GET /page HTTP/1.1", "", "bad-request", Some("size")),
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
    assert_eq!(received.message(), format!("The path is wrong: {NO_NUMBER}"));
    // A route without the parameters that its handler takes is the service's mistake.
    events.take();
    let received = wire::get(server, "/mistake").await;
    assert_eq!((received.status, &*received.code()), (500, "internal"));
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.contains(&format!(": {NOT_OF_ROUTE}")), "{event}");
}
