//! Error enums as responses, and the errors that responses have with them.

use std::cell::Cell;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::rc::Rc;

use api_error_catalog::axum::{Caught, Sent};
use api_error_catalog::testing::IntoDecoded as _;
use api_error_catalog::{ApiErrorCatalog, CatalogError as _, assert_error};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_service::Service as _;

use crate::app::{layer, routes};
use crate::servers::error::{ApiError, ApiErrorCode, Events, not_found, panics};

/// A cause that may not be shared.
#[derive(Debug)]
struct Lonely(Cell<u8>, Rc<str>);

impl Display for Lonely {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {}", self.0.get(), self.1)
    }
}

impl Error for Lonely {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("servers/errors.toml")]
enum LonelyError {
    #[catalog(code = "internal", log = "counting")]
    Counting(#[source] Lonely),
    #[catalog(rest)]
    Other(LonelyErrorRest),
    NotFound {
        what: String,
    },
}

/// An error with parameters of its own.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("servers/errors.toml")]
enum Borrowing<'a, T: Display + Debug> {
    NotFound {
        what: T,
        #[catalog(private)]
        #[expect(dead_code, reason = "for logs that are not there")]
        by: &'a str,
    },
    #[catalog(rest)]
    Other(BorrowingRest),
}

async fn body(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 10_000).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn sent(response: &Response) -> &Sent {
    response.extensions().get().expect("the error")
}

#[tokio::test]
async fn a_response_has_its_error_with_it() {
    let error = ApiError::NotFound { what: "tea", searched: "everywhere".into() };
    let response = error.into_response();
    assert_eq!((response.status().as_u16(), sent(&response).entry().name()), (404, "not-found"));
    let error = sent(&response).downcast_ref::<ApiError>();
    assert!(matches!(error, Some(ApiError::NotFound { searched, .. }) if searched == "everywhere"));
    assert_eq!(
        body(response).await,
        r#"{"status":404,"code":"not-found","message":"There is no tea."}"#
    );
}

#[tokio::test]
async fn an_error_that_cannot_be_shared_is_sent_and_logged_alike() {
    let error = LonelyError::Counting(Lonely(Cell::new(1), "two".into()));
    let report = error.report();
    assert_eq!(report, "counting: 1 of two");
    let response = error.into_response();
    assert_eq!(sent(&response).report(), report);
    assert!(sent(&response).downcast_ref::<LonelyError>().is_none());
    assert_eq!(sent(&response).to_string(), "It broke.");
    assert!(body(response).await.contains(r#""message":"It broke.""#));
}

#[tokio::test]
async fn a_response_is_held_against_the_catalog() {
    let response = not_found().into_response();
    assert_error!(response.into_decoded().await, ApiErrorCode::NotFound, what = "tea");
    let response = (StatusCode::CONFLICT, not_found()).into_response();
    let decoded = response.into_decoded::<ApiErrorCode>().await;
    assert_eq!((decoded.status(), decoded.code()), (409, Some(ApiErrorCode::NotFound)));
}

#[tokio::test]
async fn an_error_with_parameters_is_sent() {
    let by = String::from("me");
    let response = Borrowing::NotFound { what: 7_u8, by: &by }.into_response();
    drop(by);
    assert_eq!(response.status(), 404);
    assert!(body(response).await.contains(r#""message":"There is no 7.""#));
}

#[tokio::test]
async fn what_is_caught_is_an_error_too() {
    let mut app = routes().layer(layer(&Events::default()));
    let request = Request::builder().uri("/nowhere").body(Body::empty()).expect("a request");
    let response = app.call(request).await.expect("a response");
    let caught = sent(&response).downcast_ref::<Caught>().expect("one that a framework made");
    assert_eq!(
        (caught.entry().name(), caught.to_string()),
        ("no-route", "Nothing at /nowhere.".into())
    );
}

/// Where the catalog has nothing that stands for a panic, it goes on as if the layer were not there.
#[tokio::test]
async fn a_panic_without_an_entry_goes_on() {
    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("servers/plain.toml")]
    enum Plain {
        NotFound,
    }
    let _ = Plain::NotFound;
    let app = Router::new().route("/", get(|| async { panics() })).layer(Plain::layer());
    let call = tokio::spawn(async move {
        let request = Request::builder().uri("/").body(Body::empty()).expect("a request");
        app.clone().call(request).await
    });
    assert!(call.await.expect_err("a panic").is_panic());
}
