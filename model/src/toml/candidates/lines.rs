//! Strings of several lines that are not closed: they have swallowed what stands behind them, up to the
//! opening quotes of the next one or the end of the file.

use toml_parser::lexer::Token;

use super::{Broken, Candidate, end, start};
use crate::toml::mistake::Mistake;
use crate::toml::repair::Edit;
use crate::toml::statements::begins_statement;
use crate::toml::{is_closed, is_of_lines};

/// Closing quotes before the first line that looks like a statement, or else at the end of the first one.
pub(super) fn open(broken: &Broken<'_>) -> Vec<Candidate> {
    let Some(string) = broken.words().find(|word| is_of_lines(word.kind())) else {
        return Vec::new();
    };
    let (from, is_closed) = (start(string), is_closed(broken.text, string));
    let quotes = &broken.text[from..from + 3];
    let first_line = broken.line_end(from);
    let Some(to) = end_before_statement(broken, string).or((!is_closed).then_some(first_line))
    else {
        return Vec::new();
    };
    let line = broken.text[to..].find('\n').map_or(broken.text.len(), |end| to + end + 1);
    let mistake = Mistake::new(
        from..first_line,
        "this string is not closed",
        format!("add the `{quotes}` that closes it"),
    );
    let closing = broken.brackets().closing_before(from);
    // A backslash at the end of the line would escape the quotes.
    let backslashes = broken.text[..to].bytes().rev().take_while(|byte| *byte == b'\\').count();
    let space = if backslashes % 2 == 1 { "\\" } else { "" };
    let edit = Edit::insert(to, format!("{space}{quotes}{closing}"));
    vec![Candidate::new(broken.text, vec![edit], mistake).unclosed(from).ending_at(line)]
}

/// Where the line ends before the first in a string that looks like a statement.
fn end_before_statement(broken: &Broken<'_>, string: &Token) -> Option<usize> {
    let inside = &broken.text[start(string)..end(string)];
    let mut at = start(string);
    let mut before = None;
    for line in inside.split_inclusive('\n') {
        if before.is_some() && begins_statement(line) {
            return before;
        }
        let content = line.trim_end();
        if before.is_none() || !content.is_empty() {
            before = Some(at + content.len());
        }
        at += line.len();
    }
    None
}
