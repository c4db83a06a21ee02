//! What the catalog fills, left out by the caller.

use api_error_catalog_tests::catalogs::{ProblemCode, StorageCode};

#[test]
fn an_optional_member_of_the_catalog_can_be_left_out() {
    let json = json_of!(StorageCode::StorageKeyTooLong.body().without_message());
    assert!(!json.contains("essage"), "{json}");
    // The prefix, which has the title in it, does not hold then.
    let json = json_of!(ProblemCode::OutOfCredit.body().without_title());
    assert!(!json.contains("title"), "{json}");
    let json = json_of!(ProblemCode::OutOfCredit.body().without_title().title("Again"));
    assert!(json.contains(r#""title":"Again""#), "{json}");
}
