//! An orders service, written in the usual way with axum and thiserror (`usual`), again with catalogs of its
//! errors (`catalog`), and again with the feature `axum` (`axum`) and with `actix` (`actix`); the requests that they are
//! asked, and the answers that they have to give.
//! What knows nothing of how errors are written stands beside them, the routes of the first two included.

mod cache;
mod catalogs;
mod client;
mod db;
mod exchange;
mod load;
mod log;
mod openapi;
mod requests;

mod usual {
    pub(crate) mod error;
    #[path = "../layers.rs"]
    mod layers;
    pub(crate) mod payments;
    #[path = "../provider.rs"]
    mod provider;
    #[path = "../service.rs"]
    pub(crate) mod service;
}

#[expect(clippy::duplicate_mod, reason = "the routes are the same, with other errors")]
mod catalog {
    pub(crate) mod error;
    #[path = "../layers.rs"]
    mod layers;
    pub(crate) mod payments;
    #[path = "../provider.rs"]
    mod provider;
    #[path = "../service.rs"]
    pub(crate) mod service;
}

/// What `errcat import --from rust` makes of `usual`, and of services that were not written to be imported;
/// `cli/tests/commands/import.rs` holds it against that.
#[expect(dead_code, reason = "few of the errors are made")]
mod imported {
    #[rustfmt::skip]
    pub(crate) mod awkward;
    #[rustfmt::skip]
    pub(crate) mod error;
    #[rustfmt::skip]
    pub(crate) mod mail;
    #[rustfmt::skip]
    pub(crate) mod report;
    #[rustfmt::skip]
    pub(crate) mod stock;
}

#[path = "axum"]
#[expect(clippy::duplicate_mod, reason = "the errors are the same, in another framework")]
mod with_axum {
    #[path = "../error.rs"]
    mod error;
    #[path = "../catalog/payments.rs"]
    mod payments;
    #[path = "../provider.rs"]
    mod provider;
    #[allow(unused_qualifications, reason = "utoipa names a type of parameters in full")]
    pub(crate) mod service;
}

#[path = "actix"]
#[expect(clippy::duplicate_mod, reason = "the errors are the same, in another framework")]
mod with_actix {
    #[path = "../error.rs"]
    mod error;
    #[path = "../catalog/payments.rs"]
    mod payments;
    #[path = "../provider.rs"]
    mod provider;
    #[allow(unused_qualifications, reason = "utoipa names a type of parameters in full")]
    pub(crate) mod service;
}

use std::collections::BTreeSet;

use catalog::error::ApiErrorCode;
use catalog::payments::PaymentErrorCode;
use client::{Answer, ask, ask_actix};
use exchange::Exchange;
use requests::exchanges;

#[tokio::test]
async fn both_services_answer_as_expected() {
    for service in [usual::service::router, catalog::service::router] {
        for (exchange, answer) in &ask(service, exchanges()).await {
            exchange.check(answer);
        }
    }
}

/// The errors of payments, with what the enum of thiserror says of each.
#[test]
fn an_imported_enum_says_what_it_said_before() {
    use imported::error::{ApiError, PaymentError};

    let declined = usual::payments::PaymentError::CardDeclined {
        last_digits: "42".to_owned(),
        bank_answer: "stolen",
    };
    let again = PaymentError::CardDeclined { last_digits: "42".to_owned(), bank_answer: "stolen" };
    let (status, code) = declined.status_and_code();
    assert_eq!(again.to_string(), declined.to_string());
    assert_eq!((again.status(), again.entry().as_str()), (status.as_u16(), code));

    let held = ApiError::from(again);
    assert_eq!((held.to_string(), held.status()), (declined.to_string(), status.as_u16()));
    let lost = ApiError::Db(db::DbError::NoConnection { waited_ms: 7 });
    assert_eq!((lost.status(), lost.entry().as_str()), (500, "internal"));
    assert!(lost.report().ends_with(": no connection to the database was free for 7 ms"));
}

#[tokio::test]
async fn the_services_with_the_features_answer_as_expected() {
    let asked = [ask(with_axum::service::router, exchanges()).await, ask_actix(exchanges()).await];
    for (exchange, answer) in asked.iter().flatten() {
        exchange.check_answer(answer);
        exchange.check_log_of_framework(answer);
        let of_errors = exchange.error.as_ref().map(|_| "en");
        assert_eq!(answer.header("content-language"), of_errors, "{exchange:?}");
        assert_eq!(answer.header("vary"), of_errors.map(|_| "accept-language"), "{exchange:?}");
        let nosniff = answer.header("x-content-type-options");
        assert_eq!(nosniff, of_errors.map(|_| "nosniff"), "{exchange:?}");
    }
}

#[tokio::test]
async fn the_services_with_the_features_answer_in_the_language_that_is_asked_for() {
    let router = with_axum::service::router;
    let mut english = ask(router, exchanges()).await;
    english.extend(ask_actix(exchanges()).await);
    let mut french = ask(router, in_french()).await;
    french.extend(ask_actix(in_french()).await);
    for ((exchange, english), (_, french)) in english.iter().zip(&french) {
        match &exchange.error {
            Some(error) => french.check_translation(english, error.message),
            None => assert_eq!(english, french),
        }
    }
}

#[tokio::test]
async fn both_services_answer_alike() {
    let usual = ask(usual::service::router, exchanges()).await;
    let catalog = ask(catalog::service::router, exchanges()).await;
    for ((exchange, usual), (_, catalog)) in usual.iter().zip(&catalog) {
        assert_eq!(usual, catalog, "{exchange:?}");
    }
    assert_eq!((usual.len(), catalog.len()), (exchanges().len(), exchanges().len()));
}

#[tokio::test]
async fn the_service_with_catalogs_answers_in_the_language_that_is_asked_for() {
    let english = ask(catalog::service::router, exchanges()).await;
    let french = ask(catalog::service::router, in_french()).await;
    for ((exchange, english), (_, french)) in english.iter().zip(&french) {
        match &exchange.error {
            Some(error) => french.check_translation(english, error.message),
            None => assert_eq!(english, french),
        }
    }
    // The usual one cannot.
    let english = ask(usual::service::router, exchanges()).await;
    let french = ask(usual::service::router, in_french()).await;
    for ((exchange, english), (_, french)) in english.iter().zip(&french) {
        assert_eq!(english, french, "{exchange:?}");
    }
}

#[tokio::test]
async fn causes_are_in_no_answer() {
    no_cause_is_sent(&ask(usual::service::router, exchanges()).await);
    no_cause_is_sent(&ask(catalog::service::router, exchanges()).await);
    no_cause_is_sent(&ask(catalog::service::router, in_french()).await);
    no_cause_is_sent(&ask(with_axum::service::router, exchanges()).await);
    no_cause_is_sent(&ask(with_axum::service::router, in_french()).await);
    no_cause_is_sent(&ask_actix(exchanges()).await);
    no_cause_is_sent(&ask_actix(in_french()).await);
}

#[tokio::test]
async fn the_catalogs_write_what_the_usual_service_writes() {
    for (exchange, answer) in &ask(usual::service::router, exchanges()).await {
        if exchange.error.is_some() {
            catalogs::check(answer);
        }
    }
}

#[test]
fn every_code_of_the_catalogs_is_asked_for() {
    let exchanges = exchanges();
    let asked = exchanges.iter().filter_map(|exchange| Some(exchange.error.as_ref()?.code));
    let orders = ApiErrorCode::ALL.iter().map(|code| code.as_str());
    let payments = PaymentErrorCode::ALL.iter().map(|code| code.as_str());
    assert_eq!(asked.collect::<BTreeSet<_>>(), orders.chain(payments).collect());
}

fn in_french() -> Vec<Exchange> {
    exchanges().into_iter().map(|exchange| exchange.in_language("fr-CI, fr;q=0.9")).collect()
}

/// Searches every byte of the answers for every cause. That the causes are the right ones, the log
/// shows: [`Exchange::check`] demands them there.
fn no_cause_is_sent(asked: &[(Exchange, Answer)]) {
    let errors = asked.iter().filter_map(|(exchange, _)| exchange.error.as_ref());
    let causes: BTreeSet<_> = errors.flat_map(|error| &error.causes).collect();
    assert!(causes.len() >= 8, "{causes:?}");
    for (exchange, answer) in asked {
        let headers = answer.headers.values().map(http::HeaderValue::as_bytes);
        for bytes in headers.chain([answer.body.as_slice()]) {
            let found = causes
                .iter()
                .find(|cause| bytes.windows(cause.len()).any(|window| window == cause.as_bytes()));
            assert_eq!(found, None, "{exchange:?}");
        }
    }
}

/// Each piece of the page that has them side by side is in its file.
#[test]
fn the_page_shows_the_services() {
    let page = include_str!("README.md");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("services");
    let pieces =
        page.split("```rust of=").skip(1).map(|piece| piece.split_once('\n').expect("code"));
    let mut shown = 0;
    for (file, piece) in pieces {
        let (piece, _) = piece.split_once("```").expect("an end");
        let whole = std::fs::read_to_string(folder.join(file)).expect(file);
        assert!(whole.contains(piece), "{file} has no\n{piece}");
        shown += 1;
    }
    assert_eq!(shown, 13);
    let files = |names: &[&str]| {
        let lines =
            names.iter().map(|name| std::fs::read_to_string(folder.join(name)).expect(name));
        lines.map(|text| text.lines().count()).sum::<usize>()
    };
    for lines in [
        files(&["error.rs"]),
        files(&["axum/service.rs"]),
        files(&["actix/service.rs"]),
        files(&["usual/error.rs", "layers.rs", "service.rs"]),
    ] {
        assert!(page.contains(&format!("| {lines} |")), "{lines}");
    }
}

/// What the services take in Rust, with their documents, and without what is there without HTTP: the database, the
/// cache and the payments.
#[test]
fn the_services_with_the_features_have_150_lines() {
    let errors = include_str!("error.rs");
    for service in [include_str!("axum/service.rs"), include_str!("actix/service.rs")] {
        let lines = errors.lines().count() + service.lines().count();
        assert!(lines <= 150, "{lines}");
    }
}
