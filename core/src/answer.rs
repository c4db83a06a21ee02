//! Reading what an API answers.

mod answer_error;
mod basis;
mod chain;
mod delay;
mod display;
mod errors;
mod facts;
mod found;
mod headers;
mod misfit;
mod parameter_value;
mod parameters;
mod problem_type;
mod scan;
mod seen;
mod unfilled;
mod walk;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::catalog::Catalog;
use crate::date::Moment;
use crate::entry::Entry;
pub use crate::size::MOST_ERRORS;
pub use answer_error::AnswerError;
pub use basis::Basis;
use chain::Position;
use errors::Errors;
use found::{Found, Received};
pub use headers::HEADER_LIMIT;
use headers::ReceivedHeaders;
pub use misfit::MisfitHeader;
pub(crate) use problem_type::path_of_type;

/// How many bytes of a body are read and kept; the rest is dropped.
pub const BODY_LIMIT: usize = 256 * 1024;

/// An API's answer, understood as far as it goes. Reading one cannot fail, and nothing is lost: what
/// the catalog does not know is kept as it was received.
///
/// The facts ([`description`](Self::description), [`action`](Self::action), [`retry`](Self::retry))
/// come from the most specific thing that the catalog knows: the deepest known code of the body, the
/// row of the HTTP status, the row of the status's class. [`basis`](Self::basis) says which.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::answer::Basis;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::fact::Retry;
///
/// let encoded = encode(&wallet())?;
/// let catalog = encoded.catalog();
///
/// // A code that the catalog does not know: the row of the status says what to do.
/// let answer = catalog.decode(402, br#"{"code":"card-expired","request_id":"req_1"}"#);
/// assert_eq!((answer.entry(), answer.raw_code()), (None, Some("card-expired")));
/// assert!(matches!(answer.basis(), Basis::Status(row) if row.status() == 402));
/// assert_eq!(answer.action("en"), Some("Settle the cause."));
/// assert_eq!(answer.retry(), Some(Retry::AfterChange));
/// assert_eq!(answer.slot("request_id").as_deref(), Some(r#""req_1""#));
///
/// // No JSON at all.
/// let answer = catalog.decode(502, b"<html>Bad Gateway</html>");
/// assert_eq!((answer.basis(), answer.message()), (Basis::Nothing, None));
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
#[derive(Clone)]
pub struct Answer<'c> {
    catalog: &'c Catalog<'c>,
    status: u16,
    errors: Errors<'c>,
    received: Received,
    is_truncated: bool,
    headers: ReceivedHeaders,
    /// When the answer came, where that is known.
    now: Option<Moment>,
}

impl<'c> Catalog<'c> {
    /// Reads what the API answered with an HTTP status.
    pub fn decode(&'c self, status: u16, body: &[u8]) -> Answer<'c> {
        Answer::new(self, status, body)
    }

    /// Reads what the API answered, its headers included; see [`Answer::with_headers`].
    pub fn decode_with_headers<N, V>(
        &'c self,
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Answer<'c>
    where
        N: AsRef<str>,
        V: AsRef<str>,
    {
        self.decode(status, body).with_headers(headers)
    }
}

impl<'c> Answer<'c> {
    fn new(catalog: &'c Catalog<'c>, status: u16, body: &[u8]) -> Self {
        let is_truncated = body.len() > BODY_LIMIT;
        let body = body[..body.len().min(BODY_LIMIT)].to_vec();
        let received = walk::read(catalog, body);
        let errors = Errors::read(catalog, &received, status);
        let headers = ReceivedHeaders::default();
        Self { catalog, status, errors, received, is_truncated, headers, now: None }
    }

    /// The catalog that it was read by.
    pub fn catalog(&self) -> &'c Catalog<'c> {
        self.catalog
    }

    /// The most specific entry that the catalog knows: that of the deepest code in the body, or else
    /// the one of the status's row, where the API's statuses are its codes. `None` where it knows
    /// none.
    pub fn entry(&self) -> Option<Entry<'c>> {
        match self.basis() {
            Basis::Code(entry) => Some(entry),
            Basis::Status(row) => row.code(),
            Basis::Class(_) | Basis::Nothing => None,
        }
    }

    /// The deepest code in the body as it was received, known or not; `None` where there is none. An
    /// empty code is none. Of several errors, it is that of the error which [`entry`](Self::entry) is of.
    pub fn raw_code(&self) -> Option<&str> {
        self.primary()?.raw_code()
    }

    /// Whether the body is that of an error of this API: no fixed member at its root has another value,
    /// and it has a code, an element of a list or a map of errors, or, from status 400 on, a message.
    pub fn is_recognized(&self) -> bool {
        self.errors.len() > 0
    }

    /// The errors of the answer, in the order of the body: one where the shape has no list of errors,
    /// none where the body is not [recognized](Self::is_recognized), and 1,000 at most.
    ///
    /// What is around all lists and maps of errors is an error of its own, the first, unless the codes of
    /// another one begin with its codes.
    pub fn errors(&self) -> impl ExactSizeIterator<Item = AnswerError<'_, 'c>> {
        (0..self.errors.len()).map(|number| AnswerError { answer: self, number })
    }

    /// The error that the facts are of.
    fn primary(&self) -> Option<AnswerError<'_, 'c>> {
        self.errors.primary_number().map(|number| AnswerError { answer: self, number })
    }

    /// Whether the answer has this code, anywhere in the body or by the catalog. It does not matter
    /// whether the catalog knows the code: the answer is the same before and after it does.
    pub fn is_code(&self, code: &str) -> bool {
        self.entry().is_some_and(|entry| entry.as_str() == code)
            || self.is_recognized() && codes(self).any(|received| received == code)
    }

    /// Whether the [`entry`](Self::entry) is this one, or one below it ([`Entry::is_a`]). A code inside it
    /// that the catalog does not know makes no difference.
    pub fn is_a(&self, entry: Entry<'_>) -> bool {
        self.entry().is_some_and(|own| own.is_a(entry))
    }

    /// The HTTP status, whatever the body says it is.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What the facts come from.
    pub fn basis(&self) -> Basis<'c> {
        match self.errors.primary().and_then(|error| error.entry) {
            Some(entry) => Basis::Code(entry),
            None => Basis::of_status(self.catalog, self.status),
        }
    }

    /// The message as it was received, the deepest one; `None` where there is none.
    pub fn message(&self) -> Option<Cow<'_, str>> {
        self.primary()?.message()
    }

    /// The value of a slot of the shape as JSON text, the deepest one; `None` where the body has none,
    /// or one of another type. A list or an object is as it was received: delimited, not parsed. Of
    /// several errors, that of the error which [`entry`](Self::entry) is of comes first, then those around
    /// it, then the first of the others.
    pub fn slot(&self, name: &str) -> Option<Cow<'_, str>> {
        let of_primary = || self.primary()?.slot(name);
        of_primary().or_else(|| {
            let is_wanted = |found: &&Found| self.name_of(found) == name;
            let found = self.received.found.iter().find(is_wanted)?;
            self.received.json(found, self.catalog.slot(found.slot))
        })
    }

    fn primary_element(&self) -> u32 {
        self.errors.primary().map_or(0, |error| error.element)
    }

    /// The body, up to [`BODY_LIMIT`] bytes of it.
    pub fn body(&self) -> &[u8] {
        &self.received.body
    }

    /// The body without a byte order mark, which no JSON parser takes (RFC 8259 §8.1).
    pub fn body_text(&self) -> &[u8] {
        scan::unmarked(&self.received.body)
    }

    /// Whether the body was longer than [`BODY_LIMIT`].
    pub fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// What was found in an element for the slots that meet a condition, the deepest first.
    fn found(
        &self,
        element: u32,
        is_wanted: impl Fn(&Found) -> bool,
    ) -> impl Iterator<Item = &Found> {
        let position = |found: &Found| {
            let slot = self.catalog.slot(found.slot);
            Position::of(self.catalog, &self.received, found, slot)
        };
        let mut found: Vec<_> =
            self.received.of(element).iter().filter(|found| is_wanted(found)).collect();
        found.sort_by_key(|found| core::cmp::Reverse(position(found)));
        found.into_iter()
    }

    fn name_of(&self, found: &Found) -> &'c str {
        self.catalog.texts.get(self.catalog.slot(found.slot).name())
    }

    /// The messages of an element, the deepest first.
    fn messages(&self, element: u32) -> impl Iterator<Item = Cow<'_, str>> {
        let is_message = |found: &Found| self.catalog.slot(found.slot).is_message();
        self.found(element, is_message).filter_map(|found| self.text(found))
    }

    /// The value of a slot in an element, or around it.
    fn slot_of(&self, element: u32, name: &str) -> Option<Cow<'_, str>> {
        self.around(element).find_map(|element| {
            let found = self.found(element, |found| self.name_of(found) == name).next()?;
            self.received.json(found, self.catalog.slot(found.slot))
        })
    }

    fn text(&self, found: &Found) -> Option<Cow<'_, str>> {
        self.received.text(found, self.catalog.slot(found.slot))
    }

    /// An element, the one around it, and so on.
    fn around(&self, element: u32) -> impl Iterator<Item = u32> {
        core::iter::successors(Some(element), |element| {
            Some(self.received.element(*element)?.around)
        })
    }
}

/// The codes and problem types of an answer.
fn codes<'a>(answer: &'a Answer<'_>) -> impl Iterator<Item = Cow<'a, str>> {
    answer.received.found.iter().filter_map(|found| {
        let slot = answer.catalog.slot(found.slot);
        let text = slot.names_entry().then(|| answer.received.text(found, slot)).flatten()?;
        (!text.is_empty()).then_some(text)
    })
}

impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("entry", &self.entry())
            .field("raw_code", &self.raw_code())
            .field("basis", &self.basis())
            .field("retry_after", &self.raw_retry_after())
            .field("body", &Beginning(self.body()))
            .finish_non_exhaustive()
    }
}

/// As much of a body as fits a line of a log. `Debug` writes it.
pub struct Beginning<'b>(pub &'b [u8]);

impl fmt::Debug for Beginning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 200;
        let shown = String::from_utf8_lossy(&self.0[..self.0.len().min(MOST)]);
        write!(f, "{shown:?}")?;
        if self.0.len() > MOST {
            write!(f, "… ({} bytes)", self.0.len())?;
        }
        Ok(())
    }
}
