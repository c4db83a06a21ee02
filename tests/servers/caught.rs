//! Answers that are no errors of the catalog: which entry stands for them, and which stay as they are.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::error::Events;
use super::wire::{self, ask};
use crate::app::{layer, serve, serve_plain};

#[tokio::test]
async fn what_a_framework_answers_is_an_error_of_the_catalog() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    for (head, body, status, code, message) in [
        ("GET /no%20where?a=b HTTP/1.1", "", 404, "no-route", "Nothing at /no%20where."),
        ("DELETE /ok HTTP/1.1", "", 405, "no-method", "DELETE is not for this."),
        (
            "POST /stock HTTP/1.1\ncontent-type: text/html",
            "{}",
            415,
            "not-json",
            "No JSON, but text/html.",
        ),
        (
            "POST /stock HTTP/1.1\ncontent-type: application/json",
            &"x".repeat(300),
            413,
            "too-large",
            "More than 256 bytes.",
        ),
    ] {
        let received = ask(server, head, body).await;
        assert_eq!((received.status, &*received.code()), (status, code), "{head}");
        assert_eq!(received.message(), message);
        assert_eq!(received.header("content-type"), Some("application/json"));
        assert_eq!(received.header("x-error-code"), Some(code));
        assert_eq!(received.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(received.header("content-length"), Some(&*received.body.len().to_string()));
        let allow = received.allow();
        assert_eq!(allow.as_deref(), (status == 405).then_some("GET,HEAD"), "{head}");
        assert_eq!(events.take().len(), 1, "{head}");
    }
    let head = "POST /stock HTTP/1.1\ncontent-type: application/json";
    assert_eq!(ask(server, head, &"x".repeat(300)).await.json()["limit"], 256);
}

#[tokio::test]
async fn an_answer_without_an_entry_stays_as_it_is() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let received = wire::get(server, "/unknown").await;
    assert_eq!((received.status, &*received.body), (418, &b"short and stout"[..]));
    assert_eq!(received.header("vary"), None);
    assert_eq!(events.take(), [""; 0]);
}

#[tokio::test]
async fn a_marked_answer_stays_as_it_is() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let proxied = wire::get(server, "/proxied").await;
    assert_eq!((proxied.status, proxied.header("etag")), (502, Some("\"1\"")));
    assert!(proxied.body.starts_with(b"cannot connect: "));
    assert_eq!(events.take(), [""; 0]);

    let replaced = wire::get(server, "/upstream").await;
    assert_eq!((replaced.status, &*replaced.code()), (502, "upstream"));
    // What described the other body is not there any more, and everything else is.
    assert_eq!(replaced.header("etag"), None);
    assert_eq!(replaced.header("x-upstream"), Some("yes"));
    // What it said is in the log, and nowhere else.
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.ends_with(": Another service broke.: cannot connect: hunter2-secret"), "{event}");
}

#[tokio::test]
async fn a_success_that_was_an_error_stays_as_it_is() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let received = wire::get(server, "/made-ok").await;
    assert_eq!((received.status, received.header("etag")), (200, Some("1")));
    assert_eq!(events.take(), [""; 0]);
    // Another error keeps the status that it was given.
    let received = ask(server, "GET /conflict HTTP/1.1\naccept-language: fr", "").await;
    assert_eq!((received.status, &*received.message()), (409, "Qui êtes-vous ?"));
}

#[tokio::test]
async fn a_body_that_does_not_end_is_not_waited_for() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let received = wire::get(server, "/endless").await;
    assert_eq!(received.code(), "upstream");
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.contains(": Another service broke.: a body of a"), "{event}");

    // One that stays as it is comes in pieces, from the first on.
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    let request = b"GET /endless/unknown HTTP/1.1\r\nhost: test\r\n\r\n";
    stream.write_all(request).await.expect("a request");
    let mut bytes = vec![0; 1 << 20];
    let read = stream.read_exact(&mut bytes);
    tokio::time::timeout(Duration::from_secs(20), read)
        .await
        .expect("in time")
        .expect("a megabyte");
    assert!(bytes.starts_with(b"HTTP/1.1 418"));
}

#[tokio::test]
async fn an_answer_whose_status_has_no_body_has_none() {
    let events = Events::default();
    for server in [serve_plain().await, serve(layer(&events)).await] {
        let received = wire::get(server, "/not-modified").await;
        assert_eq!((received.status, &*received.body), (304, &b""[..]));
        assert_eq!(received.header("content-type"), None);
        assert_eq!(received.header("x-error-code"), Some("not-modified"));
    }
}

#[tokio::test]
async fn a_head_has_the_length_and_not_the_body() {
    let server = serve(layer(&Events::default())).await;
    heads_have_no_body(server).await;
}

/// Asks for what fails in some ways, with `GET` and with `HEAD`.
pub(crate) async fn heads_have_no_body(server: SocketAddr) {
    for path in ["/own", "/nothing", "/broken", "/panic"] {
        let get = wire::get(server, path).await;
        let head = ask(server, &format!("HEAD {path} HTTP/1.1"), "").await;
        assert_eq!(head.body, b"", "{path}");
        assert_eq!(head.status, get.status);
        // `HEAD` is another word than `GET` in the body.
        let length = |of: &wire::Received| -> usize {
            of.header("content-length").and_then(|n| n.parse().ok()).expect("a length")
        };
        assert_eq!(length(&get), get.body.len());
        assert_eq!(length(&head), get.body.len() + 1, "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"));
    }
    let head = ask(server, "HEAD /order HTTP/1.1", "").await;
    assert_eq!((head.status, head.allow().as_deref()), (405, Some("POST")));
}
