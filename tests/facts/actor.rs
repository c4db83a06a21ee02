//! Who has to act: documented, or marked as assumed.

use std::collections::BTreeMap;

use api_error_catalog::{Actor, CatalogCode, StatusRow};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

/// The rows whose actor the documentation of the API implies.
fn documented(table: &[StatusRow<'static>]) -> BTreeMap<u16, Actor> {
    let is_assumed = |row: &StatusRow<'_>| row.assumed().any(|key| key == "actor");
    let rows = table.iter().filter(|row| !is_assumed(row));
    rows.filter_map(|row| Some((row.status(), row.actor()?))).collect()
}

#[test]
fn the_documentation_of_these_statuses_says_who_has_to_act() {
    use Actor::{Developer, Nobody, Operator};
    let developer = |statuses: &[u16]| statuses.iter().map(|s| (*s, Developer)).collect::<Vec<_>>();
    let bictorys = developer(&[400, 401, 403, 404]);
    assert_eq!(documented(Bictorys::STATUSES), BTreeMap::from_iter(bictorys));
    let generic = developer(&[400, 401, 403, 404, 405, 406, 409, 410, 429]);
    assert_eq!(documented(GenericError::STATUSES), BTreeMap::from_iter(generic));
    let mut hub2 = developer(&[400, 401, 403]);
    hub2.extend([500, 502, 503, 504].map(|status| (status, Operator)));
    assert_eq!(documented(Hub2::STATUSES), BTreeMap::from_iter(hub2));
    let mut partner_center = developer(&[400, 405, 406, 411, 415, 416]);
    partner_center.extend([(429, Nobody), (500, Operator), (503, Nobody), (509, Nobody)]);
    assert_eq!(documented(PartnerCenter::STATUSES), BTreeMap::from_iter(partner_center));
}

/// The codes for which somebody else has to act than for their status.
fn exceptions<C: CatalogCode>(
    status: fn(u16) -> Option<StatusRow<'static>>,
) -> Vec<(&'static str, Actor)> {
    let codes = C::ALL.iter().map(|code| (code.as_str(), code.status(), code.actor()));
    codes
        .filter(|(_, of, actor)| status(*of).is_some_and(|row| row.actor() != *actor))
        .filter_map(|(code, _, actor)| Some((code, actor?)))
        .collect()
}

#[test]
fn codes_inherit_the_actor_of_their_status_but_for_a_few() {
    assert_eq!(exceptions::<BictorysCode>(Bictorys::status_row), []);
    assert_eq!(exceptions::<GenericErrorCode>(GenericError::status_row), []);
    assert_eq!(
        exceptions::<Hub2Code>(Hub2::status_row),
        [
            ("locked-account", Actor::Operator),
            ("transaction_canceled", Actor::User),
            ("transaction_in_progress", Actor::Nobody),
        ]
    );
    assert_eq!(
        exceptions::<PartnerCenterCode>(PartnerCenter::status_row),
        [("99907", Actor::Nobody), ("99911", Actor::User), ("99912", Actor::User)]
    );
}

#[test]
fn an_error_has_an_actor_and_a_success_has_none() {
    let tables =
        [Bictorys::STATUSES, GenericError::STATUSES, Hub2::STATUSES, PartnerCenter::STATUSES];
    for row in tables.into_iter().flatten() {
        assert_eq!(row.actor().is_some(), row.status() >= 400, "{}", row.status());
    }
    assert!(Hub2Code::ALL.iter().all(|code| code.actor().is_some()));
    assert!(PartnerCenterCode::ALL.iter().all(|code| code.actor().is_some()));
}
