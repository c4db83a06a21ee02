//! Signs between keys, values and lines: `=` that are missing or are something else, and commas and
//! semicolons that end a line.

use std::ops::Range;

use toml_parser::lexer::{Token, TokenKind};

use super::{Broken, Candidate, end, start};
use crate::toml::mistake::{self, Mistake};
use crate::toml::repair::Edit;

/// `status: 404`, `status 404`.
pub(super) fn equals(broken: &Broken<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(colons(broken));
    candidates.extend(missing(broken));
    candidates.extend(between(broken));
    candidates
}

/// Every colon behind a key.
fn colons(broken: &Broken<'_>) -> Option<Candidate> {
    let mut edits = Vec::new();
    for (before, word) in broken.words_in_order() {
        let is_behind_key = before.is_none_or(|before| {
            !matches!(before.kind(), TokenKind::Equals | TokenKind::LeftSquareBracket)
        });
        let raw = broken.raw(word);
        if word.kind() == TokenKind::Atom
            && is_behind_key
            && let Some(colon) = raw.find(':')
        {
            let at = start(word) + colon;
            edits.push(Edit { at: at..at + 1, text: "=".to_owned() });
        }
    }
    let at = edits.first()?.at.clone();
    let mistake = Mistake::new(
        at,
        "a `:` stands between a key and its value",
        "write `=` between a key and its value",
    );
    Some(Candidate::new(broken.text, edits, mistake).strict())
}

/// Between a key and what follows it.
fn missing(broken: &Broken<'_>) -> Vec<Candidate> {
    let places = broken.words_in_order().filter(|(before, word)| {
        before.is_some_and(|before| is_key(before) && is_value(word) && end(before) < start(word))
    });
    let candidate = |(_, word): (_, &Token)| {
        let at = start(word);
        let mistake = mistake::no_equals(at..end(word));
        Candidate::new(broken.text, vec![Edit::insert(at, "=")], mistake).strict()
    };
    places.map(candidate).take(4).collect()
}

fn is_key(token: &Token) -> bool {
    matches!(token.kind(), TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString)
}

fn is_value(token: &Token) -> bool {
    is_key(token)
        || matches!(
            token.kind(),
            TokenKind::LeftSquareBracket
                | TokenKind::LeftCurlyBracket
                | TokenKind::MlBasicString
                | TokenKind::MlLiteralString
        )
}

/// `status = 404 retry = "never"`, `[code.internal] status = 500`, `{ en = "…" fr = "…" }`: a line end or
/// a comma before the second key.
fn between(broken: &Broken<'_>) -> Vec<Candidate> {
    let words: Vec<_> = broken.words().collect();
    let mut depth = 0_usize;
    let mut candidates = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.kind() {
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => depth += 1,
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => {
                depth = depth.saturating_sub(1);
            }
            TokenKind::Equals if at > 0 => {
                let key = key_before(&words[..at]);
                let is_first = words.first().is_some_and(|first| key.start == start(first));
                if !is_first && !key.is_empty() {
                    candidates.push(before_key(broken, key, depth > 0));
                }
            }
            _ => {}
        }
    }
    candidates.truncate(4);
    candidates
}

/// The keys with dots between them that some words end in.
fn key_before(words: &[&Token]) -> Range<usize> {
    let last = words.last().map_or(0, |word| end(word));
    let mut first = last;
    for word in words.iter().rev() {
        let is_of_key = is_key(word) || word.kind() == TokenKind::Dot;
        if !is_of_key || first < last && end(word) < first {
            break;
        }
        first = start(word);
    }
    first..last
}

fn before_key(broken: &Broken<'_>, key: Range<usize>, is_inside: bool) -> Candidate {
    let (sign, mistake) = if is_inside {
        (",", mistake::no_comma(key.clone(), "keys"))
    } else {
        let help = format!("begin a new line before `{}`", &broken.text[key.clone()]);
        ("\n", Mistake::new(key.clone(), "nothing but a comment can follow on this line", help))
    };
    Candidate::new(broken.text, vec![Edit::insert(key.start, sign)], mistake).strict()
}

/// `,` or `;` at the end of a line.
pub(super) fn too_much(broken: &Broken<'_>) -> Vec<Candidate> {
    sign_at_end(broken).into_iter().collect()
}

fn sign_at_end(broken: &Broken<'_>) -> Option<Candidate> {
    let last = broken.words().next_back()?;
    let (sign, name) = match broken.raw(last) {
        "," => (",", "comma"),
        raw if raw.ends_with(';') => (";", "`;`"),
        _ => return None,
    };
    let place = end(last) - sign.len()..end(last);
    let mistake = Mistake::new(
        place.clone(),
        "nothing but a comment can follow on this line",
        format!("leave the {name} out"),
    );
    Some(Candidate::new(broken.text, vec![Edit::remove(place)], mistake))
}
