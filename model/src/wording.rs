//! What a diagnostic quotes of the file, as it can be shown: on one line, without what a terminal acts
//! on, and not longer than a reader needs.

use std::borrow::Cow;

use crate::invisible;

/// The most characters of a quoted value.
const MOST: usize = 60;

/// A sentence with the characters escaped that cannot be shown, and what it has in backticks cut.
pub(crate) fn printable(sentence: &str) -> Cow<'_, str> {
    // Most sentences can be shown as they are, and there may be thousands.
    let quoted = || sentence.split('`').skip(1).step_by(2);
    if !sentence.contains(is_hidden) && quoted().all(|value| value.chars().count() <= MOST) {
        return Cow::Borrowed(sentence);
    }
    let mut printed = String::with_capacity(sentence.len());
    for (number, piece) in sentence.split('`').enumerate() {
        if number > 0 {
            printed.push('`');
        }
        let is_quoted = number % 2 == 1;
        let most = if is_quoted { MOST } else { usize::MAX };
        let mut characters = piece.chars();
        for character in characters.by_ref().take(most) {
            if is_hidden(character) {
                printed.extend(character.escape_default());
            } else {
                printed.push(character);
            }
        }
        if characters.next().is_some() {
            printed.push('…');
        }
    }
    Cow::Owned(printed)
}

fn is_hidden(character: char) -> bool {
    character.is_control() || invisible::is_unseen(character)
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn quoted_values_are_cut_and_escaped() {
        assert_eq!(printable("`re\ntry\u{1b}[7m` is no word"), r"`re\ntry\u{1b}[7m` is no word");
        let long = "x".repeat(4000);
        let cut = "x".repeat(60);
        assert_eq!(printable(&format!("`{long}` and `b`")), format!("`{cut}…` and `b`"));
    }

    #[test]
    fn the_sentence_around_them_stays() {
        let sentence = "a".repeat(100) + " `b` " + &"c".repeat(100);
        assert_eq!(printable(&sentence), sentence);
    }
}
