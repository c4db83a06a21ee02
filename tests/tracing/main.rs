//! The feature `tracing`: an event for each error that is sent.

mod recorder;
#[path = "../servers/wire.rs"]
#[expect(dead_code, reason = "the tests of axum need more of it")]
mod wire;

use std::fmt;
use std::net::Ipv4Addr;

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::tracing::{ErrorEvent, record};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use recorder::{Recorded, Recorder};
use tokio::net::TcpListener;
use tracing::Level;
use tracing::subscriber::{set_default, with_default};

const SECRET: &str = "hunter2-secret";

#[derive(Debug, ApiErrorCatalog)]
#[catalog("tracing/errors.toml")]
enum ApiError {
    UnknownTea {
        tea: String,
    },
    Unpaid,
    Unauthorized,
    Restarting,
    #[catalog(code = "internal", log = "shard {shard}")]
    Broken {
        #[catalog(private)]
        shard: String,
        #[source]
        cause: Cause,
    },
}

#[derive(Debug)]
struct Cause(String, Option<Box<Self>>);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.1.as_deref().map(|cause| cause as _)
    }
}

fn broken(shard: &str, cause: &str) -> ApiError {
    let root = Cause(format!("password {SECRET} refused"), None);
    let cause = Cause(cause.into(), Some(Box::new(root)));
    ApiError::Broken { shard: shard.into(), cause }
}

async fn tea(Path(tea): Path<String>) -> Result<(), ApiError> {
    Err(ApiError::UnknownTea { tea })
}

fn app() -> Router {
    Router::new()
        .route("/tea/{tea}", get(tea))
        .route("/unpaid", get(|| async { ApiError::Unpaid }))
        .route("/unauthorized", get(|| async { ApiError::Unauthorized }))
        .route("/restarting", get(|| async { ApiError::Restarting }))
        .route("/broken", get(|| async { broken("7", "the connection is gone") }))
        .route("/fine", get(|| async { "fine" }))
        .layer(ApiError::layer())
}

/// What is recorded of requests, each with what was received.
async fn asked(heads: &[String]) -> Vec<(wire::Received, Vec<Recorded>)> {
    let recorder = Recorder::up_to(Level::TRACE);
    let _guard = set_default(recorder.clone());
    // The runtime of a test has one thread, this one.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let server = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, app()).await });
    let mut asked = Vec::new();
    for head in heads {
        let received = wire::ask(server, head, "").await;
        asked.push((received, recorder.take()));
    }
    asked
}

fn to(path: &str) -> String {
    format!("GET {path} HTTP/1.1\nx-request-id: req-1\naccept-language: fr")
}

/// What is recorded of an error without any framework.
fn recorded(error: &ApiError) -> Recorded {
    let recorder = Recorder::up_to(Level::TRACE);
    with_default(recorder.clone(), || record(&ErrorEvent::new(error)));
    let [event] = &recorder.take()[..] else { panic!("one event") };
    event.clone()
}

#[tokio::test]
async fn every_error_that_is_sent_is_one_event() {
    let requests = [
        ("/tea/assam?key=hunter2", Level::DEBUG, "unknown-tea", "unknown", "404"),
        ("/nowhere", Level::DEBUG, "no-route", "no-route", "404"),
        ("/unpaid", Level::WARN, "unpaid", "unpaid", "402"),
        ("/restarting", Level::WARN, "restarting", "restarting", "503"),
        ("/broken", Level::ERROR, "internal", "internal", "500"),
        // It lacks a header that it must have.
        ("/unauthorized", Level::ERROR, "unauthorized", "unauthorized", "401"),
    ];
    let heads = requests.map(|(path, ..)| to(path));
    for ((received, events), expected) in asked(&heads).await.iter().zip(requests) {
        let (target, level, entry, code, status) = expected;
        let [event] = &events[..] else { panic!("{target}: {events:?}") };
        assert_eq!(event.level, level, "{target}");
        assert_eq!(event.get("entry"), entry);
        assert_eq!((event.get("code"), &*received.code()), (code, code));
        assert_eq!((event.get("status"), &*received.status.to_string()), (status, status));
        assert_eq!(event.get("catalog"), "traced");
        assert_eq!((event.get("request_id"), event.get("method")), ("req-1", "GET"));
        assert_eq!(event.get("locale"), "fr");
        // Without the query.
        assert_eq!(Some(event.get("path")), target.split('?').next());
        let missing = if status == "401" { "WWW-Authenticate" } else { "" };
        assert_eq!(event.get("missing_header"), missing);
    }
}

#[tokio::test]
async fn a_success_is_no_event() {
    for (received, events) in asked(&[to("/fine")]).await {
        assert_eq!((received.status, events.len()), (200, 0));
    }
}

#[tokio::test]
async fn causes_are_in_the_event_and_not_in_the_answer() {
    for (received, events) in asked(&[to("/broken")]).await {
        let [event] = &events[..] else { panic!("{events:?}") };
        assert_eq!(event.get("message"), "shard 7");
        let causes = "the connection is gone: password hunter2-secret refused";
        assert_eq!(event.get("causes"), causes);
        assert!(!received.has(SECRET) && !received.has("shard"), "{received:?}");
    }
}

#[tokio::test]
async fn nothing_that_is_sent_begins_a_line() {
    let hostile = "a%0D%0A2026-11-25%20ERROR%20all%20is%20lost%1B%5B31m%E2%80%AE";
    let heads = [to(&format!("/tea/{hostile}")), to(&format!("/{hostile}"))];
    for (_, events) in asked(&heads).await {
        let [event] = &events[..] else { panic!("{events:?}") };
        is_one_line(event);
    }
    let hostile = "a\r\nERROR all is lost\u{1b}[31m\u{202e}\u{2028}";
    let event = recorded(&broken(hostile, hostile));
    is_one_line(&event);
    assert_eq!(event.get("message"), r"shard a\r\nERROR all is lost\u{1b}[31m\u{202e}\u{2028}");
    let error = ApiError::UnknownTea { tea: hostile.into() };
    let mut event = ErrorEvent::new(&error);
    (event.method, event.target, event.request_id) = (hostile, hostile, Some(hostile));
    let recorder = Recorder::up_to(Level::TRACE);
    with_default(recorder.clone(), || record(&event));
    recorder.take().iter().for_each(is_one_line);
}

fn is_one_line(event: &Recorded) {
    let is_hostile =
        |character: char| character.is_control() || matches!(character, '\u{202e}' | '\u{2028}');
    for (field, value) in event.fields() {
        assert!(!value.contains(is_hostile), "{field} {value:?}");
    }
}

#[tokio::test]
async fn labels_are_as_many_as_entries() {
    let heads = (0..50).flat_map(|n| [to(&format!("/tea/{n}")), to(&format!("/{n}"))]);
    let heads: Vec<_> = heads.collect();
    let mut labels = std::collections::BTreeSet::new();
    for (_, events) in asked(&heads).await {
        for event in &events {
            labels.insert((event.get("catalog").to_owned(), event.get("entry").to_owned()));
        }
    }
    let traced = |entry: &str| ("traced".to_owned(), entry.to_owned());
    assert_eq!(Vec::from_iter(labels), [traced("no-route"), traced("unknown-tea")]);
}

#[test]
fn what_is_not_known_is_left_out() {
    let error = ApiError::Unpaid;
    let event = recorded(&error);
    let fields: Vec<_> = event.fields().map(|(name, _)| name).collect();
    assert_eq!(fields, ["catalog", "code", "entry", "message", "status"]);
    assert_eq!(event.get("status"), error.status().to_string());
}

#[test]
fn an_error_that_becomes_a_status_of_grpc_is_one_event() {
    let recorder = Recorder::up_to(Level::TRACE);
    let error = || broken("7", "the connection is gone");
    let status = with_default(recorder.clone(), || tonic::Status::from(error()));
    assert_eq!(status.code(), tonic::Code::Internal);
    let [event] = &recorder.take()[..] else { panic!("one event") };
    assert_eq!((event.level, event.get("message")), (Level::ERROR, "shard 7"));
    assert!(event.get("causes").ends_with("password hunter2-secret refused"));
}

#[test]
fn what_nobody_listens_to_is_not_written() {
    struct Loud;
    impl fmt::Display for Loud {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            panic!("nobody listens")
        }
    }
    impl fmt::Debug for Loud {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Loud")
        }
    }
    impl std::error::Error for Loud {}
    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("tracing/errors.toml", of = ApiErrorCode)]
    enum Quiet {
        Unpaid(#[source] Loud),
    }
    let recorder = Recorder::up_to(Level::ERROR);
    with_default(recorder.clone(), || record(&ErrorEvent::new(&Quiet::Unpaid(Loud))));
    assert_eq!(recorder.take().len(), 0);
}
