//! A change, judged.

use api_error_catalog_core::golden::Subject;

use super::rules::Rule;

/// Something that is not as it was.
pub(super) struct Change {
    pub(super) rule: &'static Rule,
    /// What has changed, as an accepted change names it: `entry out-of-stock`, `answer 503`, `body /code`.
    pub(super) subject: String,
    /// What has happened, in a line.
    pub(super) message: String,
    /// The entry that has changed, where it is still there.
    pub(super) entry: Option<String>,
    /// Why it is accepted, where it is.
    pub(super) accepted: Option<String>,
}

impl Change {
    pub(super) fn new(rule: &'static Rule, subject: &Subject, message: impl Into<String>) -> Self {
        let entry = match subject {
            Subject::Entry(name) => Some(name.clone()),
            _ => None,
        };
        Self { rule, subject: subject.to_string(), message: message.into(), entry, accepted: None }
    }

    /// The same about a part of the subject, such as a member of the body.
    pub(super) fn of_part(self, part: &str) -> Self {
        Self { subject: format!("{} {part}", self.subject), ..self }
    }
}
