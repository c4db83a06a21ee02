//! A service that fails in every way.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, Error, FromRequest, Handler, HttpResponse, HttpServer, Resource, Responder};
use actix_web::{ResponseError as _, rt};
use api_error_catalog::actix::{ErrorMiddleware, Form, Json, Path, Query, pass_through};
use futures_util::stream;

use crate::servers::error::{
    ApiError, Events, Order, Page, broken, not_found, panics, upstream_text,
};

/// What is said of a path with `seven` for a number.
pub(crate) const NO_NUMBER: &str = "Invalid URL: can not parse \"seven\" to a u32";
/// What is said of a handler that takes what its route does not have.
pub(crate) const NOT_OF_ROUTE: &str = "wrong number of parameters";

/// The middleware that reports to a list.
pub(crate) fn layer(events: &Events) -> ErrorMiddleware {
    let events = events.clone();
    ApiError::middleware().body_limit(256).on_error(move |event| events.add(event.to_string()))
}

/// The service with a middleware.
pub(crate) async fn serve(middleware: ErrorMiddleware) -> SocketAddr {
    serve_app(move || App::new().configure(routes).wrap(middleware.clone()))
}

/// The service without any middleware.
pub(crate) async fn serve_plain() -> SocketAddr {
    serve_app(|| App::new().configure(routes))
}

/// The server ends with the test.
pub(crate) fn serve_app<F, T, B>(app: F) -> SocketAddr
where
    F: Fn() -> App<T> + Send + Clone + 'static,
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = HttpServer::new(app).workers(1).disable_signals();
    let server = server.listen_auto_h2c(listener).expect("a server").run();
    tokio::spawn(server);
    address
}

/// What is there for `GET` and `HEAD`.
fn get<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args> + Clone,
    F::Output: Responder + 'static,
    Args: FromRequest + 'static,
{
    web::resource(path).get(handler.clone()).head(handler)
}

/// The routes, without any middleware.
pub(crate) fn routes(app: &mut ServiceConfig) {
    let post = |path: &str| web::resource(path.to_owned());
    app.service(get("/ok", || async { "fine" }))
        .service(post("/order").post(|_: Json<Order>| async { "" }))
        .service(get("/order/{id}", |_: Path<u32>| async { "" }))
        .service(get("/pair/{a}/{b}", |_: Path<(u32, u32)>| async { "" }))
        .service(get("/page", |_: Query<Page>| async { "" }))
        .service(post("/form").post(|_: Form<Page>| async { "" }))
        .service(post("/stock").post(|_: web::Json<Order>| async { "" }))
        .service(get("/mistake", |_: Path<(u32, u32)>| async { "" }))
        .service(get("/own", || async { Err::<String, _>(not_found()) }))
        .service(get("/broken", || async { Err::<String, _>(broken()) }))
        .service(get("/unauthorized", || async { Err::<String, _>(ApiError::Unauthorized) }))
        .service(get("/not-modified", || async { Err::<String, _>(ApiError::NotModified) }))
        .service(get("/made-ok", || async {
            let mut response = with_status(StatusCode::OK);
            let tag = actix_web::http::header::HeaderValue::from_static("1");
            response.headers_mut().insert(actix_web::http::header::ETAG, tag);
            response
        }))
        .service(get("/conflict", || async { with_status(StatusCode::CONFLICT) }))
        .service(get("/panic", || async {
            match panics() {}
            #[expect(unreachable_code, reason = "what handlers have to return")]
            ""
        }))
        .service(get("/proxied", || async { pass_through(upstream()) }))
        .service(get("/upstream", || async { upstream() }))
        .service(get("/unknown", || async {
            HttpResponse::build(StatusCode::IM_A_TEAPOT).body("short and stout")
        }))
        .service(get("/endless", || async { endless(StatusCode::BAD_GATEWAY) }))
        .service(get("/endless/unknown", || async { endless(StatusCode::IM_A_TEAPOT) }))
        .service(get("/slow", || async {
            rt::time::sleep(Duration::from_secs(60)).await;
            ""
        }));
}

/// An error as a response whose status somebody has changed.
fn with_status(status: StatusCode) -> HttpResponse {
    let mut response = ApiError::Unauthorized.error_response();
    *response.status_mut() = status;
    response
}

/// What another service has answered, with headers of its own.
fn upstream() -> HttpResponse {
    HttpResponse::BadGateway()
        .insert_header(("content-type", "text/plain"))
        .insert_header(("etag", "\"1\""))
        .insert_header(("x-upstream", "yes"))
        .body(upstream_text())
}

/// An answer that never ends.
fn endless(status: StatusCode) -> HttpResponse {
    let body = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 64 * 1024].into()));
    HttpResponse::build(status).streaming(body)
}
