//! What the extractors are of actix-web.

use actix_web::test::TestRequest;
use actix_web::{App, FromRequest as _, ResponseError as _, web};
use api_error_catalog::actix::{Form, Json, Path, Query, Rejection};
use serde::Deserialize;
use serde_json::Value;

use crate::app::{layer, serve_app, serve_plain};
use crate::servers::error::{Events, Order};
use crate::servers::wire::{self, ask};

/// Without the middleware, an answer is the sentence.
#[tokio::test]
async fn a_rejection_alone_is_its_sentence() {
    let head = "POST /order HTTP/1.1\ncontent-type: application/json";
    let received = ask(serve_plain().await, head, "{}").await;
    let said = String::from_utf8(received.body).expect("text");
    assert_eq!((received.status, said.starts_with("Failed to deserialize the JSON")), (422, true));
}

#[tokio::test]
async fn the_extractors_are_actixs_otherwise() {
    async fn handler(
        path: Option<Path<u8>>,
        Query(query): Query<Value>,
        body: Option<Json<Value>>,
    ) -> Json<Value> {
        let path = path.map(Path::into_inner);
        Json(serde_json::json!([path, query, body.map(|body| (*body).clone())]))
    }
    let server = serve_app(|| {
        App::new()
            .service(web::resource("/").get(handler))
            .service(web::resource("/{n}").get(handler))
    });
    let received = wire::get(server, "/?a=b").await;
    assert_eq!(received.json().to_string(), r#"[null,{"a":"b"},null]"#);
    let received = ask(server, "GET /7 HTTP/1.1\ncontent-type: application/json", "[1]").await;
    assert_eq!(received.json().to_string(), "[7,{},[1]]");
}

#[tokio::test]
async fn the_parameter_of_a_path_is_named_in_every_form() {
    #[derive(Deserialize)]
    #[allow(dead_code, reason = "only whether it can be read counts")]
    struct Pair {
        a: u8,
        b: u8,
    }
    let middleware = layer(&Events::default());
    let server = serve_app(move || {
        App::new()
            .service(web::resource("/struct/{a}/{b}").get(|_: Path<Pair>| async { "" }))
            .service(
                web::scope("/tuple/{a}")
                    .service(web::resource("/{b}").get(|_: Path<(u8, u8)>| async { "" })),
            )
            .wrap(middleware.clone())
    });
    for path in ["/struct/1/x", "/tuple/1/x"] {
        let received = wire::get(server, path).await;
        assert_eq!((received.status, &*received.code()), (400, "bad-path"), "{path}");
        assert_eq!(received.json()["field"], "b", "{path}");
    }
}

#[tokio::test]
async fn a_rejection_says_what_it_is() {
    let request =
        TestRequest::with_uri("/?size=x").insert_header(("content-type", "application/json"));
    let (request, mut payload) = request.set_payload(r#"{"items":7}"#).to_http_parts();
    let error = Query::<Order>::from_request(&request, &mut payload).await;
    let error = error.map(|_| ()).expect_err("no order");
    let rejection = error.as_error::<Rejection>().expect("a rejection");
    assert_eq!((rejection.status().as_u16(), rejection.field()), (400, Some("items")));
    let error = Json::<Order>::from_request(&request, &mut payload).await;
    let error = error.map(|_| ()).expect_err("no order");
    let rejection = error.as_error::<Rejection>().expect("a rejection");
    assert_eq!((rejection.status().as_u16(), rejection.field()), (422, Some("items")));
    assert!(rejection.detail().starts_with("Failed to deserialize the JSON body"));
    assert_eq!(rejection.to_string(), rejection.detail());
    assert_eq!(rejection.error_response().status(), 422);
    // What is noted of one value is not said of the next.
    let error = Form::<Order>::from_request(&request, &mut payload).await;
    let error = error.map(|_| ()).expect_err("no form");
    let rejection = error.as_error::<Rejection>().expect("a rejection");
    assert_eq!((rejection.status().as_u16(), rejection.field()), (415, None));
}
