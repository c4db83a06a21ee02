//! The advice on repeating a request: documented, or marked as assumed.

use api_error_catalog::{CatalogCode, Retry, StatusRow};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

/// The statuses of which an API's documentation says whether a request may be repeated.
type Advice = &'static [(u16, Retry)];

const BICTORYS_ADVICE: Advice = &[(403, Retry::AfterChange), (404, Retry::AfterChange)];

const PARTNER_CENTER_ADVICE: Advice =
    &[(429, Retry::AfterDelay), (503, Retry::AfterDelay), (509, Retry::AfterDelay)];

const GENERIC_ERROR_ADVICE: Advice = &[
    (400, Retry::AfterChange),
    (401, Retry::AfterChange),
    (403, Retry::AfterChange),
    (404, Retry::AfterChange),
    (405, Retry::AfterChange),
    (406, Retry::AfterChange),
    (409, Retry::AfterChange),
];

/// Whether advice is that of the documentation, or else marked as ours.
fn is_as_documented(
    advice: Advice,
    status: u16,
    retry: Option<Retry>,
    mut assumed: impl Iterator<Item = &'static str>,
) -> bool {
    let documented = advice.iter().find(|(number, _)| *number == status);
    let is_assumed = assumed.any(|key| key == "retry");
    match documented {
        Some((_, documented)) => retry == Some(*documented) && !is_assumed,
        None => retry.is_some() == is_assumed,
    }
}

fn advice_is_as_documented<C: CatalogCode>(table: &[StatusRow<'static>], advice: Advice) {
    let name = C::CATALOG.name();
    for row in table {
        let status = row.status();
        let is_right = is_as_documented(advice, status, row.retry(), row.assumed());
        assert!(is_right, "{name} {status}");
        assert!(status >= 400 || row.retry().is_none(), "{name} {status}");
    }
    for code in C::ALL {
        let retry = code.retry();
        let is_right = is_as_documented(advice, code.status(), retry, code.entry().assumed());
        assert!(is_right, "{name} {code}");
    }
}

#[test]
fn advice_on_repeating_is_documented_or_marked_as_assumed() {
    advice_is_as_documented::<BictorysCode>(Bictorys::STATUSES, BICTORYS_ADVICE);
    advice_is_as_documented::<PartnerCenterCode>(PartnerCenter::STATUSES, PARTNER_CENTER_ADVICE);
    advice_is_as_documented::<GenericErrorCode>(GenericError::STATUSES, GENERIC_ERROR_ADVICE);
    advice_is_as_documented::<Hub2Code>(Hub2::STATUSES, &[]);
}

#[test]
fn overloaded_services_may_be_asked_again_later() {
    for row in [
        Bictorys::status_row(503),
        PartnerCenter::status_row(429),
        PartnerCenter::status_row(503),
        PartnerCenter::status_row(504),
        PartnerCenter::status_row(509),
        GenericError::status_row(429),
        Hub2::status_row(429),
        Hub2::status_row(500),
        Hub2::status_row(503),
    ] {
        let row = row.expect("a row");
        assert_eq!(row.retry(), Some(Retry::AfterDelay), "{}", row.status());
    }
    assert_eq!(PartnerCenterCode::ServiceNotAvailable.retry(), Some(Retry::AfterDelay));
    assert_eq!(PartnerCenterCode::TooManyRequests.retry(), Some(Retry::AfterDelay));
    assert_eq!(PartnerCenterCode::TransientInternalError.retry(), Some(Retry::AfterDelay));
    // These say nothing of the kind.
    assert_eq!(PartnerCenterCode::GeneralException.retry(), None);
    assert_eq!(PartnerCenterCode::UnhandledException.retry(), None);
    assert_eq!(GenericErrorCode::InternalServerError.retry(), None);
}

#[test]
fn what_is_done_already_is_never_to_be_repeated() {
    let never: Vec<_> =
        Hub2Code::ALL.iter().filter(|code| code.retry() == Some(Retry::Never)).collect();
    assert_eq!(
        never,
        [
            &Hub2Code::AccountAlreadyExists,
            &Hub2Code::CancellationAlreadyDone,
            &Hub2Code::NoAuthRequired,
            &Hub2Code::TransactionCanceled,
            &Hub2Code::TransactionDone,
        ]
    );
}
