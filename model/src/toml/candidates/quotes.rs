//! Strings of one line that lack a quote. Where one quote of a line is lost, those behind it open what
//! they should close, so that the string that the parser finds open is seldom the one that is.

use toml_parser::lexer::{Token, TokenKind};

use super::{Broken, Candidate, end, start};
use crate::toml::is_closed;
use crate::toml::mistake::Mistake;
use crate::toml::repair::Edit;
use crate::toml::scalar;

/// The most places that are tried in one string.
const MOST: usize = 8;

/// Where a quote is first that has no other: that of a string which is open at the end of its line, or
/// one in words without quotes.
fn open(broken: &Broken<'_>) -> Option<(usize, char)> {
    broken.words().find_map(|word| {
        let raw = broken.raw(word);
        let at = match word.kind() {
            TokenKind::Atom => raw.find(['"', '\''])?,
            _ if is_simple(word) && !is_closed(broken.text, word) => 0,
            _ => return None,
        };
        Some((start(word) + at, raw[at..].chars().next()?))
    })
}

fn is_simple(token: &Token) -> bool {
    matches!(token.kind(), TokenKind::BasicString | TokenKind::LiteralString)
}

/// A closing quote: before the key, the item or the bracket that the string would have swallowed, or at
/// the end of the line.
pub(super) fn closing(broken: &Broken<'_>) -> Vec<Candidate> {
    let Some((at, quote)) = open(broken) else { return Vec::new() };
    let line_start = broken.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = broken.line_end(at);
    let strings = broken
        .words()
        .filter(|word| is_simple(word) && (line_start..line_end).contains(&start(word)));
    let mut candidates = Vec::new();
    for string in strings {
        let from = start(string);
        if !broken.raw(string).starts_with(quote) {
            continue;
        }
        for to in ends(broken, string, line_end).into_iter().take(MOST) {
            let edit = Edit::insert(to, quote);
            let mistake = unclosed(broken, from, to, quote);
            candidates.push(Candidate::new(broken.text, vec![edit], mistake).mended(from));
        }
    }
    // The closing brackets are in the string.
    let brackets = broken.brackets();
    let closing = brackets.closing_before(at);
    let edit = Edit::insert(line_end, format!("{quote}{closing}"));
    let mistake = unclosed(broken, at, line_end, quote);
    let candidate = Candidate::new(broken.text, vec![edit], mistake).unclosed(at);
    let candidate = brackets.open_before(at).fold(candidate, Candidate::unclosed);
    candidates.push(candidate.ending_at(broken.next_line(line_end)));
    candidates
}

pub(super) fn unclosed_string(broken: &Broken<'_>) -> Option<Mistake> {
    let (at, quote) = open(broken)?;
    Some(unclosed(broken, at, broken.line_end(at), quote))
}

fn unclosed(broken: &Broken<'_>, from: usize, to: usize, quote: char) -> Mistake {
    let help = if broken.text[from..to].ends_with("\\\"") {
        "`\\\"` is a quote in the string: write `\\\\` for a backslash".to_owned()
    } else {
        format!("add the `{quote}` that closes it")
    };
    Mistake::new(from..to, "this string is not closed", help)
}

/// Where a string may have been meant to end, the first place first.
fn ends(broken: &Broken<'_>, string: &Token, line_end: usize) -> Vec<usize> {
    let (from, to) = (start(string) + 1, end(string).min(line_end));
    if from >= to {
        return Vec::new();
    }
    let inside = &broken.text[from..to];
    let places = inside.char_indices().filter(|(at, sign)| {
        let rest = &broken.text[from + at + sign.len_utf8()..line_end];
        match sign {
            ',' => is_next(rest),
            '=' => true,
            ']' | '}' => rest.trim_start_matches([']', '}', ',', ' ', '\t']).is_empty(),
            '#' => inside[..*at].ends_with([' ', '\t']),
            _ => false,
        }
    });
    let trimmed = |at: usize| from + inside[..at].trim_end().len();
    let mut ends: Vec<_> = places.map(|(at, _)| trimmed(at)).collect();
    if end(string) >= line_end {
        ends.push(line_end);
    }
    ends.dedup();
    ends
}

/// Whether what follows a comma may be the next key or item, and not more text.
fn is_next(rest: &str) -> bool {
    let rest = rest.trim_start();
    let key =
        rest.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    rest.is_empty()
        || rest.starts_with(['"', '\'', '{', '[', '#'])
        || key.trim_start().starts_with('=')
}

/// An opening quote, before the words that have one behind them.
pub(super) fn opening(broken: &Broken<'_>) -> Vec<Candidate> {
    let quoted = broken.words().filter(|word| is_simple(word)).map(|word| broken.raw(word));
    let in_atoms = broken.words().map(|word| broken.raw(word));
    let found =
        quoted.chain(in_atoms).find_map(|raw| raw.chars().find(|c| matches!(c, '"' | '\'')));
    let Some(quote) = found else { return Vec::new() };
    let places = broken.words_in_order().filter(|(before, word)| {
        !is_simple(word)
            && before.is_none_or(|before| {
                matches!(
                    before.kind(),
                    TokenKind::Equals
                        | TokenKind::Comma
                        | TokenKind::Dot
                        | TokenKind::LeftSquareBracket
                        | TokenKind::LeftCurlyBracket
                )
            })
    });
    let of_values = |word: &(Option<&Token>, &Token)| {
        word.0.is_some_and(|before| before.kind() == TokenKind::Equals)
    };
    let (values, others): (Vec<_>, Vec<_>) = places.partition(of_values);
    let mut candidates = Vec::new();
    for (_, word) in values.into_iter().chain(others).take(2 * MOST) {
        let from = start(word);
        let line = &broken.text[from..broken.line_end(from)];
        let Some(close) = line.find(quote) else { continue };
        let words = &line[..=close];
        let mistake = Mistake::new(
            from..from + words.len(),
            "this string has no opening quote",
            scalar::quoted(words),
        );
        let edit = Edit::insert(from, quote);
        candidates.push(Candidate::new(broken.text, vec![edit], mistake).strict().mended(from));
    }
    candidates
}
