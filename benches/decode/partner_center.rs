//! The body of Partner Center, as a person writes it.

#![allow(dead_code, reason = "only what reading it takes counts")]

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Borrowed<'a> {
    #[serde(borrow)]
    error: BorrowedError<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BorrowedError<'a> {
    code: Code,
    #[serde(borrow)]
    message: Cow<'a, str>,
    inner_error: Option<Box<BorrowedInner<'a>>>,
    target: Option<&'a str>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BorrowedInner<'a> {
    code: Code,
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow)]
    details: Option<Vec<HashMap<&'a str, BorrowedTexts<'a>>>>,
    inner_error: Option<Box<BorrowedInner<'a>>>,
}

type BorrowedTexts<'a> = Vec<Cow<'a, str>>;

#[derive(Debug, Deserialize)]
pub(crate) struct Owned {
    error: OwnedError,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OwnedError {
    code: Code,
    message: String,
    inner_error: Option<Box<OwnedInner>>,
    target: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OwnedInner {
    code: Code,
    message: String,
    details: Option<Vec<HashMap<String, Vec<String>>>>,
    inner_error: Option<Box<OwnedInner>>,
}

#[derive(Debug, Deserialize)]
enum Code {
    #[serde(rename = "invalidRequest")]
    InvalidRequest,
    #[serde(rename = "unauthenticated")]
    Unauthenticated,
    #[serde(rename = "accessDenied")]
    AccessDenied,
    #[serde(rename = "itemNotFound")]
    ItemNotFound,
    #[serde(rename = "resourceModified")]
    ResourceModified,
    #[serde(rename = "preconditionFailed")]
    PreconditionFailed,
    #[serde(rename = "generalException")]
    GeneralException,
    #[serde(rename = "serviceNotAvailable")]
    ServiceNotAvailable,
    #[serde(rename = "99901")]
    InvalidInput,
    #[serde(rename = "99902")]
    UnauthorizedAccess,
    #[serde(rename = "99903")]
    MissingInput,
    #[serde(rename = "99904")]
    ResourceNotFound,
    #[serde(rename = "99905")]
    UnspecifiedError,
    #[serde(rename = "99906")]
    TooManyRequests,
    #[serde(rename = "99907")]
    TransientInternalError,
    #[serde(rename = "99908")]
    PropertyNotEditable,
    #[serde(rename = "99909")]
    PropertyNotNullable,
    #[serde(rename = "99910")]
    EtagMismatch,
    #[serde(rename = "99911")]
    InvalidReferralStateForInvite,
    #[serde(rename = "99912")]
    SolutionOfTypeRequired,
    #[serde(rename = "99913")]
    OrganizationNotAllowedToCreate,
    #[serde(rename = "99914")]
    OrganizationNotAllowedToCoSell,
    #[serde(rename = "99915")]
    InternalRequestFailed,
    #[serde(rename = "99917")]
    ResourceAlreadyModified,
    #[serde(rename = "99918")]
    PreconditionNotMet,
    #[serde(rename = "99919")]
    InvalidQualificationForUpdate,
    #[serde(rename = "99999")]
    UnhandledException,
    #[serde(other)]
    Unknown,
}
