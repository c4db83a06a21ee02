//! The strings of a shape: text, slots in braces, and what may be left out in brackets.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A piece of a string.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Text, doubled characters made single.
    Text(String),
    /// The inside of `{…}`, and the bytes that it takes with its braces.
    Slot { name: &'t str, range: Range<usize> },
    /// The inside of `[…]`.
    Optional(Vec<Piece<'t>>),
}

/// A brace or a bracket without its counterpart, and the byte that it is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lone {
    pub(super) at: usize,
    character: char,
    /// Whether it opens a bracket inside of brackets.
    is_nested: bool,
}

/// Takes a string apart. `{`, `}`, `[` and `]` are themselves when they are doubled.
///
/// # Errors
///
/// At the first brace or bracket that has no counterpart, and at a bracket inside of brackets.
pub(super) fn parse(string: &str) -> Result<Vec<Piece<'_>>, Lone> {
    let bytes = string.as_bytes();
    let (mut pieces, mut optional) = (Vec::new(), None);
    let mut at = 0;
    while let Some(character) = string[at..].chars().next() {
        let lone = |is_nested| Lone { at, character, is_nested };
        let is_inside = optional.is_some();
        let into: &mut Vec<_> = match &mut optional {
            Some((_, inside)) => inside,
            None => &mut pieces,
        };
        let is_special = matches!(character, '{' | '}' | '[' | ']');
        if is_special && bytes.get(at + 1) == Some(&bytes[at]) {
            push(into, character);
            at += 2;
            continue;
        }
        match character {
            '{' => {
                let inside = &string[at + 1..];
                let length = inside.find(['{', '}']).filter(|end| inside.as_bytes()[*end] == b'}');
                let Some(length) = length else { return Err(lone(false)) };
                let range = at..at + length + 2;
                at = range.end;
                into.push(Piece::Slot { name: &inside[..length], range });
            }
            '[' if is_inside => return Err(lone(true)),
            '[' => {
                optional = Some((lone(false), Vec::new()));
                at += 1;
            }
            ']' => match optional.take() {
                Some((_, inside)) => {
                    pieces.push(Piece::Optional(inside));
                    at += 1;
                }
                None => return Err(lone(false)),
            },
            '}' => return Err(lone(false)),
            character => {
                push(into, character);
                at += character.len_utf8();
            }
        }
    }
    match optional {
        Some((lone, _)) => Err(lone),
        None => Ok(pieces),
    }
}

fn push(pieces: &mut Vec<Piece<'_>>, character: char) {
    match pieces.last_mut() {
        Some(Piece::Text(text)) => text.push(character),
        _ => pieces.push(Piece::Text(character.into())),
    }
}

/// The error for a brace or a bracket without its counterpart.
pub(super) fn lone_bracket(lone: Lone, place: Span) -> Diagnostic {
    let Lone { character, is_nested, .. } = lone;
    if is_nested {
        return Diagnostic::error(place, "there are brackets in these brackets")
            .help("close the first bracket before it, or write `[[` for a bracket");
    }
    let help = match character {
        '[' => "close it with `]`, or write `[[` for a bracket".to_owned(),
        ']' => "write `]]` for a bracket".to_owned(),
        '{' => "close it with `}`, or write `{{` for a brace".to_owned(),
        other => format!("write `{other}{other}` for a brace"),
    };
    Diagnostic::error(place, format!("this `{character}` has no counterpart")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_taken_apart() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let slot = |name, range| Piece::Slot { name, range };
        assert_eq!(parse("a {b?}"), Ok(vec![text("a "), slot("b?", 2..6)]));
        let optional = Piece::Optional(vec![slot("a", 1..4), text("#")]);
        assert_eq!(parse("[{a}#]{b}"), Ok(vec![optional, slot("b", 6..9)]));
        assert_eq!(parse("{{a}} [[b]]"), Ok(vec![text("{a} [b]")]));
        assert_eq!(parse(""), Ok(Vec::new()));
    }

    #[test]
    fn brackets_need_their_counterpart() {
        for (string, at) in [("a {b", 2), ("a} b", 1), ("[a", 0), ("a]", 1), ("[a[b]]", 2)] {
            assert_eq!(parse(string).map_err(|lone| lone.at), Err(at), "{string}");
        }
    }
}
