//! Which facts are marked as not documented.

use std::collections::BTreeSet;

use api_error_catalog::CatalogCode;
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2Code, PartnerCenterCode,
};

/// What is marked as not documented, but for the advice on repeating, who has to act, and what took
/// effect.
fn assumed<C: CatalogCode>(code: C) -> BTreeSet<&'static str> {
    code.entry().assumed().filter(|key| !matches!(*key, "retry" | "actor" | "effect")).collect()
}

#[test]
fn every_status_of_a_hub2_code_is_marked_as_assumed() {
    for code in Hub2Code::ALL {
        assert_eq!(assumed(*code), BTreeSet::from(["status"]), "{code}");
    }
}

#[test]
fn every_code_of_bictorys_but_bad_request_is_marked_as_assumed() {
    for code in BictorysCode::ALL {
        let is_documented = *code == BictorysCode::BadRequest;
        let ours = if is_documented { BTreeSet::new() } else { BTreeSet::from(["code"]) };
        assert_eq!(assumed(*code), ours, "{code}");
    }
}

#[test]
fn of_partner_centers_parents_that_of_99906_alone_is_marked_as_assumed() {
    for code in PartnerCenterCode::ALL {
        let is_ours = *code == PartnerCenterCode::TooManyRequests;
        let ours = if is_ours { BTreeSet::from(["parent"]) } else { BTreeSet::new() };
        assert_eq!(assumed(*code), ours, "{code}");
    }
}

#[test]
fn of_the_generic_errors_500_only_the_example_is_documented() {
    for code in GenericErrorCode::ALL {
        let is_ours = *code == GenericErrorCode::InternalServerError;
        let texts = BTreeSet::from(["title", "description", "action"]);
        let ours = if is_ours { texts } else { BTreeSet::new() };
        assert_eq!(assumed(*code), ours, "{code}");
    }
}

#[test]
fn a_status_row_and_the_code_made_of_it_mark_the_same_as_assumed() {
    for row in Bictorys::STATUSES.iter().chain(GenericError::STATUSES) {
        if let Some(code) = row.code() {
            let keys: BTreeSet<_> = row.assumed().collect();
            assert_eq!(keys, code.assumed().collect(), "{}", row.status());
        }
    }
}
