//! What is written is read back: for every catalog and every code, with whatever is in the slots.

mod checks;
mod expected;
mod plain;
mod schema;
mod values;

use std::path::PathBuf;

use api_error_catalog::{Map, Value};
use api_error_catalog_tests::catalogs::{
    Listed, ListedCode, Orders, OrdersCode, Problem, ProblemBase, ProblemBaseCode, ProblemCode,
    Wrapped, WrappedCode,
};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use checks::Catalog;
use values::Case;

fn string(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

fn array(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn status(value: &Value) -> u16 {
    value.as_u64().and_then(|status| status.try_into().ok()).expect("a status")
}

fn number_of(value: &Value) -> serde_json::Number {
    value.as_number().expect("a number").clone()
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn boolean(value: &Value) -> bool {
    value.as_bool().expect("true or false")
}

fn shipped() -> PathBuf {
    api_error_catalog_tests::root().join("catalogs")
}

fn own() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("catalogs")
}

/// A module of tests for a catalog: its setters by name, each with what makes a value for it.
macro_rules! catalog {
    (
        $module:ident, $marker:ident, $codes:ident, $folder:ident, $file:literal,
        slots: [$($slot:ident: $make:expr),*], placeholders: [$($placeholder:ident),*]
    ) => {
        mod $module {
            use super::*;

            fn write(code: $codes, case: &Case) -> Vec<u8> {
                let mut body = code.body().locale(&case.locale);
                for (name, value) in &case.slots {
                    body = match name.as_str() {
                        $(stringify!($slot) => body.$slot($make(value)),)*
                        other => panic!("a setter for {other} has to be added to this test"),
                    };
                }
                $(
                    if let Some(text) = case.parameter(stringify!($placeholder)) {
                        body = body.$placeholder(text);
                    }
                )*
                let known: &[&str] = &[$(stringify!($placeholder)),*];
                for (name, _) in &case.parameters {
                    assert!(known.contains(&&**name), "{name} has to be added to this test");
                }
                body.to_json()
            }

            fn catalog() -> Catalog<$codes> {
                Catalog::new(&$folder(), $file, write, $marker::decode)
            }

            #[test]
            fn what_is_written_comes_back() {
                catalog().check(Catalog::all_comes_back);
            }

            #[test]
            fn any_message_is_made_up_again() {
                catalog().check(Catalog::the_message_is_made_up_again);
            }
        }
    };
}

catalog!(
    bictorys, Bictorys, BictorysCode, shipped, "bictorys.toml",
    slots: [status: status, message: string, source: string],
    placeholders: []
);
catalog!(
    partner_center, PartnerCenter, PartnerCenterCode, shipped, "partner-center.toml",
    slots: [message: string, details: array, target: string],
    placeholders: [name]
);
catalog!(
    generic_error, GenericError, GenericErrorCode, shipped, "generic-error.toml",
    slots: [
        status: status, message: string, reason: string, timestamp: string, method: string,
        uri: string
    ],
    placeholders: []
);
catalog!(
    hub2, Hub2, Hub2Code, shipped, "hub2.toml",
    slots: [status: status, message: string, request_id: string],
    placeholders: [merchant_id, account_type, transaction_id, account_id]
);
catalog!(
    orders, Orders, OrdersCode, own, "orders.toml",
    slots: [
        status: status, message: string, retries: number_of, ratio: float, is_final: boolean,
        tags: array, meta: object, extra: Value::clone, trace_id: string, method: string,
        uri: string, limit: number_of, odd_key: string
    ],
    placeholders: [order_id, refuser, item, size, price, name]
);
catalog!(
    wrapped, Wrapped, WrappedCode, own, "wrapped.toml",
    slots: [request_id: string, status: status, title: string, message: string, docs: string],
    placeholders: [field, most, least]
);
catalog!(
    listed, Listed, ListedCode, own, "listed.json",
    slots: [message: string, target: string, status: status, timestamp: string],
    placeholders: [name, age]
);
catalog!(
    problem, Problem, ProblemCode, own, "problem.toml",
    slots: [
        title: string, status: status, message: string, instance: string, balance: number_of,
        accounts: array, errors: array, trace_id: string
    ],
    placeholders: [path, current, cost, date]
);
catalog!(
    problem_base, ProblemBase, ProblemBaseCode, own, "problem-base.toml",
    slots: [title: string, status: status, message: string, instance: string],
    placeholders: [name, age]
);

#[test]
fn a_number_that_json_does_not_have_is_no_value() {
    for ratio in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let json = OrdersCode::Refused.body().ratio(ratio).to_json();
        let body: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(body.get("ratio"), None, "{ratio}");
    }
}
