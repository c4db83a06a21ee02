//! Entries with a name apart from their code, and what they have by default.

use api_error_catalog::{Actor, ApiErrorCatalog, Retry};
use api_error_catalog_tests::catalogs::{Storage, StorageCode};
use api_error_catalogs::{Hub2Code, PartnerCenterCode};

#[test]
fn the_name_is_the_entrys_and_the_code_is_what_travels() {
    let code = PartnerCenterCode::InvalidInput;
    assert_eq!((code.name(), code.as_str()), ("invalid-input", "99901"));
    assert_eq!(code.to_string(), "99901");
    assert_eq!(PartnerCenterCode::from_code("99901"), Some(code));
    assert_eq!(PartnerCenterCode::from_code("invalid-input"), None);
    // Most codes are names.
    for code in Hub2Code::ALL {
        assert_eq!(code.name(), code.as_str());
    }
}

#[test]
fn entries_of_one_code_are_found_in_the_order_of_the_file() {
    let all = |code| StorageCode::all_from_code(code).collect::<Vec<_>>();
    let invalid = [
        StorageCode::StorageMaxKeysInvalid,
        StorageCode::StoragePartNumberInvalid,
        StorageCode::StorageKeyTooLong,
        StorageCode::StorageInvalidArgument,
    ];
    assert_eq!(all("InvalidArgument"), invalid);
    assert_eq!(StorageCode::from_code("InvalidArgument"), Some(invalid[0]));
    // An alias of two of them.
    assert_eq!(all("InvalidArgumentException"), invalid[..2]);
    assert_eq!(
        all("AccessDenied"),
        [StorageCode::StorageAccessDenied, StorageCode::StorageSignatureExpired]
    );
    assert_eq!(all("SlowDown"), [StorageCode::Storage503]);
    assert_eq!(all("NotFound"), [StorageCode::StorageNotFound]);
    for unknown in ["", "503", "access-denied", "key-too-long"] {
        assert_eq!(all(unknown), [], "{unknown}");
    }
}

#[test]
fn each_entry_is_found_by_its_name() {
    let catalog = Storage::CATALOG;
    for entry in catalog.codes() {
        assert_eq!(catalog.from_name(entry.name()), Some(entry));
    }
    for unknown in ["", "AccessDenied", "InvalidArgumentException", "SlowDown"] {
        assert_eq!(catalog.from_name(unknown), None, "{unknown}");
    }
}

#[test]
fn what_no_table_says_is_the_default() {
    let (denied, expired) =
        (StorageCode::StorageAccessDenied, StorageCode::StorageSignatureExpired);
    assert_eq!((denied.status(), expired.status()), (403, 400));
    assert_eq!((denied.retry(), expired.retry()), (Some(Retry::Never), Some(Retry::AfterChange)));
    assert_eq!((denied.actor(), expired.actor()), (Some(Actor::User), Some(Actor::Developer)));
    let assumed = |code: StorageCode| code.entry().assumed().collect::<Vec<_>>();
    assert_eq!((assumed(denied), assumed(expired)), (vec![], vec!["status", "actor"]));
    assert_eq!(expired.entry().docs(), Some("https://storage.example/errors"));
    assert_eq!(expired.action("fr"), Some("Comparez la requête avec la documentation."));
    assert_eq!(StorageCode::Storage503.retry(), Some(Retry::AfterDelay));
    // A row that becomes a variant has defaults; one that is about a status has what it says.
    let row = |status| Storage::status_row(status).expect("a row");
    assert_eq!(
        (row(404).retry(), row(404).actor()),
        (Some(Retry::AfterChange), Some(Actor::Developer))
    );
    assert_eq!((row(503).retry(), row(503).actor()), (Some(Retry::AfterDelay), None));
    assert!(Storage::status_row(400).is_none());
}

/// Variants name entries. Only some of the codes have one, and the rest has no parameters.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("catalogs/storage.toml", of = StorageCode)]
enum StoreError {
    #[catalog(code = "InvalidArgument")]
    Argument,
    #[catalog(code = "key-too-long")]
    Key { key: String },
    #[catalog(rest)]
    Other(StoreErrorRest),
}

#[test]
fn a_variant_stands_for_the_entry_that_it_names() {
    assert_eq!(StoreError::Argument.code().name(), "InvalidArgument");
    let error = StoreError::Key { key: "a/b".to_owned() };
    assert_eq!((error.code().name(), error.code().as_str()), ("key-too-long", "InvalidArgument"));
    assert_eq!(
        String::from_utf8_lossy(&error.body().to_json()),
        r#"{"Error":{"Code":"InvalidArgument","Message":"The key a/b is too long."}}"#
    );
    let error = StoreError::from(StoreErrorRest::StorageAccessDenied);
    assert_eq!(error.code().name(), "access-denied");
}
