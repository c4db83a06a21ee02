//! Errors of the orders service of `tests/services`, over the loopback: written by hand, and with the feature
//! `axum`. It is a target of the tests' package, from which their catalogs are found.

#![forbid(unsafe_code)]

#[path = "../../tests/services/cache.rs"]
mod cache;
mod client;
#[path = "../../tests/services/db.rs"]
mod db;
#[path = "../../tests/services/log.rs"]
mod log;

#[path = "../../tests/services"]
mod usual {
    #[path = "usual/error.rs"]
    pub(crate) mod error;
    mod layers;
    #[path = "usual/payments.rs"]
    pub(crate) mod payments;
    mod provider;
    pub(crate) mod service;
}

#[path = "../../tests/services"]
#[expect(clippy::duplicate_mod, reason = "what stands behind the routes is the same")]
mod with_axum {
    mod error;
    #[path = "catalog/payments.rs"]
    mod payments;
    mod provider;
    #[allow(unused_qualifications, reason = "utoipa names a type of parameters in full")]
    #[path = "axum/service.rs"]
    pub(crate) mod service;
}

use api_error_catalog_benches::samples::{Samples, Unit};
use api_error_catalog_benches::{is_wanted, table};
use axum::Router;
use client::Run;
use log::Log;
use tokio::runtime::Runtime;

/// How often each service is measured, in turn.
const ROUNDS: usize = 9;

fn main() {
    if !is_wanted() {
        return;
    }
    let runtime = Runtime::new().expect("a runtime");
    let measure = |service: fn(Log) -> Router| {
        let log = Log::default();
        let run = runtime.block_on(client::run(service(log.clone())));
        assert_eq!(log.take().len(), client::ERRORS, "each error is in the log");
        run
    };
    // The first run of each finds cold caches.
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..=ROUNDS {
        ours.push(measure(with_axum::service::router));
        theirs.push(measure(usual::service::router));
    }
    let samples = |runs: &[Run], figure: fn(&Run) -> f64| {
        let rounds = runs.iter().skip(1).map(figure).collect();
        Samples { unit: Unit::Nanoseconds, rounds }
    };
    table::begin("Errors of a service");
    let row = |work, figure: fn(&Run) -> f64, most| {
        let [ours, theirs] = [&ours, &theirs].map(|runs| samples(runs, figure));
        table::row(work, &ours, "the service by hand", &theirs, most);
    };
    row("time per error, over 16 connections", |run| run.each, 1.05);
    row("latency of an error, 99 of 100 at most", |run| run.p99, 1.2);
}
