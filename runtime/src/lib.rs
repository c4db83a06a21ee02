//! An API's errors, written down once, typed everywhere.
//!
//! A catalog file says what an HTTP API's errors are: codes, statuses, texts in several languages, what
//! to do next, and the JSON body that travels. The derive macro
//! [`ApiErrorCatalog`](macro@ApiErrorCatalog) turns the file into types when the program is compiled.
//! This crate is what the program uses of it: the facts of each code, the bodies that it writes, and the
//! answers that it reads. It is `no_std` with `alloc`.
//!
//! ```
//! use api_error_catalog::{ApiErrorCatalog, Basis, Retry};
//!
//! // The file is in this crate's folder.
//! #[derive(ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum Wallet {}
//!
//! // A server writes a body.
//! let code = WalletCode::InsufficientFunds;
//! let json = code.body().account_id("acc_7").locale("fr").to_json();
//! let expected = r#"{"status":402,"code":"insufficient-funds","message":"Le compte acc_7 n’est pas assez fourni."}"#;
//! assert_eq!(json, expected.as_bytes());
//!
//! // A client reads one, which cannot fail, and asks what to do.
//! let answer = Wallet::decode(402, &json);
//! assert_eq!(answer.code(), Some(code));
//! assert_eq!(answer.retry(), Some(Retry::AfterChange));
//! assert_eq!(answer.action("en"), Some("Settle the cause, then try again."));
//! // What was received in French, in English.
//! let message = answer.localized_message("en");
//! assert_eq!(message.as_deref(), Some("Account acc_7 holds too little."));
//!
//! // What the catalog does not know is there as it was received.
//! let answer = Wallet::decode(502, b"<html>Bad Gateway</html>");
//! assert_eq!((answer.code(), answer.basis()), (None, Basis::Nothing));
//! assert_eq!(answer.body(), b"<html>Bad Gateway</html>");
//! ```
//!
//! # Several errors
//!
//! Where the shape of a catalog has a list of errors, or a map of them by field, an answer may have
//! several. `examples/form.toml` has a list of errors under one that is common to all:
//!
//! ```toml
#![doc = include_str!("../examples/form.toml")]
//! ```
//!
//! ```
//! use api_error_catalog::ApiErrorCatalog;
//!
//! #[derive(ApiErrorCatalog)]
//! #[catalog("examples/form.toml")]
//! pub enum Form {}
//!
//! // A server joins bodies.
//! let required = FormCode::Required.body().field("name");
//! let too_long = FormCode::TooLong.body().field("city").most(40);
//! let json = required.and(too_long).to_json();
//! let expected = concat!(
//!     r#"{"message":"The form is not valid.","code":"invalid","errors":["#,
//!     r#"{"field":"name","code":"required","message":"It is required."},"#,
//!     r#"{"field":"city","code":"too-long","message":"It is longer than 40 characters."}]}"#,
//! );
//! assert_eq!(json, expected.as_bytes());
//!
//! // A client goes over them. The facts of the answer are those of the first one that is known.
//! let answer = Form::decode(422, &json);
//! assert_eq!(answer.code(), Some(FormCode::Required));
//! let errors: Vec<_> = answer.errors().collect();
//! assert_eq!(errors.len(), 2);
//! assert_eq!(errors[1].code(), Some(FormCode::TooLong));
//! assert_eq!(errors[1].slot("field"), Some("city".into()));
//! assert_eq!(errors[1].parameter_value("most"), Some(40.into()));
//! ```
//!
//! # What is generated
//!
//! For an enum `Wallet` with the derive:
//!
//! - `WalletCode`, an enum with a variant for each entry, documented from the catalog. It implements
//!   [`CatalogCode`], and has its methods as its own, most of them `const`: `ALL`, `from_code`, `entry`,
//!   `name`, `as_str`, `status`, `title`, `message`, `description`, `action`, `user_message`, `retry`,
//!   `actor`, `effect`, `grpc`, `parent`; and `all_from_code` and `body`.
//! - `WalletBody`, a body before it is written: a setter for each slot of the shape and each parameter of
//!   the errors, `locale`, `to_json`, `write_json`, `parts`, which is what goes with it, and `and` where
//!   the shape has room for several errors. It is `serde::Serialize`, `Send` and `Sync`.
//! - On `Wallet` itself, `CATALOG`, the [`Catalog`]; `STATUSES` and `status_row(u16)`, its
//!   [status rows](StatusRow); and `decode(status, body)`, which gives a [`Decoded<WalletCode>`](Decoded): the
//!   code, the facts of it or of the status, in each locale; what was received, slots and parameters; the
//!   message in another locale; all in an error as large as a pointer. For the `Accept-Language` of
//!   a request, [`CATALOG.negotiate(…)`](Catalog::negotiate) gives the locale.
//! - Where `Wallet` has variants, it is an error type: `entry()`, `code()`, `status()`, `body()`,
//!   `display(locale)`, `report()` for logs, `Display`, [`Error`](core::error::Error) with the cause as its
//!   source, and `From` for each field that is `#[from]`. A variant with `#[catalog(rest)]` holds
//!   `WalletRest`, an enum of the codes that have no variant and need no field.
//!
//! Generic code stands on [`ErrorCatalog`], which every annotated enum implements, on [`CatalogError`],
//! which those with variants do and which is object safe, on [`CatalogCode`] and on [`CatalogBody`].
//!
//! The page of the derive, [`ApiErrorCatalog`](macro@ApiErrorCatalog), has both forms and all attributes.
//!
//! # What setters take
//!
//! A setter takes what is [`IntoSlot`] of the slot's kind, which follows from its type in the catalog:
//!
//! | type of the slot | kind |
//! |---|---|
//! | `string`, and every parameter without a type | [`StringSlot`](slot::StringSlot); [`TimestampSlot`](slot::TimestampSlot), of the slot `timestamp` |
//! | any, of the slot `status` | [`StatusSlot`](slot::StatusSlot) |
//! | `integer` | [`IntegerSlot`](slot::IntegerSlot) |
//! | `number` | [`NumberSlot`](slot::NumberSlot) |
//! | `boolean` | [`BooleanSlot`](slot::BooleanSlot) |
//! | `array` | [`ArraySlot`](slot::ArraySlot) |
//! | `object` | [`ObjectSlot`](slot::ObjectSlot) |
//! | `any` | [`AnySlot`](slot::AnySlot) |
//! | `delay` | [`DelaySlot`](slot::DelaySlot) |
//! | `time` | [`TimeSlot`](slot::TimeSlot) |
//!
//! The page of [`IntoSlot`] has the types that each kind takes. An `Option` that is `None` sets nothing.
//!
//! # Values that are not set, or not JSON
//!
//! A placeholder that is not set is sent as `…`. A NaN or an infinity, and a value whose `Serialize`
//! fails, leave their slot unset: it is then what the catalog says, else `null` or left out.
//!
//! # Retired codes
//!
//! A retired code is read and explained, and new programs do not send it: naming its variant is
//! a warning (`#[deprecated]`), and no error enum can have it. One that is found at run time, through
//! [`CatalogCode::from_code`] or [`CatalogCode::ALL`], can be written; [`Entry::is_retired`] tells.
//!
//! ```
//! # use api_error_catalog::ApiErrorCatalog;
//! # #[derive(ApiErrorCatalog)]
//! # #[catalog("examples/wallet.toml")]
//! # pub enum Wallet {}
//! let code = WalletCode::from_code("card-refused").expect("a code of the catalog");
//! assert!(code.entry().is_retired());
//! let expected = r#"{"status":402,"code":"card-refused","message":"The card was refused."}"#;
//! assert_eq!(code.body().to_json(), expected.as_bytes());
//! ```
//!
//! # Tests
//!
//! With the feature `testing`, a test holds an answer against the catalog, whatever has written it: the
//! code, the status, the schema, the headers, and that nothing was left unset. `golden!` is for changes
//! that clients see: it fails where a status, a parameter or a member of the body is not as a file says
//! that is kept beside the catalog, and writes it with `UPDATE_GOLDEN=1`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use api_error_catalog::{ApiErrorCatalog, assert_error, golden};
//!
//! #[derive(ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum Wallet {}
//!
//! // What the service under test answers.
//! let answer = (402, WalletCode::InsufficientFunds.body().account_id("acc_7").to_json());
//! assert_error!(answer, WalletCode::InsufficientFunds, account_id = "acc_7");
//!
//! golden!("examples/wallet.golden", Wallet);
//! ```
//!
//! # `serde_json`
//!
//! [`Map`], [`Value`] and [`json!`] are those of `serde_json` 1. They are public on purpose: callers have
//! their details in them, and [`Decoded::slot`] and [`Decoded::json`] give them. A `serde_json` 2 would
//! be a new major version of this crate.
//!
//! # Features
//!
//! - `derive`, on by default: the macro.
//! - `serde`: `Serialize` and `Deserialize` for codes, as the names of their entries.
//! - `http`: `status_code()` on codes and errors, `to_response()` on errors, `decode_response()` on
//!   annotated enums and `Decoded::with_headers`, which takes the headers of an `http::Response`. It needs
//!   `std`, and has a clock for answers that say until when to wait, and have no `Date`. Setters take
//!   `http::StatusCode`.
//! - `actix`: error enums are `actix_web::ResponseError`, and have `middleware()`, which writes errors for the
//!   request that they answer; the module `actix` says how, and has extractors. It needs `std`.
//! - `axum`: error enums are `axum::response::IntoResponse`, and have `layer()`, which writes errors for the
//!   request that they answer; the module `axum` says how, and has extractors. It has `http` with it.
//! - `reqwest`: `check` and `send` on annotated enums, for clients that call an API with it; see the
//!   module `reqwest`. It needs `std` and `tokio`, and has `http`.
//! - `tracing`: the layers of the frameworks report each error that they send as an event of `tracing`, with
//!   its causes; the module `tracing` lists the fields and the levels.
//! - `utoipa`: error enums are `utoipa::IntoResponses`, with an example of each code as it is sent; see the
//!   module `utoipa`. It needs `std`.
//! - `tonic`: error enums become its `Status`, with Google's details, and annotated enums have `decode_status()`;
//!   see the module `tonic`. It needs `std`.
//! - `chrono`, `jiff`, `time`: setters take the moments of these crates, and write them as RFC 3339 has
//!   them. `time` needs `std`.
//! - `rust_decimal`: setters of numbers take its `Decimal`.
//! - `testing`: `assert_error!` and `golden!`. It needs `std`, and is for `[dev-dependencies]`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(any(feature = "actix", feature = "http", feature = "testing", feature = "tonic"))]
extern crate std;

mod catalog_body;
mod catalog_error;
#[cfg(any(feature = "actix", feature = "axum"))]
mod caught;
mod cause;
mod code;
mod context;
mod covered;
mod decoded;
mod decoded_error;
mod digits;
mod error_catalog;
mod field;
#[cfg(any(
    feature = "actix",
    feature = "axum",
    feature = "reqwest",
    feature = "tonic",
    feature = "tracing",
    feature = "utoipa"
))]
mod integrations;
mod into_slot;
mod json;
mod message;
mod parse_code;
mod parts;
mod received;
mod report;
#[cfg(feature = "http")]
mod response;
#[cfg(any(feature = "axum", feature = "tonic"))]
mod sending;
#[cfg(any(feature = "actix", feature = "axum", feature = "tonic"))]
mod sent;
mod serialize;
pub mod slot;
#[cfg(feature = "testing")]
pub mod testing;
mod time;

/// What the derive finds this crate by. The compiler shows the name where a path is not that of this crate.
#[doc(hidden)]
pub mod runtime_of_api_error_catalog {
    pub use crate::{__private_1, IntoSlot, Json, PlaceholderField, slot};
}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_1;

/// What `CATALOG` of an annotated enum is, and what [`Decoded::catalog`] gives.
///
/// ```
/// # use api_error_catalog::ApiErrorCatalog;
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// let catalog = Wallet::CATALOG;
/// assert_eq!((catalog.name(), catalog.title("fr")), ("wallet", Some("API Portefeuille")));
/// assert_eq!(catalog.media_type(), "application/json");
/// let locale: &'static str = catalog.negotiate("de, fr-CI;q=0.9, en;q=0.8");
/// assert_eq!(locale, "fr");
/// let payments = catalog.codes().filter(|entry| entry.status() == 402);
/// assert!(payments.map(|entry| entry.as_str()).eq(["insufficient-funds", "card-refused"]));
/// ```
pub use api_error_catalog_core::Catalog;
pub use api_error_catalog_core::Catch;
/// What [`CatalogCode::entry`] gives.
///
/// ```
/// # use api_error_catalog::ApiErrorCatalog;
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// let entry = WalletCode::InsufficientFunds.entry();
/// assert_eq!(entry.message("en"), "Account {account_id} holds too little.");
/// assert!(entry.parameters().map(|parameter| parameter.name).eq(["account_id"]));
/// assert!(entry.aliases().eq(["INSUFFICIENT_FUNDS"]));
/// // The API's documentation does not say which status the code has.
/// assert!(entry.assumed().eq(["status"]));
/// ```
pub use api_error_catalog_core::Entry;
/// What [`Entry::causes`] gives.
///
/// ```
/// # use api_error_catalog::{ApiErrorCatalog, PossibleCause};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// let mut causes = WalletCode::InsufficientFunds.entry().causes();
/// assert_eq!(causes.len(), 2);
/// let cause: PossibleCause<'_> = causes.next().expect("two of them");
/// assert_eq!(cause.when("fr"), "Un autre paiement est en attente.");
/// assert_eq!(cause.action("en"), "Wait until it has gone through.");
/// ```
pub use api_error_catalog_core::PossibleCause;
/// What `STATUSES` and `status_row` of an annotated enum give.
///
/// ```
/// # use api_error_catalog::ApiErrorCatalog;
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// assert!(Wallet::STATUSES.iter().map(|row| row.status()).eq([402, 503]));
/// let row = Wallet::status_row(503).expect("a row of the status table");
/// assert_eq!((row.title("en"), row.reason()), ("Not available", Some("Service Unavailable")));
/// assert!(row.headers().eq(["Retry-After"]));
/// ```
pub use api_error_catalog_core::StatusRow;
/// What [`Decoded::basis`] gives.
///
/// ```
/// # use api_error_catalog::{ApiErrorCatalog, Basis};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// let code = WalletCode::Internal;
/// assert_eq!(Wallet::decode(500, br#"{"code":"internal"}"#).basis(), Basis::Code(code.entry()));
/// // Without a code that is known, the row of the status.
/// let row = Wallet::status_row(402).expect("a row of the status table");
/// assert_eq!(Wallet::decode(402, b"").basis(), Basis::Status(row));
/// // The catalog has no row for 404, and none for 400, its class.
/// assert_eq!(Wallet::decode(404, b"").basis(), Basis::Nothing);
/// ```
pub use api_error_catalog_core::answer::Basis;
pub use api_error_catalog_core::answer::{BODY_LIMIT, HEADER_LIMIT, MOST_ERRORS};
/// What [`CatalogCode::effect`] and [`Decoded::effect`] give.
///
/// ```
/// # use api_error_catalog::{ApiErrorCatalog, Effect};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// // The catalog does not say; 429 refuses before anything is carried out, 500 may come at any time.
/// assert_eq!(WalletCode::LimitExceeded.effect(), Effect::None);
/// assert_eq!(WalletCode::Internal.effect(), Effect::Unknown);
/// assert_eq!(Effect::Unknown.as_str(), "unknown");
/// ```
pub use api_error_catalog_core::fact::Effect;
/// What [`CatalogCode::grpc`] and [`Decoded::grpc`] give.
///
/// ```
/// # use api_error_catalog::{ApiErrorCatalog, GrpcCode};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// // The catalog does not say; 429 is used for quotas.
/// assert_eq!(WalletCode::LimitExceeded.grpc(), GrpcCode::ResourceExhausted);
/// assert_eq!(GrpcCode::ResourceExhausted.as_str(), "RESOURCE_EXHAUSTED");
/// ```
pub use api_error_catalog_core::fact::GrpcCode;
/// What [`CatalogCode::retry`] and [`Decoded::retry`] give.
///
/// ```
/// # use api_error_catalog::{ApiErrorCatalog, Retry};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// assert_eq!(WalletCode::LimitExceeded.retry(), Some(Retry::AfterDelay));
/// assert_eq!(Retry::AfterDelay.as_str(), "after-delay");
/// // The catalog does not say.
/// assert_eq!(WalletCode::Internal.retry(), None);
/// ```
pub use api_error_catalog_core::fact::{Actor, Retry};
pub use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
pub use api_error_catalog_core::{Finite, Integer, Parameter, SlotValue};
#[cfg(feature = "derive")]
pub use api_error_catalog_macros::ApiErrorCatalog;
pub use catalog_body::CatalogBody;
pub use catalog_error::CatalogError;
pub use cause::AsSource;
pub use code::CatalogCode;
pub use context::BodyContext;
pub use decoded::Decoded;
pub use decoded_error::DecodedError;
pub use digits::Digits;
pub use error_catalog::ErrorCatalog;
pub use field::PlaceholderField;
#[cfg(feature = "actix")]
pub use integrations::actix;
#[cfg(feature = "axum")]
pub use integrations::axum;
#[cfg(feature = "reqwest")]
pub use integrations::reqwest;
#[cfg(feature = "tonic")]
pub use integrations::tonic;
#[cfg(feature = "tracing")]
pub use integrations::tracing;
#[cfg(feature = "utoipa")]
pub use integrations::utoipa;
pub use into_slot::IntoSlot;
pub use json::Json;
pub use parse_code::ParseCodeError;
pub use parts::BodyParts;
/// JSON values, for the slots that take them. `serde_json` 1 is a part of this crate's interface, on
/// purpose.
pub use serde_json::{Map, Value, json};
pub use time::Time;
