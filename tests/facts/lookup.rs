//! Codes and status rows by name, by number, by locale, and in a `const`.

use api_error_catalog::{CatalogCode, Retry};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericErrorCode, Hub2, Hub2Code, PartnerCenterCode,
};

fn are_found_by_name<C: CatalogCode>(unknown: &[&str]) {
    for code in C::ALL {
        assert_eq!(C::from_code(code.as_str()), Some(*code));
        let shouted = code.as_str().to_uppercase();
        if shouted != code.as_str() {
            assert_eq!(C::from_code(&shouted), None);
        }
        assert_eq!(C::from_code(&format!("{code} ")), None);
        assert_eq!(C::from_code(code.entry().variant()), None);
    }
    for unknown in unknown {
        assert_eq!(C::from_code(unknown), None, "{unknown}");
    }
}

#[test]
fn each_code_is_found_by_its_exact_name_and_nothing_else_is() {
    let nonsense = ["", "a", "~", "\0", "é", "unknown-code"];
    for unknown in [&nonsense[..], &["400", "200", "BAD_REQUESTS", "OK"]] {
        are_found_by_name::<BictorysCode>(unknown);
    }
    for unknown in [&nonsense[..], &["99900", "99920", "999", "999011", "400", "error"]] {
        are_found_by_name::<PartnerCenterCode>(unknown);
    }
    for unknown in [&nonsense[..], &["200", "206", "402", "503", "INVALID"]] {
        are_found_by_name::<GenericErrorCode>(unknown);
    }
    for unknown in [&nonsense[..], &["no-auth-required", "insufficient_funds", "locked", "402"]] {
        are_found_by_name::<Hub2Code>(unknown);
    }
}

const LOCKED: u16 = Hub2Code::LockedAccount.status();
const FOUND: Option<Hub2Code> = Hub2Code::from_code("transaction_done");
const PARENT: Option<PartnerCenterCode> = PartnerCenterCode::InvalidInput.parent();
const TEXT: &str = Hub2Code::LockedAccount.message("fr-CI");
const ADVICE: Option<Retry> = Hub2Code::TransactionDone.retry();
const ACTION: Option<&str> = Bictorys::status_row(302).expect("a row").action("en");

#[test]
fn facts_are_there_at_compile_time() {
    assert_eq!(LOCKED, 403);
    assert_eq!(FOUND, Some(Hub2Code::TransactionDone));
    assert_eq!(PARENT, Some(PartnerCenterCode::InvalidRequest));
    assert_eq!(TEXT, Hub2Code::LockedAccount.message("fr"));
    assert_eq!(ADVICE, Some(Retry::Never));
    assert_eq!(ACTION, Bictorys::status_row(301).expect("a row").action("en"));
}

#[test]
fn codes_can_be_matched_on() {
    const fn is_about_money(code: Hub2Code) -> bool {
        matches!(code, Hub2Code::InsufficientFunds | Hub2Code::MissingFundsReservation)
    }
    let about_money = Hub2Code::ALL.iter().filter(|code| is_about_money(**code)).count();
    assert_eq!(about_money, 2);
    let todo = match Hub2Code::from_code("locked-account") {
        Some(Hub2Code::InsufficientFunds) => "top up",
        Some(Hub2Code::LockedAccount) => "ask support",
        Some(_) => "something else",
        None => "unknown",
    };
    assert_eq!(todo, "ask support");
}

#[test]
fn locales_are_looked_up_and_the_default_is_last() {
    let code = Hub2Code::InsufficientFunds;
    let (en, fr) = (code.message("en"), code.message("fr"));
    assert_ne!(en, fr);
    for (tag, text) in [
        ("fr-CI", fr),
        ("FR", fr),
        ("fr-Latn-CI-x-abidjan", fr),
        ("en-GB", en),
        ("de", en),
        ("frr", en),
        ("", en),
        ("*", en),
    ] {
        assert_eq!(code.message(tag), text, "{tag}");
    }
    let row = Hub2::status_row(429).expect("a row");
    assert_eq!(row.title("fr-CI"), row.title("fr"));
    assert_eq!(row.title("de"), row.title("en"));
    assert_eq!(row.action("fr-CI"), row.action("fr"));
    assert_eq!(Hub2::CATALOG.title("fr-CI"), Some("API de paiement HUB2"));
    assert_eq!(Hub2::CATALOG.title("de"), Some("HUB2 payment API"));
}
