//! Findings for GitHub: workflow commands, one a line, which it shows beside the lines of a change.

use super::{Finding, word};
use crate::github::{data, property};

/// A command for each finding.
pub(super) fn text(findings: &[Finding<'_>]) -> String {
    findings.iter().map(command).collect()
}

fn command(Finding { diagnostic, sources, catalog }: &Finding<'_>) -> String {
    let mut command = format!("::{} ", word(diagnostic.severity));
    match &diagnostic.place {
        Some(label) => {
            let source = sources.get(label.span.file);
            let (start, end) = (source.position(label.span.start), source.position(label.span.end));
            let file = property(&source.path);
            command.push_str(&format!("file={file},line={},col={}", start.line, start.column));
            command.push_str(&format!(",endLine={}", end.line));
            // GitHub has no columns where there are several lines.
            if end.line == start.line {
                command.push_str(&format!(",endColumn={}", end.column));
            }
        }
        None => command.push_str(&format!("file={}", property(catalog))),
    }
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    command.push_str(&format!("::{}\n", data(&format!("{}{help}", diagnostic.message))));
    command
}
