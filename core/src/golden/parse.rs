//! Reading a golden file.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use super::{FORMAT, Fact, Golden, Subject, VERSION, word};
use crate::fact::WordFact;
use crate::status::VALID_STATUSES;

/// A text that is no golden file of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    line: usize,
    message: String,
}

impl ParseError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl core::error::Error for ParseError {}

/// Reads a golden file. Sections and facts may stand in any order, and lines end with or without a
/// carriage return.
///
/// # Errors
///
/// At the first line that is none of the format and the version that this crate writes, and at one that
/// says again what another has said.
pub fn parse(text: &str) -> Result<Golden, ParseError> {
    let mut golden = Golden::default();
    let mut current = None;
    let mut lines = (1..).zip(text.lines());
    let first = lines.next().map_or("", |(_, line)| line);
    check_version(first).map_err(|message| ParseError { line: 1, message })?;
    for (line, text) in lines {
        let at_line = |message| ParseError { line, message };
        if text.is_empty() {
            continue;
        }
        match text.strip_prefix("  ") {
            None => current = Some(begin(&mut golden, text).map_err(at_line)?),
            Some(text) => {
                let subject = current.as_ref().ok_or_else(|| {
                    at_line("this fact is in no section; a line such as `body` begins one".into())
                })?;
                add(&mut golden, subject, text).map_err(at_line)?;
            }
        }
    }
    Ok(golden)
}

fn check_version(line: &str) -> Result<(), String> {
    match line.strip_prefix(FORMAT) {
        None => Err(format!("this is no golden file; one begins with `{FORMAT}{VERSION}`")),
        Some(version) if version != VERSION.to_string() => {
            Err(format!("the version of the format is `{version}`, and {VERSION} is read"))
        }
        Some(_) => Ok(()),
    }
}

/// Begins a section.
fn begin(golden: &mut Golden, line: &str) -> Result<Subject, String> {
    let subject = subject(line).ok_or_else(|| {
        format!(
            "`{line}` begins no section; one of `answer`, `answer 404`, `body`, `inner` and `entry some-name` does"
        )
    })?;
    if golden.sections.contains_key(&subject) {
        return Err(format!("there is a section `{line}` already"));
    }
    golden.add(subject.clone(), []);
    Ok(subject)
}

fn subject(line: &str) -> Option<Subject> {
    let (kind, name) = word::split(line)?;
    let is_one_word = || word::split(name).is_some_and(|(_, rest)| rest.is_empty());
    match (kind, name) {
        ("answer", "") => Some(Subject::Answer(None)),
        ("answer", status) => {
            let status = status.parse().ok().filter(|status| VALID_STATUSES.contains(status))?;
            Some(Subject::Answer(Some(status)))
        }
        ("body", "") => Some(Subject::Body),
        ("inner", "") => Some(Subject::Inner),
        ("entry", name) if !name.is_empty() && is_one_word() => {
            Some(Subject::Entry(word::read(name)))
        }
        _ => None,
    }
}

/// Adds a fact to a section.
fn add(golden: &mut Golden, subject: &Subject, line: &str) -> Result<(), String> {
    let fact = fact(subject, line).ok_or_else(|| format!("`{subject}` has no fact `{line}`"))?;
    let facts = golden.sections.entry(subject.clone()).or_default();
    if facts.iter().any(|known| known.key == fact.key) {
        return Err(format!("`{subject}` has a fact `{}` already", fact.key));
    }
    facts.push(fact);
    Ok(())
}

fn fact(subject: &Subject, line: &str) -> Option<Fact> {
    let (first, behind) = word::split(line)?;
    let words = match subject {
        Subject::Answer(_) => words_of_answer(first)?,
        Subject::Body | Subject::Inner => words_of_member(first)?,
        Subject::Entry(_) => words_of_entry(first)?,
    };
    if words == 1 {
        return Some(Fact::new(first, behind));
    }
    let (name, value) = word::split(behind).filter(|(name, _)| !name.is_empty())?;
    Some(Fact::new(format!("{first} {name}"), value))
}

/// How many words the key of a fact has; `None` where there is no such fact.
fn words_of_answer(first: &str) -> Option<usize> {
    match first {
        "media-type" => Some(1),
        "request-header" | "header" | "catch" => Some(2),
        _ => None,
    }
}

fn words_of_member(path: &str) -> Option<usize> {
    let path = word::read(path);
    (path.is_empty() || path.starts_with('/')).then_some(1)
}

fn words_of_entry(first: &str) -> Option<usize> {
    match first {
        "code" | "status" | "type" | "parent" | "retired" => Some(1),
        "alias" | "parameter" | "set" => Some(2),
        word => WordFact::KEYS.contains(&word).then_some(1),
    }
}
