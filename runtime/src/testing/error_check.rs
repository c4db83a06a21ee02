//! What `assert_error!` expands to.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Display;

use crate::code::CatalogCode;
use crate::decoded::Decoded;
use crate::testing::AsDecoded;

/// How many bytes of a body are shown.
const SHOWN: usize = 4096;

/// What a parameter has to be, as text.
#[diagnostic::on_unimplemented(
    message = "the value of a parameter has to be `Display`, and `{Self}` is not",
    label = "one of these values has no text",
    note = "write `json!(…)` for a list, an object or `null`"
)]
pub trait ExpectedValue {
    /// The text.
    fn text(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> ExpectedValue for T {
    fn text(&self) -> String {
        self.to_string()
    }
}

/// An answer that is held against an entry of its catalog.
#[must_use]
pub struct ErrorCheck<C> {
    pub(super) code: C,
    pub(super) answer: Decoded<C>,
    pub(super) has_headers: bool,
    /// Parameters and slots by name, and what they have to be, as text.
    pub(super) expected: Vec<(String, String)>,
}

impl<C: CatalogCode> ErrorCheck<C> {
    /// Asks whether an answer is an error with a code.
    pub fn new(code: C, answer: &impl AsDecoded<C>) -> Self {
        let has_headers = answer.has_headers();
        Self { code, answer: answer.as_decoded(), has_headers, expected: Vec::new() }
    }

    /// Asks, too, whether a parameter or a slot has a value. The name is one of Rust.
    pub fn parameter(mut self, name: &str, value: &impl ExpectedValue) -> Self {
        let name = name.strip_prefix("r#").unwrap_or(name);
        self.expected.push((name.to_owned(), value.text()));
        self
    }

    /// Asserts that the answer is what was asked for.
    ///
    /// # Panics
    ///
    /// Where it is not, with everything that is not.
    #[track_caller]
    pub fn assert(self) {
        let failures = self.failures();
        let entry = self.code.entry().name();
        assert!(
            failures.is_empty(),
            "the answer is not `{entry}` as the catalog has it:\n- {}\nit is {} {}",
            failures.join("\n- "),
            self.answer.status(),
            self.shown_body()
        );
    }

    fn shown_body(&self) -> String {
        let body = self.answer.body();
        let shown = String::from_utf8_lossy(&body[..body.len().min(SHOWN)]);
        match body.len() {
            0 => "without a body".to_owned(),
            length if length > SHOWN => format!("{shown}… ({length} bytes)"),
            _ => shown.into_owned(),
        }
    }
}
