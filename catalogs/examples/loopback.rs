//! Reading what comes back: a server that answers as four APIs do, and as the machines in front of
//! them do, and a client that is told what to do next. `cargo run --example loopback`

use std::any::type_name;
use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use api_error_catalog::{Basis, CatalogCode, Decoded, ErrorCatalog, json};
use api_error_catalogs::{Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code};
use api_error_catalogs::{PartnerCenter, PartnerCenterCode};
use axum::Router;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, DATE, RETRY_AFTER};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    // This `stdout` leaves colours out where they are not wanted: in a pipe, or with NO_COLOR.
    match loopback(&mut anstream::stdout()).await {
        // The reader has seen enough, as `head` does at some point.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

pub(crate) async fn loopback(out: &mut impl Write) -> io::Result<()> {
    let server = serve().await?;
    writeln!(out, "{TITLE}What the APIs say themselves{TITLE:#}")?;
    show(out, &ask::<Bictorys>(server, "/bictorys/no-key").await?)?;
    show(out, &ask::<PartnerCenter>(server, "/partner-center/no-solution").await?)?;
    show(out, &ask::<GenericError>(server, "/generic-error/too-fast").await?)?;
    show(out, &ask::<Hub2>(server, "/hub2/not-found").await?)?;

    writeln!(out, "\n{TITLE}Codes that are newer than the catalogs{TITLE:#}")?;
    show(out, &ask::<Hub2>(server, "/hub2/new-code").await?)?;
    show(out, &ask::<PartnerCenter>(server, "/partner-center/new-code").await?)?;

    writeln!(out, "\n{TITLE}Answers of the machines in between{TITLE:#}")?;
    show(out, &ask::<Hub2>(server, "/hub2/proxy").await?)?;
    show(out, &ask::<Bictorys>(server, "/bictorys/stopped").await?)?;
    show(out, &ask::<GenericError>(server, "/generic-error/timeout").await?)
}

/// All that an integrator writes: a request, and the catalog that reads the answer.
pub(crate) async fn ask<A: ErrorCatalog>(
    server: SocketAddr,
    path: &str,
) -> io::Result<Decoded<A::Code>> {
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build();
    let request = client.map_err(io::Error::other)?.get(format!("http://{server}{path}"));
    let response = request.send().await.map_err(io::Error::other)?;
    match A::check(response).await {
        Ok(response) => Err(io::Error::other(format!("{} is no error", response.status()))),
        Err(error) => Ok(error),
    }
}

/// Starts the server, on a port that is free. It ends with the runtime that it runs on.
pub(crate) async fn serve() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, answers()).await });
    Ok(address)
}

fn answers() -> Router {
    let bad_request = BictorysCode::BadRequest;
    let no_key = bad_request.body().message("bearer token or apikey is missing").to_json();
    let invalid = PartnerCenterCode::InvalidInput;
    let rule = json!({ "InvalidReferralForCoSellConversion": ["No solution, no co-sell"] });
    let no_solution = invalid.body().details([rule]).to_json();
    let too_many = GenericErrorCode::TooManyRequests;
    let too_fast = too_many.body().method("GET").uri("/v1/referrals").to_json();
    let unknown = Hub2Code::TransactionNotFound;
    let not_found = unknown.body().account_id("acc_51Hd").transaction_id("tr_8Kq2mV").locale("fr");

    let new_code = r#"{ "status": 402, "code": "wallet-asleep", "message": "Wake the wallet." }"#;
    let new_inner = concat!(
        r#"{ "error": { "code": "invalidRequest", "message": "Invalid", "innerError": "#,
        r#"{ "code": "99901", "message": "InvalidInput", "innerError": "#,
        r#"{ "code": "99931", "message": "NoSolutionArea" } } } }"#
    );
    let html = [(CONTENT_TYPE, "text/html")];
    let now = (DATE, "Sun, 06 Nov 1994 08:49:00 GMT");
    let later = (RETRY_AFTER, "Sun, 06 Nov 1994 08:49:37 GMT");
    Router::new()
        .route("/bictorys/no-key", get(answer(bad_request, no_key)))
        .route("/partner-center/no-solution", get(answer(invalid, no_solution)))
        .route("/generic-error/too-fast", get(([(RETRY_AFTER, "120")], answer(too_many, too_fast))))
        .route("/hub2/not-found", get(answer(unknown, not_found.request_id("req_7f").to_json())))
        .route("/hub2/new-code", get((StatusCode::PAYMENT_REQUIRED, new_code)))
        .route("/partner-center/new-code", get((StatusCode::BAD_REQUEST, new_inner)))
        .route("/hub2/proxy", get((StatusCode::BAD_GATEWAY, html, "<h1>502 Bad Gateway</h1>")))
        .route("/bictorys/stopped", get((StatusCode::SERVICE_UNAVAILABLE, [now, later])))
        .route("/generic-error/timeout", get((StatusCode::GATEWAY_TIMEOUT, "upstream timed out")))
}

/// An error as its API sends it.
fn answer<C: CatalogCode>(code: C, body: Vec<u8>) -> impl IntoResponse + Clone {
    (code.status_code(), [(CONTENT_TYPE, C::CATALOG.media_type())], body)
}

/// What to make of an answer, and what to do next.
fn show<C: CatalogCode>(out: &mut impl Write, answer: &Decoded<C>) -> io::Result<()> {
    let name = type_name::<C>().rsplit("::").next().unwrap_or_default();
    let title = C::CATALOG.title("en").unwrap_or(C::CATALOG.name());
    writeln!(out, "\n  {NAME}{title}{NAME:#}")?;
    row(out, "status", &answer.status().to_string())?;
    let body = String::from_utf8_lossy(answer.body());
    row(out, "body", if body.is_empty() { "none" } else { &body })?;
    row(out, "code", &answer.code().map_or("none".into(), |code| format!("{name}::{code:?}")))?;
    if let Some(raw) = answer.raw_code().filter(|raw| C::from_code(raw).is_none()) {
        row(out, "raw code", &format!("{raw}, which the catalog does not know"))?;
    }
    row(out, "meaning", answer.description("en").unwrap_or("unknown"))?;
    row(out, "action", answer.action("en").unwrap_or("the catalog does not say"))?;
    let retry = answer.retry().map_or("the catalog does not say", |retry| retry.as_str());
    let delay = answer.retry_after().map(|delay| format!(", in {} seconds", delay.as_secs()));
    row(out, "retry", &format!("{retry}{}", delay.unwrap_or_default()))?;
    let basis = match answer.basis() {
        Basis::Code(code) => format!("the code {} in the body", code.as_str()),
        Basis::Status(row) => format!("the status {}", row.status()),
        Basis::Class(row) => format!("the status {}, the first of its class", row.status()),
        _ => "nothing that the catalog knows".into(),
    };
    row(out, "basis", &basis)
}

const TITLE: Style = Style::new().bold();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// Text beside its label.
fn row(out: &mut impl Write, label: &str, text: &str) -> io::Result<()> {
    let mut margin = label;
    for line in textwrap::wrap(text, 69) {
        writeln!(out, "  {FAINT}{margin:<9}{FAINT:#}{line}")?;
        margin = "";
    }
    Ok(())
}
