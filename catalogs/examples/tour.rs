//! A tour of typed errors: what a catalog says of one, the body that it becomes, and a service's own
//! error type. `cargo run --example tour`

use std::any::type_name;
use std::error::Error;
use std::io::{self, ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use api_error_catalog::{ApiErrorCatalog, CatalogCode, Retry, json};
use api_error_catalogs::{BictorysCode, GenericErrorCode, Hub2Code, PartnerCenterCode};

fn main() -> io::Result<()> {
    // This `stdout` leaves colours out where they are not wanted: in a pipe, or with NO_COLOR.
    match tour(&mut anstream::stdout().lock()) {
        // The reader has seen enough, as `head` does at some point.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn tour(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "What a catalog says of an error, and the body that the error becomes.")?;

    let code = BictorysCode::BadRequest;
    let body = code.body().message("bearer token or apikey is missing").source("onboarding");
    show(out, &[(code, body.to_json())])?;

    let code = PartnerCenterCode::InvalidInput;
    let broken = ["A referral without a solution cannot be co-sold"];
    let body = code.body().details([json!({ "InvalidReferralForCoSellConversion": broken })]);
    show(out, &[(code, body.to_json())])?;

    let codes = [GenericErrorCode::InternalServerError, GenericErrorCode::InvalidEmail];
    let cases = codes.map(|code| {
        let body = code.body().timestamp("2022-07-28T22:25:51Z");
        (code, body.method("POST").uri("/v1/subscriptions").to_json())
    });
    show(out, &cases)?;

    let code = Hub2Code::TransactionNotFound;
    let body = code.body().account_id("acc_51Hd").transaction_id("tr_8Kq2mV");
    show(out, &[(code, body.request_id("req_7f3Zb0").to_json())])?;

    own_errors(out)
}

/// A service's own error type. Its variants and their fields are checked against the catalog.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("examples/wallet.toml")]
enum WalletError {
    WalletNotFound {
        wallet_id: u32,
    },
    BalanceTooLow {
        wallet_id: u32,
        missing: &'static str,
    },
    LedgerUnavailable {
        payment_id: u32,
        #[source]
        cause: io::Error,
    },
    /// Every code that has no variant of its own.
    #[catalog(rest)]
    Other(WalletErrorRest),
}

fn own_errors(out: &mut impl Write) -> io::Result<()> {
    heading::<WalletErrorCode>(out)?;
    writeln!(
        out,
        "\n  An error type of a service’s own. Each variant is a code of its catalog:\n"
    )?;
    for error in [
        WalletError::WalletNotFound { wallet_id: 4071 },
        WalletError::BalanceTooLow { wallet_id: 4072, missing: "2500 XOF" },
        WalletError::Other(WalletErrorRest::WalletFrozen),
    ] {
        writeln!(out, "  {}  {:<17} {error}", error.code().status(), error.code())?;
    }

    let cause = io::Error::new(ErrorKind::ConnectionRefused, "ledger-2.internal: refused");
    let error = WalletError::LedgerUnavailable { payment_id: 93, cause };
    writeln!(out, "\n  {NAME}WalletError::LedgerUnavailable{NAME:#}")?;
    row(out, "code", "", error.code().as_str())?;
    row(out, "status", "", &status(error.code()))?;
    row(out, "display", "en", &error.to_string())?;
    row(out, "", "fr", &error.display("fr").to_string())?;
    if let Some(cause) = error.source() {
        row(out, "cause", "", &format!("{cause} (for the log only)"))?;
    }
    let sent = error.body().instance("/payments/93");
    body(out, "body en", &sent.to_json())?;
    body(out, "body fr", &sent.locale("fr").to_json())
}

/// Codes of one catalog, whichever it is, each with a body.
fn show<C: CatalogCode>(out: &mut impl Write, cases: &[(C, Vec<u8>)]) -> io::Result<()> {
    heading::<C>(out)?;
    for (code, json) in cases {
        facts(out, *code)?;
        body(out, "body", json)?;
    }
    Ok(())
}

fn facts<C: CatalogCode>(out: &mut impl Write, code: C) -> io::Result<()> {
    let entry = code.entry();
    let assumed: Vec<_> = entry.assumed().collect();
    let marked = |label: &str, key| {
        let mark = if assumed.contains(&key) { "*" } else { "" };
        format!("{label}{mark}")
    };
    let name = type_name::<C>().rsplit("::").next().unwrap_or_default();
    let silent = "the catalog does not say";

    writeln!(out, "\n  {NAME}{name}::{code:?}{NAME:#}")?;
    let sent = if entry.is_sent() { code.as_str() } else { "none: known by its status" };
    row(out, &marked("code", "code"), "", sent)?;
    if let Some(parent) = code.parent() {
        row(out, &marked("parent", "parent"), "", &format!("{parent}, {name}::{parent:?}"))?;
    }
    row(out, &marked("status", "status"), "", &status(code))?;
    let retry = match code.retry() {
        Some(Retry::Never) => "never: sending it again does not help",
        Some(Retry::AfterChange) => "after-change: the request or the state has to change first",
        Some(Retry::AfterDelay) => "after-delay: the same request may be sent again later",
        _ => silent,
    };
    row(out, &marked("retry", "retry"), "", retry)?;
    row(out, &marked("meaning", "description"), "en", code.description("en"))?;
    row(out, "", "fr", code.description("fr"))?;
    row(out, &marked("action", "action"), "en", code.action("en").unwrap_or(silent))?;
    row(out, "", "fr", code.action("fr").unwrap_or(silent))?;
    if !assumed.is_empty() {
        row(out, "*", "", "assumed: the API’s own documentation does not say")?;
    }
    Ok(())
}

fn status(code: impl CatalogCode) -> String {
    format!("{} {}", code.status(), code.entry().reason().unwrap_or_default())
}

const WIDTH: usize = 80;
/// How far in bodies and texts are.
const BODY: usize = 11;
const TEXT: usize = 15;

const TITLE: Style = Style::new().bold();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const KEY: Style = AnsiColor::Cyan.on_default();
const FAINT: Style = Style::new().dimmed();

fn heading<C: CatalogCode>(out: &mut impl Write) -> io::Result<()> {
    let title = C::CATALOG.title("en").unwrap_or(C::CATALOG.name());
    let line = "─".repeat(WIDTH.saturating_sub(title.chars().count() + 1));
    writeln!(out, "\n{TITLE}{title}{TITLE:#} {FAINT}{line}{FAINT:#}")
}

/// Text beside its label and its language.
fn row(out: &mut impl Write, label: &str, locale: &str, text: &str) -> io::Result<()> {
    let mut margin = format!("  {label:<9}{locale:<4}");
    for line in textwrap::wrap(text, WIDTH - TEXT) {
        writeln!(out, "{FAINT}{margin:TEXT$}{FAINT:#}{line}")?;
        margin.clear();
    }
    Ok(())
}

/// A body as it travels, but for the line breaks.
fn body(out: &mut impl Write, label: &str, json: &[u8]) -> io::Result<()> {
    let mut pretty = Vec::new();
    // Straight from text to text, which keeps the members in their order.
    let mut from = serde_json::Deserializer::from_slice(json);
    serde_transcode::transcode(&mut from, &mut serde_json::Serializer::pretty(&mut pretty))?;
    let mut margin = format!("  {label:<9}");
    for line in String::from_utf8_lossy(&pretty).lines() {
        write!(out, "{FAINT}{margin:BODY$}{FAINT:#}")?;
        match line.split_once("\": ") {
            Some((key, value)) => writeln!(out, "{KEY}{key}\"{KEY:#}: {value}")?,
            None => writeln!(out, "{line}")?,
        }
        margin.clear();
    }
    Ok(())
}
