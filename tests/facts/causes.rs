//! What may be behind an error.

use api_error_catalog::CatalogCode;
use api_error_catalogs::{BictorysCode, GenericErrorCode, Hub2Code, PartnerCenterCode};

fn with_causes<C: CatalogCode>() -> Vec<(&'static str, usize)> {
    let codes = C::ALL.iter().map(|code| (code.as_str(), code.entry().causes().len()));
    codes.filter(|(_, causes)| *causes > 0).collect()
}

#[test]
fn codes_of_which_several_causes_are_documented_have_them() {
    assert_eq!(with_causes::<BictorysCode>(), []);
    assert_eq!(with_causes::<GenericErrorCode>(), []);
    assert_eq!(with_causes::<Hub2Code>(), [("withdrawal-unavailable", 2)]);
    // 99902 and 99906 are under these, and have none: nobody inherits a cause.
    let partner_center = [("unauthenticated", 2), ("serviceNotAvailable", 2)];
    assert_eq!(with_causes::<PartnerCenterCode>(), partner_center);
}

#[test]
fn a_cause_says_when_and_what_to_do_in_the_locale_that_is_asked_for() {
    let entry = Hub2Code::WithdrawalUnavailable.entry();
    let causes: Vec<_> = entry.causes().collect();
    assert_eq!(causes[0].when("fr-CI"), "Le solde est trop bas pour ce retrait.");
    assert_eq!(causes[1].when("de"), "The account is blocked.");
    assert_eq!(causes[1].action("en"), "Ask HUB2 support why, and what lifts the block.");
    let debug = format!("{:?}", causes[1]);
    assert!(debug.starts_with("PossibleCause { when: \"The account is blocked.\""), "{debug}");
}
