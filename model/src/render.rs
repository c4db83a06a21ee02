//! Renders a diagnostic as text: message, place, source line with carets, help.

use std::fmt::{self, Display};

use unicode_width::UnicodeWidthChar as _;

use crate::diagnostic::{Diagnostic, Label};
use crate::source::{Sources, Span};
use crate::{invisible, wording};

/// Shows a diagnostic with the lines it is about.
pub struct Rendered<'r> {
    diagnostic: &'r Diagnostic,
    sources: &'r Sources,
    paint: Option<&'r Paint<'r>>,
}

/// How a part of a rendered diagnostic is written, as when a terminal shows it in colour.
pub type Paint<'r> = dyn Fn(Part, &str) -> String + 'r;

/// What is set apart in a rendered diagnostic. The line of the source itself is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The message.
    Message,
    /// What stands around the line: its number, arrows and bars.
    Frame,
    /// The marks under the place, and the words beside them.
    Mark,
    /// The marks under the other place, and the words beside them.
    OtherMark,
}

/// The diagnostic as a person reads it, without a word on its severity: that is the printer's.
///
/// ```
/// use api_error_catalog_model::{Side, read_text, render};
///
/// let text = r#"[catalog]
/// name    = "wallet"
/// locales = ["english"]
///
/// [body.members]
/// code = "{code}"
///
/// [code.internal]
/// status  = 500
/// message = "Something broke."
/// "#;
/// let reading = read_text("wallet.toml", text, Side::Client);
/// let error = reading.errors().next().expect("a mistake");
/// assert_eq!(
///     render(error, &reading.sources).to_string(),
///     r#"`english` is not a language tag: there is no language `english`
///  --> wallet.toml:3:12
///   |
/// 3 | locales = ["english"]
///   |            ^^^^^^^^^
///   = help: a locale is a BCP 47 tag such as `en`, `fr-CI` or `zh-Hant`"#
/// );
/// ```
pub fn render<'r>(diagnostic: &'r Diagnostic, sources: &'r Sources) -> Rendered<'r> {
    Rendered { diagnostic, sources, paint: None }
}

impl Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { message, place, other, help, .. } = self.diagnostic;
        self.part(f, Part::Message, &wording::printable(message))?;
        let labels: Vec<_> = [place, other].into_iter().flatten().collect();
        let numbers = labels.iter().map(|label| self.line_of(label.span).to_string().len());
        let gutter = numbers.max().unwrap_or(0);
        for (at, label) in labels.iter().enumerate() {
            let marking = if at == 0 { &Marking::PLACE } else { &Marking::OTHER };
            self.snippet(f, label, gutter, marking)?;
        }
        match help {
            Some(help) => {
                write!(f, "\n{:gutter$} ", "")?;
                self.part(f, Part::Frame, "=")?;
                write!(f, " help: {}", wording::printable(help))
            }
            None => Ok(()),
        }
    }
}

/// How a place is pointed at.
struct Marking {
    arrow: &'static str,
    mark: &'static str,
    part: Part,
}

impl Marking {
    const PLACE: Self = Self { arrow: "-->", mark: "^", part: Part::Mark };
    const OTHER: Self = Self { arrow: ":::", mark: "-", part: Part::OtherMark };
}

impl<'r> Rendered<'r> {
    /// The same, each part written as `paint` has it, which is given one after the other.
    ///
    /// ```
    /// use api_error_catalog_model::{Part, Side, read_text, render};
    ///
    /// let reading = read_text("wallet.toml", "[catalog]\nname = 7", Side::Client);
    /// let shout = |part, text: &str| match part {
    ///     Part::Message => text.to_uppercase(),
    ///     _ => text.to_owned(),
    /// };
    /// let rendered = render(&reading.diagnostics[0], &reading.sources).painted(&shout).to_string();
    /// assert!(rendered.starts_with("THE CATALOG HAS NO `[BODY]`\n --> wallet.toml"), "{rendered}");
    /// ```
    #[must_use]
    pub fn painted(self, paint: &'r Paint<'r>) -> Self {
        Self { paint: Some(paint), ..self }
    }

    fn part(&self, f: &mut fmt::Formatter<'_>, part: Part, text: &str) -> fmt::Result {
        match self.paint {
            Some(paint) => f.write_str(&paint(part, text)),
            None => f.write_str(text),
        }
    }

    fn line_of(&self, span: Span) -> usize {
        self.sources.get(span.file).position(span.start).line
    }

    fn snippet(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: &Label,
        gutter: usize,
        Marking { arrow, mark, part }: &Marking,
    ) -> fmt::Result {
        let source = self.sources.get(label.span.file);
        let position = source.position(label.span.start);
        let line = source.line(position.line);
        let Excerpt { before, rest, starts, ends } = Excerpt::of(line, position.column - 1);
        // Tabs stay tabs under the line, so that the marks stand where the line has its piece.
        let indent: String =
            before.chars().map(|c| if c == '\t' { "\t".into() } else { blank(c) }).collect();
        let mut marks = mark.repeat(self.width(label.span, rest));
        if !label.text.is_empty() {
            marks.push(' ');
            marks.push_str(&label.text);
        }
        write!(f, "\n{:gutter$}", "")?;
        self.part(f, Part::Frame, arrow)?;
        write!(f, " {}:{}:{}", source.path, position.line, position.column)?;
        write!(f, "\n{:gutter$} ", "")?;
        self.part(f, Part::Frame, "|")?;
        let (before, rest) = (printable(before), printable(rest));
        f.write_str("\n")?;
        self.part(f, Part::Frame, &format!("{:>gutter$} |", position.line))?;
        write!(f, " {starts}{before}{rest}{ends}")?;
        write!(f, "\n{:gutter$} ", "")?;
        self.part(f, Part::Frame, "|")?;
        write!(f, " {:1$}{indent}", "", starts.chars().count())?;
        self.part(f, *part, &marks)
    }

    /// How wide the mark is: as the piece, to the end of its first line, one at least.
    fn width(&self, span: Span, rest: &str) -> usize {
        let piece = self.sources.text(span).lines().next().unwrap_or_default();
        piece.chars().zip(rest.chars()).map(|(c, _)| width(c)).sum::<usize>().max(1)
    }
}

/// What is shown of a line: all of it, or the surroundings of a piece where the line is a whole
/// catalog.
struct Excerpt<'l> {
    /// What stands before the piece.
    before: &'l str,
    /// The piece and what stands behind it.
    rest: &'l str,
    /// What stands for the part that is left out on either side.
    starts: &'static str,
    ends: &'static str,
}

impl<'l> Excerpt<'l> {
    /// The most characters of a line.
    const MOST: usize = 160;
    /// The most before the piece, where there are more.
    const BEFORE: usize = 60;

    /// The piece begins behind so many characters.
    fn of(line: &'l str, piece: usize) -> Self {
        let byte = |character: usize| {
            line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte)
        };
        let (start, end) = if line.chars().count() > Self::MOST {
            let start = piece.saturating_sub(Self::BEFORE);
            (byte(start), byte(start + Self::MOST))
        } else {
            (0, line.len())
        };
        let piece = byte(piece);
        let left_out = |is_left_out| if is_left_out { "…" } else { "" };
        Self {
            before: &line[start..piece],
            rest: &line[piece..end],
            starts: left_out(start > 0),
            ends: left_out(end < line.len()),
        }
    }
}

/// Columns of a terminal that a character takes, or what stands for it.
fn width(character: char) -> usize {
    if is_shown(character) { character.width().unwrap_or(1) } else { 1 }
}

/// Whether a character can be shown: neither would a terminal act on it, nor is it one that nobody sees.
fn is_shown(character: char) -> bool {
    character == '\t' || !character.is_control() && !invisible::is_unseen(character)
}

/// As many blanks as a character is wide.
fn blank(character: char) -> String {
    " ".repeat(width(character))
}

/// A line with a stand-in for each character that cannot be shown.
fn printable(line: &str) -> String {
    line.chars().map(|c| if is_shown(c) { c } else { '\u{fffd}' }).collect()
}
