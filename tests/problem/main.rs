//! RFC 9457, paragraph by paragraph: what it demands of who writes problem details and of who reads
//! them. Each test is named after its paragraph.

/// A body as whoever gets it reads it. The modules below use it, so it is defined first.
macro_rules! written {
    ($body:expr) => {
        serde_json::from_slice::<api_error_catalog::Value>(&$body.to_json()).expect("JSON")
    };
}

mod blank;
mod document;
mod members;
mod types;

use api_error_catalog::{Decoded, Value};
use api_error_catalog_tests::catalogs::{Problem, ProblemCode};

fn read(status: u16, body: &Value) -> Decoded<ProblemCode> {
    Problem::decode(status, body.to_string().as_bytes())
}

const OUT_OF_CREDIT: &str = "https://example.com/probs/out-of-credit";
