//! `OpenAPI` documents, by utoipa 6.
//!
//! With the feature `utoipa`, an error enum is `utoipa::IntoResponses`: `responses(WalletError)` of
//! `#[utoipa::path]` documents each code that the enum sends, those of errors that it holds included, and those that
//! the layer of a framework puts in place of the framework's own, by `[catch]` of the catalog. Several codes of one
//! status are one response, with all of them in its schema, and a named example of each.
//!
//! ```
//! use api_error_catalog::ApiErrorCatalog;
//! use utoipa::IntoResponses;
//!
//! #[derive(Debug, ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum WalletError {
//!     InsufficientFunds { account_id: u32 },
//!     #[catalog(rest)]
//!     Other(WalletErrorRest),
//! }
//!
//! let responses = WalletError::responses();
//! assert!(responses.keys().eq(["402", "429", "500"]));
//! let json = serde_json::to_value(&responses["402"])?;
//! let example = &json["content"]["application/json"]["examples"]["insufficient-funds"]["value"];
//! // The catalog gives no example of it.
//! assert_eq!(example["message"], "Account <account_id> holds too little.");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! An example is the body as it is sent, in the default locale. Its parameters have the values of `example` in the
//! catalog; one without is `<name>`, `1` or `true`. The headers of the catalog are there, with their
//! values in the first of the examples. The description of a response has what the catalog says of each of its codes,
//! with a link to the documentation of the code.
//!
//! Not there are the entries that `[catch]` has for 404 and 405: they answer where there is no operation.
//! [`WithCatch<WalletError>`](WithCatch) has these too.
//!
//! `OpenAPI` 3.1 demands a description of each response: [`ReasonPhrases`] gives one to those of successes.
//!
//! The enum is `utoipa::ToSchema` too, the schema of all its bodies. One that says `own_responses` is neither.

mod example;
mod reason_phrases;
mod responses;
mod schema;

use core::marker::PhantomData;

use crate::error_catalog::ErrorCatalog;
pub use reason_phrases::ReasonPhrases;
pub use responses::ErrorResponses;

#[doc(hidden)]
pub use ::utoipa::openapi::{RefOr, Response, Schema};
#[doc(hidden)]
pub use ::utoipa::{IntoResponses, PartialSchema, ToSchema};

/// The responses of an operation, by their statuses.
#[doc(hidden)]
pub type ResponsesByStatus = alloc::collections::BTreeMap<alloc::string::String, RefOr<Response>>;

/// The responses of an error enum, and all that the layer of a framework puts in place of the framework's own, by
/// `[catch]` of the catalog: `responses(WithCatch<ApiError>)`. Those for 404 and 405 are in no other.
#[derive(Debug)]
pub struct WithCatch<E>(PhantomData<E>);

impl<E: ErrorCatalog + Documented> IntoResponses for WithCatch<E> {
    fn responses() -> ResponsesByStatus {
        let mut responses = ErrorResponses::of::<E>();
        responses.add(E::CATALOG, E::CATALOG.catches().map(|(_, entry)| entry));
        responses.by_status()
    }
}

/// An error enum whose responses are documented. Implemented by the derive.
#[doc(hidden)]
pub trait Documented {
    /// Adds what the enum is sent as.
    fn document(responses: &mut ErrorResponses);
}

impl<E: Documented> Documented for alloc::boxed::Box<E> {
    fn document(responses: &mut ErrorResponses) {
        E::document(responses);
    }
}

impl<E: Documented> Documented for alloc::sync::Arc<E> {
    fn document(responses: &mut ErrorResponses) {
        E::document(responses);
    }
}

/// What a type that a variant holds is sent as: `<Held<T>>::DOCUMENT` is what [`Documented`] says, or else, from
/// [`DocumentsNothing`], nothing.
#[doc(hidden)]
#[derive(Debug)]
pub struct Held<T>(PhantomData<T>);

impl<T: Documented> Held<T> {
    /// Adds what the type is sent as.
    pub const DOCUMENT: fn(&mut ErrorResponses) = ErrorResponses::add_enum::<T>;
}

/// Types of which nothing is known but that they are errors.
#[doc(hidden)]
pub trait DocumentsNothing {
    /// Adds nothing.
    const DOCUMENT: fn(&mut ErrorResponses) = |_| {};
}

impl<T> DocumentsNothing for Held<T> {}
