//! Error enums as responses, and the errors that responses have with them.

use std::cell::Cell;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::rc::Rc;

use actix_web::body::to_bytes;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpResponse, ResponseError as _, web};
use api_error_catalog::actix::{Caught, Sent};
use api_error_catalog::testing::IntoDecoded as _;
use api_error_catalog::{ApiErrorCatalog, CatalogError as _, assert_error};

use crate::app::{layer, routes, serve_app};
use crate::servers::error::{ApiError, ApiErrorCode, Events, SECRET, not_found, panics};
use crate::servers::wire;

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

async fn body(response: HttpResponse) -> String {
    let bytes = to_bytes(response.into_body()).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn sent(response: &HttpResponse) -> Sent {
    response.extensions().get::<Sent>().cloned().expect("the error")
}

#[tokio::test]
async fn a_response_has_its_error_with_it() {
    let response = HttpResponse::from_error(not_found());
    assert_eq!((response.status().as_u16(), sent(&response).entry().name()), (404, "not-found"));
    let error = response.error().and_then(|error| error.as_error::<ApiError>());
    assert!(matches!(error, Some(ApiError::NotFound { searched, .. }) if searched == SECRET));
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
    let response = error.error_response();
    assert_eq!(sent(&response).report(), report);
    assert_eq!(sent(&response).to_string(), "It broke.");
    assert!(body(response).await.contains(r#""message":"It broke.""#));
}

#[tokio::test]
async fn a_response_is_held_against_the_catalog() {
    let response = not_found().error_response();
    assert_error!(response.into_decoded().await, ApiErrorCode::NotFound, what = "tea");
    let app = init_service(App::new().configure(routes).wrap(layer(&Events::default()))).await;
    let response = call_service(&app, TestRequest::with_uri("/own").to_request()).await;
    assert_error!(response.into_decoded().await, ApiErrorCode::NotFound, what = "tea");
}

#[tokio::test]
async fn an_error_with_parameters_is_sent() {
    let by = String::from("me");
    let response = Borrowing::NotFound { what: 7_u8, by: &by }.error_response();
    drop(by);
    assert_eq!(response.status(), 404);
    assert!(body(response).await.contains(r#""message":"There is no 7.""#));
}

#[tokio::test]
async fn what_is_caught_is_an_error_too() {
    let app = App::new().configure(routes).wrap(layer(&Events::default()));
    let app = init_service(app).await;
    let request = TestRequest::with_uri("/nowhere").to_request();
    let response = call_service(&app, request).await;
    let sent = response.response().extensions().get::<Sent>().cloned().expect("the error");
    let caught = sent.downcast_ref::<Caught>().expect("one that a framework made");
    assert_eq!(
        (caught.entry().name(), caught.to_string()),
        ("no-route", "Nothing at /nowhere.".into())
    );
}

/// An enum is a response of both frameworks where both features are on.
#[test]
fn an_enum_is_of_axum_and_of_actix() {
    let of_actix = not_found().error_response();
    let of_axum = axum::response::IntoResponse::into_response(not_found());
    assert_eq!(of_actix.status().as_u16(), of_axum.status().as_u16());
    let _ = (ApiError::layer(), ApiError::middleware());
}

/// Where the catalog has nothing that stands for a panic, it goes on as if the middleware were not there.
#[tokio::test]
async fn a_panic_without_an_entry_goes_on() {
    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("servers/plain.toml")]
    enum Plain {
        NotFound,
    }
    let server = serve_app(|| {
        App::new()
            .service(web::resource("/").get(|| async {
                match panics() {}
                #[expect(unreachable_code, reason = "what handlers have to return")]
                ""
            }))
            .service(web::resource("/own").get(|| async { Err::<String, _>(Plain::NotFound) }))
            .wrap(Plain::middleware())
    });
    assert_eq!(wire::raw(server, "GET / HTTP/1.1", "").await, b"");
    assert_eq!(wire::get(server, "/own").await.code(), "not-found");
}
