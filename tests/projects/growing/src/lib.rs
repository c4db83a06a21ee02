//! A shop.
#![deny(missing_docs)]

/// The shop's errors.
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Shop {}
