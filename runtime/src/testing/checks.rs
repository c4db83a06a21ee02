//! What has to hold of an answer, one thing a function; each says in words what does not.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use api_error_catalog_core::Body;
use api_error_catalog_core::answer::{AnswerError, BODY_LIMIT};
use api_error_catalog_core::slot::SlotType;
use api_error_catalog_core::status::required_header;
use api_error_catalog_core::template::UNFILLED;
use serde_json::{Number, Value};

use crate::code::CatalogCode;
use crate::testing::ErrorCheck;
use crate::testing::validity::mistakes;

impl<C: CatalogCode> ErrorCheck<C> {
    /// Everything that does not hold.
    pub(super) fn failures(&self) -> Vec<String> {
        let mut failures = Vec::new();
        failures.extend(self.other_code());
        failures.extend(self.retired());
        failures.extend(self.other_status());
        failures.extend(self.invalid_body());
        failures.extend(self.unfilled());
        if self.has_headers {
            failures.extend(self.other_media_type());
            failures.extend(self.lacks_required_header());
            failures.extend(self.missing_headers());
            failures.extend(self.misfit_headers());
        }
        let expected = self.expected.iter();
        failures.extend(expected.filter_map(|(name, value)| self.other_value(name, value)));
        failures
    }

    fn other_code(&self) -> Option<String> {
        let expected = self.code.entry();
        let failure = match (self.answer.code(), self.answer.raw_code()) {
            (Some(code), _) if code == self.code => return None,
            (Some(code), _) => {
                let found = code.entry();
                let code = found.as_str();
                let also = if code == expected.as_str() { " with the same code" } else { "" };
                format!("it is `{}`{also}", found.name())
            }
            (None, Some(code)) => format!("the catalog does not know its code, `{code}`"),
            (None, None) => "it has no code".to_owned(),
        };
        Some(failure)
    }

    fn retired(&self) -> Option<String> {
        let entry = self.code.entry();
        let message = "is retired: it is read, and not sent any more";
        entry.is_retired().then(|| format!("`{}` {message}", entry.name()))
    }

    fn other_status(&self) -> Option<String> {
        let (found, expected) = (self.answer.status(), self.code.status());
        let failure = || format!("the status is {found}, and the catalog says {expected}");
        (found != expected).then(failure)
    }

    fn invalid_body(&self) -> Vec<String> {
        if self.answer.is_truncated() {
            return Vec::from([format!("the body has more than {BODY_LIMIT} bytes")]);
        }
        match serde_json::from_slice(self.answer.answer().body_text()) {
            Ok(body) => mistakes(C::CATALOG, &body),
            Err(error) => Vec::from([format!("the body is no JSON: {error}")]),
        }
    }

    fn unfilled(&self) -> impl Iterator<Item = String> {
        let names = self.answer.answer().errors().flat_map(AnswerError::unfilled_parameters);
        names.map(|name| format!("the message has `{UNFILLED}` for `{name}`, which nobody has set"))
    }

    fn other_media_type(&self) -> Option<String> {
        let expected = C::CATALOG.media_type();
        match self.answer.header("Content-Type") {
            Some(found) if is_media_type(found, expected) => None,
            Some(found) => {
                Some(format!("the media type is `{found}`, and the catalog says `{expected}`"))
            }
            None => Some(format!("there is no `Content-Type`; the catalog says `{expected}`")),
        }
    }

    fn lacks_required_header(&self) -> Option<String> {
        let status = self.answer.status();
        let header = required_header(status)?;
        let is_missing = self.answer.header(header.name).is_none();
        is_missing.then(|| {
            let (name, section) = (header.name, header.section);
            format!("an answer with {status} must have the header `{name}` (RFC 9110 {section})")
        })
    }

    /// The headers that need nothing that the server has to set.
    fn missing_headers(&self) -> impl Iterator<Item = String> {
        let required = required_header(self.answer.status()).map_or("", |header| header.name);
        let headers = Body::new(self.code.entry()).headers().into_iter();
        let missing = headers.filter(move |(name, _)| {
            !name.eq_ignore_ascii_case(required) && self.answer.header(name).is_none()
        });
        missing
            .map(|(name, value)| format!("there is no header `{name}`; the catalog says `{value}`"))
    }

    fn misfit_headers(&self) -> impl Iterator<Item = String> {
        self.answer.answer().misfit_headers().map(|header| {
            let (name, value, form) = (header.name, header.value, header.form);
            format!("the header `{name}` is `{value}`, and the catalog says `{form}`")
        })
    }

    fn other_value(&self, name: &str, expected: &str) -> Option<String> {
        let Some((what, value_type)) = self.type_of(name) else {
            return Some(self.unknown_name(name));
        };
        let value = self.answer.parameter_value(name);
        let Some(value) = value.or_else(|| self.answer.slot(name)) else {
            return Some(format!("the answer has no {what} `{name}`; `{expected}` is expected"));
        };
        (!is_value(&value, value_type, expected))
            .then(|| format!("the {what} `{name}` is `{}`, not `{expected}`", text_of(&value)))
    }

    fn unknown_name(&self, name: &str) -> String {
        let entry = self.code.entry();
        let names: Vec<_> = entry.parameters().map(|parameter| parameter.name).collect();
        let known = match &*names {
            [] => "it has no parameters".to_owned(),
            names => format!("its parameters are `{}`", names.join("`, `")),
        };
        let entry = entry.name();
        format!("`{entry}` has no parameter `{name}`, and the body no such slot; {known}")
    }

    /// Whether a name is a parameter's or a slot's, and its type; `None` where it is neither's.
    fn type_of(&self, name: &str) -> Option<(&'static str, SlotType)> {
        let parameter = self.code.entry().parameters().find(|known| known.name == name);
        let slot = || C::CATALOG.slots().find(|known| known.name == name);
        match parameter {
            Some(parameter) => Some(("parameter", parameter.parameter_type)),
            None => slot().map(|slot| ("slot", slot.slot_type)),
        }
    }
}

/// Whether a `Content-Type` (RFC 9110 §8.3.1) is a media type; it may have other parameters besides.
fn is_media_type(found: &str, expected: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        text.split(';').map(|part| part.trim().to_ascii_lowercase()).collect()
    };
    let (found, expected) = (parts(found), parts(expected));
    found.first() == expected.first() && expected.iter().all(|part| found.contains(part))
}

/// Whether a value that was read is one that was written as text: a string is that text, anything else
/// the same JSON.
fn is_value(found: &Value, value_type: SlotType, expected: &str) -> bool {
    let json = || serde_json::from_str(expected).ok();
    let json = if value_type == SlotType::String { None } else { json() };
    match (found, json) {
        (Value::Number(found), Some(Value::Number(expected))) => is_same(found, &expected),
        (found, Some(expected)) => *found == expected,
        (found, None) => text_of(found) == expected,
    }
}

/// A string as it is, anything else as JSON.
fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

/// Whether two numbers are the same, `1` and `1.0` too.
fn is_same(a: &Number, b: &Number) -> bool {
    // Two integers may be too large to be told apart as fractions.
    a == b || (a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64()
}
