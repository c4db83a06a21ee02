//! Assertions for the tests of programs, with the feature `testing`.
//!
//! [`assert_error!`](crate::assert_error) holds an answer against the catalog, whoever has written it, and
//! [`golden!`](crate::golden) what clients see of the catalog against a file that is kept beside it. Both
//! panic with all that is wrong, in plain words.

mod as_decoded;
mod checks;
mod error_check;
mod golden;
#[cfg(any(feature = "actix", feature = "axum"))]
mod into_decoded;
mod validity;

pub use as_decoded::AsDecoded;
#[doc(hidden)]
pub use error_check::ErrorCheck;
#[doc(hidden)]
pub use golden::check as check_golden;
#[cfg(any(feature = "actix", feature = "axum"))]
pub use into_decoded::IntoDecoded;

/// Asserts that an answer is an error as the catalog has it.
///
/// The answer is anything that is [`AsDecoded`](crate::testing::AsDecoded): a [`Decoded`](crate::Decoded), a
/// status and the bytes of a body, or, with the feature `http`, an `http::Response`. A response of axum or of
/// actix-web is one that was read, `response.into_decoded().await`, with `testing::IntoDecoded`. Behind the code stand
/// names of parameters of the error, or of slots of the body, and what they have to be.
///
/// - The [code](crate::Decoded::code) is this one, and not retired.
/// - The status is the catalog's.
/// - The body is valid by the JSON Schema of the catalog.
/// - No parameter in a message is left as `…`, which is what is written where nobody has set it.
/// - Each parameter that is named was read from the answer, and is what stands behind it: as text where it
///   is a string, else as JSON. Anything that is `Display` can be written there, such as
///   [`json!`](crate::json!) for a list.
///
/// Where the headers are known, which they are of an `http::Response` and of a `Decoded` that was given
/// some:
///
/// - The media type is the catalog's; other parameters of it, such as `charset`, do not matter.
/// - The header that RFC 9110 requires of the status is there.
/// - The headers that the catalog has values for are there, but for those that lack a value which the
///   server has to set, and they are of the form that the catalog says.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, assert_error};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// let json = WalletCode::InsufficientFunds.body().account_id("acc_7").to_json();
/// assert_error!((402, &json), WalletCode::InsufficientFunds, account_id = "acc_7");
/// assert_error!(Wallet::decode(402, &json), WalletCode::InsufficientFunds);
/// ```
///
/// # Panics
///
/// Where one of these does not hold, with each that does not, and the answer.
///
/// ```should_panic
/// # use api_error_catalog::{ApiErrorCatalog, assert_error};
/// # #[derive(ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum Wallet {}
/// let json = WalletCode::InsufficientFunds.body().to_json();
/// // the answer is not `insufficient-funds` as the catalog has it:
/// // - the status is 400, and the catalog says 402
/// // - the message has `…` for `account_id`, which nobody has set
/// // it is 400 {"status":402,"code":"insufficient-funds","message":"Account … holds too little."}
/// assert_error!((400, json), WalletCode::InsufficientFunds);
/// ```
#[macro_export]
macro_rules! assert_error {
    ($answer:expr, $code:expr $(, $parameter:ident = $value:expr)* $(,)?) => {
        $crate::testing::ErrorCheck::new($code, &$answer)
            $(.parameter(::core::stringify!($parameter), &$value))*
            .assert()
    };
}

/// Asserts that clients see of a catalog what a golden file says.
///
/// The file has the media type, the headers and the shape of answers, and of each entry its code, status,
/// parameters and the like, one fact a line; texts are not in it. The module
/// [`golden`](api_error_catalog_core::golden) of `api-error-catalog-core` has its format. Its path is
/// relative to the folder of the package's Cargo.toml, and the annotated enum stands behind it.
///
/// With the environment variable `UPDATE_GOLDEN=1`, the file is written, and nothing else happens.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, golden};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// // In a function with `#[test]`.
/// golden!("examples/wallet.golden", Wallet);
/// ```
///
/// # Panics
///
/// Where clients see something else, with each difference; where there is no such file, or it is none
/// that can be read; and where it cannot be written.
#[macro_export]
macro_rules! golden {
    ($file:expr, $annotated:ty $(,)?) => {
        $crate::testing::check_golden(
            ::core::env!("CARGO_MANIFEST_DIR"),
            &$file,
            <$annotated>::CATALOG,
        )
    };
}
