//! Findings for programs: one JSON object.

use api_error_catalog_model::{Label, Sources};
use serde::Serialize;

use super::{Count, Finding, word};

/// The object, with how many there are.
pub(super) fn text(findings: &[Finding<'_>], count: &Count) -> String {
    let Count { errors, warnings, catalogs } = *count;
    let findings = findings.iter().map(finding).collect();
    crate::output::json(&JsonReport { catalogs, errors, warnings, findings })
}

#[derive(Serialize)]
struct JsonReport<'f> {
    catalogs: usize,
    errors: usize,
    warnings: usize,
    findings: Vec<JsonFinding<'f>>,
}

#[derive(Serialize)]
struct JsonFinding<'f> {
    severity: &'static str,
    message: &'f str,
    help: Option<&'f str>,
    /// The name to write at the place, without quotes; `null` where there is more than one way out.
    replacement: Option<&'f str>,
    /// The catalog that was checked.
    catalog: &'f str,
    /// Where it is; `null` where it is nowhere, as when a file is missing.
    place: Option<Place<'f>>,
    /// Another place that matters.
    other: Option<Place<'f>>,
}

/// Lines and columns count from 1, columns in characters; bytes from 0. The end is behind the last one.
#[derive(Serialize)]
struct Place<'f> {
    file: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: u32,
    end_byte: u32,
    /// What stands beside the marks.
    label: &'f str,
}

fn finding<'f>(Finding { diagnostic, sources, catalog }: &Finding<'f>) -> JsonFinding<'f> {
    JsonFinding {
        severity: word(diagnostic.severity),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        replacement: diagnostic.replacement.as_deref(),
        catalog,
        place: diagnostic.place.as_ref().map(|label| place(label, sources)),
        other: diagnostic.other.as_ref().map(|label| place(label, sources)),
    }
}

fn place<'f>(label: &'f Label, sources: &'f Sources) -> Place<'f> {
    let source = sources.get(label.span.file);
    let (start, end) = (source.position(label.span.start), source.position(label.span.end));
    Place {
        file: &source.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start_byte: label.span.start,
        end_byte: label.span.end,
        label: &label.text,
    }
}
