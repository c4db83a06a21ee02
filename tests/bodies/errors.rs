//! The bodies of an error enum: what its fields hold is in them, and its cause is not.

use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::rc::Rc;

use api_error_catalog::ApiErrorCatalog;
use serde_json::Value;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("bodies/ledger.toml")]
enum LedgerError {
    Refused {
        target: &'static str,
        details: Vec<Counted>,
        #[source]
        cause: Local,
    },
}

/// Counts how often it is serialized.
#[derive(Clone, Debug, Default)]
struct Counted(Rc<Cell<u32>>);

impl serde::Serialize for Counted {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.set(self.0.get() + 1);
        serializer.serialize_str("counted")
    }
}

/// A cause that no other thread may have.
#[derive(Debug, Default)]
struct Local(#[allow(dead_code)] Rc<Cell<u32>>);

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a local cause")
    }
}

impl Error for Local {}

fn refused(target: &'static str, details: Vec<Counted>) -> LedgerError {
    LedgerError::Refused { target, details, cause: Local::default() }
}

#[test]
fn a_field_is_left_out_where_a_setter_leaves_it_out() {
    let with_field = refused("", Vec::new()).body().to_json();
    let with_setter = LedgerErrorCode::Refused.body().target("").to_json();
    for json in [with_field, with_setter] {
        let json: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(json.get("target"), None, "{json}");
    }
}

#[test]
fn a_field_is_serialized_once() {
    let counted = Counted::default();
    let error = refused("ledger", vec![counted.clone()]);
    let body = error.body();
    let json = body.to_json();
    assert_eq!(serde_json::to_vec(&body).expect("JSON"), json);
    assert!(String::from_utf8_lossy(&json).ends_with(r#""details":["counted"]}"#));
    assert_eq!(counted.0.get(), 1);
}

#[test]
fn a_body_may_go_to_another_thread_whatever_the_cause_is() {
    fn to_another_thread<T: Send + Sync>(body: T) -> T {
        body
    }
    let error = refused("ledger", Vec::new());
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("a local cause"));
    let json = to_another_thread(error.body()).to_json();
    assert!(!String::from_utf8_lossy(&json).contains("local"));
}
