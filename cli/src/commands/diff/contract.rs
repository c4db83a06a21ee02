//! Changes of what programs go by: the golden file of the catalog.

use api_error_catalog_core::golden::{Difference, Subject, differences};

use super::change::Change;
use super::renames::Renames;
use super::rules::{self, Rule};
use super::version::Compared;

/// The changes, in the order of the golden file.
pub(super) fn changes(before: &Compared<'_>, after: &Compared<'_>) -> Vec<Change> {
    let renames = Renames::between(before, after);
    let mut changes = Vec::new();
    for difference in &differences(before.golden, after.golden) {
        let (subject, message) = (subject(difference), difference.to_string());
        let change = match (difference, subject) {
            // It is said of the new one.
            (Difference::Gone(_), Subject::Entry(name)) if renames.is_old(name) => continue,
            (Difference::Gone(_), Subject::Entry(_)) => {
                Change { entry: None, ..Change::new(&rules::CODE_REMOVED, subject, message) }
            }
            (Difference::New(..), Subject::Entry(name)) => match renames.of_new(name) {
                Some(rename) => Change::new(rename.rule, subject, rename.message()),
                None => Change::new(&rules::CODE_ADDED, subject, message),
            },
            (Difference::Order(_), _) => Change::new(&rules::MEMBERS_REORDERED, subject, message),
            (Difference::Gone(_), _) => Change::new(&rules::MEMBER_REMOVED, subject, message),
            (Difference::New(..), _) => Change::new(&rules::MEMBER_ADDED, subject, message),
            (Difference::Fact { key, before, after, .. }, _) => {
                let change = Change::new(rule(subject, key, *before, *after), subject, message);
                if let Subject::Entry(_) = subject { change } else { change.of_part(key) }
            }
            _ => Change::new(&rules::FACT_CHANGED, subject, message),
        };
        changes.push(change);
    }
    changes
}

fn subject<'g>(difference: &Difference<'g>) -> &'g Subject {
    match difference {
        Difference::New(subject, _)
        | Difference::Gone(subject)
        | Difference::Order(subject)
        | Difference::Fact { subject, .. } => subject,
        _ => &Subject::Answer(None),
    }
}

/// The rule for a fact that has changed; `None` is a fact that is not there.
fn rule(subject: &Subject, key: &str, before: Option<&str>, after: Option<&str>) -> &'static Rule {
    let kind = key.split(' ').next().unwrap_or_default();
    match subject {
        Subject::Entry(_) => of_entry(kind, before, after),
        Subject::Answer(_) => of_answer(kind, before, after),
        Subject::Body | Subject::Inner => of_member(before, after),
    }
}

fn of_entry(kind: &str, before: Option<&str>, after: Option<&str>) -> &'static Rule {
    match (kind, before, after) {
        ("code", ..) => &rules::CODE_CHANGED,
        ("status", Some(before), Some(after)) if before.get(..1) == after.get(..1) => {
            &rules::STATUS_CHANGED
        }
        ("status", ..) => &rules::STATUS_CLASS_CHANGED,
        ("type", None, _) => &rules::TYPE_ADDED,
        ("type", _, None) => &rules::TYPE_REMOVED,
        ("type", ..) => &rules::TYPE_CHANGED,
        ("retry", before, after) if patience(after) < patience(before) => &rules::RETRY_WITHDRAWN,
        ("retry", ..) => &rules::RETRY_ALLOWED,
        ("effect", before, after) if is_safe(before) && !is_safe(after) => &rules::EFFECT_WIDENED,
        ("effect", ..) => &rules::EFFECT_NARROWED,
        ("actor", ..) => &rules::ACTOR_CHANGED,
        ("parent", ..) => &rules::PARENT_CHANGED,
        ("retired", None, _) => &rules::CODE_RETIRED,
        ("retired", ..) => &rules::CODE_SENT_AGAIN,
        ("alias", None, _) => &rules::ALIAS_ADDED,
        ("alias", ..) => &rules::ALIAS_REMOVED,
        ("parameter", None, _) => &rules::PARAMETER_ADDED,
        ("parameter", _, None) => &rules::PARAMETER_REMOVED,
        ("parameter", ..) => &rules::PARAMETER_TYPE_CHANGED,
        ("set", None, _) => &rules::VALUE_ADDED,
        ("set", _, None) => &rules::VALUE_REMOVED,
        ("set", ..) => &rules::VALUE_CHANGED,
        _ => &rules::FACT_CHANGED,
    }
}

/// How much a client may do again, from nothing on. What is not said, a careful client takes for nothing.
fn patience(retry: Option<&str>) -> u8 {
    match retry {
        Some("after-delay") => 2,
        Some("after-change") => 1,
        _ => 0,
    }
}

/// Whether a request surely had no effect.
fn is_safe(effect: Option<&str>) -> bool {
    effect == Some("none")
}

fn of_answer(kind: &str, before: Option<&str>, after: Option<&str>) -> &'static Rule {
    match (kind, before, after) {
        ("media-type", ..) => &rules::MEDIA_TYPE_CHANGED,
        ("request-header", ..) => &rules::REQUEST_HEADER_CHANGED,
        ("header", None, Some("")) => &rules::HEADER_TO_FILL,
        ("header", None, _) => &rules::HEADER_ADDED,
        ("header", _, None) => &rules::HEADER_REMOVED,
        ("header", ..) => &rules::HEADER_CHANGED,
        _ => &rules::FACT_CHANGED,
    }
}

/// The value of a member, as a golden file has it: `optional {reason string} also cause why`.
#[derive(PartialEq)]
struct Member<'m> {
    is_optional: bool,
    value: &'m str,
    other_names: Vec<&'m str>,
}

impl<'m> Member<'m> {
    fn parse(text: &'m str) -> Self {
        let (value, others) = text.split_once(" also ").unwrap_or((text, ""));
        let required = value.strip_prefix("optional ");
        Self {
            is_optional: required.is_some(),
            value: required.unwrap_or(value),
            other_names: others.split_whitespace().collect(),
        }
    }
}

fn of_member(before: Option<&str>, after: Option<&str>) -> &'static Rule {
    let (Some(before), Some(after)) = (before, after) else {
        return if before.is_none() { &rules::MEMBER_ADDED } else { &rules::MEMBER_REMOVED };
    };
    let (before, after) = (Member::parse(before), Member::parse(after));
    let keeps_names = before.other_names.iter().all(|name| after.other_names.contains(name));
    if before.value != after.value || !keeps_names {
        &rules::MEMBER_CHANGED
    } else if after.is_optional && !before.is_optional {
        &rules::MEMBER_OPTIONAL
    } else if before.is_optional && !after.is_optional {
        &rules::MEMBER_REQUIRED
    } else {
        &rules::MEMBER_NAME_ADDED
    }
}
