//! The derive macro of `api-error-catalog`: [`ApiErrorCatalog`](macro@ApiErrorCatalog). Programs use it
//! through that crate, which the expansion refers to.
//!
//! The stages: `item` reads the annotated enum, which knows Rust syntax and no catalog; the model reads,
//! checks and compiles the catalog; `coverage` checks the two against each other; the modules under
//! `expand` write tokens.

#![forbid(unsafe_code)]

mod attribute;
mod cap;
mod coverage;
mod errors;
mod expand;
mod item;
mod lints;
mod log;
mod needed;
mod package;
#[cfg(test)]
mod tests;
mod uncovered;
mod warnings;

use std::path::Path;

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::{Side, Source, compile, read, render};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use errors::{Errors, with_help};
use expand::Expansion;
use item::Item;
use package::Package;

/// Makes an enum of codes from a catalog file, and an error type of the annotated enum where that has
/// variants.
///
/// The examples here are about this catalog, `examples/wallet.toml`:
///
/// ```toml
#[doc = include_str!("../examples/wallet.toml")]
/// ```
///
/// # An enum without variants
///
/// It stands for an API: its codes, its status table, and the answers that are read.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, Retry};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// const CODE: WalletCode = WalletCode::InsufficientFunds;
/// assert_eq!(CODE.as_str(), "insufficient-funds");
/// assert_eq!((CODE.status(), CODE.retry()), (402, Some(Retry::AfterChange)));
/// assert_eq!(CODE.action("fr-CI"), Some("Réglez la cause, puis réessayez."));
///
/// let json = CODE.body().account_id("acc_7").request_id("req_1").to_json();
/// let expected = r#"{"status":402,"code":"insufficient-funds","message":"Account acc_7 holds too little.","request_id":"req_1"}"#;
/// assert_eq!(json, expected.as_bytes());
///
/// let answer = Wallet::decode(402, &json);
/// assert_eq!(answer.code(), Some(CODE));
/// assert_eq!(answer.parameter("account_id").as_deref(), Some("acc_7"));
///
/// let row = Wallet::status_row(503).expect("a row of the status table");
/// assert!(row.headers().eq(["Retry-After"]));
/// ```
///
/// # An enum with variants
///
/// It is all that, and an error type besides: `Display` is the message in the default locale,
/// `Error::source` is the cause, and `body()` is the body with the fields in it. The compiler checks
/// variants against codes and fields against placeholders, both ways.
///
/// ```
/// use api_error_catalog::ApiErrorCatalog;
/// use std::error::Error as _;
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     // The code that becomes a variant of this name. `account_id` is a placeholder of its message,
///     // `details` a slot of the body.
///     InsufficientFunds { account_id: u32, details: Vec<String> },
///     // The code that is named. The cause is for logs, and in no body.
///     #[catalog(code = "internal")]
///     Storage(#[from] std::io::Error),
///     // Each code without a variant and without parameters: here, `limit-exceeded` alone.
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
///
/// let error = WalletError::InsufficientFunds { account_id: 7, details: vec!["eur".to_owned()] };
/// assert_eq!(error.code(), WalletErrorCode::InsufficientFunds);
/// assert_eq!(error.to_string(), "Account 7 holds too little.");
/// assert_eq!(error.display("fr").to_string(), "Le compte 7 n’est pas assez fourni.");
/// let expected = r#"{"status":402,"code":"insufficient-funds","message":"Account 7 holds too little.","details":["eur"]}"#;
/// assert_eq!(error.body().to_json(), expected.as_bytes());
///
/// let error = WalletError::from(std::io::Error::other("disk full"));
/// assert_eq!(error.to_string(), "Something broke on our side.");
/// assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("disk full"));
///
/// let error = WalletError::from(WalletErrorRest::LimitExceeded);
/// assert_eq!(error.code().status(), 429);
/// ```
///
/// Without `#[catalog(rest)]`, a code that has no variant is an error of the compiler, which lists the
/// lines to add. With it, a code with parameters still is: it could not be sent whole.
///
/// ```
/// use api_error_catalog::ApiErrorCatalog;
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml", codes = Code)]
/// pub enum Failure {
///     InsufficientFunds { account_id: Option<u32> },
///     LimitExceeded,
///     Internal {
///         request_id: String,
///         #[source]
///         cause: Option<Box<dyn std::error::Error + Send + Sync>>,
///     },
/// }
///
/// let unknown = Failure::InsufficientFunds { account_id: None };
/// assert_eq!(unknown.to_string(), "Account … holds too little.");
/// assert_eq!(Failure::LimitExceeded.code(), Code::LimitExceeded);
/// ```
///
/// # Causes, other catalogs, and modules
///
/// Several variants may stand for one code. A transparent variant holds an error of another catalog, or of
/// another enum of this one: it has that error's code, status, message, causes and headers, in the body of
/// this catalog.
///
/// ```
/// use api_error_catalog::ApiErrorCatalog;
///
/// mod withdrawals {
///     // An enum of a module shares the codes, and covers some of them.
///     #[derive(Debug, api_error_catalog::ApiErrorCatalog)]
///     #[catalog("examples/wallet.toml", of = super::WalletErrorCode)]
///     pub enum WithdrawalError {
///         #[catalog(log = "withdrawing from {account_id} on shard {shard}")]
///         InsufficientFunds {
///             account_id: u32,
///             // For logs.
///             #[catalog(private)]
///             shard: u8,
///         },
///         #[catalog(code = "internal")]
///         Ledger(#[from] std::fmt::Error),
///     }
/// }
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     #[catalog(transparent)]
///     Withdrawal(#[from] withdrawals::WithdrawalError),
///     #[catalog(code = "internal")]
///     Storage(#[from] std::io::Error),
///     // `insufficient-funds`, which has a parameter, is covered by the error that is held.
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
///
/// # fn main() {
/// let error = withdrawals::WithdrawalError::InsufficientFunds { account_id: 7, shard: 3 };
/// let error = WalletError::from(error);
/// assert_eq!(error.code(), Some(WalletErrorCode::InsufficientFunds));
/// assert_eq!(error.to_string(), "Account 7 holds too little.");
/// assert_eq!(error.report(), "withdrawing from 7 on shard 3");
/// # }
/// ```
///
/// # Attributes
///
/// | attribute | on | meaning |
/// |---|---|---|
/// | `#[catalog("errors.toml")]` | the enum | the catalog, `.toml` or `.json`; the path is relative to the folder of `Cargo.toml` and does not leave it |
/// | `#[catalog("…", codes = Name)]` | the enum | the name of the code enum, else `<Enum>Code` |
/// | `#[catalog("…", of = path)]` | the enum | the code enum of another enum of the same file: no codes are made, and the variants cover some of them |
/// | `#[catalog("…", crate = path)]` | the enum | where `api_error_catalog` is, if not at `::api_error_catalog` |
/// | `#[catalog("…", own_responses)]` | the enum | it has the impls of frameworks' traits itself, such as `IntoResponse` and `ResponseError`; it has no `layer()` or `middleware()` either |
/// | `#[catalog(code = "…")]` | a variant | the name of the entry that it stands for, else the one whose variant has the same name |
/// | `#[catalog(transparent)]` | a variant | it holds another annotated error, a `Box` or an `Arc` of one, or a `Box<dyn CatalogError>`; with `shape = "inner"`, its body and media type are that error's own |
/// | `#[catalog(rest)]` | a variant | it holds `<Enum>Rest`, the codes without a variant that need no field and are not retired |
/// | `#[catalog(log = "…")]` | a variant | the text for logs, a format string with names of fields in it, else the message; `report()` adds the causes |
/// | `#[catalog(private)]` | a field | it is for logs |
/// | `#[catalog(display = "debug")]` | a field | it is shown by `Debug` |
/// | `#[catalog(display = path)]` | a field | it is shown by a function that takes a reference to it and gives something that is `Display` |
/// | `#[catalog(json)]` | a field | it is serialized, also into a placeholder |
/// | `#[source]` | a field | the cause: an error, a box of one, or an `Option` of either |
/// | `#[from]` | a field | the same, and `From` makes the error of it; the variant has no other field |
/// | `#[from(code = "…")]`, `#[source(…)]` | the field of a variant in parentheses | the same, and what would stand in `#[catalog(…)]` on the variant: `Storage(#[from(code = "internal")] std::io::Error)`, `Ledger(#[from(transparent)] LedgerError)` |
///
/// A field without an attribute fills the parameter or the slot of its name, of the body or of a header of
/// its status. One that fills a placeholder or a string slot is anything that is `Display`; one that fills a
/// slot of JSON, anything that is `Serialize`; an `Option` without a value sets nothing. A field `message`
/// takes the place of the message, where the shape has it. A cause and a private field are in no body,
/// header or message.
///
/// # What is generated
///
/// With the visibility of the annotated enum:
///
/// | item | what it is |
/// |---|---|
/// | `<Enum>Code` | an enum, one variant for each entry, documented from the catalog: `Copy`, `Eq`, `Ord`, `Hash`, `Debug` (the variant), `Display` (the code), `#[non_exhaustive]`. Its methods are `ALL`, `from_code`, `entry`, `name`, `as_str`, `status`, `title`, `message`, `description`, `action`, `user_message`, `retry`, `actor`, `effect`, `grpc`, `parent`, each of them `const`; `CATALOG`, `all_from_code`, `body`, `FromStr`, by the code, then the name; with the feature `http`, `status_code`; with the feature `serde`, `Serialize` and `Deserialize`, as the name |
/// | `<Enum>Body<'a>` | a body: `locale`, a setter for each slot and each parameter, `and(other)` where the shape has a list or a map of errors, `to_json`, `write_json`, `parts` (the status, media type and headers to send it with); `Clone`, `Debug`, `serde::Serialize`, `Send`, `Sync` |
/// | on the annotated enum | `CATALOG`, `STATUSES`, `status_row(u16)`, `decode(status, body)`, whose `errors()` are all errors of a body; with the feature `http`, `decode_response`, with `reqwest`, `check(response)` and `send(request, policy)`; the trait `ErrorCatalog` |
/// | on one with variants | `entry()`, `code()`, an `Option` where a variant is transparent, `status()`, `media_type()`, `headers(context)`, `write_body(context, out)`, `body()`, `display(locale)`, `report()`, `find_in(error)`, `from_decoded(answer)`, `CODES`; with the feature `http`, `status_code` and `to_response`; with `axum`, `layer()` and the trait `IntoResponse`; with `actix`, `middleware()` and the trait `ResponseError`; the trait `CatalogError`; `Display`, `Error`, `From` each `#[from]` field and the rest; where no variant is transparent, `Into<<Enum>Code>` |
/// | `<Enum>Rest` | where a variant is `#[catalog(rest)]`: an enum of the codes that have none and need no field, with `code()`; `TryFrom<<Enum>Code>` |
///
/// # What setters take
///
/// What is not set comes from the catalog. A slot that the catalog does not fill is `null` then, or left
/// out where the shape has `?`; a placeholder that is not set is sent as `…`, never as a raw
/// `{placeholder}`.
///
/// A setter takes what is `IntoSlot` of the slot's kind:
///
/// | type of the slot | kind | takes |
/// |---|---|---|
/// | `string`, and every parameter without a type | `StringSlot` | `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>`, `char`; every integer type, as its digits; a moment, as RFC 3339 |
/// | `string`, of the slot `timestamp` | `TimestampSlot` | text as in a `StringSlot`; a moment, as RFC 3339 |
/// | any, of the slot `status` | `StatusSlot` | `u16`; with the feature `http`, `http::StatusCode` |
/// | `integer` | `IntegerSlot` | every integer type, those of 128 bits and `NonZero` ones too |
/// | `number` | `NumberSlot` | the same; `f32`, `f64`; `Digits`, for other decimals; with the feature `rust_decimal`, its `Decimal` |
/// | `boolean` | `BooleanSlot` | `bool` |
/// | `array` | `ArraySlot` | `Vec`, `VecDeque`, `BTreeSet`, slice, array or `Box<[T]>` of `Serialize` items; `Json(value)` |
/// | `object` | `ObjectSlot` | `serde_json::Map`, `BTreeMap`; `Json(value)` |
/// | `any` | `AnySlot` | any `Serialize` value |
/// | `delay` | `DelaySlot` | `core::time::Duration`, written in seconds |
/// | `time` | `TimeSlot` | text as it is written; `i32`, `u32`, `i64`, `u64`, seconds since 1970; `Time`; a moment, as RFC 3339 |
///
/// And a reference to any of these, and an `Option` of it. A moment is a `chrono::DateTime`,
/// a `jiff::Timestamp`, a `jiff::ZonedDateTime` or a `time::OffsetDateTime`, each with the feature of its
/// crate's name.
///
/// `None` leaves the slot as it is. So does what the slot's type cannot be: a NaN or an infinity, which JSON
/// does not have, a value whose `Serialize` fails, `Json` of another type, and `null` for `any`.
///
/// # Retired codes
///
/// A code with `retired = true` is read and explained, and new programs do not send it: its variant is
/// `#[deprecated]`, no variant of an error enum can stand for it, and it is not among the rest. A program
/// that finds it at run time, through `from_code` or `ALL`, can write its body.
///
/// # When the catalog changes
///
/// Cargo compiles again when the file, or one that it extends, has changed. Mistakes in it are errors of
/// the compiler, all of them at once, each with the line of the catalog; the generated types stay in
/// place meanwhile, as far as they are known. Of one that cannot be read nothing is known, and that is the
/// only error.
///
/// What is doubtful in a catalog is a warning of the lint `deprecated`, the one that a macro can give. Each
/// says what makes it go away; `#[allow(deprecated)]` on the annotated enum allows all of its catalog.
#[proc_macro_derive(ApiErrorCatalog, attributes(catalog, source, from))]
pub fn derive_api_error_catalog(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    derive(&parse_macro_input!(input as DeriveInput), package.as_ref().map(Path::new)).into()
}

fn derive(input: &DeriveInput, package: Option<&Path>) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Item::read(input, &mut errors) else {
        return errors.into_tokens();
    };
    let Some(package) = package else {
        errors.at(&item.path, with_help("the environment variable CARGO_MANIFEST_DIR is not set, so there is no folder to look for the catalog in", "build with cargo, or set it"));
        return errors.into_tokens();
    };
    let side = if item.is_error() { Side::Server } else { Side::Client };
    let reading = read(&Package { folder: package }, &item.path.value(), side);
    let warnings = (!item.is_shared()).then(|| warnings::tokens(&reading, &item));
    let rendered = reading.errors().map(|error| render(error, &reading.sources).to_string());
    let mut catalog_errors: Vec<_> = rendered.collect();
    // Of a file that was read and is shared, the enum that has made the codes shows them.
    if !item.is_shared() || !reading.sources.iter().any(Source::is_file) {
        for error in catalog_errors.drain(..) {
            errors.at(&item.path, error);
        }
    }
    let is_partial = reading.has_errors();
    // A catalog with errors leaves its types behind, so that the code that uses them compiles.
    let encoded = compile(reading.partial_catalog()).unwrap_or_else(|error| {
        errors.at(&item.path, error);
        Encoded::default()
    });
    if encoded.bytes.is_empty() {
        return errors.into_tokens();
    }
    let catalog = &encoded.catalog();
    let covered = coverage::check(&item, catalog, is_partial, &mut errors);
    let expansion = Expansion {
        item: &item,
        encoded: &encoded,
        catalog,
        is_partial,
        untold: &catalog_errors,
        covered: &covered,
        sources: &reading.sources,
    };
    let expansion = expansion.tokens();
    let errors = errors.into_tokens();
    quote!(#expansion #errors #warnings)
}
