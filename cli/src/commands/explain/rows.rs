//! An explanation in rows, a label and what is said: what text and Markdown have in common.

use super::Explanation;
use api_error_catalog_core::template::{TemplatePart, UNFILLED, parts, unescape};

use super::answer::{AnswerExplanation, ExplainedError};
use super::entry::{EntryExplanation, Example};
use super::listing::{Listed, Listing};
use super::rule::RuleExplanation;
use super::status::StatusExplanation;

/// A part of an explanation under a heading of its own.
#[derive(Default)]
pub(super) struct Block<'e> {
    pub(super) heading: String,
    /// Which catalog says so.
    pub(super) origin: String,
    /// What is said; a row without values is left out.
    pub(super) rows: Vec<(&'static str, Vec<String>)>,
    /// Entries, a line each.
    pub(super) entries: Vec<&'e Listed>,
    /// The answer that it travels in.
    pub(super) example: Option<&'e Example>,
}

/// The blocks of an explanation.
pub(super) fn blocks(explanation: &Explanation) -> Vec<Block<'_>> {
    match explanation {
        Explanation::Entries { entries } => entries.iter().map(entry).collect(),
        Explanation::Statuses { statuses } => statuses.iter().map(status).collect(),
        Explanation::Listing(listing) => vec![list(listing)],
        Explanation::Rule(said) => vec![rule(said)],
        Explanation::Answer(answer) => {
            let said = answer.entry.iter().map(|known| Block { example: None, ..entry(known) });
            let row = answer.row.iter().map(status);
            std::iter::once(received(answer)).chain(said).chain(row).collect()
        }
    }
}

fn entry(entry: &EntryExplanation) -> Block<'_> {
    // What stands in for a title and a description says nothing new.
    let title = (Some(entry.title.as_str()) != entry.reason).then(|| entry.title.clone());
    let is_message = entry.description == without_placeholders(&entry.message);
    let meaning = (!is_message).then(|| entry.description.clone());
    let named = (entry.name != entry.code).then(|| entry.name.clone());
    let not_sent =
        (!entry.is_sent).then(|| "no code is sent: it is known by its status".to_owned());
    let retired = entry.retired.then(|| "it is read, and not sent any more".to_owned());
    let causes = entry.causes.iter().map(|cause| format!("{} → {}", cause.when, cause.action));
    let parameters = entry.parameters.iter().map(|parameter| {
        let example = parameter.example.as_ref().map(|json| format!(", as {json}"));
        format!("{}: {}{}", parameter.name, parameter.parameter_type, example.unwrap_or_default())
    });
    let headers = entry.request_headers.iter().map(|(name, value)| format!("{name}: {value}"));
    let rows = vec![
        ("name", Vec::from_iter(named)),
        ("code", Vec::from_iter(not_sent)),
        ("retired", Vec::from_iter(retired)),
        ("title", Vec::from_iter(title)),
        ("message", vec![entry.message.clone()]),
        ("meaning", Vec::from_iter(meaning)),
        ("action", vec![entry.action.clone().unwrap_or_else(|| SILENT.to_owned())]),
        ("tell users", Vec::from_iter(entry.user_message.clone())),
        ("causes", causes.collect()),
        ("who acts", vec![who_acts(entry.actor)]),
        ("retry", vec![when_to_retry(entry.retry)]),
        ("effect", vec![effect(entry.effect)]),
        ("parents", entry.parents.clone()),
        ("below it", entry.children.clone()),
        ("parameters", parameters.collect()),
        ("aliases", entry.aliases.clone()),
        ("type", Vec::from_iter(entry.problem_type.clone())),
        ("docs", Vec::from_iter(entry.docs.clone())),
        ("assumed", assumed(&entry.assumed)),
        ("requests", headers.collect()),
    ];
    Block {
        heading: format!("{}, {}", entry.code, status_line(entry.status, entry.reason)),
        origin: format!("{} ({})", entry.api, entry.file),
        rows,
        example: Some(&entry.example),
        ..Block::default()
    }
}

/// A message as it stands in for a description: `…` for what varies.
fn without_placeholders(message: &str) -> String {
    let text = parts(message).unwrap_or_default();
    let text = text.into_iter().map(|part| match part {
        TemplatePart::Text(text) => unescape(text),
        TemplatePart::Placeholder { .. } => UNFILLED.to_owned(),
    });
    text.collect()
}

fn status(status: &StatusExplanation) -> Block<'_> {
    Block {
        heading: status_line(status.status, status.reason),
        origin: format!("{} ({})", status.api, status.file),
        rows: vec![
            ("title", Vec::from_iter(status.title.clone())),
            ("meaning", Vec::from_iter(status.description.clone())),
            ("action", Vec::from_iter(status.action.clone())),
            ("tell users", Vec::from_iter(status.user_message.clone())),
            ("who acts", vec![who_acts(status.actor)]),
            ("retry", vec![when_to_retry(status.retry)]),
            ("effect", vec![effect(status.effect)]),
            ("headers", status.headers.clone()),
            ("docs", Vec::from_iter(status.docs.clone())),
            ("assumed", assumed(&status.assumed)),
        ],
        entries: status.entries.iter().collect(),
        example: None,
    }
}

fn rule(rule: &RuleExplanation) -> Block<'_> {
    Block {
        heading: rule.rule.to_owned(),
        origin: "a rule of `errcat diff`".to_owned(),
        rows: vec![
            ("class", vec![rule.heading.to_owned()]),
            ("meaning", vec![rule.meaning.to_owned()]),
            ("action", Vec::from_iter(rule.action.map(str::to_owned))),
        ],
        ..Block::default()
    }
}

fn list(listing: &Listing) -> Block<'_> {
    Block {
        heading: listing.of.clone(),
        entries: listing.entries.iter().collect(),
        ..Block::default()
    }
}

fn received(answer: &AnswerExplanation) -> Block<'_> {
    let values = answer.values.iter().map(|(name, value)| format!("{name} = {value}"));
    let wait = answer.retry_after.map(|seconds| format!("after {seconds} seconds"));
    let mut rows = Vec::new();
    for error in &answer.errors {
        rows.extend(error_rows(error));
    }
    rows.push(("values", values.collect()));
    rows.push(("send again", Vec::from_iter(wait)));
    rows.push(("unknown", answer.unknown.clone()));
    Block {
        heading: match answer.status {
            None => "An answer".to_owned(),
            Some(status) => format!("An answer with {status}"),
        },
        origin: format!("read by {} ({})", answer.api, answer.file),
        rows,
        ..Block::default()
    }
}

fn error_rows(error: &ExplainedError) -> [(&'static str, Vec<String>); 4] {
    let parameters = error.parameters.iter().map(|(name, value)| format!("{name} = {value}"));
    let translated = error.localized_message.clone();
    [
        ("code", Vec::from_iter(error.code.clone())),
        ("message", Vec::from_iter(error.message.clone())),
        ("that is", Vec::from_iter(translated.filter(|text| error.message.as_ref() != Some(text)))),
        ("parameters", parameters.collect()),
    ]
}

/// A status with its reason phrase.
pub(super) fn status_line(status: u16, reason: Option<&str>) -> String {
    reason.map_or_else(|| status.to_string(), |reason| format!("{status} {reason}"))
}

const SILENT: &str = "the catalog does not say";

fn who_acts(actor: Option<&str>) -> String {
    match actor {
        Some("developer") => "developer: who wrote the program that sent the request",
        Some("user") => "user: the person who uses that program",
        Some("operator") => "operator: whoever runs the API",
        Some("nobody") => "nobody: it passes by itself",
        other => other.unwrap_or(SILENT),
    }
    .to_owned()
}

fn when_to_retry(retry: Option<&str>) -> String {
    match retry {
        Some("never") => "never: sending it again does not help",
        Some("after-change") => "after-change: the request or the state has to change first",
        Some("after-delay") => "after-delay: the same request may be sent again later",
        other => other.unwrap_or(SILENT),
    }
    .to_owned()
}

fn effect(effect: &str) -> String {
    match effect {
        "none" => "none: the request was refused before it was carried out",
        "unknown" => "unknown: look whether it took effect before it is sent again",
        "done" => "done: what the request asks for is done",
        other => other,
    }
    .to_owned()
}

fn assumed(keys: &[&str]) -> Vec<String> {
    match keys {
        [] => Vec::new(),
        keys => vec![format!("{}: the API’s own documentation does not say", keys.join(", "))],
    }
}
