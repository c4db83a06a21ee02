//! An orders service, written in the usual way with axum and thiserror (`usual`), the requests that it
//! is asked, and the answers that it has to give. What knows nothing of HTTP, its database and its
//! cache, stands beside it, as do the catalogs of the same errors.

mod cache;
mod catalogs;
mod client;
mod db;
mod exchange;
mod log;
mod requests;
mod usual {
    pub(crate) mod error;
    pub(crate) mod payments;
    pub(crate) mod service;
}

use std::collections::BTreeSet;

use catalogs::{OrdersCode, PaymentsCode};
use client::{Answer, ask};
use exchange::Exchange;

#[tokio::test]
async fn the_usual_service_answers_as_expected() {
    for (exchange, answer) in &ask(usual::service::router).await {
        exchange.check(answer);
    }
}

#[tokio::test]
async fn causes_are_in_no_answer_of_the_usual_service() {
    no_cause_is_sent(&ask(usual::service::router).await);
}

#[tokio::test]
async fn the_catalogs_write_what_the_usual_service_writes() {
    for (exchange, answer) in &ask(usual::service::router).await {
        if exchange.error.is_some() {
            catalogs::check(answer);
        }
    }
}

#[test]
fn every_code_of_the_catalogs_is_asked_for() {
    let exchanges = requests::exchanges();
    let asked = exchanges.iter().filter_map(|exchange| Some(exchange.error.as_ref()?.code));
    let orders = OrdersCode::ALL.iter().map(|code| code.as_str());
    let payments = PaymentsCode::ALL.iter().map(|code| code.as_str());
    assert_eq!(asked.collect::<BTreeSet<_>>(), orders.chain(payments).collect());
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
