//! Reading what an API answers.

mod read;
#[cfg(feature = "http")]
mod retry_after;
mod scan;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::time::Duration;

use serde_json::Value;

use crate::body::BLANK;
use crate::code::CatalogCode;
use crate::entry::Entry;
use crate::retry::Retry;
use crate::shape::Filling;
use crate::status::Status;
use crate::template;
use read::{Found, Received};

/// How many bytes of a body are read and kept; the rest is dropped.
pub const BODY_LIMIT: usize = 256 * 1024;

/// An API's answer, understood as far as it goes. Nothing in it can fail, and nothing is lost: what
/// the catalog does not know is there as it was received.
///
/// The facts ([`description`](Self::description), [`action`](Self::action), [`retry`](Self::retry))
/// come from the most specific thing that the catalog knows: the deepest known code of the body, the
/// row of the HTTP status, the row of the status's class. [`basis`](Self::basis) says which.
#[derive(Clone)]
pub struct Decoded<C> {
    status: u16,
    code: Option<C>,
    basis: Basis,
    raw_code: Option<RawCode>,
    received: Received,
    is_cut: bool,
    retry_after: Option<RetryAfter>,
}

/// The deepest code of a body.
#[derive(Clone)]
enum RawCode {
    /// By its place among what was found, where the body has its text as it is.
    Found(usize),
    Text(String),
}

/// The codes of a body, the most specific one first, with their places among what was found.
fn codes<C: CatalogCode>(
    received: &Received,
) -> impl Iterator<Item = (usize, Filling, Cow<'_, str>)> {
    let slots = C::CATALOG.tables().shape.slots;
    received.found.iter().enumerate().filter_map(move |(at, found)| {
        let filling = slots[usize::from(found.slot)].filling;
        match filling {
            Filling::Code | Filling::Type => Some((at, filling, received.text(found)?)),
            _ => None,
        }
    })
}

/// The code that the catalog has under a name that was received.
fn known<C: CatalogCode>(filling: Filling, name: &str) -> Option<C> {
    match filling {
        Filling::Type => C::CATALOG
            .find_type(name)
            .map(|number| C::ALL[usize::from(number)])
            .or_else(|| resolved(name)),
        _ => C::from_code(name),
    }
}

/// The code whose problem type is the same as another once both are resolved (RFC 9457 §3.1.1): one is
/// relative and the other is not, and the API, which is the base, keeps its host to itself.
fn resolved<C: CatalogCode>(uri: &str) -> Option<C> {
    let is_relative = |uri: &str| uri.starts_with('/') && !uri.starts_with("//");
    let is_same = |known: &str| {
        is_relative(known) != is_relative(uri) && path(known).is_some_and(|p| Some(p) == path(uri))
    };
    C::ALL.iter().copied().find(|code| code.entry().type_uri().is_some_and(is_same))
}

/// What stands in a URI behind the host, or in a relative one at all.
fn path(uri: &str) -> Option<&str> {
    let behind = uri.split_once("://").map_or(uri, |(_, behind)| behind);
    behind.find('/').map(|at| &behind[at..])
}

impl<C: CatalogCode> fmt::Debug for Decoded<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoded")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("raw_code", &self.raw_code())
            .field("basis", &self.basis)
            .field("retry_after", &self.raw_retry_after())
            .field("body", &Beginning(&self.received.body))
            .finish_non_exhaustive()
    }
}

/// As much of a body as suits a line of a log.
struct Beginning<'b>(&'b [u8]);

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

/// What the facts of an answer come from.
#[derive(Clone, Copy, Debug)]
pub enum Basis {
    /// A code in the body.
    Code(Entry),
    /// The row of the HTTP status.
    Status(&'static Status),
    /// The row of the status's class: an unknown 4xx is read as 400 (RFC 9110 §15).
    Class(&'static Status),
    /// Nothing that the catalog knows.
    Nothing,
}

impl Basis {
    fn of_status(rows: &'static [Status], status: u16) -> Self {
        let row = |status| Status::find(rows, status);
        match row(status) {
            Some(row) => Self::Status(row),
            None => row(status / 100 * 100).map_or(Self::Nothing, Self::Class),
        }
    }
}

/// A `Retry-After` (RFC 9110 §10.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
struct RetryAfter {
    received: String,
    delay: Option<Duration>,
}

impl<C: CatalogCode> Decoded<C> {
    #[doc(hidden)]
    pub fn new(rows: &'static [Status], status: u16, body: &[u8]) -> Self {
        let is_cut = body.len() > BODY_LIMIT;
        let body = body[..body.len().min(BODY_LIMIT)].to_vec();
        let received = read::read(&C::CATALOG.tables().shape, body);
        let (mut known, mut raw_code) = (None, None);
        for (at, filling, text) in codes::<C>(&received) {
            known = known.or_else(|| self::known::<C>(filling, &text));
            let is_blank = filling == Filling::Type && text == BLANK;
            if raw_code.is_none() && !is_blank {
                raw_code = Some(match text {
                    Cow::Borrowed(_) => RawCode::Found(at),
                    Cow::Owned(text) => RawCode::Text(text),
                });
            }
            if known.is_some() && raw_code.is_some() {
                break;
            }
        }
        let basis = match known {
            Some(code) => Basis::Code(code.entry()),
            None => Basis::of_status(rows, status),
        };
        let code = known.or_else(|| match basis {
            Basis::Status(row) => row.code().map(|code| C::ALL[usize::from(code.number())]),
            _ => None,
        });
        Self { status, code, basis, raw_code, received, is_cut, retry_after: None }
    }

    #[cfg(feature = "http")]
    #[doc(hidden)]
    pub fn from_response<B: AsRef<[u8]>>(
        rows: &'static [Status],
        response: &http::Response<B>,
    ) -> Self {
        let status = response.status().as_u16();
        Self::new(rows, status, response.body().as_ref()).with_headers(response.headers())
    }

    /// The most specific code that the catalog knows: the deepest in the body, or else the one of the
    /// status's row, where the API's statuses are its codes. `None` where it knows none.
    pub fn code(&self) -> Option<C> {
        self.code
    }

    /// The deepest code in the body as it was received, known or not; `None` where there is none.
    pub fn raw_code(&self) -> Option<&str> {
        match self.raw_code.as_ref()? {
            RawCode::Found(at) => match self.received.text(&self.received.found[*at])? {
                Cow::Borrowed(text) => Some(text),
                Cow::Owned(_) => None,
            },
            RawCode::Text(text) => Some(text),
        }
    }

    /// Whether the answer has this code, anywhere in the body or by the catalog. It does not matter
    /// whether the catalog knows the code: the answer is the same before and after it does.
    pub fn is_code(&self, code: &str) -> bool {
        self.code.is_some_and(|known| known.as_str() == code)
            || codes::<C>(&self.received).any(|(.., received)| received == code)
    }

    /// The HTTP status, whatever the body says it is.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What the facts come from.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The message as it was received, the most specific one; `None` where there is none.
    pub fn message(&self) -> Option<Cow<'_, str>> {
        self.messages().next()
    }

    /// What the answer means; `None` where the catalog knows nothing of it.
    pub fn description(&self, locale: &str) -> Option<&'static str> {
        match self.basis {
            Basis::Code(code) => Some(code.description(locale)),
            Basis::Status(row) | Basis::Class(row) => {
                Some(row.description(locale).unwrap_or(row.title(locale)))
            }
            Basis::Nothing => None,
        }
    }

    /// What to do next; `None` where the catalog does not say.
    pub fn action(&self, locale: &str) -> Option<&'static str> {
        match self.basis {
            Basis::Code(code) => code.action(locale),
            Basis::Status(row) | Basis::Class(row) => row.action(locale),
            Basis::Nothing => None,
        }
    }

    /// Whether sending the request again can help; `None` where nothing says so. A `Retry-After` that
    /// came with the answer wins over the catalog.
    pub fn retry(&self) -> Option<Retry> {
        if self.retry_after().is_some() {
            return Some(Retry::AfterDelay);
        }
        match self.basis {
            Basis::Code(code) => code.retry(),
            Basis::Status(row) | Basis::Class(row) => row.retry(),
            Basis::Nothing => None,
        }
    }

    /// How long to wait, by the `Retry-After` that came with the answer; `None` where none came, or
    /// one that makes no sense.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after.as_ref()?.delay
    }

    /// The `Retry-After` as it was received.
    pub fn raw_retry_after(&self) -> Option<&str> {
        self.retry_after.as_ref().map(|header| header.received.as_str())
    }

    /// The value of a slot of the shape, the most specific one; `None` where the body has none, or
    /// one of another type.
    pub fn slot(&self, name: &str) -> Option<Value> {
        let slots = C::CATALOG.tables().shape.slots;
        let is_wanted = |found: &&Found| slots[usize::from(found.slot)].name == name;
        self.received.json(self.received.found.iter().find(is_wanted)?)
    }

    /// What stands for a placeholder in the message, read back by the text of the [`code`](Self::code)
    /// in whichever locale fits; `None` where none does.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let code = self.code?;
        // An unknown code deeper in the body has a message of its own, which is not this code's.
        self.messages().find_map(|message| {
            C::CATALOG.locales().iter().find_map(|locale| {
                let values = template::extract(code.message(locale), &message)?;
                let value = values.into_iter().find(|(placeholder, _)| *placeholder == name)?.1;
                (value != template::UNFILLED).then(|| value.into())
            })
        })
    }

    /// Heeds the headers that came with the body: `Retry-After`, in both of its forms.
    #[cfg(feature = "http")]
    #[must_use]
    pub fn with_headers(self, headers: &http::HeaderMap) -> Self {
        Self { retry_after: retry_after::find(headers), ..self }
    }

    /// The body, up to [`BODY_LIMIT`] bytes of it.
    pub fn body(&self) -> &[u8] {
        &self.received.body
    }

    /// Whether the body was longer than [`BODY_LIMIT`].
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The whole body as JSON, members that the shape does not know included; `None` where it is none.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(scan::unmarked(&self.received.body)).ok()
    }

    /// The messages, the most specific one first.
    fn messages(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let slots = C::CATALOG.tables().shape.slots;
        let is_message =
            |found: &&Found| slots[usize::from(found.slot)].filling == Filling::Message;
        self.received.found.iter().filter(is_message).filter_map(|found| self.received.text(found))
    }
}
