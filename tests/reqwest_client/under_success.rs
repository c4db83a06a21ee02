//! Errors that come with the status of a success, of an API whose catalog says so.

use api_error_catalog::{ApiErrorCatalog, BODY_LIMIT, Decoded};
use reqwest::Response;

use crate::client;
use crate::server::{answering, json, with_headers};

#[derive(ApiErrorCatalog)]
#[catalog("catalogs/apis/slack.toml")]
enum Slack {}

async fn checked(answer: String) -> (String, Result<Response, Decoded<SlackCode>>) {
    let server = answering(move |_| answer.clone());
    let url = server.url("/api?channel=1");
    let response = client().get(&url).send().await.expect("an answer");
    (url, Slack::check(response).await)
}

#[tokio::test]
async fn an_error_is_told_by_its_body() {
    let (_, result) = checked(json(200, r#"{"ok":false,"error":"missing_scope"}"#)).await;
    let error = result.expect_err("an error");
    assert_eq!((error.status(), error.code()), (200, Some(SlackCode::MissingScope)));
    assert_eq!(error.header("content-type"), Some("application/json"));
    // One that is newer than the catalog.
    let (_, result) = checked(json(200, r#"{"ok":false,"error":"new"}"#)).await;
    assert_eq!(result.expect_err("an error").raw_code(), Some("new"));
}

#[tokio::test]
async fn a_success_is_given_back_as_it_came() {
    let long = format!(r#"{{"ok":true,"text":"{}"}}"#, "a".repeat(3 * BODY_LIMIT));
    let limit = format!(r#"{{"ok":true,"text":"{}"}}"#, "a".repeat(BODY_LIMIT - 21));
    assert_eq!(limit.len(), BODY_LIMIT);
    // Its beginning is that of an error.
    let late =
        format!(r#"{{"error":"missing_scope","text":"{}","ok":true}}"#, "a".repeat(BODY_LIMIT));
    for body in [r#"{"ok":true}"#, "", "no JSON", &limit, &long, &late] {
        let headers = "Content-Type: application/json; charset=utf-8\r\nX-Request-Id: req_1\r\n";
        let (url, result) = checked(with_headers(200, headers, body)).await;
        let response = result.expect("a success");
        assert_eq!((response.status().as_u16(), response.url().as_str()), (200, &*url));
        assert_eq!(response.headers()["x-request-id"], "req_1");
        assert!(response.remote_addr().is_some());
        assert_eq!(response.content_length(), Some(body.len() as u64));
        assert_eq!(response.bytes().await.expect("the body"), body);
    }
}

#[tokio::test]
async fn a_success_that_breaks_off_still_does() {
    let answer = json(200, r#"{"ok":true,"text":"aaa"}"#);
    let (_, result) = checked(answer[..answer.len() - 5].to_owned()).await;
    let mut response = result.expect("a success");
    let chunk = response.chunk().await.expect("a chunk").expect("a chunk");
    assert_eq!(chunk, &br#"{"ok":true,"text":""#[..]);
    response.chunk().await.expect_err("that it broke off");
}

#[tokio::test]
async fn a_body_that_is_no_json_is_not_touched() {
    let error = r#"{"ok":false,"error":"missing_scope"}"#;
    for media_type in ["text/event-stream", "application/x-ndjson", "text/html"] {
        let headers = format!("Content-Type: {media_type}\r\n");
        let (_, result) = checked(with_headers(200, &headers, error)).await;
        result.expect("no error");
    }
    for media_type in ["application/JSON", "application/problem+json; charset=utf-8"] {
        let headers = format!("Content-Type: {media_type}\r\n");
        let (_, result) = checked(with_headers(200, &headers, error)).await;
        result.expect_err("an error");
    }
    // A status that no code of the catalog has.
    let (_, result) = checked(json(201, error)).await;
    result.expect("no error");
}
