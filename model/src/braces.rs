//! Braces without their counterparts.

use api_error_catalog_core::template::LoneBrace;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The error for a lone brace, in a text or in a string of a shape.
pub(crate) fn lone_brace(lone: LoneBrace, span: Span) -> Diagnostic {
    let (problem, other) = match lone.brace {
        '{' => ("is not closed", "add the `}` that closes it"),
        _ => ("closes nothing", "add the `{` that it closes"),
    };
    Diagnostic::error(span, format!("this brace {problem}"))
        .help(format!("{other}, or write `{0}{0}` for a brace", lone.brace))
}
