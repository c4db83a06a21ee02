//! A body of 20 errors, in the shape of the OCI Distribution Specification.

#![allow(dead_code, reason = "only what reading it takes counts")]

use std::borrow::Cow;
use std::fmt::Write as _;

use api_error_catalog::ApiErrorCatalog;
use serde::Deserialize;

#[derive(ApiErrorCatalog)]
#[catalog("catalogs/oci.toml")]
pub(crate) enum Oci {}

#[derive(Debug, Deserialize)]
pub(crate) struct Borrowed<'a> {
    #[serde(borrow)]
    errors: Vec<BorrowedError<'a>>,
}

#[derive(Debug, Deserialize)]
struct BorrowedError<'a> {
    code: Code,
    #[serde(borrow)]
    message: Option<Cow<'a, str>>,
    detail: Option<Detail>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Owned {
    errors: Vec<OwnedError>,
}

#[derive(Debug, Deserialize)]
struct OwnedError {
    code: Code,
    message: Option<String>,
    detail: Option<Detail>,
}

#[derive(Debug, Deserialize)]
struct Detail {
    digest: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Code {
    BlobUnknown,
    DigestInvalid,
    Denied,
    #[serde(other)]
    Unknown,
}

/// A body of 20 errors.
pub(crate) fn body() -> String {
    let codes = [
        ("BLOB_UNKNOWN", "blob unknown to registry"),
        ("DIGEST_INVALID", "provided digest did not match uploaded content"),
        ("DENIED", "requested access to the resource is denied"),
        ("TOO_NEW", "a code that the catalog does not know"),
    ];
    let mut errors = String::new();
    for (number, (code, message)) in codes.into_iter().cycle().take(20).enumerate() {
        let comma = if number > 0 { "," } else { "" };
        write!(
            errors,
            r#"{comma}{{"code":"{code}","message":"{message}","detail":{{"digest":"sha256:{number:064}"}}}}"#
        )
        .expect("a string takes all");
    }
    format!(r#"{{"errors":[{errors}]}}"#)
}
