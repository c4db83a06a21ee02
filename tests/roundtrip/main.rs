//! What is written is what the shape says, and is read back: for every catalog and every code, with
//! whatever is in the slots.

mod checks;
mod edges;
mod expected;
mod generated;
mod plain;
mod schema;

use api_error_catalog_tests::catalogs;
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
