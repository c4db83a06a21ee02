//! Whether a request took effect: documented, marked as assumed, or what its status says.

use std::collections::BTreeMap;

use api_error_catalog::{CatalogCode, Effect, Retry, StatusRow};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

fn tables() -> [&'static [StatusRow<'static>]; 4] {
    [Bictorys::STATUSES, GenericError::STATUSES, Hub2::STATUSES, PartnerCenter::STATUSES]
}

/// What differs from what the status says, and is not marked as assumed.
fn documented<'k, K: Ord>(
    facts: impl Iterator<Item = (K, u16, Effect, bool)> + 'k,
) -> BTreeMap<K, Effect> {
    let said = facts
        .filter(|(_, status, effect, assumed)| !assumed && *effect != Effect::of_status(*status));
    said.map(|(key, _, effect, _)| (key, effect)).collect()
}

fn of_rows(table: &[StatusRow<'static>]) -> BTreeMap<u16, Effect> {
    documented(table.iter().map(|row| {
        let is_assumed = row.assumed().any(|key| key == "effect");
        (row.status(), row.status(), row.effect(), is_assumed)
    }))
}

fn of_codes<C: CatalogCode>() -> BTreeMap<&'static str, Effect> {
    documented(C::ALL.iter().map(|code| {
        let is_assumed = code.entry().assumed().any(|key| key == "effect");
        (code.as_str(), code.status(), code.effect(), is_assumed)
    }))
}

#[test]
fn the_documentation_of_these_says_more_than_their_status() {
    use Effect::{Done, None, Unknown};
    // 301 and 302 are successes of Bictorys.
    let bictorys = BTreeMap::from([(202, Unknown), (301, Done), (302, Done)]);
    assert_eq!(of_rows(Bictorys::STATUSES), bictorys);
    assert_eq!(of_rows(GenericError::STATUSES), BTreeMap::from([(202, Unknown), (410, Done)]));
    assert_eq!(of_rows(Hub2::STATUSES), BTreeMap::new());
    assert_eq!(of_rows(PartnerCenter::STATUSES), BTreeMap::new());
    assert_eq!(of_codes::<BictorysCode>(), BTreeMap::new());
    assert_eq!(of_codes::<GenericErrorCode>(), BTreeMap::from([("410", Done)]));
    let hub2 = [
        ("cancellation-already-done", Done),
        ("transaction_canceled", None),
        ("transaction_done", Done),
    ];
    assert_eq!(of_codes::<Hub2Code>(), BTreeMap::from(hub2));
    assert_eq!(of_codes::<PartnerCenterCode>(), BTreeMap::new());
}

#[test]
fn what_the_catalogs_say_nothing_of_is_what_the_status_says() {
    for row in tables().into_iter().flatten() {
        if !row.assumed().any(|key| key == "effect") && row.status() >= 400 && row.status() != 410 {
            assert_eq!(row.effect(), Effect::of_status(row.status()), "{}", row.status());
        }
    }
    assert_eq!(Hub2Code::LockedAccount.effect(), Effect::None);
    assert_eq!(Hub2Code::TransactionInProgress.effect(), Effect::Unknown);
    // Of its own status, 429, and not of its parent's, 503.
    assert_eq!(PartnerCenterCode::TooManyRequests.effect(), Effect::None);
    assert_eq!(PartnerCenterCode::ServiceNotAvailable.effect(), Effect::Unknown);
    // Of its parent, `resourceModified`.
    assert_eq!(PartnerCenterCode::ResourceAlreadyModified.effect(), Effect::None);
}

/// Whether a program may send a request again by itself.
fn can_be_sent_again(retry: Option<Retry>, effect: Effect) -> bool {
    retry == Some(Retry::AfterDelay) && effect == Effect::None
}

fn sent_again<C: CatalogCode>() -> Vec<&'static str> {
    let codes = C::ALL.iter().filter(|code| can_be_sent_again(code.retry(), code.effect()));
    codes.map(|code| code.as_str()).collect()
}

#[test]
fn no_failure_of_a_server_may_be_sent_again_by_a_program() {
    let rows = tables().into_iter().flatten();
    let rows = rows.filter(|row| can_be_sent_again(row.retry(), row.effect()));
    let statuses: Vec<_> = rows.map(|row| row.status()).collect();
    // Partner Center’s 509 slows an application down, as a 429 does.
    assert_eq!(statuses, [429, 429, 429, 509]);
    assert_eq!(sent_again::<BictorysCode>(), [""; 0]);
    assert_eq!(sent_again::<GenericErrorCode>(), ["429"]);
    assert_eq!(sent_again::<Hub2Code>(), [""; 0]);
    assert_eq!(sent_again::<PartnerCenterCode>(), ["99906"]);
}
