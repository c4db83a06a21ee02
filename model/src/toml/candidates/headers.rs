//! Headers that lack a bracket, or the quotes of a name.

use toml_parser::lexer::TokenKind;

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
