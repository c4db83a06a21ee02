//! What a rule of `errcat diff` says.

use serde::Serialize;

use crate::commands::diff::Rule;

/// A kind of change of a catalog, and who notices it.
#[derive(Serialize)]
pub(super) struct RuleExplanation {
    pub(super) rule: &'static str,
    pub(super) class: &'static str,
    pub(super) heading: &'static str,
    pub(super) meaning: &'static str,
    /// `null` where there is nothing to do.
    pub(super) action: Option<&'static str>,
}

impl From<&'static Rule> for RuleExplanation {
    fn from(rule: &'static Rule) -> Self {
        Self {
            rule: rule.id,
            class: rule.class.as_str(),
            heading: rule.class.heading(),
            meaning: rule.meaning,
            action: Some(rule.action).filter(|action| !action.is_empty()),
        }
    }
}
