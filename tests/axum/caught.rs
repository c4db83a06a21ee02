//! What axum alone has: routers in routers, services around them, and bare rejections.

use axum::extract::Request;
use axum::routing::get;
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tower_layer::Layer as _;

use crate::app::{layer, routes, serve, serve_router};
use crate::servers::caught::heads_have_no_body;
use crate::servers::error::Events;
use crate::servers::wire::{self, ask};

#[tokio::test]
async fn the_path_is_that_of_the_request_in_nested_routers() {
    let events = Events::default();
    let inner = || Router::new().nest("/inner", routes().layer(layer(&events)));
    for app in [inner(), inner().layer(layer(&events))] {
        let server = serve_router(Router::new().nest("/outer", app)).await;
        for (path, code) in [("/outer/inner/own", "not-found"), ("/outer/inner/panic", "panicked")]
        {
            let received = wire::get(server, path).await;
            assert_eq!(received.code(), code);
            assert_eq!(received.json()["instance"], path);
            assert_eq!(events.take().len(), 1, "each error is reported once");
        }
        let received = ask(server, "PUT /outer/inner/ok HTTP/1.1", "").await;
        assert_eq!((received.status, received.header("allow")), (405, Some("GET,HEAD")));
        assert_eq!(received.json()["instance"], "/outer/inner/ok");
        events.take();
    }
}

#[tokio::test]
async fn a_panic_before_the_future_is_there_is_caught() {
    let events = Events::default();
    let app = routes().route(
        "/call",
        get(|| async {}).layer(middleware::from_fn(|_: Request, _| -> std::future::Ready<()> {
            panic!("in call")
        })),
    );
    let server = serve_router(app.layer(layer(&events))).await;
    let received = wire::get(server, "/call").await;
    assert_eq!((received.status, &*received.code()), (500, "panicked"));
    let [event] = &events.take()[..] else { panic!("one event") };
    assert!(event.ends_with(": It panicked.: panic: in call"), "{event}");
}

#[tokio::test]
async fn a_head_outside_of_the_router_has_no_body_either() {
    let events = Events::default();
    // Outside of the router, which has taken the body away by then.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let server = listener.local_addr().expect("an address");
    let service = layer(&events).layer(routes());
    let service = axum::ServiceExt::<Request>::into_make_service(service);
    tokio::spawn(async { axum::serve(listener, service).await });
    heads_have_no_body(server).await;
}

#[tokio::test]
async fn what_extractors_of_axum_reject_is_known_by_its_status() {
    let server = serve(layer(&Events::default())).await;
    let head = "POST /stock HTTP/1.1\ncontent-type: application/json";
    let received = ask(server, head, "{").await;
    assert_eq!((received.status, &*received.code()), (400, "bad-request"));
    assert_eq!(received.message(), "The request is wrong.");
}
