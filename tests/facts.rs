//! The shipped catalogs against what the APIs document, copied out by hand: nothing is missing,
//! nothing is added, and what is ours is marked as ours.

use std::collections::BTreeSet;

use api_error_catalog::{Catalog, CatalogCode, Entry, Retry, Status};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

/// What is known of a code.
struct Fact<C: 'static> {
    code: C,
    variant: &'static str,
    name: &'static str,
    status: u16,
    parent: Option<C>,
    placeholders: &'static [&'static str],
}

/// One line for each code: its variant, the code, its status, its parent, its placeholders.
macro_rules! facts {
    ($codes:ident {$(
        $variant:ident $name:literal $status:literal
            $(under $parent:ident)? $(with $($placeholder:literal)+)?;
    )+}) => {
        &[$(Fact {
            code: $codes::$variant,
            variant: stringify!($variant),
            name: $name,
            status: $status,
            parent: [$(Some($codes::$parent),)? None][0],
            placeholders: &[$($($placeholder),+)?],
        }),+]
    };
}

// Bictorys documents statuses; of the codes, only BAD_REQUEST.

const BICTORYS_STATUSES: &[u16] =
    &[200, 201, 202, 204, 301, 302, 400, 401, 403, 404, 500, 502, 503];

const BICTORYS: &[Fact<BictorysCode>] = facts!(BictorysCode {
    BadRequest "BAD_REQUEST" 400;
    Unauthorized "UNAUTHORIZED" 401;
    Forbidden "FORBIDDEN" 403;
    NotFound "NOT_FOUND" 404;
    InternalServerError "INTERNAL_SERVER_ERROR" 500;
    BadGateway "BAD_GATEWAY" 502;
    ServiceUnavailable "SERVICE_UNAVAILABLE" 503;
});

// Partner Center documents eight outer codes and nineteen numbered ones.

const PARTNER_CENTER_STATUSES: &[u16] = &[
    200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 422, 423,
    429, 500, 501, 503, 504, 507, 509,
];

const PARTNER_CENTER: &[Fact<PartnerCenterCode>] = facts!(PartnerCenterCode {
    InvalidRequest "invalidRequest" 400;
    Unauthenticated "unauthenticated" 401;
    AccessDenied "accessDenied" 403;
    ItemNotFound "itemNotFound" 404;
    ResourceModified "resourceModified" 409;
    PreconditionFailed "preconditionFailed" 412;
    GeneralException "generalException" 500;
    ServiceNotAvailable "serviceNotAvailable" 503;
    InvalidInput "99901" 400 under InvalidRequest;
    UnauthorizedAccess "99902" 401 under Unauthenticated;
    MissingInput "99903" 400 under InvalidRequest;
    ResourceNotFound "99904" 404 under ItemNotFound;
    UnspecifiedError "99905" 500 under GeneralException;
    TooManyRequests "99906" 429 under ServiceNotAvailable;
    TransientInternalError "99907" 500 under GeneralException;
    PropertyNotEditable "99908" 400 under InvalidRequest;
    PropertyNotNullable "99909" 400 under InvalidRequest;
    EtagMismatch "99910" 412 under PreconditionFailed;
    InvalidReferralStateForInvite "99911" 400 under InvalidRequest;
    SolutionOfTypeRequired "99912" 400 under InvalidRequest with "name";
    OrganizationNotAllowedToCreate "99913" 403 under AccessDenied;
    OrganizationNotAllowedToCoSell "99914" 403 under AccessDenied;
    InternalRequestFailed "99915" 500 under GeneralException;
    ResourceAlreadyModified "99917" 409 under ResourceModified;
    PreconditionNotMet "99918" 412 under PreconditionFailed;
    InvalidQualificationForUpdate "99919" 400 under InvalidRequest;
    UnhandledException "99999" 500 under GeneralException;
});

// The generic error object documents statuses, 500 in the example only, and one code.

const GENERIC_ERROR_STATUSES: &[u16] =
    &[200, 201, 202, 204, 206, 400, 401, 403, 404, 405, 406, 409, 410, 429, 500];

const GENERIC_ERROR: &[Fact<GenericErrorCode>] = facts!(GenericErrorCode {
    BadRequest "400" 400;
    Unauthorized "401" 401;
    Forbidden "403" 403;
    NotFound "404" 404;
    MethodNotAllowed "405" 405;
    NotAcceptable "406" 406;
    Gone "410" 410;
    Conflict "409" 409;
    TooManyRequests "429" 429;
    InternalServerError "500" 500;
    InvalidEmail "INVALID_EMAIL" 400;
});

// HUB2 documents statuses and sixteen codes, but not which code comes with which status.

const HUB2_STATUSES: &[u16] = &[200, 400, 401, 402, 403, 404, 409, 429, 500, 502, 503, 504];

const HUB2: &[Fact<Hub2Code>] = facts!(Hub2Code {
    AccountAlreadyExists "account-already-exists" 409 with "account_type" "merchant_id";
    CancellationAlreadyDone "cancellation-already-done" 409 with "transaction_id";
    InsufficientFunds "insufficient-funds" 402;
    InvalidCurrency "invalid-currency" 400;
    LockedAccount "locked-account" 403;
    TransactionNotFound "transaction-not-found" 404 with "transaction_id" "account_id";
    CurrencyNotFound "currency-not-found" 404;
    WithdrawalUnavailable "withdrawal-unavailable" 402 with "account_id";
    MissingFundsReservation "missing-funds-reservation" 402;
    MerchantNotFound "merchant-not-found" 404;
    UnsupportedCommand "unsupported-command" 400;
    NoAuthRequired "no_auth_required" 409 with "transaction_id";
    TransactionCanceled "transaction_canceled" 409;
    TransactionMissing "transaction_missing" 404;
    TransactionInProgress "transaction_in_progress" 409;
    TransactionDone "transaction_done" 409;
});

const LOCALES: [&str; 2] = ["en", "fr"];

fn statuses(table: &[Status]) -> Vec<u16> {
    table.iter().map(|row| row.status()).collect()
}

#[test]
fn the_status_tables_have_every_documented_row_and_no_other() {
    assert_eq!(statuses(Bictorys::STATUSES), BICTORYS_STATUSES);
    assert_eq!(statuses(PartnerCenter::STATUSES), PARTNER_CENTER_STATUSES);
    assert_eq!(statuses(GenericError::STATUSES), GENERIC_ERROR_STATUSES);
    assert_eq!(statuses(Hub2::STATUSES), HUB2_STATUSES);
}

/// The names in braces, sorted.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let opened = template.split('{').skip(1);
    opened.map(|rest| rest.split_once('}').expect("a closing brace").0).collect()
}

fn are_all<C: CatalogCode>(facts: &[Fact<C>]) {
    let codes: Vec<_> = facts.iter().map(|fact| fact.code).collect();
    assert_eq!(C::ALL, codes);
    for fact in facts {
        let code = fact.code;
        assert_eq!(code.as_str(), fact.name);
        assert_eq!(code.entry().variant(), fact.variant);
        assert_eq!(format!("{code:?}"), fact.variant);
        assert_eq!(code.to_string(), fact.name);
        assert_eq!(code.status(), fact.status, "{code}");
        assert_eq!(code.parent(), fact.parent, "{code}");
        assert!(!code.entry().is_retired(), "{code}");
        for locale in LOCALES {
            let named = fact.placeholders.iter().copied().collect();
            assert_eq!(placeholders(code.message(locale)), named, "{code} in {locale}");
        }
    }
}

#[test]
fn the_codes_are_those_documented_with_status_name_parent_and_placeholders() {
    are_all(BICTORYS);
    are_all(PARTNER_CENTER);
    are_all(GENERIC_ERROR);
    are_all(HUB2);
    assert_eq!(BICTORYS.len(), 7);
    assert_eq!(PARTNER_CENTER.len(), 8 + 19);
    assert_eq!(GENERIC_ERROR.len(), 10 + 1);
    assert_eq!(HUB2.len(), 16);
}

#[test]
fn partner_center_has_no_code_99916() {
    assert_eq!(PartnerCenterCode::from_code("99916"), None);
    assert_eq!(
        PartnerCenterCode::from_code("99915"),
        Some(PartnerCenterCode::InternalRequestFailed)
    );
    assert_eq!(
        PartnerCenterCode::from_code("99917"),
        Some(PartnerCenterCode::ResourceAlreadyModified)
    );
}

#[test]
fn partner_centers_numbers_have_no_comma_although_one_is_printed_with_it() {
    assert_eq!(PartnerCenterCode::ResourceNotFound.as_str(), "99904");
    assert_eq!(PartnerCenterCode::from_code("99904"), Some(PartnerCenterCode::ResourceNotFound));
}

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

#[test]
fn codes_are_in_the_order_of_their_catalog() {
    assert!(BictorysCode::ALL.is_sorted());
    assert!(PartnerCenterCode::ALL.is_sorted());
    assert!(GenericErrorCode::ALL.is_sorted());
    assert!(Hub2Code::ALL.is_sorted());
}

/// What is marked as not documented, but for the advice on repeating.
fn assumed<C: CatalogCode>(code: C) -> BTreeSet<&'static str> {
    code.entry().assumed().filter(|key| *key != "retry").collect()
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

fn advice_is_as_documented<C: CatalogCode>(table: &[Status], advice: Advice) {
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
        Bictorys::status(503),
        PartnerCenter::status(429),
        PartnerCenter::status(503),
        PartnerCenter::status(504),
        PartnerCenter::status(509),
        GenericError::status(429),
        Hub2::status(429),
        Hub2::status(500),
        Hub2::status(503),
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

#[test]
fn successes_of_bictorys_that_need_a_further_step_say_which() {
    for row in Bictorys::STATUSES.iter().filter(|row| row.status() < 400) {
        let has_step = [202, 301, 302].contains(&row.status());
        for locale in LOCALES {
            assert_eq!(row.action(locale).is_some(), has_step, "{}", row.status());
        }
        assert!(row.code().is_none(), "{}", row.status());
    }
    let followed = |status| Bictorys::status(status).and_then(|row| row.action("en"));
    assert_eq!(followed(301), followed(302));
    assert_ne!(followed(202), followed(302));
}

fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).expect("JSON is UTF-8")
}

#[test]
fn bictorys_writes_its_members_in_order() {
    let body = BictorysCode::NotFound.body().message("m").source("s");
    let wire = r#"{"status":404,"title":"NOT_FOUND","details":"m","source":"s"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn partner_center_writes_its_members_in_order() {
    let body = PartnerCenterCode::EtagMismatch.body().message("m").target("t").details([]);
    let outer = PartnerCenterCode::PreconditionFailed.message("en");
    let wire = format!(
        r#"{{"error":{{"code":"preconditionFailed","message":"{outer}","innerError":{{"code":"99910","message":"m","details":[]}},"target":"t"}}}}"#
    );
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn the_generic_error_writes_its_members_in_order() {
    let body = GenericErrorCode::InvalidEmail.body().message("m");
    let body = body.timestamp("2022-07-28T22:25:51Z").method("PUT").uri("/u");
    let wire = r#"{"timestamp":"2022-07-28T22:25:51Z","httpStatusCode":400,"httpStatusMessage":"Bad Request","errorCode":"INVALID_EMAIL","errorMessage":"m","requestMethod":"PUT","requestURI":"/u"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn hub2_writes_its_members_in_order() {
    let body = Hub2Code::LockedAccount.body().message("m").request_id("r");
    let wire = r#"{"status":403,"code":"locked-account","message":"m","request_id":"r"}"#;
    assert_eq!(text(body.to_json()), wire);
}

#[test]
fn hub2_alone_asks_for_a_request_header() {
    assert_eq!(Hub2::CATALOG.request_headers(), [("x-use-standardized-error", "true")]);
    for catalog in [Bictorys::CATALOG, PartnerCenter::CATALOG, GenericError::CATALOG] {
        assert!(catalog.request_headers().is_empty(), "{}", catalog.name());
    }
}

fn catalogs() -> [&'static Catalog; 4] {
    [Bictorys::CATALOG, PartnerCenter::CATALOG, GenericError::CATALOG, Hub2::CATALOG]
}

#[test]
fn each_catalog_has_a_name_two_locales_and_a_json_body() {
    let names = catalogs().map(Catalog::name);
    assert_eq!(names, ["bictorys", "partner-center", "generic-error", "hub2"]);
    for catalog in catalogs() {
        assert_eq!(catalog.locales(), LOCALES, "{}", catalog.name());
        assert_eq!(catalog.media_type(), "application/json", "{}", catalog.name());
    }
}

#[test]
fn codes_that_are_statuses_stand_in_bodies_only_where_the_api_sends_them() {
    assert!(BictorysCode::ALL.iter().all(|code| code.entry().is_sent()));
    assert!(PartnerCenterCode::ALL.iter().all(|code| code.entry().is_sent()));
    assert!(Hub2Code::ALL.iter().all(|code| code.entry().is_sent()));
    let sent = GenericErrorCode::ALL.iter().filter(|code| code.entry().is_sent());
    assert_eq!(sent.collect::<Vec<_>>(), [&GenericErrorCode::InvalidEmail]);
}

/// Whether a code's own methods and the trait's say the same.
macro_rules! agrees_with_the_trait {
    ($codes:ident) => {
        assert_eq!($codes::ALL, <$codes as CatalogCode>::ALL);
        for code in $codes::ALL.iter().copied() {
            assert_eq!(
                $codes::from_code(code.as_str()),
                <$codes as CatalogCode>::from_code(code.as_str())
            );
            assert_eq!(code.as_str(), CatalogCode::as_str(code));
            assert_eq!(code.status(), CatalogCode::status(code));
            assert_eq!(code.retry(), CatalogCode::retry(code));
            assert_eq!(code.parent(), CatalogCode::parent(code));
            assert_eq!(code.status_code(), CatalogCode::status_code(code));
            assert_eq!(code.entry().variant(), CatalogCode::entry(code).variant());
            for locale in ["en", "fr", "fr-CI", "de", ""] {
                assert_eq!(code.title(locale), CatalogCode::title(code, locale));
                assert_eq!(code.message(locale), CatalogCode::message(code, locale));
                assert_eq!(code.description(locale), CatalogCode::description(code, locale));
                assert_eq!(code.action(locale), CatalogCode::action(code, locale));
            }
        }
        assert_eq!($codes::from_code("?"), None);
        assert_eq!(<$codes as CatalogCode>::from_code("?"), None);
    };
}

#[test]
fn the_trait_says_the_same_as_the_codes_own_methods() {
    agrees_with_the_trait!(BictorysCode);
    agrees_with_the_trait!(PartnerCenterCode);
    agrees_with_the_trait!(GenericErrorCode);
    agrees_with_the_trait!(Hub2Code);
    assert!(std::ptr::eq(<Hub2Code as CatalogCode>::CATALOG, Hub2::CATALOG));
}

const LOCKED: u16 = Hub2Code::LockedAccount.status();
const FOUND: Option<Hub2Code> = Hub2Code::from_code("transaction_done");
const PARENT: Option<PartnerCenterCode> = PartnerCenterCode::InvalidInput.parent();
const TEXT: &str = Hub2Code::LockedAccount.message("fr-CI");
const ADVICE: Option<Retry> = Hub2Code::TransactionDone.retry();
const ACTION: Option<&str> = Bictorys::status(302).expect("a row").action("en");
static COUNTS: [u32; Hub2Code::ALL.len()] = [0; Hub2Code::ALL.len()];

#[test]
fn facts_are_there_at_compile_time() {
    assert_eq!(LOCKED, 403);
    assert_eq!(FOUND, Some(Hub2Code::TransactionDone));
    assert_eq!(PARENT, Some(PartnerCenterCode::InvalidRequest));
    assert_eq!(TEXT, Hub2Code::LockedAccount.message("fr"));
    assert_eq!(ADVICE, Some(Retry::Never));
    assert_eq!(ACTION, Bictorys::status(301).expect("a row").action("en"));
    assert_eq!(COUNTS.len(), 16);
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
fn statuses_are_found_by_their_number() {
    for row in Hub2::STATUSES {
        assert_eq!(Hub2::status(row.status()).map(|found| found.status()), Some(row.status()));
    }
    for unknown in [0, 99, 100, 201, 418, 501, 505, 600, u16::MAX] {
        assert!(Hub2::status(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn statuses_of_one_row_share_all_but_their_number_and_reason() {
    let shared = [
        (Hub2::status(500), vec![Hub2::status(502), Hub2::status(503), Hub2::status(504)]),
        (Bictorys::status(301), vec![Bictorys::status(302)]),
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
    let reason = |status| Hub2::status(status).and_then(|row| row.reason());
    assert_eq!(reason(503), Some("Service Unavailable"));
    assert_eq!(reason(504), Some("Gateway Timeout"));
}

#[test]
fn a_status_row_leads_to_its_code() {
    let code = |row: Option<&Status>| row?.code().map(Entry::as_str);
    assert_eq!(code(Bictorys::status(400)), Some("BAD_REQUEST"));
    assert_eq!(code(GenericError::status(410)), Some("410"));
    // A status with codes of its own kind is not one of them.
    assert_eq!(code(Hub2::status(409)), None);
    assert_eq!(code(PartnerCenter::status(400)), None);
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
    let row = Hub2::status(429).expect("a row");
    assert_eq!(row.title("fr-CI"), row.title("fr"));
    assert_eq!(row.title("de"), row.title("en"));
    assert_eq!(row.action("fr-CI"), row.action("fr"));
    assert_eq!(Hub2::CATALOG.title("fr-CI"), Some("API de paiement HUB2"));
    assert_eq!(Hub2::CATALOG.title("de"), Some("HUB2 payment API"));
}

#[test]
fn statuses_are_those_of_the_http_crate() {
    assert_eq!(Hub2Code::InsufficientFunds.status_code(), http::StatusCode::PAYMENT_REQUIRED);
    assert_eq!(
        PartnerCenterCode::TooManyRequests.status_code(),
        http::StatusCode::TOO_MANY_REQUESTS
    );
    for fact in HUB2 {
        assert_eq!(fact.code.status_code().as_u16(), fact.status);
    }
    for fact in PARTNER_CENTER {
        assert_eq!(fact.code.status_code().as_u16(), fact.status);
    }
}

#[test]
fn a_status_that_is_not_registered_has_no_reason_and_is_a_status_all_the_same() {
    let row = PartnerCenter::status(509).expect("a row");
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

/// A text of a catalog in both locales.
struct Text {
    place: String,
    en: &'static str,
    fr: &'static str,
    is_template: bool,
}

impl Text {
    /// Both versions of a text that has to be there.
    fn new(place: String, of: impl Fn(&str) -> Option<&'static str>) -> Self {
        let [en, fr] = LOCALES.map(|locale| of(locale).unwrap_or_default());
        Self { place, en, fr, is_template: false }
    }
}

fn texts_of<C: CatalogCode>(table: &'static [Status], texts: &mut Vec<Text>) {
    let name = C::CATALOG.name();
    texts.push(Text::new(format!("{name}: title"), |locale| C::CATALOG.title(locale)));
    for row in table {
        let place = |key| format!("{name}: {key} of status {}", row.status());
        texts.push(Text::new(place("title"), |locale| Some(row.title(locale))));
        texts.push(Text::new(place("description"), |locale| row.description(locale)));
        if row.status() >= 400 || row.action("en").is_some() {
            texts.push(Text::new(place("action"), |locale| row.action(locale)));
        }
    }
    for code in C::ALL.iter().copied() {
        let place = |key| format!("{name}: {key} of {code}");
        let message = Text::new(place("message"), |locale| Some(code.message(locale)));
        texts.push(Text { is_template: true, ..message });
        texts.push(Text::new(place("title"), |locale| Some(code.title(locale))));
        texts.push(Text::new(place("description"), |locale| Some(code.description(locale))));
        texts.push(Text::new(place("action"), |locale| code.action(locale)));
    }
}

/// Every text of every catalog.
fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    texts_of::<BictorysCode>(Bictorys::STATUSES, &mut texts);
    texts_of::<PartnerCenterCode>(PartnerCenter::STATUSES, &mut texts);
    texts_of::<GenericErrorCode>(GenericError::STATUSES, &mut texts);
    texts_of::<Hub2Code>(Hub2::STATUSES, &mut texts);
    texts
}

/// The texts that break a rule; there shall be none.
fn breaking(rule: impl Fn(&Text) -> bool) -> Vec<String> {
    let broken = texts().into_iter().filter(rule);
    broken.map(|Text { place, en, fr, .. }| format!("{place}: {en:?}, {fr:?}")).collect()
}

const NONE: [String; 0] = [];

/// Where a sign of French punctuation lacks its non-breaking space, on either side.
fn is_loose(french: &str) -> bool {
    const SPACES: [char; 2] = ['\u{a0}', '\u{202f}'];
    let characters: Vec<_> = french.chars().collect();
    let pairs = characters.windows(2);
    pairs.into_iter().any(|pair| match pair {
        [before, ':' | ';' | '?' | '!' | '»'] => !SPACES.contains(before),
        ['«', after] => !SPACES.contains(after),
        _ => false,
    })
}

#[test]
fn no_text_is_empty() {
    assert!(texts().len() > 300);
    assert_eq!(breaking(|text| text.en.is_empty() || text.fr.is_empty()), NONE);
}

fn advises<C: CatalogCode>(table: &[Status]) {
    for locale in LOCALES {
        for code in C::ALL {
            assert!(code.action(locale).is_some(), "{code}");
        }
        for row in table.iter().filter(|row| row.status() >= 400) {
            assert!(row.action(locale).is_some(), "{}", row.status());
        }
    }
}

#[test]
fn every_error_has_an_action() {
    advises::<BictorysCode>(Bictorys::STATUSES);
    advises::<PartnerCenterCode>(PartnerCenter::STATUSES);
    advises::<GenericErrorCode>(GenericError::STATUSES);
    advises::<Hub2Code>(Hub2::STATUSES);
}

#[test]
fn no_text_has_blanks_at_its_ends_or_two_in_a_row() {
    let is_ragged = |text: &str| text.trim() != text || text.contains("  ") || text.contains('\n');
    assert_eq!(breaking(|text| is_ragged(text.en) || is_ragged(text.fr)), NONE);
}

#[test]
fn apostrophes_and_quotation_marks_are_typographic() {
    let is_typed = |text: &str| text.contains(['\'', '"', '`']);
    assert_eq!(breaking(|text| is_typed(text.en) || is_typed(text.fr)), NONE);
}

#[test]
fn french_punctuation_keeps_to_its_word() {
    assert!(is_loose("Attendez : puis renvoyez."));
    assert!(is_loose("Attendez: puis renvoyez."));
    assert!(!is_loose("Attendez\u{a0}: est-ce tout\u{202f}?"));
    assert_eq!(breaking(|text| is_loose(text.fr)), NONE);
}

#[test]
fn english_punctuation_has_no_blank_before_it() {
    let is_loose = |text: &str| {
        [':', ';', '?', '!'].into_iter().any(|sign| {
            text.match_indices(sign)
                .any(|(at, _)| text[..at].ends_with([' ', '\u{a0}', '\u{202f}']))
        })
    };
    assert_eq!(breaking(|text| is_loose(text.en)), NONE);
}

#[test]
fn english_and_french_differ() {
    assert_eq!(breaking(|text| text.en == text.fr), NONE);
}

#[test]
fn braces_are_in_messages_only_and_there_for_placeholders() {
    let is_braced = |text: &str| text.contains(['{', '}']);
    assert_eq!(
        breaking(|text| !text.is_template && (is_braced(text.en) || is_braced(text.fr))),
        NONE
    );
    let differ = |text: &Text| placeholders(text.en) != placeholders(text.fr);
    assert_eq!(breaking(|text| text.is_template && differ(text)), NONE);
}
