//! Findings for people: as the compiler shows them, coloured where the terminal has it.

use anstyle::{AnsiColor, Style};
use api_error_catalog_model::{Part, Severity, render};

use super::{Finding, word};

/// The findings with a blank line between them.
pub(super) fn text(findings: &[Finding<'_>]) -> String {
    findings.iter().map(finding).collect::<Vec<_>>().join("\n")
}

fn finding(Finding { diagnostic, sources, .. }: &Finding<'_>) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::BrightYellow,
    };
    let severity = Style::new().bold().fg_color(Some(severity.into()));
    let paint = |part: Part, text: &str| {
        let style = match part {
            Part::Message => MESSAGE,
            Part::Frame | Part::OtherMark => FRAME,
            Part::Mark => severity,
        };
        format!("{style}{text}{style:#}")
    };
    let rendered = render(diagnostic, sources).painted(&paint).to_string();
    let word = word(diagnostic.severity);
    format!("{severity}{word}{severity:#}{MESSAGE}: {MESSAGE:#}{rendered}\n")
}

const MESSAGE: Style = Style::new().bold();
const FRAME: Style =
    Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightBlue)));
