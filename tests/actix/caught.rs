//! What actix-web alone has: scopes, extractors whose errors are known, and other middleware that fails.

use actix_web::dev::Service as _;
use actix_web::error::{ErrorForbidden, InternalError};
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes, FormConfig, JsonConfig};
use actix_web::{App, HttpResponse};
use serde_json::Value;

use crate::app::{layer, routes, serve, serve_app};
use crate::servers::error::{ApiError, Events, Order, SECRET};
use crate::servers::wire::{self, ask};

const JSON: &str = "POST /stock HTTP/1.1\ncontent-type: application/json";

#[tokio::test]
async fn the_path_is_that_of_the_request_in_scopes() {
    let events = Events::default();
    let (inside, both) = (layer(&events), layer(&events));
    let scope = |inside| web::scope("/outer/inner").configure(routes).wrap(inside);
    let servers = {
        let (one, two) = (inside.clone(), inside);
        [
            serve_app(move || App::new().service(scope(one.clone()))),
            serve_app(move || App::new().service(scope(two.clone())).wrap(both.clone())),
        ]
    };
    for server in servers {
        for (path, code) in [("/outer/inner/own", "not-found"), ("/outer/inner/panic", "panicked")]
        {
            let received = wire::get(server, path).await;
            assert_eq!(received.code(), code);
            assert_eq!(received.json()["instance"], path);
            assert_eq!(events.take().len(), 1, "each error is reported once");
        }
        let received = ask(server, "PUT /outer/inner/ok HTTP/1.1", "").await;
        assert_eq!((received.status, received.allow().as_deref()), (405, Some("GET,HEAD")));
        assert_eq!(received.json()["instance"], "/outer/inner/ok");
        events.take();
    }
}

#[tokio::test]
async fn what_extractors_of_actix_reject_is_known_by_their_errors() {
    let events = Events::default();
    let server = serve(layer(&events)).await;
    let received = ask(server, JSON, "{").await;
    // Which field, they do not say.
    assert_eq!((received.status, &*received.code()), (422, "bad-json"));
    assert_eq!(received.json().get("field"), None);
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.contains(": Failed to parse the request body as JSON: EOF"), "{event}");
}

/// A request that fails in another middleware never gets a response: it has an error, which is answered.
#[tokio::test]
async fn what_another_middleware_fails_with_is_answered() {
    let events = Events::default();
    let middleware = layer(&events).make_request_id(|| "made-1".into());
    let server = serve_app(move || {
        App::new()
            .configure(routes)
            .wrap_fn(|request, next| {
                let answer = match request.path() {
                    "/own" => {
                        Err(ApiError::NotFound { what: "key", searched: SECRET.into() }.into())
                    }
                    "/broken" => Err(std::io::Error::other(SECRET).into()),
                    "/ok" => Err(ErrorForbidden("not you")),
                    _ => Ok(next.call(request)),
                };
                async { answer?.await }
            })
            .wrap(middleware.clone())
    });
    let received = ask(server, "GET /own HTTP/1.1\naccept-language: fr", "").await;
    assert_eq!((received.status, &*received.message()), (404, "Il n’y a pas de key."));
    let received = wire::get(server, "/broken").await;
    assert_eq!((received.status, &*received.code()), (500, "internal"));
    assert!(!received.has(SECRET));
    // The catalog has nothing for it.
    let received = wire::get(server, "/ok").await;
    assert_eq!((received.status, &*received.body), (403, &b"not you"[..]));
    assert_eq!(received.header("x-request-id"), Some("made-1"));
    let events = events.take();
    assert_eq!(events.len(), 2, "{events:?}");
    assert_eq!(events[1], format!("GET /broken 500 internal made-1: It broke.: {SECRET}"));
}

#[tokio::test]
async fn a_limit_is_that_of_every_extractor_and_all_else_is_the_apps() {
    let events = Events::default();
    let middleware = layer(&events);
    let server = serve_app(move || {
        let json =
            JsonConfig::default().limit(9).content_type(|media| media.essence_str() == "a/b");
        let inside = JsonConfig::default().limit(3);
        App::new()
            .app_data(json)
            .app_data(FormConfig::default().limit(1))
            .service(web::resource("/json").post(|_: web::Json<Value>| async { "" }))
            .service(web::resource("/form").post(|_: web::Form<Value>| async { "" }))
            .service(web::resource("/bytes").post(|_: Bytes| async { "" }))
            .service(
                web::resource("/inside").app_data(inside).post(|_: web::Json<Value>| async { "" }),
            )
            .wrap(middleware.clone())
    });
    let form = "application/x-www-form-urlencoded";
    for (path, media_type) in [("/json", "a/b"), ("/form", form), ("/bytes", "a/b")] {
        let head = format!("POST {path} HTTP/1.1\ncontent-type: {media_type}");
        let few = if path == "/form" { "a=bcdefghijk" } else { "[1,2,3,4,5,6]" };
        assert_eq!(ask(server, &head, few).await.status, 200, "{path}");
        let received = ask(server, &head, &"1".repeat(300)).await;
        assert_eq!((received.status, &*received.code()), (413, "too-large"), "{path}");
        assert_eq!(received.message(), "More than 256 bytes.");
    }
    let head = "POST /inside HTTP/1.1\ncontent-type: application/json";
    let received = ask(server, head, "[1,2,3]").await;
    // It is the extractor that knows.
    assert_eq!((received.status, &*received.message()), (413, "More than 3 bytes."));
}

#[tokio::test]
async fn a_handler_of_extractor_errors_has_the_last_word() {
    let events = Events::default();
    let middleware = layer(&events);
    let server = serve_app(move || {
        let json = JsonConfig::default().error_handler(|error, _| {
            let response = HttpResponse::build(StatusCode::IM_A_TEAPOT).body("mine");
            InternalError::from_response(error, response).into()
        });
        App::new()
            .app_data(json)
            .service(
                web::resource("/").post(|_: api_error_catalog::actix::Json<Order>| async { "" }),
            )
            .wrap(middleware.clone())
    });
    let received = ask(server, "POST / HTTP/1.1\ncontent-type: application/json", "{}").await;
    assert_eq!((received.status, &*received.body), (418, &b"mine"[..]));
}

#[tokio::test]
async fn a_panic_before_the_future_is_there_is_caught() {
    let events = Events::default();
    let middleware = layer(&events);
    let server = serve_app(move || {
        App::new()
            .configure(routes)
            .wrap_fn(|request, next| {
                assert!(request.path() != "/ok", "in call");
                next.call(request)
            })
            .wrap(middleware.clone())
    });
    let received = wire::get(server, "/ok").await;
    assert_eq!((received.status, &*received.code()), (500, "panicked"));
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.ends_with(": It panicked.: panic: in call"), "{event}");
}
