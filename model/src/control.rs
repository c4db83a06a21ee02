//! Control characters: line breaks and tabs are fine; the others are invisible, and some are
//! dangerous in a terminal.

/// The first that is not fine, and where it stands.
pub(crate) fn first(text: &str) -> Option<(usize, char)> {
    // Every text goes through here, in a macro that is built without optimisation: an iterator over
    // the characters takes twenty times as long.
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // 0xC2 begins U+0080 to U+009F, among others.
        if matches!(bytes[at], 0..0x20 | 0x7F | 0xC2)
            && let Some(character) = text[at..].chars().next()
            && character.is_control()
            && !matches!(character, '\n' | '\r' | '\t')
        {
            return Some((at, character));
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn control_characters_are_those_of_unicode(text in "[\\PC\\n\\r\\t«\u{0}\u{1f}\u{7f}\u{80}\u{9f}\u{a0}]{0,8}") {
            let control = |c: &(usize, char)| c.1.is_control() && !matches!(c.1, '\n' | '\r' | '\t');
            prop_assert_eq!(super::first(&text), text.char_indices().find(control));
        }
    }
}
