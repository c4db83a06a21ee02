//! Answers that came over a real connection: the example `loopback`, its server and its client.

use std::io::Write as _;
use std::net::SocketAddr;
use std::time::Duration;

use anstream::StripStream;
use api_error_catalog::{Basis, Decoded, ErrorCatalog, Retry, json};
use api_error_catalogs::{Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code};
use api_error_catalogs::{PartnerCenter, PartnerCenterCode};

#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/loopback.rs"]
mod loopback;

use loopback::{ask, serve};

/// What comes back from a path, held against what a program acts on.
async fn answer<A: ErrorCatalog>(
    server: SocketAddr,
    path: &str,
    status: u16,
    (code, raw_code): (Option<A::Code>, Option<&str>),
    retry: (Retry, Option<u64>),
) -> Decoded<A::Code> {
    let answer = ask::<A>(server, path).await.expect("an answer");
    assert_eq!((answer.status(), path), (status, path));
    assert_eq!((answer.code(), answer.raw_code(), path), (code, raw_code, path));
    let delay = retry.1.map(Duration::from_secs);
    assert_eq!((answer.retry(), answer.retry_after(), path), (Some(retry.0), delay, path));
    answer
}

#[tokio::test]
async fn the_apis_own_answers_are_read() {
    let server = serve().await.expect("a server");

    let codes = (Some(BictorysCode::BadRequest), Some("BAD_REQUEST"));
    let retry = (Retry::AfterChange, None);
    let read = answer::<Bictorys>(server, "/bictorys/no-key", 400, codes, retry).await;
    assert_eq!(read.action("en"), BictorysCode::BadRequest.action("en"));
    assert_eq!(read.message().as_deref(), Some("bearer token or apikey is missing"));

    let codes = (Some(PartnerCenterCode::InvalidInput), Some("99901"));
    let path = "/partner-center/no-solution";
    let read = answer::<PartnerCenter>(server, path, 400, codes, retry).await;
    assert_eq!(read.action("fr"), PartnerCenterCode::InvalidInput.action("fr"));
    let rule = json!([{ "InvalidReferralForCoSellConversion": ["No solution, no co-sell"] }]);
    assert_eq!(read.slot("details"), Some(rule));

    let codes = (Some(GenericErrorCode::TooManyRequests), None);
    let retry = (Retry::AfterDelay, Some(120));
    let path = "/generic-error/too-fast";
    let read = answer::<GenericError>(server, path, 429, codes, retry).await;
    assert_eq!(read.action("en"), GenericErrorCode::TooManyRequests.action("en"));
    assert_eq!(read.slot("uri"), Some(json!("/v1/referrals")));
    assert_eq!(read.raw_retry_after(), Some("120"));

    let codes = (Some(Hub2Code::TransactionNotFound), Some("transaction-not-found"));
    let retry = (Retry::AfterChange, None);
    let read = answer::<Hub2>(server, "/hub2/not-found", 404, codes, retry).await;
    assert_eq!(read.action("en"), Hub2Code::TransactionNotFound.action("en"));
    assert_eq!(read.slot("request_id"), Some(json!("req_7f")));
    assert_eq!(read.parameter("transaction_id").as_deref(), Some("tr_8Kq2mV"));
}

#[tokio::test]
async fn codes_that_no_catalog_has_leave_the_next_best_advice() {
    let server = serve().await.expect("a server");
    let retry = (Retry::AfterChange, None);

    let codes = (None, Some("wallet-asleep"));
    let read = answer::<Hub2>(server, "/hub2/new-code", 402, codes, retry).await;
    assert!(read.is_code("wallet-asleep"));
    assert!(matches!(read.basis(), Basis::Status(row) if row.status() == 402));
    assert_eq!(read.action("en"), Hub2::status_row(402).expect("a row").action("en"));

    let codes = (Some(PartnerCenterCode::InvalidInput), Some("99931"));
    let path = "/partner-center/new-code";
    let read = answer::<PartnerCenter>(server, path, 400, codes, retry).await;
    assert!(read.is_code("99931") && read.is_code("99901"));
    assert!(matches!(read.basis(), Basis::Code(code) if code.as_str() == "99901"));
    assert_eq!(read.action("en"), PartnerCenterCode::InvalidInput.action("en"));
}

#[tokio::test]
async fn answers_of_machines_in_between_are_read_by_their_status() {
    let server = serve().await.expect("a server");

    let retry = (Retry::AfterDelay, None);
    let read = answer::<Hub2>(server, "/hub2/proxy", 502, (None, None), retry).await;
    assert!(matches!(read.basis(), Basis::Status(row) if row.status() == 502));
    assert_eq!(read.action("en"), Hub2::status_row(502).expect("a row").action("en"));
    assert_eq!(read.body(), b"<h1>502 Bad Gateway</h1>");

    let codes = (Some(BictorysCode::ServiceUnavailable), None);
    let retry = (Retry::AfterDelay, Some(37));
    let read = answer::<Bictorys>(server, "/bictorys/stopped", 503, codes, retry).await;
    assert_eq!(read.action("en"), BictorysCode::ServiceUnavailable.action("en"));
    assert_eq!(read.raw_retry_after(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(read.body(), b"");

    let read = ask::<GenericError>(server, "/generic-error/timeout").await;
    let read = read.expect("an answer");
    assert_eq!((read.status(), read.code(), read.raw_code()), (504, None, None));
    assert!(matches!(read.basis(), Basis::Class(row) if row.status() == 500));
    assert_eq!(read.action("en"), GenericError::status_row(500).expect("a row").action("en"));
    assert_eq!(read.retry(), None);
}

#[tokio::test]
async fn what_it_prints_is_plain_where_colours_are_not_wanted() {
    let mut out = StripStream::new(Vec::new());
    loopback::loopback(&mut out).await.expect("answers");
    out.flush().expect("a buffer");
    let printed = String::from_utf8(out.into_inner()).expect("UTF-8");
    assert!(!printed.contains('\u{1b}'), "{printed}");
    for line in [
        "  code     PartnerCenterCode::InvalidInput",
        "  raw code 99931, which the catalog does not know",
        "  retry    after-delay, in 37 seconds",
        "  basis    the status 500, the first of its class",
    ] {
        assert!(printed.lines().any(|printed| printed == line), "{line}\n{printed}");
    }
}
