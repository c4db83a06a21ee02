//! An API's answer, with the code enum of its catalog.

mod facts;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

use api_error_catalog_core::answer::Basis;
use api_error_catalog_core::{Answer, Catalog};
use serde_json::Value;

use crate::code::{CatalogCode, code_of};
use crate::decoded_error::DecodedError;

/// An API's answer, understood as far as it goes. Nothing in it can fail, and nothing is lost: what
/// the catalog does not know is there as it was received.
///
/// The facts ([`description`](Self::description), [`action`](Self::action), [`retry`](Self::retry))
/// come from the most specific thing that the catalog knows: the deepest known code of the body, the
/// row of the HTTP status, the row of the status's class. [`basis`](Self::basis) says which.
///
/// Of several errors in a body, facts, message, slots and parameters are those of the one that
/// [`code`](Self::code) is of; [`errors`](Self::errors) has each. A body that is not
/// [recognized](Self::is_recognized) as an error of the API has no code and no errors.
///
/// It is an error, as large as a pointer, for a client that returns what went wrong with [`Result`]; what
/// the API answered is its line in a log, and its source is what broke the body off, where anything did. An
/// answer that is a success can be decoded too: it is up to the program which ones are errors.
///
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, json};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// let body = r#"{
///     "code": "insufficient-funds",
///     "message": "Le compte acc_7 n’est pas assez fourni.",
///     "details": [{ "missing": 2500 }],
///     "trace": "a1"
/// }"#;
/// let answer = Wallet::decode(402, body.as_bytes());
/// assert_eq!(answer.code(), Some(WalletCode::InsufficientFunds));
/// assert_eq!(answer.parameter("account_id").as_deref(), Some("acc_7"));
/// assert_eq!(answer.slot("details"), Some(json!([{ "missing": 2500 }])));
/// // A member that the catalog does not know.
/// assert_eq!(answer.json().expect("JSON")["trace"], "a1");
///
/// // A code that the API has since added: its status says what to do.
/// let answer = Wallet::decode(402, br#"{"code":"card-expired"}"#);
/// assert_eq!((answer.code(), answer.raw_code()), (None, Some("card-expired")));
/// assert!(answer.is_code("card-expired"));
/// assert_eq!(answer.description("en"), Some("The payment was not made."));
///
/// // As an error.
/// fn pay(status: u16, body: &[u8]) -> Result<(), Box<dyn core::error::Error + Send + Sync>> {
///     match status {
///         200..=299 => Ok(()),
///         _ => Err(Wallet::decode(status, body).into()),
///     }
/// }
/// let body = br#"{"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#;
/// let error = pay(402, body).expect_err("an error");
/// assert_eq!(error.to_string(), "402 insufficient-funds: Account acc_7 holds too little.");
/// ```
pub struct Decoded<C> {
    /// In a box, so that a `Result` with one is small.
    received: Box<Received>,
    code: PhantomData<fn() -> C>,
}

#[derive(Clone)]
struct Received {
    answer: Answer<'static>,
    /// Why no more of the body came.
    broken_off: Option<Arc<dyn Error + Send + Sync>>,
}

impl<C> Clone for Decoded<C> {
    fn clone(&self) -> Self {
        Self { received: self.received.clone(), code: PhantomData }
    }
}

impl<C> fmt::Debug for Decoded<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Decoded").field(&self.received.answer).finish()
    }
}

/// One line: the status, the code as it was received, or else that of [`code`](Decoded::code), and the
/// message, where there are any. Of a long one, the beginning is shown; control characters are escaped.
impl<C> fmt::Display for Decoded<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.received.answer.fmt(f)
    }
}

impl<C> Error for Decoded<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let broken_off = self.received.broken_off.as_deref()?;
        Some(broken_off)
    }
}

/// What was received is the same: the status, the body, the headers.
impl<C> PartialEq for Decoded<C> {
    fn eq(&self, other: &Self) -> bool {
        self.received.answer == other.received.answer && self.is_truncated() == other.is_truncated()
    }
}

impl<C> Eq for Decoded<C> {}

impl<C: CatalogCode> Decoded<C> {
    pub(crate) fn new(status: u16, body: &[u8]) -> Self {
        let answer = with_clock(C::CATALOG.decode(status, body));
        let received = Received { answer, broken_off: None };
        Self { received: Box::new(received), code: PhantomData }
    }

    /// The most specific code that the catalog knows: the deepest in the body, or else the one of the
    /// status's row, where the API's statuses are its codes. `None` where it knows none. Of several errors,
    /// that of the first one with a known code of its own.
    pub fn code(&self) -> Option<C> {
        self.received.answer.entry().map(code_of)
    }

    /// Whether the [`code`](Self::code) is this one, or one below it: a child, a child's child, and so on. A
    /// code inside it that the catalog does not know makes no difference.
    ///
    /// ```
    /// # use api_error_catalog::ApiErrorCatalog;
    /// # #[derive(ApiErrorCatalog)]
    /// # #[catalog("examples/form.toml")]
    /// # pub enum Form {}
    /// // `required` has `invalid` as its parent.
    /// let body = br#"{"code":"invalid","errors":[{"field":"name","code":"required"}]}"#;
    /// let answer = Form::decode(422, body);
    /// assert_eq!(answer.code(), Some(FormCode::Required));
    /// assert!(answer.is_a(FormCode::Required) && answer.is_a(FormCode::Invalid));
    /// assert!(!answer.is_a(FormCode::TooLong));
    /// ```
    pub fn is_a(&self, code: C) -> bool {
        self.received.answer.is_a(code.entry())
    }

    /// The errors of the answer, in the order of the body: one where the shape has no list of errors,
    /// none where the body is not [recognized](Self::is_recognized), and
    /// [`MOST_ERRORS`](crate::MOST_ERRORS) at most.
    pub fn errors(&self) -> impl ExactSizeIterator<Item = DecodedError<'_, C>> {
        self.received.answer.errors().map(DecodedError::new)
    }
}

impl<C> Decoded<C> {
    /// Says why no more of the body came.
    #[cfg(feature = "reqwest")]
    pub(crate) fn broken_off_by(mut self, error: impl Error + Send + Sync + 'static) -> Self {
        self.received.broken_off = Some(Arc::new(error));
        self
    }

    /// The answer without the type of its codes.
    pub fn answer(&self) -> &Answer<'static> {
        &self.received.answer
    }

    /// The catalog that it was read by.
    pub fn catalog(&self) -> &'static Catalog<'static> {
        self.received.answer.catalog()
    }

    /// The deepest code in the body as it was received, known or not; `None` where there is none. An
    /// empty code is none.
    pub fn raw_code(&self) -> Option<&str> {
        self.received.answer.raw_code()
    }

    /// Whether the body is that of an error of this API: no fixed member at its root has another value,
    /// and it has a code, an element of a list or a map of errors, or, from status 400 on, a message.
    pub fn is_recognized(&self) -> bool {
        self.received.answer.is_recognized()
    }

    /// Whether the answer has this code, anywhere in the body or by the catalog. It does not matter
    /// whether the catalog knows the code: the answer is the same before and after it does.
    pub fn is_code(&self, code: &str) -> bool {
        self.received.answer.is_code(code)
    }

    /// The HTTP status, whatever the body says it is.
    pub fn status(&self) -> u16 {
        self.received.answer.status()
    }

    /// What the facts come from.
    pub fn basis(&self) -> Basis<'static> {
        self.received.answer.basis()
    }

    /// The message as it was received, the deepest one; `None` where there is none.
    pub fn message(&self) -> Option<Cow<'_, str>> {
        self.received.answer.message()
    }

    /// The message of the [`code`](Self::code) in a locale, with what [`parameter`](Self::parameter) gives for
    /// each parameter filled in; `None` where the catalog does not know the code.
    ///
    /// A parameter that was not received is what the catalog itself puts into the slot of the same name, or
    /// else `…`. The words are always the catalog's; those that were received are in
    /// [`message`](Self::message). Like that one, it is for developers; for people, there is
    /// [`user_message`](Self::user_message).
    ///
    /// ```
    /// # use api_error_catalog::ApiErrorCatalog;
    /// # #[derive(ApiErrorCatalog)]
    /// # #[catalog("examples/wallet.toml")]
    /// # pub enum Wallet {}
    /// let body = br#"{"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#;
    /// let answer = Wallet::decode(402, body);
    /// let message = answer.localized_message("fr");
    /// assert_eq!(message.as_deref(), Some("Le compte acc_7 n’est pas assez fourni."));
    ///
    /// // In other words than the catalog's, of which nothing is read.
    /// let body = br#"{"code":"insufficient-funds","message":"No funds."}"#;
    /// let message = Wallet::decode(402, body).localized_message("fr");
    /// assert_eq!(message.as_deref(), Some("Le compte … n’est pas assez fourni."));
    /// ```
    pub fn localized_message(&self, locale: &str) -> Option<String> {
        self.received.answer.localized_message(locale)
    }

    /// How long to wait, at most 2³¹ seconds; `None` where the answer does not say, or what it says makes
    /// no sense.
    ///
    /// The `Retry-After` counts (RFC 9110 §10.2.3), then a slot of the type `delay`, then one of the type
    /// `time`, of the body or of a header. A date counts from the answer's own `Date`, so that clocks need
    /// not agree; where there is none, from the moment of decoding, with the feature `http`, and without
    /// it, it says nothing. A date that has passed is now.
    pub fn retry_after(&self) -> Option<Duration> {
        self.received.answer.retry_after()
    }

    /// The `Retry-After` as it was received.
    pub fn raw_retry_after(&self) -> Option<&str> {
        self.received.answer.raw_retry_after()
    }

    /// The value of a slot of the shape, the deepest one; `None` where the body has none, or one of
    /// another type. Of several errors, that of the error which [`code`](Self::code) is of comes first, then
    /// those around it, then the first of the others.
    pub fn slot(&self, name: &str) -> Option<Value> {
        serde_json::from_str(&self.received.answer.slot(name)?).ok()
    }

    /// The value of a parameter as text: from the object of all parameters, `{parameters}`, or read back
    /// from the message by the template of the [`code`](Self::code) in whichever locale fits, or that of the
    /// slot of the same name; `None` where there is none.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.received.answer.parameter(name)
    }

    /// The value of a parameter as JSON, of the type that the catalog says where it looks so; `None` where
    /// there is none. See [`parameter`](Self::parameter).
    pub fn parameter_value(&self, name: &str) -> Option<Value> {
        serde_json::from_str(&self.received.answer.parameter_value(name)?).ok()
    }

    /// Adds the headers that came with the body; see [`with_header_fields`](Self::with_header_fields). In
    /// a value that is no text, what is none is replaced by `\u{fffd}`.
    #[cfg(feature = "http")]
    #[must_use]
    pub fn with_headers(self, headers: &http::HeaderMap) -> Self {
        let text =
            |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        self.with_header_fields(headers.iter().map(|(name, value)| (name, text(value))))
    }

    /// Adds the headers that came with the body, names and values, up to
    /// [`HEADER_LIMIT`](crate::HEADER_LIMIT) bytes of them.
    ///
    /// `Retry-After` and `Date` are heeded. Those that the catalog has a value for, for answers of every
    /// status or of this one, are read as the body is: what is found in their slots is in
    /// [`slot`](Self::slot), and a code counts where the body has none, as do a message and all else that
    /// the catalog fills. A value that is none of what the catalog says is kept, and nothing is read from
    /// it.
    ///
    /// ```
    /// # use api_error_catalog::{ApiErrorCatalog, Retry};
    /// # #[derive(ApiErrorCatalog)]
    /// # #[catalog("examples/wallet.toml")]
    /// # pub enum Wallet {}
    /// let answer = Wallet::decode(503, b"").with_header_fields([("retry-after", "120")]);
    /// assert_eq!(answer.retry_after().map(|delay| delay.as_secs()), Some(120));
    /// assert_eq!(answer.header("Retry-After"), Some("120"));
    /// ```
    #[must_use]
    pub fn with_header_fields<N, V>(mut self, headers: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: AsRef<str>,
        V: AsRef<str>,
    {
        let Received { answer, broken_off } = *self.received;
        let answer = with_clock(answer.with_headers(headers));
        *self.received = Received { answer, broken_off };
        self
    }

    /// The value of a header as it was received, the first where there are several; `None` where none of
    /// that name came. Names have no case (RFC 9110 §5.1).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.received.answer.header(name)
    }

    /// The body, up to [`BODY_LIMIT`](crate::BODY_LIMIT) bytes of it.
    pub fn body(&self) -> &[u8] {
        self.received.answer.body()
    }

    /// Whether there was more of the body: it was longer than [`BODY_LIMIT`](crate::BODY_LIMIT), or broke off
    /// on its way, which the [`source`](Error::source) of the answer tells.
    pub fn is_truncated(&self) -> bool {
        self.received.answer.is_truncated() || self.received.broken_off.is_some()
    }

    /// The whole body as JSON, members that the shape does not know included; `None` where it is none.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.received.answer.body_text()).ok()
    }
}

/// Asks the clock when the answer came, where there is one and it matters.
fn with_clock(answer: Answer<'static>) -> Answer<'static> {
    #[cfg(feature = "http")]
    let answer = {
        use std::time::SystemTime;
        answer.with_now(|| SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default())
    };
    answer
}
