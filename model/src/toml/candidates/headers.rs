//! Headers that lack a bracket, or the quotes of a name.

use toml_parser::lexer::{Token, TokenKind};

use super::{Broken, Candidate, end, start};
use crate::toml::mistake::Mistake;
use crate::toml::repair::Edit;

/// `[code.internal`, `code.internal]` and `[code.not found]`.
pub(super) fn brackets(broken: &Broken<'_>) -> Vec<Candidate> {
    let Some(first) = broken.words().next() else { return Vec::new() };
    if broken.words().any(|word| word.kind() == TokenKind::Equals) {
        return Vec::new();
    }
    let (from, to) = (start(first), broken.end());
    let count = |kind| broken.words().filter(|word| word.kind() == kind).count();
    let opening = count(TokenKind::LeftSquareBracket);
    let closing = count(TokenKind::RightSquareBracket);
    let header = &broken.text[from..to];
    let mut candidates = Vec::new();
    if opening < closing && closing <= 2 {
        let missing = "[".repeat(closing - opening);
        let mistake = Mistake::new(
            from..from,
            format!("`{missing}` is missing"),
            format!("write `{missing}{header}`"),
        );
        let edit = Edit::insert(from, missing);
        candidates.push(Candidate::new(broken.text, vec![edit], mistake));
    }
    if closing < opening && opening <= 2 {
        let missing = "]".repeat(opening - closing);
        let mistake = Mistake::new(
            from..to,
            "the name of this table is not closed",
            format!("add the `{missing}` behind it"),
        );
        let edit = Edit::insert(to, missing);
        candidates.push(Candidate::new(broken.text, vec![edit], mistake));
    }
    if broken.is_header() && opening == closing {
        candidates.extend(name_with_blanks(broken));
    }
    candidates
}

/// `{code.internal}`, and `code.internal` behind a blank line.
pub(super) fn without_brackets(broken: &Broken<'_>) -> Vec<Candidate> {
    use TokenKind::{Atom, BasicString, Dot, LeftCurlyBracket, LiteralString, RightCurlyBracket};
    let words: Vec<_> = broken.words().collect();
    let (name, edits) = match &words[..] {
        [open, name @ .., close]
            if open.kind() == LeftCurlyBracket && close.kind() == RightCurlyBracket =>
        {
            let (open, close) = (start(open)..end(open), start(close)..end(close));
            (name, [Edit { at: open, text: "[".into() }, Edit { at: close, text: "]".into() }])
        }
        name if broken.begins_block && name.iter().any(|word| word.kind() == Dot) => {
            let from = name.first().map_or(0, |word| start(word));
            (name, [Edit::insert(from, "["), Edit::insert(broken.end(), "]")])
        }
        _ => return Vec::new(),
    };
    let is_name = |word: &&Token| matches!(word.kind(), Atom | Dot | BasicString | LiteralString);
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return Vec::new() };
    if !name.iter().all(is_name) {
        return Vec::new();
    }
    let written = &broken.text[start(first)..end(last)];
    let mistake = Mistake::new(
        start(words[0])..broken.end(),
        "this is neither the name of a table nor a key with a value",
        format!("write `[{written}]` for the name of a table, or `=` and a value"),
    );
    vec![Candidate::new(broken.text, edits.into(), mistake)]
}

/// `[code.not found]`: the words between two dots, or the last dot and the bracket, are one name.
fn name_with_blanks(broken: &Broken<'_>) -> Option<Candidate> {
    let words: Vec<_> = broken.words().collect();
    let is_atom = |at: usize| words.get(at).is_some_and(|word| word.kind() == TokenKind::Atom);
    let first = (0..words.len()).find(|at| is_atom(*at) && is_atom(at + 1))?;
    let last = (first..words.len()).take_while(|at| is_atom(*at)).last()?;
    let (from, to) = (start(words[first]), end(words[last]));
    let name = &broken.text[from..to];
    let mistake = Mistake::new(
        from..to,
        "a name with blanks in it is written in quotes",
        format!("write `\"{name}\"`"),
    );
    let edits = vec![Edit::insert(from, "\""), Edit::insert(to, "\"")];
    Some(Candidate::new(broken.text, edits, mistake).mended(from))
}
