//! What a catalog says of an entry.

use api_error_catalog_core::{Entry, PossibleCause};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::sample::{Sample, sample};

/// Everything that is said of an entry, in one locale. What the catalog does not say is `null`.
#[derive(Serialize)]
pub(super) struct EntryExplanation {
    pub(super) api: String,
    pub(super) file: String,
    pub(super) locale: String,
    pub(super) name: String,
    pub(super) code: String,
    /// Whether the code stands in bodies.
    pub(super) is_sent: bool,
    pub(super) retired: bool,
    pub(super) status: u16,
    pub(super) reason: Option<&'static str>,
    pub(super) title: String,
    /// The template, with its placeholders.
    pub(super) message: String,
    pub(super) description: String,
    pub(super) action: Option<String>,
    pub(super) user_message: Option<String>,
    pub(super) causes: Vec<Cause>,
    pub(super) actor: Option<&'static str>,
    pub(super) retry: Option<&'static str>,
    pub(super) effect: &'static str,
    /// The entries that it is sent under, the next one first.
    pub(super) parents: Vec<String>,
    /// The entries that are sent under it.
    pub(super) children: Vec<String>,
    pub(super) aliases: Vec<String>,
    pub(super) parameters: Vec<ExplainedParameter>,
    pub(super) docs: Option<String>,
    #[serde(rename = "type")]
    pub(super) problem_type: Option<String>,
    /// The keys whose values the documentation of the API does not give.
    pub(super) assumed: Vec<&'static str>,
    /// Headers that a request needs to be answered so.
    pub(super) request_headers: Vec<(String, String)>,
    /// As it may be received.
    pub(super) example: Example,
}

/// What may be behind an error.
#[derive(Serialize)]
pub(super) struct Cause {
    pub(super) when: String,
    pub(super) action: String,
}

#[derive(Serialize)]
pub(super) struct ExplainedParameter {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) parameter_type: &'static str,
    pub(super) example: Option<Box<RawValue>>,
}

/// An answer with the error, sample values in it.
#[derive(Serialize)]
pub(super) struct Example {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Box<RawValue>,
}

impl EntryExplanation {
    pub(super) fn new(origin: &str, entry: Entry<'_>, locale: &str) -> Self {
        let catalog = entry.catalog();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let children = catalog.codes().filter(|child| child.parent() == Some(entry));
        let parents = std::iter::successors(entry.parent(), |parent| parent.parent());
        let name = |entry: Entry<'_>| entry.name().to_owned();
        let cause = |cause: PossibleCause<'_>| Cause {
            when: cause.when(locale).to_owned(),
            action: cause.action(locale).to_owned(),
        };
        let parameters = entry.parameters().map(|parameter| ExplainedParameter {
            name: parameter.name.to_owned(),
            parameter_type: parameter.parameter_type.as_str(),
            example: parameter.example.and_then(raw),
        });
        let Sample { status, headers, body } = sample(entry, locale);
        let owned_pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self {
            api: catalog.name().to_owned(),
            file: origin.to_owned(),
            locale: catalog.best_locale(locale).to_owned(),
            name: entry.name().to_owned(),
            code: entry.as_str().to_owned(),
            is_sent: entry.is_sent(),
            retired: entry.is_retired(),
            status: entry.status(),
            reason: entry.reason(),
            title: entry.title(locale).to_owned(),
            message: entry.message(locale).to_owned(),
            description: entry.description(locale).to_owned(),
            action: owned(entry.action(locale)),
            user_message: owned(entry.user_message(locale)),
            causes: entry.causes().map(cause).collect(),
            actor: entry.actor().map(api_error_catalog_core::fact::Actor::as_str),
            retry: entry.retry().map(api_error_catalog_core::fact::Retry::as_str),
            effect: entry.effect().as_str(),
            parents: parents.map(name).collect(),
            children: children.map(name).collect(),
            aliases: entry.aliases().map(str::to_owned).collect(),
            parameters: parameters.collect(),
            docs: owned(entry.docs()),
            problem_type: owned(entry.problem_type()),
            assumed: entry.assumed().collect(),
            request_headers: catalog.request_headers().map(owned_pair).collect(),
            example: Example {
                status,
                headers,
                body: raw(&body).unwrap_or_else(|| RawValue::NULL.to_owned()),
            },
        }
    }
}

/// JSON text as it is, where it is JSON.
pub(super) fn raw(json: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(json.to_owned()).ok()
}
