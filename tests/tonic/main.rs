//! The feature `tonic`: errors as they come out of a connection of gRPC.

mod wire;

use std::fmt;
use std::time::Duration;

use api_error_catalog::tonic::status_for;
use api_error_catalog::{ApiErrorCatalog, GrpcCode, Retry};
use tonic::metadata::MetadataMap;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

const SECRET: &str = "hunter2-secret";

#[derive(Debug, ApiErrorCatalog)]
#[catalog("tonic/errors.toml")]
enum ApiError {
    #[catalog(log = "searched {searched}")]
    NoTea {
        tea: String,
        shelf: u8,
        #[catalog(private)]
        searched: String,
    },
    TeaExists {
        tea: String,
    },
    Busy {
        retry_after: Option<Duration>,
    },
    Lost,
    #[catalog(log = "shard {shard}")]
    Broken {
        #[catalog(private)]
        shard: String,
        #[source]
        cause: Cause,
    },
}

#[derive(Debug)]
struct Cause;

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "password {SECRET} refused")
    }
}

impl std::error::Error for Cause {}

/// One that cannot be kept as it is.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("tonic/errors.toml", of = ApiErrorCode)]
enum Borrowed<'a> {
    TeaExists { tea: &'a str },
}

fn no_tea() -> ApiError {
    ApiError::NoTea { tea: "Assam\r\nx: y ☕".into(), shelf: 3, searched: SECRET.into() }
}

fn broken() -> ApiError {
    ApiError::Broken { shard: SECRET.into(), cause: Cause }
}

fn errors() -> [(fn() -> ApiError, Code); 5] {
    [
        (no_tea, Code::NotFound),
        (|| ApiError::TeaExists { tea: "Assam".into() }, Code::AlreadyExists),
        (|| ApiError::Busy { retry_after: Some(Duration::from_millis(1500)) }, Code::Unavailable),
        (|| ApiError::Lost, Code::DataLoss),
        (broken, Code::Internal),
    ]
}

fn asked(languages: &'static str) -> MetadataMap {
    let mut metadata = MetadataMap::new();
    metadata.insert("accept-language", languages.parse().expect("a value"));
    metadata
}

#[tokio::test]
async fn every_error_comes_back_over_a_connection() {
    for (error, code) in errors() {
        let received = wire::call(move || error().into()).await;
        assert_eq!(received.code(), code);
        let read = ApiError::decode_status(&received);
        assert_eq!(read.code(), Some(error().code()));
        assert_eq!(read.status(), error().status());
        assert_eq!(read.message().as_deref(), Some(&*error().to_string()));
        assert_eq!(read.grpc(), error().code().grpc());
    }
}

#[tokio::test]
async fn parameters_and_delays_come_back() {
    let received = wire::call(|| no_tea().into()).await;
    let read = ApiError::decode_status(&received);
    assert_eq!(read.parameter("tea").as_deref(), Some("Assam\r\nx: y ☕"));
    // It is in no message.
    assert_eq!(read.parameter_value("shelf"), Some(3.into()));
    let french = "Il n’y a pas de thé Assam\r\nx: y ☕.";
    assert_eq!(read.localized_message("fr").as_deref(), Some(french));

    let received =
        wire::call(|| ApiError::Busy { retry_after: Some(Duration::from_millis(1500)) }.into());
    let received = received.await;
    let delay = received.get_details_retry_info().and_then(|info| info.retry_delay);
    assert_eq!(delay, Some(Duration::from_millis(1500)));
    let read = ApiError::decode_status(&received);
    assert_eq!(read.retry(), Some(Retry::AfterDelay));
    assert_eq!(read.retry_after(), Some(Duration::from_secs(2)));
    let without = Status::from(ApiError::Busy { retry_after: None });
    assert!(without.get_details_retry_info().is_none());
    assert_eq!(ApiError::decode_status(&without).retry_after(), None);
}

#[tokio::test]
async fn details_are_those_of_google_rpc() {
    let metadata = asked("de, fr-CI;q=0.9, en;q=0.5");
    let received = wire::call(move || status_for(no_tea(), &metadata)).await;
    // For developers, in the default locale.
    assert_eq!(received.message(), "There is no tea Assam\r\nx: y ☕.");
    let info = received.get_details_error_info().expect("an ErrorInfo");
    assert_eq!((&*info.reason, &*info.domain), ("no-tea", "teas.example"));
    assert_eq!(info.metadata["shelf"], "3");
    assert_eq!(info.metadata.len(), 2);
    let text = received.get_details_localized_message().expect("a text");
    assert_eq!((&*text.locale, &*text.message), ("fr", "Il n’y a pas de thé Assam\r\nx: y ☕."));
    let help = received.get_details_help().expect("a link");
    assert_eq!(help.links[0].url, "https://teas.example/errors/no-tea");

    // For the person who uses the app.
    let metadata = asked("fr");
    let exists = || ApiError::TeaExists { tea: "Assam".into() };
    let received = wire::call(move || status_for(exists(), &metadata)).await;
    let text = received.get_details_localized_message().expect("a text");
    assert_eq!(text.message, "Choisissez un autre nom.");
    assert_eq!(received.message(), "There is Assam already.");
}

#[tokio::test]
async fn nothing_of_a_cause_is_sent() {
    for error in [no_tea, broken] {
        for languages in ["en", "fr", "ja"] {
            let metadata = asked(languages);
            let copy = metadata.clone();
            let raw = wire::raw(move || status_for(error(), &copy)).await;
            assert!(has(&raw, "grpc-status"), "{raw:?}");
            // Details are in Base64 there.
            let status = status_for(error(), &metadata);
            for bytes in [&raw, status.message().as_bytes(), status.details()] {
                assert!(!has(bytes, SECRET), "{}", String::from_utf8_lossy(bytes));
            }
        }
    }
    // It is there for a layer of the server, as it is.
    let status = Status::from(broken());
    let source = std::error::Error::source(&status).expect("the error");
    let error = ApiError::find_in(source).expect("the enum");
    assert_eq!(error.report(), "shard hunter2-secret: password hunter2-secret refused");
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn an_error_that_borrows_becomes_a_status_too() {
    let tea = String::from("Assam");
    let status = Status::from(Borrowed::TeaExists { tea: &tea });
    assert_eq!((status.code(), status.message()), (Code::AlreadyExists, "There is Assam already."));
}

#[test]
fn what_is_not_of_the_catalog_keeps_its_message() {
    let foreign = |domain: &str, reason: &str| {
        let details = tonic_types::ErrorDetails::with_error_info(reason, domain, []);
        ApiError::decode_status(&Status::with_error_details(Code::NotFound, "no such cup", details))
    };
    for read in [
        foreign("cups.example", "no-tea"),
        foreign("teas.example", "no-cup"),
        ApiError::decode_status(&Status::not_found("no such cup")),
    ] {
        assert_eq!((read.code(), read.status()), (None, 404));
        assert_eq!(read.body(), b"no such cup");
        assert_eq!(read.grpc(), GrpcCode::NotFound);
    }
    assert_eq!(foreign("teas.example", "no-tea").code(), Some(ApiErrorCode::NoTea));
    let ok = ApiError::decode_status(&Status::ok(""));
    assert_eq!((ok.code(), ok.status()), (None, 500));
}

#[test]
fn a_code_of_grpc_has_the_number_that_tonic_has() {
    for code in GrpcCode::ALL {
        let status = Status::new(Code::from_bytes((*code as i32 + 1).to_string().as_bytes()), "");
        assert_eq!(ApiError::decode_status(&status).status(), code.http_status());
        let name = format!("{:?}", status.code()).to_uppercase();
        assert_eq!(name, code.as_str().replace('_', ""));
    }
}

#[test]
fn hostile_details_are_no_panic() {
    for details in [&b"\xff\xff\xff"[..], b"", &[0x08; 40]] {
        let status = Status::with_details(Code::Internal, "x", details.to_vec().into());
        assert_eq!(ApiError::decode_status(&status).code(), None);
    }
}
