//! What is written is what the shape says, and is read back: for every catalog and every code, with
//! whatever is in the slots.

mod checks;
mod expected;
mod plain;
mod schema;

use api_error_catalog::Value;
use api_error_catalog_tests::catalogs::{self, OrdersCode};
use api_error_catalog_tests::for_every_catalog;

use checks::Checks;

/// A module of tests for each catalog.
macro_rules! round_trips {
    ($($module:ident: $catalog:ident,)*) => {
        $(
            mod $module {
                use super::*;

                fn checks() -> Checks<catalogs::$catalog> {
                    Checks::new()
                }

                #[test]
                fn a_body_is_what_the_shape_says() {
                    checks().a_body_is_what_the_shape_says();
                }

                #[test]
                fn what_is_written_comes_back() {
                    checks().all_comes_back();
                }

                #[test]
                fn any_message_is_made_up_again() {
                    checks().the_message_is_made_up_again();
                }
            }
        )*
    };
}

for_every_catalog!(round_trips);

#[test]
fn a_number_that_json_does_not_have_is_no_value() {
    for ratio in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let json = OrdersCode::Refused.body().ratio(ratio).to_json();
        let body: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(body.get("ratio"), None, "{ratio}");
    }
}
