//! Writing error bodies.

#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog::{ApiErrorCatalog, Value};
use api_error_catalog_benches::race::{Contender, race};
use api_error_catalog_benches::{is_wanted, table};
use api_error_catalogs::{Hub2Code, PartnerCenterCode};
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
    fields_of_an_error();
    nested_with_details();
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
    table::row(work, &ours, "`serde_json::to_writer` of a derived struct", &derived, 0.3);
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

/// Errors of one's own, each variant an entry of the catalog.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("catalogs/payment.toml")]
enum PaymentError {
    InsufficientFunds { account_id: String, amount: u64 },
    TransferLimitExceeded { account_id: String, limit: u64 },
    AccountNotFound { account_id: String },
    Internal,
}

/// The same errors, and their body, as a person writes them with derives.
mod derived {
    use serde::Serialize;

    #[derive(Debug, thiserror::Error)]
    pub(crate) enum PaymentError {
        #[error("Account {account_id} does not hold {amount} cents.")]
        InsufficientFunds { account_id: String, amount: u64 },
        #[error("A transfer from account {account_id} is limited to {limit} cents.")]
        TransferLimitExceeded { account_id: String, limit: u64 },
        #[error("There is no account {account_id}.")]
        AccountNotFound { account_id: String },
        #[error("The service failed.")]
        Internal,
    }

    #[derive(Serialize)]
    struct PaymentBody<'a> {
        status: u16,
        code: &'a str,
        message: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        request_id: Option<&'a str>,
    }

    impl PaymentError {
        fn status(&self) -> u16 {
            match self {
                Self::InsufficientFunds { .. } => 402,
                Self::TransferLimitExceeded { .. } => 403,
                Self::AccountNotFound { .. } => 404,
                Self::Internal => 500,
            }
        }

        fn code(&self) -> &'static str {
            match self {
                Self::InsufficientFunds { .. } => "insufficient-funds",
                Self::TransferLimitExceeded { .. } => "transfer-limit-exceeded",
                Self::AccountNotFound { .. } => "account-not-found",
                Self::Internal => "internal",
            }
        }

        pub(crate) fn to_json(&self) -> Vec<u8> {
            let body = PaymentBody {
                status: self.status(),
                code: self.code(),
                message: self.to_string(),
                request_id: None,
            };
            serde_json::to_vec(&body).expect("JSON")
        }
    }
}

fn fields_of_an_error() {
    let account_id = || "acc_5Yt7Qw".to_owned();
    let errors = [
        PaymentError::InsufficientFunds { account_id: account_id(), amount: 125_000 },
        PaymentError::TransferLimitExceeded { account_id: account_id(), limit: 50_000 },
        PaymentError::AccountNotFound { account_id: account_id() },
        PaymentError::Internal,
    ];
    let theirs = [
        derived::PaymentError::InsufficientFunds { account_id: account_id(), amount: 125_000 },
        derived::PaymentError::TransferLimitExceeded { account_id: account_id(), limit: 50_000 },
        derived::PaymentError::AccountNotFound { account_id: account_id() },
        derived::PaymentError::Internal,
    ];
    for (ours, theirs) in errors.iter().zip(&theirs) {
        assert_eq!(ours.body().to_json(), theirs.to_json(), "{ours:?}");
    }
    let contenders = [
        Contender::new(|| black_box(&errors[0]).body().to_json()),
        Contender::new(|| black_box(&theirs[0]).to_json()),
    ];
    let [ours, theirs] = race(1, contenders);
    let work = "an error with two fields, `body().to_json()`";
    table::row(work, &ours, "thiserror and a derived struct", &theirs, 0.5);
}

/// The body of Partner Center, two codes deep, as a person writes it.
#[derive(Serialize)]
struct PartnerCenterBody<'a> {
    error: OuterError<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OuterError<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner_error: Option<InnerError<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
}

#[derive(Serialize)]
struct InnerError<'a> {
    code: &'a str,
    message: &'a str,
    details: Option<Vec<BrokenRules<'a>>>,
}

/// Rules by name, each with what to correct.
#[derive(Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct BrokenRules<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    invalid_referral_for_co_sell_conversion: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing_customer_contact: Vec<&'a str>,
}

fn nested_with_details() {
    const NO_SOLUTION: &str =
        "If PartnerLed referral has no solution it cannot be converted to co-sell referral";
    const NO_CONTACT: &str = "A co-sell referral has at least one customer contact";

    let details = || {
        vec![
            BrokenRules {
                invalid_referral_for_co_sell_conversion: vec![black_box(NO_SOLUTION)],
                ..BrokenRules::default()
            },
            BrokenRules {
                missing_customer_contact: vec![black_box(NO_CONTACT)],
                ..BrokenRules::default()
            },
        ]
    };
    let ours = || {
        let body = PartnerCenterCode::InvalidInput.body().locale("fr");
        body.target(black_box("referral")).details(details()).to_json()
    };
    let derived = || {
        let details = details();
        let inner_error = InnerError {
            code: "99901",
            message: "Une valeur de la requête n’est pas acceptée.",
            details: Some(details),
        };
        let error = OuterError {
            code: "invalidRequest",
            message: "Un élément de la requête est incorrect.",
            inner_error: Some(inner_error),
            target: Some(black_box("referral")),
        };
        serde_json::to_vec(&PartnerCenterBody { error }).expect("JSON")
    };
    assert_eq!(ours(), derived());
    let [ours, derived] = race(1, [Contender::new(ours), Contender::new(derived)]);
    let work = "Partner Center 99901 with details, in French";
    table::row(work, &ours, "`serde_json::to_vec` of a derived struct", &derived, 0.5);
}
