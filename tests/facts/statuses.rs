//! The status tables: rows that share texts, rows that are codes, a status that is not registered.

use api_error_catalog::{Entry, StatusRow};
use api_error_catalogs::{Bictorys, GenericError, Hub2, PartnerCenter};

use super::LOCALES;

#[test]
fn successes_of_bictorys_that_need_a_further_step_say_which() {
    for row in Bictorys::STATUSES.iter().filter(|row| row.status() < 400) {
        let has_step = [202, 301, 302].contains(&row.status());
        for locale in LOCALES {
            assert_eq!(row.action(locale).is_some(), has_step, "{}", row.status());
        }
        assert!(row.code().is_none(), "{}", row.status());
    }
    let followed = |status| Bictorys::status_row(status).and_then(|row| row.action("en"));
    assert_eq!(followed(301), followed(302));
    assert_ne!(followed(202), followed(302));
}

#[test]
fn statuses_are_found_by_their_number() {
    for row in Hub2::STATUSES {
        assert_eq!(Hub2::status_row(row.status()).map(StatusRow::status), Some(row.status()));
    }
    for unknown in [0, 99, 100, 201, 418, 501, 505, 600, u16::MAX] {
        assert!(Hub2::status_row(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn statuses_of_one_row_share_all_but_their_number_and_reason() {
    let shared = [
        (
            Hub2::status_row(500),
            vec![Hub2::status_row(502), Hub2::status_row(503), Hub2::status_row(504)],
        ),
        (Bictorys::status_row(301), vec![Bictorys::status_row(302)]),
    ];
    for (row, others) in shared {
        let row = row.expect("a row");
        for other in others {
            let other = other.expect("a row");
            assert_ne!(row.status(), other.status());
            assert_ne!(row.reason(), other.reason());
            assert_eq!(row.retry(), other.retry());
            assert!(row.assumed().eq(other.assumed()));
            for locale in LOCALES {
                assert_eq!(row.title(locale), other.title(locale));
                assert_eq!(row.description(locale), other.description(locale));
                assert_eq!(row.action(locale), other.action(locale));
            }
        }
    }
    let reason = |status| Hub2::status_row(status).and_then(StatusRow::reason);
    assert_eq!(reason(503), Some("Service Unavailable"));
    assert_eq!(reason(504), Some("Gateway Timeout"));
}

#[test]
fn a_status_row_leads_to_its_code() {
    let code = |row: Option<StatusRow<'static>>| row?.code().map(Entry::as_str);
    assert_eq!(code(Bictorys::status_row(400)), Some("BAD_REQUEST"));
    assert_eq!(code(GenericError::status_row(410)), Some("410"));
    // A status with codes of its own kind is not one of them.
    assert_eq!(code(Hub2::status_row(409)), None);
    assert_eq!(code(PartnerCenter::status_row(400)), None);
}

#[test]
fn a_status_that_is_not_registered_has_no_reason_and_is_a_status_all_the_same() {
    let row = PartnerCenter::status_row(509).expect("a row");
    assert_eq!(row.status(), 509);
    assert_eq!(row.reason(), None);
    let status = http::StatusCode::from_u16(row.status()).expect("a status");
    assert!(status.is_server_error());
    // All others are.
    let rows =
        [Bictorys::STATUSES, PartnerCenter::STATUSES, GenericError::STATUSES, Hub2::STATUSES];
    for row in rows.into_iter().flatten().filter(|row| row.status() != 509) {
        let status = http::StatusCode::from_u16(row.status()).expect("a status");
        assert!(row.reason().is_some(), "{status}");
    }
}
