//! The middleware among those of actix-web.

use actix_web::App;
use actix_web::middleware::{Compress, DefaultHeaders, NormalizePath};
use serde_json::Value;

use crate::app::{layer, routes, serve_app};
use crate::servers::error::Events;
use crate::servers::wire;

#[tokio::test]
async fn others_are_outside_or_inside() {
    let events = Events::default();
    let (outside, inside) = (layer(&events), layer(&events));
    let others = || DefaultHeaders::new().add(("x-shop", "tea"));
    let servers = [
        serve_app(move || {
            let app = App::new().configure(routes).wrap(others()).wrap(NormalizePath::trim());
            app.wrap(outside.clone())
        }),
        serve_app(move || {
            let app = App::new().configure(routes).wrap(inside.clone());
            app.wrap(NormalizePath::trim()).wrap(others())
        }),
    ];
    for server in servers {
        for (path, code) in
            [("/own/", "not-found"), ("/nowhere", "no-route"), ("/broken", "internal")]
        {
            let received = wire::get(server, path).await;
            assert_eq!(received.code(), code);
            assert_eq!(received.header("x-shop"), Some("tea"));
            assert_eq!(events.take().len(), 1);
        }
    }
}

#[tokio::test]
async fn compression_is_of_the_body_that_is_sent() {
    let events = Events::default();
    let (outside, inside) = (layer(&events), layer(&events));
    let servers = [
        (
            serve_app(move || {
                App::new().configure(routes).wrap(Compress::default()).wrap(outside.clone())
            }),
            false,
        ),
        (
            serve_app(move || {
                App::new().configure(routes).wrap(inside.clone()).wrap(Compress::default())
            }),
            true,
        ),
    ];
    for (server, is_compressed) in servers {
        for path in ["/own", "/nowhere", "/upstream"] {
            let plain = reqwest::Client::builder().no_proxy().gzip(false).build();
            let response = plain.expect("a client").get(format!("http://{server}{path}"));
            let response = response.header("accept-encoding", "gzip").send().await.expect("one");
            let encoding = response.headers().get("content-encoding").cloned();
            assert_eq!(encoding.is_some(), is_compressed, "{path}");
            let bytes = response.bytes().await.expect("a body");
            assert_eq!(bytes.starts_with(&[0x1f, 0x8b]), is_compressed, "{path}");
            let client = reqwest::Client::builder().no_proxy().gzip(true).build();
            let response = client.expect("a client").get(format!("http://{server}{path}"));
            let json = response.send().await.expect("one").bytes().await.expect("a body");
            assert!(serde_json::from_slice::<Value>(&json).is_ok(), "{path}");
        }
    }
}
