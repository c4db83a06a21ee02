//! Starts a service on a port that is free, and asks it over a real connection.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use actix_web::web::Data;
use actix_web::{App, HttpServer};
use axum::Router;
use http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, DATE, VARY,
};
use http::{HeaderMap, HeaderValue, Method};
use serde_json::json;
use tokio::net::TcpListener;

use crate::catalogs;
use crate::db::Db;
use crate::exchange::Exchange;
use crate::log::Log;
use crate::with_actix::service::{errors, routes};

/// What came back.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Without `Date`.
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// What the service wrote into its log meanwhile.
    pub(crate) log: Vec<String>,
}

/// Starts a service and sends it requests, one after the other.
pub(crate) async fn ask(
    service: fn(Log) -> Router,
    exchanges: Vec<Exchange>,
) -> Vec<(Exchange, Answer)> {
    let log = Log::default();
    let server = serve(service(log.clone())).await;
    ask_server(server, &log, exchanges).await
}

/// The same for the service of actix-web, with what is expected of it.
pub(crate) async fn ask_actix(exchanges: Vec<Exchange>) -> Vec<(Exchange, Answer)> {
    let log = Log::default();
    let server = serve_actix(&log);
    ask_server(server, &log, exchanges.into_iter().map(Exchange::in_actix).collect()).await
}

async fn ask_server(
    server: SocketAddr,
    log: &Log,
    exchanges: Vec<Exchange>,
) -> Vec<(Exchange, Answer)> {
    let client = http_client();
    let mut asked = Vec::new();
    for exchange in exchanges {
        let answer = send(&client, server, &exchange, log).await;
        asked.push((exchange, answer));
    }
    asked
}

pub(crate) fn http_client() -> reqwest::Client {
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build();
    client.expect("a client")
}

/// The server ends with the runtime that it runs on.
pub(crate) async fn serve(service: Router) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, service).await });
    address
}

/// The same for the service of actix-web.
pub(crate) fn serve_actix(log: &Log) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    let (db, errors) = (Data::new(Db::seeded()), errors(log.clone()));
    let app =
        move || App::new().configure(|config| routes(config, db.clone())).wrap(errors.clone());
    // Five seconds to send a request are not enough on a machine that others load.
    let patient = HttpServer::new(app).workers(1).client_request_timeout(Duration::from_secs(60));
    let server = patient.disable_signals().listen(listener);
    tokio::spawn(server.expect("a server").run());
    address
}

pub(crate) async fn send(
    client: &reqwest::Client,
    server: SocketAddr,
    exchange: &Exchange,
    log: &Log,
) -> Answer {
    let method = Method::from_bytes(exchange.method.as_bytes()).expect("a method");
    let mut request = client.request(method, format!("http://{server}{}", exchange.path));
    let headers = [
        (AUTHORIZATION.as_str(), exchange.authorization),
        (ACCEPT_LANGUAGE.as_str(), exchange.accept_language),
        (CONTENT_TYPE.as_str(), exchange.media_type),
        ("x-request-id", exchange.request_id),
    ];
    for (name, value) in headers {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    let response = request.body(exchange.body.clone()).send().await.expect("an answer");
    let status = response.status().as_u16();
    let mut headers = response.headers().clone();
    headers.remove(DATE);
    let body = response.bytes().await.expect("the whole body").to_vec();
    let answer = Answer { status, headers, body, log: log.take() };
    if exchange.request_id.is_some() { answer } else { answer.with_request_id_of_one_run() }
}

impl Answer {
    /// As text, with `?` for what is none.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Holds an answer in French against the same one in English: the message is another, and all else is
    /// the same, the log included.
    pub(crate) fn check_translation(&self, english: &Self, message: &str) {
        let french_message = catalogs::french_message(english);
        assert_ne!(french_message, message);
        let [message, french_message] =
            [message, &french_message].map(|text| json!(text).to_string());
        let text = english.text().replace(&message, &french_message);
        let mut headers = english.headers.clone();
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static("fr"));
        headers.insert(VARY, HeaderValue::from_static("accept-language"));
        // Of a body that had a generated id.
        headers.insert(CONTENT_LENGTH, self.headers[CONTENT_LENGTH].clone());
        let log = english.log.clone();
        assert_eq!(self, &Self { status: english.status, headers, body: text.into_bytes(), log });
    }

    /// Puts `generated` for an id that the service made, so that two runs can be compared. It has to
    /// be the same in header, body and log to be replaced.
    fn with_request_id_of_one_run(mut self) -> Self {
        let made = self.header("x-request-id").expect("a request id").to_owned();
        assert_eq!(made.len(), 36, "{made} is no UUID");
        self.headers.insert("x-request-id", HeaderValue::from_static("generated"));
        self.body = self.text().replace(&made, "generated").into_bytes();
        for line in &mut self.log {
            *line = line.replace(&made, "generated");
        }
        self
    }
}
