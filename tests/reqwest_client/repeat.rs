//! Which requests are sent again. The clock is paused: nothing waits.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use api_error_catalog::reqwest::{Failure, RetryPolicy, SendError};
use api_error_catalog::{Decoded, Effect};
use reqwest::header::HeaderName;
use reqwest::{Body, Method, RequestBuilder};

use crate::server::{Server, answering, json, serving, with_headers};
use crate::{Wallet, WalletCode, client};

const LIMITED: &str = r#"{"code":"limit-exceeded"}"#;
const BAD_GATEWAY: &str = "<h1>502</h1>";

/// Each request is taken, and the first is answered so.
fn first(status: u16, body: &'static str) -> Server {
    answering(move |request| if request.number == 0 { json(status, body) } else { json(200, "{}") })
}

async fn fails(request: RequestBuilder) -> SendError<WalletCode> {
    Wallet::send(request, &RetryPolicy::new()).await.expect_err("an error")
}

async fn succeeds(request: RequestBuilder) {
    Wallet::send(request, &RetryPolicy::new()).await.expect("a success");
}

#[tokio::test(start_paused = true)]
async fn a_payment_that_was_taken_is_not_sent_again() {
    let server = first(502, BAD_GATEWAY);
    let error = fails(client().post(server.url("/payments")).body("5")).await;
    assert_eq!(server.count("POST"), 1);
    assert_eq!((error.attempts(), error.effect()), (1, Effect::Unknown));
    assert_eq!(error.to_string(), "502");
    assert!(matches!(error.into_failure(), Failure::Answer(answer) if answer.status() == 502));

    // Nor with a code, where nothing says that it has had no effect.
    let server = first(503, r#"{"code":"busy"}"#);
    assert_eq!(fails(client().post(server.url("/"))).await.code(), Some(WalletCode::Busy));
    let server_of_patch = first(502, BAD_GATEWAY);
    fails(client().patch(server_of_patch.url("/"))).await;
    assert_eq!((server.count("POST"), server_of_patch.count("PATCH")), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_payment_with_a_key_is_sent_again_as_it_was() {
    let server = first(502, BAD_GATEWAY);
    let request =
        client().post(server.url("/payments")).header("Idempotency-Key", "pay_7").body("5");
    succeeds(request).await;
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    for request in &requests {
        assert!(request.head.contains("\r\nidempotency-key: pay_7\r\n"), "{}", request.head);
        assert_eq!(request.body, "5");
    }

    let server = first(502, BAD_GATEWAY);
    fails(client().post(server.url("/")).header("Idempotency-Key", "")).await;
    let policy = RetryPolicy::new().key_header(HeaderName::from_static("request-key"));
    let server = first(502, BAD_GATEWAY);
    let own = client().post(server.url("/")).header("request-key", "pay_7");
    Wallet::send(own, &policy).await.expect("a success");
    assert_eq!(server.count("POST"), 2);
}

#[tokio::test(start_paused = true)]
async fn a_payment_that_was_refused_is_sent_again() {
    let server = first(429, LIMITED);
    succeeds(client().post(server.url("/payments?to=acc_7#there"))).await;
    assert_eq!(server.count("POST"), 2);
    // Whose 429 this is, nobody knows.
    let server = first(429, "");
    assert_eq!(fails(client().post(server.url("/"))).await.effect(), Effect::Unknown);
}

#[tokio::test(start_paused = true)]
async fn an_idempotent_request_is_sent_again_where_that_helps() {
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let server = first(502, BAD_GATEWAY);
        succeeds(client().request(method.clone(), server.url("/"))).await;
        assert_eq!(server.count(method.as_str()), 2);
    }
    // By the status where the catalog says nothing, or only of the class.
    for status in [408, 425, 429, 503, 504] {
        let server = first(status, "");
        succeeds(client().get(server.url("/"))).await;
    }
    let never = [
        (402, r#"{"code":"insufficient-funds"}"#),
        (500, r#"{"code":"internal"}"#),
        (404, ""),
        (500, ""),
        (501, ""),
    ];
    for (status, body) in never {
        let server = first(status, body);
        assert_eq!(fails(client().get(server.url("/"))).await.attempts(), 1, "{status} {body}");
        assert_eq!(server.count("GET"), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_connection_anything_is_sent_again() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/payments", listener.local_addr().expect("an address"));
    drop(listener);
    let error = fails(client().post(url)).await;
    assert_eq!((error.attempts(), error.effect()), (4, Effect::None));
    assert!(matches!(error.failure(), Failure::NoAnswer(error) if error.is_connect()));
    assert!(error.to_string().ends_with(" (sent 4 times)"), "{error}");
    assert!(error.answer().is_none() && error.code().is_none());
}

#[tokio::test(start_paused = true)]
async fn after_a_timeout_or_a_hang_up_only_what_is_idempotent_is() {
    let server = serving(|_, connection| drop(connection));
    let error = fails(client().post(server.url("/payments"))).await;
    assert_eq!((error.attempts(), error.effect(), server.count("POST")), (1, Effect::Unknown, 1));
    assert_eq!(fails(client().put(server.url("/"))).await.attempts(), 4);
    assert_eq!(server.count("PUT"), 4);

    // The paused clock goes on to the timeout, as nothing else is to come.
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let url = format!("http://{}/", silent.local_addr().expect("an address"));
    let second = Duration::from_secs(1);
    let error = fails(client().post(&url).timeout(second)).await;
    assert_eq!((error.attempts(), error.effect()), (1, Effect::Unknown));
    assert_eq!(fails(client().get(&url).timeout(second)).await.attempts(), 4);
}

#[tokio::test(start_paused = true)]
async fn the_effect_is_that_of_every_attempt() {
    let server = answering(|request| match request.number {
        0 => json(502, BAD_GATEWAY),
        _ => json(429, LIMITED),
    });
    let request = client().post(server.url("/")).header("Idempotency-Key", "pay_7");
    let error = fails(request).await;
    assert_eq!(error.attempts(), 4);
    assert_eq!(error.answer().map(Decoded::effect), Some(Effect::None));
    assert_eq!(error.effect(), Effect::Unknown);
}

#[tokio::test(start_paused = true)]
async fn where_a_redirect_leads_says_nothing_of_the_payment() {
    let server = answering(|request| {
        if request.head.starts_with("POST") {
            with_headers(303, "Location: /payments/7\r\n", "")
        } else {
            json(429, LIMITED)
        }
    });
    let error = fails(client().post(server.url("/payments#there"))).await;
    assert_eq!((server.count("POST"), server.count("GET")), (1, 1));
    assert_eq!(error.effect(), Effect::Unknown);
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_sent_once() {
    let server = first(429, LIMITED);
    let request = client().post(server.url("/")).body(Body::wrap("5".to_owned()));
    assert_eq!(fails(request).await.attempts(), 1);
    assert_eq!(server.count("POST"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_none_is_not_sent() {
    let error = fails(client().get("no URL")).await;
    assert_eq!((error.attempts(), error.effect()), (0, Effect::None));
}
