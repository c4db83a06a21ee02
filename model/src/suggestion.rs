//! Suggestions: the known name that a misspelt one is nearest to.

use std::collections::HashMap;

/// The candidate nearest to a name, if one is near enough to have been meant: at most a third of the
/// name has to change, not counting case, `-`, `_` and blanks. `None` where none is near enough.
///
/// For several names among the same candidates, use [`Suggestions`].
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let candidates: Vec<_> = candidates.into_iter().map(Candidate::new).collect();
    nearest_of(&Plain::new(name), &candidates)
}

/// Suggestions for many names among the same candidates.
///
/// Each distinct name is compared with each candidate once, and only as long as there are no more than
/// [`Suggestions::COMPARISONS`]; names after that get no suggestion. So a file with thousands of
/// mistakes is checked about as fast as a good one, and the first mistakes, which are the ones that are
/// shown, have suggestions.
#[derive(Debug)]
pub struct Suggestions<'c> {
    candidates: Vec<Candidate<'c>>,
    known: HashMap<String, Option<&'c str>>,
}

impl<'c> Suggestions<'c> {
    /// How many comparisons are made: enough for 20 names among 5,000 codes.
    pub const COMPARISONS: usize = 100_000;

    /// Prepares the candidates.
    pub fn new(candidates: impl IntoIterator<Item = &'c str>) -> Self {
        let candidates = candidates.into_iter().map(Candidate::new).collect();
        Self { candidates, known: HashMap::new() }
    }

    /// The candidate nearest to a name; `None` where none is near enough, or where too many
    /// comparisons have been made.
    pub fn nearest(&mut self, name: &str) -> Option<&'c str> {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        if self.known.len() * self.candidates.len() >= Self::COMPARISONS {
            return None;
        }
        let nearest = nearest_of(&Plain::new(name), &self.candidates);
        self.known.insert(name.to_owned(), nearest);
        nearest
    }
}

/// Whether one edit makes one name of another: a letter is another one, missing, too many, or in the place
/// of its neighbour.
pub(crate) fn is_one_edit(name: &str, other: &str) -> bool {
    name.len().abs_diff(other.len()) < 2 && strsim::osa_distance(name, other) == 1
}

#[derive(Debug)]
struct Candidate<'c> {
    name: &'c str,
    plain: Plain,
}

impl<'c> Candidate<'c> {
    fn new(name: &'c str) -> Self {
        Self { name, plain: Plain::new(name) }
    }
}

/// A name as it is compared, with what gives a cheap lower bound of distances.
#[derive(Debug)]
struct Plain {
    text: String,
    /// In characters.
    length: usize,
    /// A bit for each character that is there, modulo 64.
    characters: u64,
}

impl Plain {
    fn new(name: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(name.len()), length: 0, characters: 0 };
        let bytes = name.as_bytes();
        // Fast path for ASCII: this runs unoptimised, for every code of a catalog.
        let mut at = 0;
        while at < bytes.len() && bytes[at].is_ascii() {
            if !matches!(bytes[at], b'-' | b'_' | b' ') {
                plain.push(char::from(bytes[at].to_ascii_lowercase()));
            }
            at += 1;
        }
        if at < bytes.len() {
            plain = Self { text: String::new(), length: 0, characters: 0 };
            // Of the whole name: what a letter becomes may depend on its neighbours.
            for character in name.to_lowercase().chars().filter(|c| !matches!(c, '-' | '_' | ' ')) {
                plain.push(character);
            }
        }
        plain
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.length += 1;
        self.characters |= 1 << (u32::from(character) % 64);
    }

    /// The edits that make one of the other (optimal string alignment).
    fn distance(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.text.as_str(), other.text.as_str());
        // The common prefix and suffix are stripped: comparing takes the product of both lengths.
        let same = common(a.bytes(), b.bytes());
        let same = (0..=same).rev().find(|at| a.is_char_boundary(*at)).unwrap_or(0);
        (a, b) = (&a[same..], &b[same..]);
        let same = common(a.bytes().rev(), b.bytes().rev());
        let same = (0..=same).rev().find(|at| a.is_char_boundary(a.len() - at)).unwrap_or(0);
        (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
        strsim::osa_distance(a, b)
    }
}

/// How many bytes are the same from the start.
fn common(a: impl Iterator<Item = u8>, b: impl Iterator<Item = u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn nearest_of<'c>(wanted: &Plain, candidates: &[Candidate<'c>]) -> Option<&'c str> {
    let mut most = (wanted.length / 3).max(1);
    let mut nearest = None;
    for candidate in candidates {
        // Lower bounds of the distance, written out, as this runs unoptimised: each character too
        // many, and each that the other name lacks, takes an edit of its own.
        let plain = &candidate.plain;
        if plain.length > wanted.length + most
            || wanted.length > plain.length + most
            || (wanted.characters & !plain.characters).count_ones() as usize > most
            || (plain.characters & !wanted.characters).count_ones() as usize > most
        {
            continue;
        }
        let distance = wanted.distance(plain);
        if distance <= most {
            nearest = Some(candidate.name);
            if distance == 0 {
                break;
            }
            // From now on, only a nearer one will do.
            most = distance - 1;
        }
    }
    nearest
}

/// The locale that a tag was meant for: one that is spelt alike, or else of the same language.
pub(crate) fn nearest_locale<'c>(tag: &str, locales: &[&'c str]) -> Option<&'c str> {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let same = || locales.iter().copied().find(|locale| language(locale) == language(tag));
    nearest(tag, locales.iter().copied()).or_else(same)
}

/// "did you mean `x`?", or else the whole choice.
pub(crate) fn help(meant: Option<&str>, candidates: &[&str], choice: &str) -> String {
    match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("{choice}: {}", list(candidates)),
    }
}

/// `a`, `b` and `c`
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [most @ .., last] => format!("`{}` and `{last}`", most.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The nearest by the reference alone, without any bound.
    fn reference<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
        let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
        let distance = |candidate: &str| strsim::osa_distance(&plain(name), &plain(candidate));
        let allowed = (plain(name).chars().count() / 3).max(1);
        let nearest = candidates.iter().min_by_key(|candidate| distance(candidate))?;
        (distance(nearest) <= allowed).then_some(nearest)
    }

    proptest! {
        #[test]
        fn the_nearest_is_that_of_the_reference(
            name in "[abéÉ_-]{0,9}",
            candidates in prop::collection::vec("[abéÉ_-]{0,9}", 0..8),
        ) {
            let candidates: Vec<_> = candidates.iter().map(String::as_str).collect();
            let expected = reference(&name, &candidates);
            prop_assert_eq!(nearest(&name, candidates.iter().copied()), expected);
            let mut suggestions = Suggestions::new(candidates);
            prop_assert_eq!(suggestions.nearest(&name), expected);
            prop_assert_eq!(suggestions.nearest(&name), expected);
        }
    }

    #[test]
    fn only_so_many_comparisons_are_made() {
        let candidates = vec!["name"; Suggestions::COMPARISONS / 10];
        let mut suggestions = Suggestions::new(candidates);
        for number in 0..20 {
            assert_eq!(suggestions.nearest(&format!("name{number}")).is_some(), number < 10);
        }
        assert_eq!(suggestions.nearest("name1"), Some("name"));
    }
}
