//! Writing error bodies.

#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog::{ApiErrorCatalog, Value};
use api_error_catalog_benches::race::{Contender, race};
use api_error_catalog_benches::{is_wanted, table};
use api_error_catalogs::Hub2Code;
use http::{StatusCode, Uri};
use http_api_problem::HttpApiProblem;
use problem_details::ProblemDetails;
use serde::Serialize;

const MESSAGE: &str = "The balance does not cover this transfer.";

fn main() {
    if !is_wanted() {
        return;
    }
    table::begin("Writing a body");
    into_a_reused_buffer();
    problem_details();
}

/// The body of HUB2, as a person writes it.
#[derive(Serialize)]
struct Hub2Body<'a> {
    status: u16,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

fn into_a_reused_buffer() {
    let request_id = "req_8Hq2XkfWm3";
    let ours = |buffer: &mut Vec<u8>| {
        let body = Hub2Code::InsufficientFunds.body().request_id(black_box(request_id));
        body.write_json(buffer);
    };
    let derived = |buffer: &mut Vec<u8>| {
        let body = Hub2Body {
            status: 402,
            code: "insufficient-funds",
            message: MESSAGE,
            request_id: Some(black_box(request_id)),
        };
        serde_json::to_writer(buffer, &body).expect("a buffer takes everything");
    };
    assert_eq!(written(ours), written(derived));
    let [ours, derived] = race(1, [reusing(ours), reusing(derived)]);
    let work = "a body with one slot filled, into a reused buffer";
    table::row(work, &ours, "`serde_json::to_writer` of a derived struct", &derived, 0.25);
}

/// What a fresh buffer holds afterwards.
fn written(write: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut buffer = Vec::new();
    write(&mut buffer);
    buffer
}

/// Writes into the same buffer again and again.
fn reusing<'w>(write: impl Fn(&mut Vec<u8>) + 'w) -> Contender<'w> {
    let mut buffer = Vec::with_capacity(1024);
    Contender::new(move || {
        buffer.clear();
        write(&mut buffer);
        black_box(buffer.as_slice());
    })
}

#[derive(ApiErrorCatalog)]
#[catalog("catalogs/problem.toml")]
enum Problem {}

fn problem_details() {
    const TYPE: &str = "https://api.example/errors/insufficient-funds";
    const TITLE: &str = "Balance too low";
    // What a handler has of its request.
    let uri = Uri::from_static("/transfers/tr_9x8y");
    let path = uri.path();

    let ours = || ProblemCode::InsufficientFunds.body().instance(black_box(path)).to_json();
    let problem_details = || {
        let problem = ProblemDetails::new()
            .with_type(Uri::from_static(TYPE))
            .with_status(StatusCode::PAYMENT_REQUIRED)
            .with_title(TITLE)
            .with_detail(MESSAGE)
            .with_instance(black_box(&uri).clone());
        serde_json::to_vec(&problem).expect("JSON")
    };
    let http_api_problem = || {
        let problem = HttpApiProblem::new(StatusCode::PAYMENT_REQUIRED)
            .type_url(TYPE)
            .title(TITLE)
            .detail(MESSAGE)
            .instance(black_box(path));
        serde_json::to_vec(&problem).expect("JSON")
    };
    let members = |json: Vec<u8>| serde_json::from_slice::<Value>(&json).expect("JSON");
    assert_eq!(members(ours()), members(problem_details()));
    assert_eq!(members(ours()), members(http_api_problem()));
    let contenders =
        [Contender::new(ours), Contender::new(problem_details), Contender::new(http_api_problem)];
    let [ours, problem_details, http_api_problem] = race(1, contenders);
    let work = "`to_json` of problem details with an instance";
    table::row(work, &ours, "problem_details", &problem_details, 0.15);
    table::row(work, &ours, "http-api-problem", &http_api_problem, 0.15);
}
