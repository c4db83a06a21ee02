//! Changes that somebody has accepted, with a reason.
//!
//! A comment of the new catalog accepts a change, and so does a line of the file that `--accept` names, for
//! catalogs in JSON:
//!
//! ```text
//! # errcat-accept: code-removed entry out-of-stock: no client has ever seen it
//! code-removed entry out-of-stock: no client has ever seen it
//! ```

use super::change::Change;
use super::rules::Rule;
use crate::failure::Failure;

/// What a comment begins with.
const DIRECTIVE: &str = "errcat-accept:";

/// A change that is accepted where it is found.
#[derive(Debug)]
pub(super) struct Accepted {
    rule: &'static Rule,
    subject: String,
    reason: String,
}

impl Accepted {
    /// What the comments of a catalog accept; `#` is the first character of each.
    ///
    /// # Errors
    ///
    /// Where one begins as those do, and has no rule, no subject or no reason.
    pub(super) fn in_comments<'c>(
        comments: impl Iterator<Item = &'c str>,
    ) -> Result<Vec<Self>, Failure> {
        let comments = comments.map(|comment| comment.trim_start_matches('#').trim());
        comments.filter_map(|comment| comment.strip_prefix(DIRECTIVE)).map(Self::parse).collect()
    }

    /// What the lines of a file accept; empty ones, and those that begin with `#`, do not count.
    ///
    /// # Errors
    ///
    /// Where a line has no rule, no subject or no reason.
    pub(super) fn in_lines(text: &str) -> Result<Vec<Self>, Failure> {
        let lines = text.lines().map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(Self::parse).collect()
    }

    fn parse(line: &str) -> Result<Self, Failure> {
        let line = line.trim();
        let wanted = || {
            let example = "code-removed entry out-of-stock: no client has ever seen it";
            Failure::new(format!("`{line}` accepts nothing; it is written `{example}`"))
        };
        let (id, rest) = line.split_once(' ').ok_or_else(wanted)?;
        let (subject, reason) = rest.split_once(": ").ok_or_else(wanted)?;
        let rule = Rule::find(id).ok_or_else(|| {
            Failure::new(format!("`{id}` is no rule; `errcat diff --rules` lists them"))
        })?;
        if reason.trim().is_empty() {
            return Err(wanted());
        }
        Ok(Self { rule, subject: subject.trim().to_owned(), reason: reason.trim().to_owned() })
    }

    fn is_about(&self, change: &Change) -> bool {
        change.rule.id == self.rule.id && change.subject == self.subject
    }
}

/// Marks the changes that are accepted. What is left is what accepts nothing, in words: it may be deleted.
pub(super) fn mark(accepted: &[Accepted], changes: &mut [Change]) -> Vec<String> {
    let mut unused = Vec::new();
    for one in accepted {
        let mut is_used = false;
        for change in changes.iter_mut().filter(|change| one.is_about(change)) {
            change.accepted = Some(one.reason.clone());
            is_used = true;
        }
        if !is_used {
            unused.push(format!(
                "`{} {}` is accepted, and has not happened",
                one.rule.id, one.subject
            ));
        }
    }
    unused
}
