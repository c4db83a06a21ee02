//! Ready-made catalogs of other people's APIs, one enum of codes each.
//!
//! The files are beside this crate's `Cargo.toml`; what an API's own documentation does not say is
//! marked in them as assumed.
//!
//! Each enum here is what [`ApiErrorCatalog`](macro@ApiErrorCatalog) makes of a file: [`Hub2`] has the
//! codes [`Hub2Code`], the bodies [`Hub2Body`], and [`Hub2::decode`] for what HUB2 answers, a
//! [`Decoded`](api_error_catalog::Decoded).
//!
//! ```
//! use api_error_catalogs::{Hub2, Hub2Code};
//!
//! let body = br#"{"status":402,"code":"insufficient-funds","message":"Not enough.","request_id":"req_1"}"#;
//! let answer = Hub2::decode(402, body);
//! assert_eq!(answer.code(), Some(Hub2Code::InsufficientFunds));
//! assert_eq!(answer.message().as_deref(), Some("Not enough."));
//! assert!(answer.action("fr").is_some());
//!
//! // HUB2 documents neither the code's status, nor whether to send the request again, nor who has
//! // to act, nor whether anything took effect.
//! let assumed = Hub2Code::InsufficientFunds.entry().assumed();
//! assert!(assumed.eq(["status", "retry", "actor", "effect"]));
//!
//! // For a test of a client: the body as HUB2 would send it.
//! let json = Hub2Code::InsufficientFunds.body().request_id("req_1").to_json();
//! let expected = r#"{"status":402,"code":"insufficient-funds","message":"The balance does not cover this transfer.","request_id":"req_1"}"#;
//! assert_eq!(json, expected.as_bytes());
//! ```
//!
//! The catalogs of specifications that many APIs follow have a feature each, off by default:
//!
//! | feature | enum | errors of |
//! |---|---|---|
//! | `google-rpc` | `GoogleRpc` | Google APIs: `google.rpc.Code` in the JSON of AIP-193 |
//! | `json-api` | `JsonApi` | JSON:API 1.1; the specification has no codes, so that it reads bodies only |
//! | `oauth2` | `Oauth2` | OAuth 2.0, bearer tokens too: RFC 6749, RFC 6750 |
//! | `oci-distribution` | `OciDistribution` | container registries: OCI Distribution Specification 1.1 |
//!
//! Programs that read catalogs at run time find the files themselves in [`FILES`].
//!
//! An API with codes of its own puts a copy of the file beside its own, and names it in `extends`.
//!
//! The feature `http` is that of `api-error-catalog`.

#![forbid(unsafe_code)]

use api_error_catalog::ApiErrorCatalog;

mod files;

pub use files::{CatalogFile, FILES};

/// Bictorys, a payment API whose errors are its statuses.
#[derive(ApiErrorCatalog)]
#[catalog("bictorys.toml")]
pub enum Bictorys {}

/// The referrals API of Microsoft Partner Center, whose errors nest.
#[derive(ApiErrorCatalog)]
#[catalog("partner-center.toml")]
pub enum PartnerCenter {}

/// The generic error object, which names an error by its status and sometimes by a code.
#[derive(ApiErrorCatalog)]
#[catalog("generic-error.toml")]
pub enum GenericError {}

/// HUB2, a payment API.
#[derive(ApiErrorCatalog)]
#[catalog("hub2.toml")]
pub enum Hub2 {}

/// Google APIs over HTTP: the codes of `google.rpc.Code`, under which an API has its own reasons.
#[cfg(feature = "google-rpc")]
#[derive(ApiErrorCatalog)]
#[catalog("google-rpc.toml")]
pub enum GoogleRpc {}

/// JSON:API, whose codes are those of each API: bodies are read, and explained by their statuses.
#[cfg(feature = "json-api")]
#[derive(ApiErrorCatalog)]
#[catalog("json-api.toml")]
pub enum JsonApi {}

/// OAuth 2.0: the authorization server, and resources that take bearer tokens.
#[cfg(feature = "oauth2")]
#[derive(ApiErrorCatalog)]
#[catalog("oauth2.toml")]
pub enum Oauth2 {}

/// Container registries that follow the OCI Distribution Specification.
#[cfg(feature = "oci-distribution")]
#[derive(ApiErrorCatalog)]
#[catalog("oci-distribution.toml")]
pub enum OciDistribution {}
