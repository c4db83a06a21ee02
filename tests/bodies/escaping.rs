//! Text that JSON has to escape, wherever it stands.

use api_error_catalog::json;
use api_error_catalogs::{BictorysCode, Hub2Code, PartnerCenterCode};

use super::HOSTILE;

#[test]
fn hostile_values_are_escaped_in_placeholders() {
    for (value, written) in HOSTILE {
        let body = Hub2Code::CancellationAlreadyDone.body().transaction_id(value);
        let wire = format!(
            r#"{{"status":409,"code":"cancellation-already-done","message":"Transaction {written} cannot be cancelled twice."}}"#
        );
        assert_eq!(json_of!(body), wire);
    }
}

#[test]
fn hostile_values_are_escaped_in_slots() {
    for (value, written) in HOSTILE {
        let body = BictorysCode::NotFound.body().message(value).source(value);
        let wire = format!(
            r#"{{"status":404,"title":"NOT_FOUND","details":"{written}","source":"{written}"}}"#
        );
        assert_eq!(json_of!(body), wire);
    }
}

#[test]
fn hostile_values_are_escaped_in_lists() {
    for (value, written) in HOSTILE {
        let details = [json!({ value: [value, 1.5, -0.0, true, null, u64::MAX] })];
        let body = PartnerCenterCode::InvalidInput.body().message("m").details(details);
        let list = format!(
            r#""details":[{{"{written}":["{written}",1.5,-0.0,true,null,18446744073709551615]}}]}}}}}}"#
        );
        let json = json_of!(body);
        assert!(json.ends_with(&list), "{json}");
    }
}
