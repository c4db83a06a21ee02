//! Reads a text with mistakes, and holds what is said of it against where they are.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use api_error_catalog_model::{Diagnostic, Position, Reading, Severity, Side, read_text, render};

use crate::file::File;
use crate::mistake::Broken;

/// What was said of one text.
pub(crate) struct Report {
    /// Each finding: whether it is an error, the byte where it begins if it has a place, and its text.
    pub(crate) findings: Vec<Finding>,
}

pub(crate) struct Finding {
    pub(crate) is_error: bool,
    byte: Option<usize>,
    pub(crate) text: String,
}

impl Finding {
    /// Whether it begins in one of some pieces.
    pub(crate) fn is_in(&self, places: &[Range<usize>]) -> bool {
        self.byte.is_some_and(|byte| places.iter().any(|place| place.contains(&byte)))
    }
}

/// Reads a text in the file’s format and encoding; `None` where the reader panics. That a finding
/// has a help is asked of each.
pub(crate) fn read(file: &File, broken: &Broken) -> Option<Report> {
    let bytes = file.bytes(&broken.text);
    let reading = catch_unwind(AssertUnwindSafe(|| {
        let reading = read_text(file.path(), bytes, Side::Client);
        let texts = reading.diagnostics.iter().map(|finding| render(finding, &reading.sources));
        let texts: Vec<_> = texts.map(|text| text.to_string()).collect();
        (reading, texts)
    }));
    let (reading, texts) = reading.ok()?;
    for (finding, text) in reading.diagnostics.iter().zip(&texts) {
        assert!(finding.help.is_some(), "no help: {text}");
    }
    let findings = reading.diagnostics.iter().zip(texts).map(|(finding, text)| Finding {
        is_error: finding.severity == Severity::Error,
        byte: position(finding, &reading).and_then(|position| byte(&broken.text, position)),
        text,
    });
    Some(Report { findings: findings.collect() })
}

/// The line and the column of a finding.
fn position(finding: &Diagnostic, reading: &Reading) -> Option<Position> {
    let place = finding.place.as_ref()?;
    Some(reading.sources.get(place.span.file).position(place.span.start))
}

/// The byte of a line and a column, counted anew.
fn byte(text: &str, position: Position) -> Option<usize> {
    let mut lines = text.split_inclusive('\n').chain([""]);
    let line = lines.nth(position.line - 1)?;
    let start: usize = text.split_inclusive('\n').take(position.line - 1).map(str::len).sum();
    let column =
        line.char_indices().map(|(at, _)| at).chain([line.len()]).nth(position.column - 1)?;
    Some(start + column)
}

/// The line and the column of a byte, for people.
pub(crate) fn show(text: &str, byte: usize) -> String {
    let byte = byte.min(text.len());
    let line = text[..byte].matches('\n').count() + 1;
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    format!("{line}:{}", text[start..byte].chars().count() + 1)
}

/// The line of a byte, or what is near it.
pub(crate) fn surroundings(text: &str, byte: usize) -> String {
    let byte = byte.min(text.len());
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let before: Vec<_> = text[start..byte].chars().rev().take(80).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[byte..].chars().take_while(|c| *c != '\n').take(80).collect();
    format!("{before}⟦{}⟧", after.escape_debug())
}
