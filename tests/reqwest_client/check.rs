//! Answers that are errors, and those that are none.

use std::error::Error as _;
use std::io::Write as _;
use std::sync::mpsc;
use std::time::Duration;

use api_error_catalog::{BODY_LIMIT, Decoded, Effect};
use reqwest::Client;
use reqwest::redirect::Policy;

use crate::server::{answering, json, serving, with_headers};
use crate::{Wallet, WalletCode, client};

/// More than the buffers of a connection hold.
const MUCH: usize = 256 * BODY_LIMIT;

async fn error_of(url: String) -> Decoded<WalletCode> {
    let response = client().get(url).send().await.expect("an answer");
    Wallet::check(response).await.expect_err("an error")
}

#[tokio::test]
async fn a_success_is_given_back() {
    // Also where the body is like that of an error.
    let body = r#"{"code":"internal"}"#;
    let server = answering(move |_| json(200, body));
    let response = client().get(server.url("/")).send().await.expect("an answer");
    let response = Wallet::check(response).await.expect("a success");
    assert_eq!(response.bytes().await.expect("the body"), body);
}

#[tokio::test]
async fn an_error_is_read_with_its_headers() {
    let server = answering(|_| {
        let headers = "Retry-After: 7\r\nX-Request-Id: req_1\r\n";
        with_headers(429, headers, r#"{"code":"limit-exceeded","message":"Slow down."}"#)
    });
    let error = error_of(server.url("/")).await;
    assert_eq!(error.code(), Some(WalletCode::LimitExceeded));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.header("x-request-id"), Some("req_1"));
    assert_eq!(error.to_string(), "429 limit-exceeded: Slow down.");
    assert!(!error.is_truncated() && error.source().is_none());
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_is_no_error() {
    let server = answering(|_| with_headers(302, "Location: /there\r\n", ""));
    let client = Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client");
    let response = client.get(server.url("/")).send().await.expect("an answer");
    assert_eq!(Wallet::check(response).await.expect("no error").status(), 302);
}

#[tokio::test]
async fn what_is_no_error_of_the_api_is_kept() {
    let server = answering(|_| with_headers(500, "", "<h1>Oh</h1>\u{0}"));
    let error = error_of(server.url("/")).await;
    assert_eq!((error.status(), error.code()), (500, None));
    assert_eq!(error.body(), b"<h1>Oh</h1>\0");
}

#[tokio::test]
async fn a_head_has_no_body() {
    let server = answering(|_| "HTTP/1.1 404 -\r\nContent-Length: 99\r\n\r\n".into());
    let response = client().head(server.url("/")).send().await.expect("an answer");
    let error = Wallet::check(response).await.expect_err("an error");
    assert_eq!((error.status(), error.body()), (404, &b""[..]));
    assert!(!error.is_truncated());
}

#[tokio::test]
async fn an_endless_body_is_not_read_to_its_end() {
    let (hung_up, was_hung_up) = mpsc::channel();
    let server = serving(move |_, mut connection| {
        let _ =
            connection.write_all(b"HTTP/1.1 500 -\r\n\r\n{\"code\":\"internal\",\"message\":\"");
        let mut written = 0;
        while written < MUCH && connection.write_all(&[b'a'; 4096]).is_ok() {
            written += 4096;
        }
        let _ = hung_up.send(written);
    });
    let error = error_of(server.url("/")).await;
    assert_eq!(error.code(), Some(WalletCode::Internal));
    assert_eq!(error.body().len(), BODY_LIMIT);
    assert!(error.is_truncated() && error.source().is_none());
    // The client closes the connection; what was written beyond the limit is in buffers of the system.
    tokio::task::yield_now().await;
    let written = was_hung_up.recv_timeout(Duration::from_secs(60)).expect("that it hung up");
    assert!(written < MUCH, "{written}");
}

#[tokio::test]
async fn a_body_that_breaks_off_is_read_as_far_as_it_came() {
    let whole =
        json(402, r#"{"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#);
    let broken_off = whole[..whole.len() - 10].to_owned();
    let server = answering(move |_| broken_off.clone());
    let error = error_of(server.url("/")).await;
    assert_eq!(error.code(), Some(WalletCode::InsufficientFunds));
    assert!(error.is_truncated());
    assert_eq!(error.header("content-type"), Some("application/json"));
    let source = error.source().expect("why");
    assert!(source.downcast_ref::<reqwest::Error>().is_some_and(|error| !error.is_timeout()));
    // It is a copy that says the same.
    assert!(error.clone().source().is_some());
    assert_eq!(error.clone(), error);
    assert_ne!(Wallet::decode(402, error.body()).with_headers(&http::HeaderMap::new()), error);
}

#[tokio::test]
async fn a_body_that_does_not_go_on_is_left_to_the_timeout_of_the_client() {
    let (done, wait) = mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let server = serving(move |_, mut connection| {
        let _ = connection.write_all(b"HTTP/1.1 429 -\r\nContent-Length: 99\r\n\r\n");
        let _ = wait.lock().expect("no panic").recv();
    });
    let response = client().get(server.url("/")).timeout(Duration::from_secs(3600)).send().await;
    // From here on, the clock goes on to the timeout when there is nothing to do.
    tokio::time::pause();
    let error = Wallet::check(response.expect("an answer")).await.expect_err("an error");
    drop(done);
    let source = error.source().and_then(|source| source.downcast_ref::<reqwest::Error>());
    assert!(source.expect("why").is_timeout());
    // Nobody knows whose 429 it is.
    assert_eq!((error.status(), error.effect()), (429, Effect::Unknown));
}
