//! What the answer takes from the request.

use super::error::Events;
use super::wire::{self, ask};
use crate::app::{layer, serve, serve_plain};

#[tokio::test]
async fn the_language_is_the_one_that_is_asked_for() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    for (headers, locale, message) in [
        ("", "en", "There is no tea."),
        ("\naccept-language: fr-CI, fr;q=0.9, en;q=0.8", "fr", "Il n’y a pas de tea."),
        ("\naccept-language: en;q=0.1, fr", "fr", "Il n’y a pas de tea."),
        ("\naccept-language: en;q=0.1\naccept-language: de-AT", "de", "Es gibt kein tea."),
        ("\naccept-language: \u{e9}", "en", "There is no tea."),
        ("\naccept-language: ja", "en", "There is no tea."),
    ] {
        let received = ask(server, &format!("GET /own HTTP/1.1{headers}"), "").await;
        assert_eq!(received.message(), message, "{headers}");
        assert_eq!(received.header("content-language"), Some(locale), "{headers}");
        assert_eq!(received.header("vary"), Some("accept-language"));
    }
}

#[tokio::test]
async fn without_the_layer_the_language_is_the_default() {
    let received = ask(serve_plain().await, "GET /own HTTP/1.1\naccept-language: fr", "").await;
    assert_eq!((received.status, &*received.message()), (404, "There is no tea."));
    assert_eq!(received.header("content-language"), Some("en"));
    assert_eq!(received.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn slots_about_the_request_are_filled() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let head = format!(
        "GET /own?token=abc HTTP/1.1\nx-request-id: req-7f\ntraceparent: 00-{trace}-b7ad6b7169203331-01"
    );
    let json = ask(server, &head, "").await.json();
    assert_eq!(
        (json["request_id"].as_str(), json["trace_id"].as_str()),
        (Some("req-7f"), Some(trace))
    );
    // A query is not repeated.
    assert_eq!((json["method"].as_str(), json["instance"].as_str()), (Some("GET"), Some("/own")));
    let time = json["timestamp"].as_str().expect("a time");
    assert!(time.parse::<jiff::Timestamp>().is_ok() && time.ends_with('Z'), "{time}");
    let [event] = &events.take()[..] else { panic!("one event") };
    assert_eq!(event, "GET /own?token=abc 404 not-found req-7f: There is no tea.");
}

#[tokio::test]
async fn an_id_that_is_not_sane_is_none() {
    let events = Events::default();
    let made = layer(&events).make_request_id(|| "made-1".into());
    let (plain, making) = (serve(layer(&events)).await, serve(made).await);
    let long = "x".repeat(129);
    for id in ["a b", "\"}x", "<script>", &long] {
        let head = format!("GET /own HTTP/1.1\nx-request-id: {id}");
        let received = ask(plain, &head, "").await;
        assert!(received.json().get("request_id").is_none() && !received.has(id), "{id}");
        let received = ask(making, &head, "").await;
        assert_eq!(received.json()["request_id"], "made-1");
        assert_eq!(received.header("x-request-id"), Some("made-1"));
    }
    // A success says it, and an id that the client has is kept.
    let received = wire::get(making, "/ok").await;
    assert_eq!((received.status, received.header("x-request-id")), (200, Some("made-1")));
    let received = ask(making, "GET /own HTTP/1.1\nx-request-id: mine", "").await;
    assert_eq!(received.json()["request_id"], "mine");
    assert_eq!(received.header("x-request-id"), Some("mine"));
}

#[tokio::test]
async fn the_id_may_be_in_another_header() {
    let name = "x-correlation-id".parse().expect("a name");
    let server = serve(layer(&Events::default()).request_id_header(name)).await;
    let received =
        ask(server, "GET /own HTTP/1.1\nx-correlation-id: c-1\nx-request-id: r", "").await;
    assert_eq!(received.json()["request_id"], "c-1");
}

#[tokio::test]
async fn a_header_that_is_missing_is_reported() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    wire::get(server, "/unauthorized").await;
    let expected = "GET /unauthorized 401 unauthorized: Who are you? (without WWW-Authenticate, which a 401 must have)";
    assert_eq!(events.take(), [expected]);
}
