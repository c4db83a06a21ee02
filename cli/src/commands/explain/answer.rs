//! What an answer means that was received: read by the decoder that programs use.

use api_error_catalog_core::answer::{AnswerError, Basis};
use api_error_catalog_core::slot::SlotSource;
use api_error_catalog_core::{Answer, Entry};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::entry::{EntryExplanation, raw};
use super::status::StatusExplanation;
use super::{Asked, Explanation, members};
use crate::received::Received;

/// An answer, and what the catalog that reads it best says of it.
#[derive(Serialize)]
pub(super) struct AnswerExplanation {
    pub(super) api: String,
    pub(super) file: String,
    /// The status that came with it, or that of its body or its entry; `null` where none is known.
    pub(super) status: Option<u16>,
    /// The errors in it, in the order of the body.
    pub(super) errors: Vec<ExplainedError>,
    /// What was read from the slots that callers fill, as JSON.
    pub(super) values: Vec<(String, Box<RawValue>)>,
    /// In seconds.
    pub(super) retry_after: Option<u64>,
    /// What nothing was read from, and what differs from the catalog, in words.
    pub(super) unknown: Vec<String>,
    /// The deepest entry that is known.
    pub(super) entry: Option<EntryExplanation>,
    /// The row of the status, where no entry is known.
    pub(super) row: Option<StatusExplanation>,
}

/// One of the errors of an answer.
#[derive(Serialize)]
pub(super) struct ExplainedError {
    /// The deepest code as it was received.
    pub(super) code: Option<String>,
    /// The name of the deepest entry that is known.
    pub(super) entry: Option<String>,
    /// As it was received.
    pub(super) message: Option<String>,
    /// The message of the catalog with what was received in it, in the locale that is asked for.
    pub(super) localized_message: Option<String>,
    pub(super) parameters: Vec<(String, Box<RawValue>)>,
}

/// Reads an answer by the catalog that understands most of it; the first of those that are alike.
pub(super) fn explain(
    groups: &[Vec<Asked<'_>>],
    received: &Received,
    locale: &str,
) -> Result<Explanation, String> {
    let body: Option<Value> = serde_json::from_slice(&received.body).ok();
    let mut best: Option<(Fit, &Asked<'_>)> = None;
    for asked in groups.iter().flatten() {
        let fit = Fit::new(asked, received, body.as_ref());
        if best.as_ref().is_none_or(|(best, _)| fit > *best) {
            best = Some((fit, asked));
        }
    }
    match best {
        Some((fit, asked)) if fit.is_recognized || groups.iter().flatten().count() == 1 => {
            let explanation = AnswerExplanation::new(asked, received, body.as_ref(), locale);
            Ok(Explanation::Answer(Box::new(explanation)))
        }
        _ => Err("no catalog has such a body; name the catalog with `--catalog` or `--api`".into()),
    }
}

/// How much of an answer a catalog understands; more is greater.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    knows_code: bool,
    is_recognized: bool,
    unknown_members: std::cmp::Reverse<usize>,
}

impl Fit {
    fn new(asked: &Asked<'_>, received: &Received, body: Option<&Value>) -> Self {
        let answer = decode(asked, received);
        let unknown = body.map_or(0, |body| members::unknown(asked.shape, body).len());
        let is_known =
            matches!(answer.basis(), Basis::Code(entry) if answer.is_code(entry.as_str()));
        Self {
            knows_code: is_known && answer.raw_code() == answer.entry().map(Entry::as_str),
            is_recognized: answer.is_recognized(),
            unknown_members: std::cmp::Reverse(unknown),
        }
    }
}

/// No status, and the class of none.
const UNKNOWN: u16 = 0;

/// Without a status, it is that of the body, or else that of the entry which the body names.
fn decode<'c>(asked: &'c Asked<'_>, received: &Received) -> Answer<'c> {
    let decode = |status| {
        let headers = received.headers.iter().map(|(name, value)| (name, value));
        asked.catalog.decode_with_headers(status, headers, &received.body)
    };
    if let Some(status) = received.status {
        return decode(status);
    }
    let answer = decode(UNKNOWN);
    let status_slot = asked.catalog.slots().find(|slot| slot.source == SlotSource::Status);
    let in_body = status_slot.and_then(|slot| answer.slot(slot.name)?.parse().ok());
    match in_body.or(answer.entry().map(Entry::status)) {
        Some(status) => decode(status),
        None => answer,
    }
}

impl AnswerExplanation {
    fn new(asked: &Asked<'_>, received: &Received, body: Option<&Value>, locale: &str) -> Self {
        let answer = &decode(asked, received);
        let entry = answer.entry();
        let slots = asked.catalog.slots().filter(|slot| slot.source == SlotSource::Caller);
        let mut values: Vec<_> = slots
            .filter_map(|slot| Some((slot.name.to_owned(), raw(&answer.slot(slot.name)?)?)))
            .collect();
        values.dedup_by(|a, b| a.0 == b.0);
        let row = || StatusExplanation::new(asked, answer.status(), locale);
        Self {
            api: asked.catalog.name().to_owned(),
            file: asked.origin.to_owned(),
            status: Some(answer.status()).filter(|status| *status != UNKNOWN),
            errors: answer.errors().map(|error| ExplainedError::new(error, locale)).collect(),
            values,
            retry_after: answer.retry_after().map(|wait| wait.as_secs()),
            unknown: unknown(asked, answer, body),
            row: if entry.is_none() { row() } else { None },
            entry: entry.map(|entry| EntryExplanation::new(asked.origin, entry, locale)),
        }
    }
}

impl ExplainedError {
    fn new(error: AnswerError<'_, '_>, locale: &str) -> Self {
        let names = error.entry().into_iter().flat_map(Entry::parameters);
        let parameters = names.filter_map(|parameter| {
            Some((parameter.name.to_owned(), raw(&error.parameter_value(parameter.name)?)?))
        });
        Self {
            code: error.raw_code().map(str::to_owned),
            entry: error.entry().map(|entry| entry.name().to_owned()),
            message: error.message().map(std::borrow::Cow::into_owned),
            localized_message: error.localized_message(locale),
            parameters: parameters.collect(),
        }
    }
}

/// What the catalog does not know, or says otherwise.
fn unknown(asked: &Asked<'_>, answer: &Answer<'_>, body: Option<&Value>) -> Vec<String> {
    let mut unknown = Vec::new();
    match body {
        Some(body) => {
            let members = members::unknown(asked.shape, body);
            unknown
                .extend(members.iter().map(|path| format!("the catalog has no member `{path}`")));
        }
        None if answer.body().is_empty() => unknown.push("there is no body".to_owned()),
        None if answer.is_truncated() => {
            unknown.push("the body is too long, and was cut".to_owned());
        }
        None => unknown.push("the body is not JSON".to_owned()),
    }
    if body.is_some() && !answer.is_recognized() {
        unknown.push("the body is not that of an error of this API".to_owned());
    }
    for error in answer.errors() {
        unknown.extend(unknown_code(error));
        let unfilled = error.unfilled_parameters();
        unknown.extend(
            unfilled.iter().map(|name| format!("`{name}` was not filled in by the server")),
        );
    }
    if let Some(entry) = answer.entry().filter(|entry| entry.status() != answer.status()) {
        unknown.push(format!(
            "the catalog has `{}` with status {}, and it came with {}",
            entry.as_str(),
            entry.status(),
            answer.status()
        ));
    }
    for header in answer.misfit_headers() {
        unknown.push(format!(
            "the header `{}` is `{}`, and the catalog has `{}`",
            header.name, header.value, header.form
        ));
    }
    unknown
}

fn unknown_code(error: AnswerError<'_, '_>) -> Option<String> {
    let code = error.raw_code()?;
    let is_alias = |entry: Entry<'_>| entry.aliases().any(|alias| alias == code);
    match error.entry() {
        Some(entry) if entry.as_str() == code || is_alias(entry) => None,
        Some(entry) => Some(format!(
            "the catalog does not know `{code}`, but knows `{}` around it",
            entry.as_str()
        )),
        None => Some(format!("the catalog does not know the code `{code}`")),
    }
}
