//! A finding as text: the sentence, the place, the line with carets, the way out.

use std::fmt::{self, Display, Write as _};

use unicode_width::UnicodeWidthChar as _;

use crate::finding::{Finding, Label};
use crate::source::{Sources, Span};

/// Shows a finding with the lines it is about.
pub struct Rendered<'r> {
    finding: &'r Finding,
    sources: &'r Sources,
}

/// The finding as a person reads it, without a word on its severity: that is the printer's.
pub fn render<'r>(finding: &'r Finding, sources: &'r Sources) -> Rendered<'r> {
    Rendered { finding, sources }
}

impl Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { message, place, other, help, .. } = self.finding;
        f.write_str(message)?;
        let labels: Vec<_> = [place, other].into_iter().flatten().collect();
        let numbers = labels.iter().map(|label| self.line_of(label.span).to_string().len());
        let gutter = numbers.max().unwrap_or(0);
        for (at, label) in labels.iter().enumerate() {
            let (arrow, mark) = if at == 0 { ("-->", '^') } else { (":::", '-') };
            self.snippet(f, label, gutter, arrow, mark)?;
        }
        match help {
            Some(help) if labels.is_empty() => write!(f, "\nhelp: {help}"),
            Some(help) => write!(f, "\n{:gutter$} = help: {help}", ""),
            None => Ok(()),
        }
    }
}

impl Rendered<'_> {
    fn line_of(&self, span: Span) -> usize {
        self.sources.get(span.file).position(span.start).line
    }

    fn snippet(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: &Label,
        gutter: usize,
        arrow: &str,
        mark: char,
    ) -> fmt::Result {
        let source = self.sources.get(label.span.file);
        let position = source.position(label.span.start);
        let line = source.line(position.line);
        let before = line.chars().take(position.column - 1);
        // Tabs stay tabs under the line, so that the marks stand where the line has its piece.
        let indent: String =
            before.map(|c| if c == '\t' { "\t".into() } else { blank(c) }).collect();
        let marks = self.width(label.span, line, position.column);
        write!(f, "\n{:gutter$}{arrow} {}:{}:{}", "", source.path, position.line, position.column)?;
        write!(f, "\n{:gutter$} |", "")?;
        write!(f, "\n{:>gutter$} | {}", position.line, printable(line))?;
        write!(f, "\n{:gutter$} | {indent}", "")?;
        for _ in 0..marks {
            f.write_char(mark)?;
        }
        if label.text.is_empty() { Ok(()) } else { write!(f, " {}", label.text) }
    }

    /// How wide the mark is: as the piece, to the end of its first line, one at least.
    fn width(&self, span: Span, line: &str, column: usize) -> usize {
        let piece = self.sources.text(span).lines().next().unwrap_or_default();
        let rest = line.chars().count().saturating_sub(column - 1);
        piece.chars().take(rest).map(width).sum::<usize>().max(1)
    }
}

/// Columns of a terminal that a character takes.
fn width(character: char) -> usize {
    character.width().unwrap_or(1)
}

/// As many blanks as a character is wide.
fn blank(character: char) -> String {
    " ".repeat(width(character))
}

/// A line without what a terminal would act on.
fn printable(line: &str) -> String {
    line.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}
