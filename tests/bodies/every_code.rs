//! Every code of the four APIs, written in each way that there is.

use api_error_catalogs::{BictorysCode, GenericErrorCode, Hub2Code, PartnerCenterCode};

use super::text;

/// Most bodies begin as one piece that is laid out at compile time; `Debug` shows them slot by slot.
#[test]
fn bodies_begin_as_they_are_written_slot_by_slot() {
    macro_rules! same {
        ($($code:ty),*) => {
            $(for code in <$code>::ALL {
                let body = code.body();
                assert_eq!(json_of!(body.clone()), format!("{body:?}"));
                let body = body.status(code.status());
                assert_eq!(text(body.to_json()), text(code.body().to_json()), "{code:?}");
            })*
        };
    }
    same!(BictorysCode, GenericErrorCode, Hub2Code);
    for code in PartnerCenterCode::ALL {
        let body = code.body();
        assert_eq!(json_of!(body.clone()), format!("{body:?}"));
    }
}

#[test]
fn every_code_of_every_catalog_is_written_the_same_in_each_way() {
    for locale in ["en", "fr"] {
        for code in BictorysCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in PartnerCenterCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in GenericErrorCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in Hub2Code::ALL {
            let json = json_of!(code.body().locale(locale));
            assert!(!json[1..].contains('{'), "{json}");
        }
    }
}

#[test]
fn debug_shows_the_json() {
    let body = Hub2Code::LockedAccount.body().request_id("req_1");
    assert_eq!(format!("{body:?}"), json_of!(body));
}
