//! Characters that a reader of a file does not see, or that show it in another order than it has.

/// What is wrong with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// It has no width, and most readers leave it out.
    Invisible,
    /// What stands behind it is shown in another order.
    Reordering,
}

/// The first such character from a byte on, with its offset. Marks and joiners that scripts and emoji
/// need are none: U+200C to U+200F.
pub(crate) fn first(text: &str, from: usize) -> Option<(usize, char, Unseen)> {
    // A loop over bytes, as in `control.rs`: every byte of every file goes through here.
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        // What U+00AD, U+2028 to U+206F, and U+FEFF begin with, and others.
        if matches!(bytes[at], 0xC2 | 0xE2 | 0xEF)
            && let Some(character) = text[at..].chars().next()
            && let Some(unseen) = unseen(character)
        {
            return Some((at, character, unseen));
        }
        at += 1;
    }
    None
}

pub(crate) fn is_unseen(character: char) -> bool {
    unseen(character).is_some()
}

/// What is wrong with a character; `None` where nothing is.
fn unseen(character: char) -> Option<Unseen> {
    match character {
        // Embeddings, overrides and isolates (UAX 9 §2), as the lints of the Rust compiler have them.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Unseen::Reordering),
        // Soft hyphen, zero width space, separators, word joiner and invisible operators, byte order mark.
        '\u{AD}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => {
            Some(Unseen::Invisible)
        }
        _ => None,
    }
}

/// The first character of a name or a code that a reader does not see: those of [`first`], marks and
/// joiners.
pub(crate) fn first_mark(name: &str) -> Option<(usize, char)> {
    if name.is_ascii() {
        return None;
    }
    name.char_indices().find(|(_, c)| matches!(c, '\u{200C}'..='\u{200F}'))
}

/// What a character is called.
pub(crate) fn called(character: char) -> &'static str {
    match character {
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' => "a zero-width non-joiner",
        '\u{200D}' => "a zero-width joiner",
        '\u{200E}' => "a left-to-right mark",
        '\u{200F}' => "a right-to-left mark",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{202A}' => "a left-to-right embedding",
        '\u{202B}' => "a right-to-left embedding",
        '\u{202C}' => "the end of an embedding",
        '\u{202D}' => "a left-to-right override",
        '\u{202E}' => "a right-to-left override",
        '\u{2060}' => "a word joiner",
        '\u{2066}' => "a left-to-right isolate",
        '\u{2067}' => "a right-to-left isolate",
        '\u{2068}' => "an isolate",
        '\u{2069}' => "the end of an isolate",
        '\u{FEFF}' => "a byte order mark",
        _ => "an invisible character",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_are_not_seen_are_found() {
        for character in ('\u{80}'..='\u{FFFF}').filter(|c| unseen(*c).is_some()) {
            let text = format!("é’{character}x");
            let expected = unseen(character).map(|unseen| (5, character, unseen));
            assert_eq!(first(&text, 0), expected, "{character:?}");
            assert_eq!(first(&text, 5 + character.len_utf8()), None, "{character:?}");
        }
    }

    #[test]
    fn what_scripts_and_emoji_need_is_seen() {
        for text in [
            "نمی\u{200C}خواهم",
            "क\u{94D}\u{200D}ष",
            "👩\u{200D}🚀",
            "❤\u{FE0F}",
            "20\u{A0}% à\u{202F}: « oui »",
            "\u{200F}שלום\u{200E}",
            "“quoted” – … €",
            "",
        ] {
            assert_eq!(first(text, 0), None, "{text}");
        }
    }
}
