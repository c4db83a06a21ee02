//! Documented.

#![deny(missing_docs)]

/// The API.
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("hostile.toml")]
pub enum Hostile {}
