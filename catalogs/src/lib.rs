//! Ready-made catalogs of other people's APIs, one enum of codes each.
//!
//! The files are beside this crate's `Cargo.toml`; what an API's own documentation does not say is
//! marked in them as assumed.

#![forbid(unsafe_code)]

use api_error_catalog::ApiErrorCatalog;

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
