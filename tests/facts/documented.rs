//! What the APIs document of statuses and codes, copied out by hand, against the catalogs.

use api_error_catalog::{CatalogCode, StatusRow};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use super::{LOCALES, placeholders};

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

fn statuses(table: &[StatusRow<'static>]) -> Vec<u16> {
    table.iter().map(|row| row.status()).collect()
}

#[test]
fn the_status_tables_have_every_documented_row_and_no_other() {
    assert_eq!(statuses(Bictorys::STATUSES), BICTORYS_STATUSES);
    assert_eq!(statuses(PartnerCenter::STATUSES), PARTNER_CENTER_STATUSES);
    assert_eq!(statuses(GenericError::STATUSES), GENERIC_ERROR_STATUSES);
    assert_eq!(statuses(Hub2::STATUSES), HUB2_STATUSES);
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

#[test]
fn codes_are_in_the_order_of_their_catalog() {
    assert!(BictorysCode::ALL.is_sorted());
    assert!(PartnerCenterCode::ALL.is_sorted());
    assert!(GenericErrorCode::ALL.is_sorted());
    assert!(Hub2Code::ALL.is_sorted());
}

#[test]
fn codes_that_are_statuses_stand_in_bodies_only_where_the_api_sends_them() {
    assert!(BictorysCode::ALL.iter().all(|code| code.entry().is_sent()));
    assert!(PartnerCenterCode::ALL.iter().all(|code| code.entry().is_sent()));
    assert!(Hub2Code::ALL.iter().all(|code| code.entry().is_sent()));
    let sent = GenericErrorCode::ALL.iter().filter(|code| code.entry().is_sent());
    assert_eq!(sent.collect::<Vec<_>>(), [&GenericErrorCode::InvalidEmail]);
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
