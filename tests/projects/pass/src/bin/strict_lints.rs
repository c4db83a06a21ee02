//! A crate that allows itself nothing.

#![forbid(unsafe_code)]
#![deny(
    missing_docs,
    missing_copy_implementations,
    missing_debug_implementations,
    unused_qualifications,
    unreachable_pub,
    unused,
    dead_code,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    elided_lifetimes_in_paths,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unused_lifetimes,
    unused_results,
    variant_size_differences,
    clippy::pedantic
)]

use api_error_catalog::ApiErrorCatalog;

/// The shop’s errors, as they are received.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
pub(crate) enum Shop {}

/// The shop’s errors, as they are sent.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
enum Error {
    /// None is left.
    SoldOut {
        /// What was asked for.
        item: String,
    },
    /// Every other code.
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    assert_eq!(Shop::status_row(429).map(|row| row.status()), Some(429));
    assert_eq!(Error::SoldOut { item: "Tea".to_owned() }.code().status(), 409);
    assert_eq!(Error::Other(ErrorRest::SlowDown).code().status(), 429);
}
