//! What stands in a statement and belongs to no TOML: blanks of other alphabets, signs of other languages,
//! marks of a merge, and words behind a value.

use toml_parser::lexer::{Token, TokenKind};

use super::{Broken, Candidate, end, start};
use crate::toml::mistake::{self, Mistake};
use crate::toml::repair::Edit;

/// `<<<<<<< HEAD`, `=======` and `>>>>>>> branch`: the line says nothing.
pub(super) fn marks_of_merge(broken: &Broken<'_>) -> Vec<Candidate> {
    let mark = ["<<<<<<<", "=======", ">>>>>>>"];
    if !mark.iter().any(|mark| broken.text.starts_with(mark)) {
        return Vec::new();
    }
    let line = 0..broken.line_end(0);
    let mistake = Mistake::new(
        line.clone(),
        "a merge has left its marks here",
        "keep one of the two sides, and leave the marks out",
    );
    let candidate = Candidate::new(broken.text, vec![Edit::remove(line)], mistake);
    vec![candidate.ending_at(broken.next_line(0))]
}

/// Blanks that TOML does not have, such as U+00A0, and characters that nobody sees.
pub(super) fn blanks(broken: &Broken<'_>) -> Vec<Candidate> {
    let is_odd = |c: char| (c.is_whitespace() && !c.is_ascii()) || c == '\u{feff}';
    let mut edits = Vec::new();
    let mut first = None;
    for word in broken.words().filter(|word| word.kind() == TokenKind::Atom) {
        for (at, odd) in broken.raw(word).char_indices().filter(|(_, c)| is_odd(*c)) {
            let at = start(word) + at;
            first.get_or_insert(odd);
            edits.push(Edit { at: at..at + odd.len_utf8(), text: " ".to_owned() });
        }
    }
    let (Some(odd), Some(edit)) = (first, edits.first()) else { return Vec::new() };
    let message = format!("U+{:04X} is no blank of TOML’s", u32::from(odd));
    let mistake = Mistake::new(edit.at.clone(), message, "write a plain blank, or leave it out");
    vec![Candidate::new(broken.text, edits, mistake)]
}

/// `key => value`.
pub(super) fn arrows(broken: &Broken<'_>) -> Vec<Candidate> {
    let arrow = broken.words_in_order().find(|(before, word)| {
        before
            .is_some_and(|before| before.kind() == TokenKind::Equals && end(before) == start(word))
            && broken.raw(word).starts_with('>')
    });
    let Some((_, word)) = arrow else { return Vec::new() };
    let at = start(word);
    let mistake = mistake::arrow_for_equals(at - 1..at + 1);
    vec![Candidate::new(broken.text, vec![Edit::remove(at..at + 1)], mistake).strict()]
}

/// Semicolons in brackets, where commas were meant.
pub(super) fn semicolons(broken: &Broken<'_>) -> Vec<Candidate> {
    let words: Vec<_> = broken.words().collect();
    let mut edits = Vec::new();
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate() {
        match word.kind() {
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => depth += 1,
            kind if is_closing(kind) => depth = depth.saturating_sub(1),
            TokenKind::Atom if depth > 0 && broken.raw(word).ends_with(';') => {
                let is_last = words.get(at + 1).is_none_or(|next| is_closing(next.kind()));
                let text = if is_last { "" } else { "," };
                edits.push(Edit { at: end(word) - 1..end(word), text: text.to_owned() });
            }
            _ => {}
        }
    }
    let Some(first) = edits.first() else { return Vec::new() };
    let help = if first.text.is_empty() { "leave it out" } else { "write `,` instead" };
    let mistake = Mistake::new(first.at.clone(), "a `;` separates nothing in TOML", help);
    vec![Candidate::new(broken.text, edits, mistake).strict()]
}

/// `{ en = , fr = "…" }`: a value where there is none, which is not sure.
pub(super) fn values(broken: &Broken<'_>) -> Vec<Candidate> {
    let missing = broken.words_in_order().find(|(before, word)| {
        before.is_some_and(|before| before.kind() == TokenKind::Equals)
            && (word.kind() == TokenKind::Comma || is_closing(word.kind()))
    });
    let Some((Some(equals), _)) = missing else { return Vec::new() };
    let at = end(equals);
    let mistake = mistake::no_value(at);
    vec![Candidate::new(broken.text, vec![Edit::insert(at, "0")], mistake).unclosed(at)]
}

/// `{ en = "…" word }`.
pub(super) fn words(broken: &Broken<'_>) -> Vec<Candidate> {
    let words: Vec<_> = broken.words().collect();
    let is_too_many = |three: &&[&Token]| {
        is_end_of_value(three[0].kind())
            && three[1].kind() == TokenKind::Atom
            && matches!(three[2].kind(), TokenKind::RightCurlyBracket | TokenKind::Comma)
    };
    let Some(three) = words.windows(3).find(is_too_many) else { return Vec::new() };
    let place = start(three[1])..end(three[1]);
    let mistake = Mistake::new(
        place.clone(),
        "only a comma or a bracket can follow a value",
        "leave it out, or write `,` before it and a key",
    );
    vec![Candidate::new(broken.text, vec![Edit::remove(place)], mistake).strict()]
}

/// `"so-called "text" in quotes"`: what a quote has cut off is not sure.
pub(super) fn quotes(broken: &Broken<'_>) -> Vec<Candidate> {
    let is_string = |kind| matches!(kind, TokenKind::BasicString | TokenKind::LiteralString);
    let cut = broken.words_in_order().find_map(|(before, word)| {
        let before = before.filter(|before| is_string(before.kind()))?;
        let is_behind = end(before) == start(word) && !broken.raw(word).starts_with([')', ';']);
        (is_behind && (word.kind() == TokenKind::Atom || is_string(word.kind()))).then_some(before)
    });
    let Some(string) = cut else { return Vec::new() };
    let (from, close) = (start(string), end(string) - 1);
    let brackets = broken.brackets();
    let line_end = broken.line_end(from);
    let text = format!("\"\"{}", brackets.closing_before(from));
    let help = if broken.text[close..].starts_with('"') {
        "write `\\\"` for a quote in it"
    } else {
        "write it in `\"…\"` if it has a `'` in it"
    };
    let mistake = Mistake::new(close..close + 1, "the string ends at this quote", help);
    let edit = Edit { at: from..line_end, text };
    let candidate = Candidate::new(broken.text, vec![edit], mistake).unclosed(from);
    let candidate = brackets.open_before(from).fold(candidate, Candidate::unclosed);
    vec![candidate.ending_at(broken.next_line(from))]
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket)
}

fn is_end_of_value(kind: TokenKind) -> bool {
    is_closing(kind)
        || matches!(
            kind,
            TokenKind::Atom
                | TokenKind::BasicString
                | TokenKind::LiteralString
                | TokenKind::MlBasicString
                | TokenKind::MlLiteralString
        )
}
