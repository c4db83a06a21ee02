//! What is different between two golden files.

use alloc::vec::Vec;
use core::fmt;

use super::{Fact, Golden, Subject, word};

/// Something that clients see and that is not as it was.
///
/// `Display` says it in a line of plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference<'g> {
    /// A section that was not there, and its facts. One of answers is taken for empty instead.
    New(&'g Subject, Facts<'g>),
    /// A section that is not there any more.
    Gone(&'g Subject),
    /// A fact of a section.
    Fact {
        /// The section.
        subject: &'g Subject,
        /// What the fact is of, as it stands in the file: `status`, `parameter most`.
        key: &'g str,
        /// Its value as it was; `None` where the fact was not there, empty where it has no value.
        before: Option<&'g str>,
        /// Its value as it is, in the same way.
        after: Option<&'g str>,
    },
    /// The members of an object stand in another order.
    Order(&'g Subject),
}

/// The facts of a section. `Display` lists them in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Facts<'g>(&'g [Fact]);

/// What is different in the second of two golden files, in its order; what is not there any more comes in
/// its place before that. Nothing where clients see no difference.
pub fn differences<'g>(before: &'g Golden, after: &'g Golden) -> Vec<Difference<'g>> {
    let mut differences = Vec::new();
    let mut subjects: Vec<_> = before.sections.keys().chain(after.sections.keys()).collect();
    subjects.sort();
    subjects.dedup();
    for subject in subjects {
        let facts = |golden: &'g Golden| match golden.sections.get(subject) {
            // Answers are there whether or not they have headers of their own.
            None if matches!(subject, Subject::Answer(_)) => Some(&[][..]),
            facts => facts.map(Vec::as_slice),
        };
        match (facts(before), facts(after)) {
            (Some(before), Some(after)) => differences.extend(between(subject, before, after)),
            (None, Some(after)) => differences.push(Difference::New(subject, Facts(after))),
            (_, None) => differences.push(Difference::Gone(subject)),
        }
    }
    differences
}

/// What is different between two versions of a section.
fn between<'g>(
    subject: &'g Subject,
    before: &'g [Fact],
    after: &'g [Fact],
) -> impl Iterator<Item = Difference<'g>> {
    let gone = before.iter().filter(|fact| value(after, &fact.key).is_none());
    let gone = gone.map(move |fact| Difference::Fact {
        subject,
        key: &fact.key,
        before: Some(&fact.value),
        after: None,
    });
    let other = after.iter().filter(|fact| value(before, &fact.key) != Some(&fact.value));
    let other = other.map(move |fact| Difference::Fact {
        subject,
        key: &fact.key,
        before: value(before, &fact.key),
        after: Some(&fact.value),
    });
    let is_ordered = matches!(subject, Subject::Body | Subject::Inner);
    let is_moved = is_ordered && !common(before, after).eq(common(after, before));
    gone.chain(other).chain(is_moved.then_some(Difference::Order(subject)))
}

/// The value of a fact; `None` where it is not there.
fn value<'g>(facts: &'g [Fact], key: &str) -> Option<&'g str> {
    facts.iter().find(|fact| fact.key == key).map(|fact| &*fact.value)
}

/// What both versions of a section have facts of, in the order of the first.
fn common<'g>(facts: &'g [Fact], others: &'g [Fact]) -> impl Iterator<Item = &'g str> {
    facts.iter().map(|fact| &*fact.key).filter(|key| value(others, key).is_some())
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(subject, Facts([])) => write!(f, "{} is new", Named(subject)),
            Self::New(subject, facts) => write!(f, "{} is new: {facts}", Named(subject)),
            Self::Gone(subject) => write!(f, "{} is gone", Named(subject)),
            Self::Order(subject) => {
                write!(f, "{}: its members stand in another order", Named(subject))
            }
            Self::Fact { subject, key, before, after } => {
                write!(f, "{}: ", Named(subject))?;
                match (before, after) {
                    (Some(""), Some(after)) => write!(f, "`{key}` had no value, is `{after}`"),
                    (Some(before), Some("")) => write!(f, "`{key}` was `{before}`, has no value"),
                    (Some(before), Some(after)) => {
                        write!(f, "`{key}` was `{before}`, is `{after}`")
                    }
                    (None, Some("")) => write!(f, "`{key}` is new"),
                    (None, Some(after)) => write!(f, "`{key} {after}` is new"),
                    (_, None) => write!(f, "`{key}` is gone"),
                }
            }
        }
    }
}

impl fmt::Display for Facts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fact) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{fact}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0).finish()
    }
}

/// A subject in words.
struct Named<'g>(&'g Subject);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Subject::Answer(None) => f.write_str("every answer"),
            Subject::Answer(Some(status)) => write!(f, "answers with {status}"),
            Subject::Body => f.write_str("the body"),
            Subject::Inner => f.write_str("the nested object"),
            Subject::Entry(name) => write!(f, "the entry `{}`", word::written(name)),
        }
    }
}
