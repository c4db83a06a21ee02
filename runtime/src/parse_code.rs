//! Codes from text, and their names through serde.

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Deserializer, Error, Unexpected, Visitor};
use serde_core::ser::Serializer;

use crate::code::{CatalogCode, code_of};

/// Why a text is no code: the catalog has neither a code nor an entry of that name.
///
/// ```
/// use api_error_catalog::ApiErrorCatalog;
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// assert_eq!("limit-exceeded".parse(), Ok(WalletCode::LimitExceeded));
/// let error = "limit-exeeded".parse::<WalletCode>().expect_err("no code");
/// assert_eq!(error.to_string(), r#"the catalog `wallet` has no code "limit-exeeded""#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCodeError {
    catalog: &'static str,
    text: Box<str>,
}

impl fmt::Display for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the catalog `{}` has no code {:?}", self.catalog, self.text)
    }
}

impl core::error::Error for ParseCodeError {}

/// The first entry with a code or an alias, or else the entry of that name.
///
/// # Errors
///
/// Where the catalog has neither.
pub fn parse_code<C: CatalogCode>(text: &str) -> Result<C, ParseCodeError> {
    let entry = C::CATALOG.from_code(text).or_else(|| C::CATALOG.from_name(text));
    entry
        .map(code_of)
        .ok_or_else(|| ParseCodeError { catalog: C::CATALOG.name(), text: text.into() })
}

/// Writes the name of a code’s entry. The code would not do: entries may share one.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize_code<C: CatalogCode, S: Serializer>(
    code: C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.name())
}

/// Reads the name of a code’s entry.
///
/// # Errors
///
/// Where the catalog has no entry of that name, and those of the deserializer.
pub fn deserialize_code<'de, C: CatalogCode, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    deserializer.deserialize_str(NameVisitor(PhantomData))
}

struct NameVisitor<C>(PhantomData<C>);

impl<C: CatalogCode> Visitor<'_> for NameVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of an entry of the catalog `{}`", C::CATALOG.name())
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<C, E> {
        let entry = C::CATALOG.from_name(name);
        entry.map(code_of).ok_or_else(|| E::invalid_value(Unexpected::Str(name), &self))
    }
}
