//! Finds out where a brace is lost, or one too many, in a file whose lines do not tell. Behind it, all keys
//! are one level too deep or too high, and the same keys stand at few levels in a catalog.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::token::{Bracket, Kind, Token};
use crate::known_keys::{self, KnownKeys};

/// What makes the braces of a file even.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    /// A closing brace is lost before the token.
    Lost(usize),
    /// The token is a closing brace too many.
    TooMany(usize),
}

/// At how many levels keys of catalogs usually stand. Those of defaults are not among them: most are also
/// keys of entries, one level below.
const USUAL: [(isize, &[KnownKeys]); 4] = [
    (1, &[known_keys::FILE]),
    (2, &[known_keys::CATALOG, known_keys::BODY]),
    (3, &[known_keys::STATUS, known_keys::CODE]),
    (4, &[&[&known_keys::CAUSE], known_keys::PARAMETER]),
];

/// The change by which the keys stand at the fewest levels; `lacking` closing braces are too few, or too
/// many where that is negative.
pub(super) fn guess(text: &str, tokens: &[Token], lacking: isize) -> Option<Guess> {
    let keys = keys(tokens);
    let mut levels = Levels::default();
    for key in &keys {
        levels.add(key.name(text, tokens), key.braces - lacking);
    }
    let mut best: Option<(Cost, usize)> = None;
    for (number, key) in keys.iter().enumerate() {
        levels.add(key.name(text, tokens), key.braces);
        levels.remove(key.name(text, tokens), key.braces - lacking);
        let end = keys.get(number + 1).map_or(tokens.len(), |next| next.at);
        if let Some(at) = place(tokens, key, end, lacking)
            && best.is_none_or(|(lowest, _)| levels.cost() <= lowest)
        {
            best = Some((levels.cost(), at));
        }
    }
    let at = best?.1;
    Some(if lacking > 0 { Guess::Lost(at) } else { Guess::TooMany(at) })
}

/// A key, and how many brackets are open around it.
struct Key {
    at: usize,
    braces: isize,
    squares: isize,
}

impl Key {
    fn name<'t>(&self, text: &'t str, tokens: &[Token]) -> (&'t str, bool) {
        let name = text[tokens[self.at].place.clone()].trim_matches('"');
        let value = tokens.get(self.at + 2).map(|value| value.kind);
        (name, value == Some(Kind::Open(Bracket::Brace)))
    }
}

/// How many levels keys stand at; where that is as many, how many stand at no usual one.
type Cost = (usize, usize);

/// How often keys stand at each level.
#[derive(Default)]
struct Levels<'t> {
    counts: HashMap<(&'t str, isize), usize>,
    unusual: usize,
}

impl<'t> Levels<'t> {
    fn add(&mut self, (name, is_object): (&'t str, bool), level: isize) {
        if is_usual(name, is_object, level) {
            return;
        }
        self.unusual += 1;
        *self.counts.entry((name, level)).or_default() += 1;
    }

    fn remove(&mut self, (name, is_object): (&'t str, bool), level: isize) {
        if !is_usual(name, is_object, level)
            && let Entry::Occupied(mut count) = self.counts.entry((name, level))
        {
            self.unusual -= 1;
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
    }

    fn cost(&self) -> Cost {
        (self.counts.len(), self.unusual)
    }
}

/// Whether a key looks like a locale, which texts have.
fn is_locale(name: &str) -> bool {
    name.len() == 2 || name.len() == 5 && name.as_bytes()[2] == b'-'
}

/// Whether a key of catalogs stands at its level. On the first one, all have objects.
fn is_usual(name: &str, is_object: bool, level: isize) -> bool {
    is_locale(name) && (3..=5).contains(&level)
        || USUAL.iter().any(|(usual, tables)| {
            let mut names = tables.iter().copied().flatten().copied().flatten();
            *usual == level && (level > 1 || is_object) && names.any(|usual| *usual == name)
        })
}

fn keys(tokens: &[Token]) -> Vec<Key> {
    let (mut braces, mut squares) = (0, 0);
    let mut keys = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(Bracket::Brace) => braces += 1,
            Kind::Close(Bracket::Brace) => braces -= 1,
            Kind::Open(Bracket::Square) => squares += 1,
            Kind::Close(Bracket::Square) => squares -= 1,
            _ if token.is_string() && tokens.get(at + 1).is_some_and(Token::is_colon) => {
                keys.push(Key { at, braces, squares });
            }
            _ => {}
        }
    }
    keys
}

/// Where a brace can be lost, or is one too many, behind a key and before the next one. In a list it would
/// not be in doubt. Of several closing braces in a row it is the last.
fn place(tokens: &[Token], key: &Key, end: usize, lacking: isize) -> Option<usize> {
    let mut squares = key.squares;
    let mut last = None;
    for (at, token) in tokens.iter().enumerate().take(end).skip(key.at + 2) {
        match token.kind {
            Kind::Open(Bracket::Square) => squares += 1,
            Kind::Close(Bracket::Square) => squares -= 1,
            Kind::Close(Bracket::Brace) if squares == 0 => last = Some(at),
            Kind::Comma | Kind::Semicolon if squares == 0 && lacking > 0 => return Some(at),
            _ => {}
        }
    }
    if lacking > 0 && squares == 0 && end == tokens.len() { Some(end) } else { last }
}
