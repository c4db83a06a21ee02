//! The cases that Rust has its names in.

/// `UpperCamelCase`
pub(crate) fn upper_camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    for word in words(name) {
        let mut characters = word.chars();
        let Some(first) = characters.next() else { continue };
        camel.extend(first.to_uppercase());
        // The whole word's: what a letter becomes may hang on those before it.
        let first_in_lower: usize = first.to_lowercase().map(char::len_utf8).sum();
        camel.push_str(&word.to_lowercase()[first_in_lower..]);
    }
    camel
}

/// `snake_case`
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_").to_lowercase()
}

#[derive(Clone, Copy)]
enum Case {
    Lower,
    Upper,
}

impl Case {
    fn of(character: char) -> Option<Self> {
        if character.is_lowercase() {
            Some(Self::Lower)
        } else if character.is_uppercase() {
            Some(Self::Upper)
        } else {
            None
        }
    }
}

/// What a name consists of. Words end where there is neither a letter nor a digit, before a capital
/// behind a small letter, and before the last of several capitals if a small letter follows.
fn words(name: &str) -> Vec<&str> {
    use Case::{Lower, Upper};

    let mut words = Vec::new();
    let mut start = 0;
    // The case of the word so far, without its last character, and that character's.
    let mut case = None;
    let mut last: Option<(usize, Option<Case>)> = None;
    for (at, character) in name.char_indices() {
        if !character.is_alphanumeric() {
            if last.take().is_some() {
                words.push(&name[start..at]);
            }
            continue;
        }
        let next_case = Case::of(character);
        match last {
            None => (start, case) = (at, None),
            Some((last_at, last_case)) => match (case, last_case, next_case) {
                (_, Some(Lower), Some(Upper)) | (Some(Lower), None, Some(Upper)) => {
                    words.push(&name[start..at]);
                    (start, case) = (at, None);
                }
                (Some(Upper), Some(Upper), Some(Lower)) => {
                    words.push(&name[start..last_at]);
                    (start, case) = (last_at, None);
                }
                _ => case = last_case.or(case),
            },
        }
        last = Some((at, next_case));
    }
    if last.is_some() {
        words.push(&name[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use heck::{ToSnakeCase as _, ToUpperCamelCase as _};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn names_are_cased_as_the_reference_cases_them(
            name in "([a-d]|[A-D]|[0-2]|[éÉßœŒ一ǅİ]|[-_. ’]){0,12}"
        ) {
            prop_assert_eq!(upper_camel(&name), name.to_upper_camel_case());
            prop_assert_eq!(snake(&name), name.to_snake_case());
        }
    }

    #[test]
    fn greek_words_end_as_they_do() {
        assert_eq!(upper_camel("ΑΣ_ΟΔΟΣ"), "ΑΣ_ΟΔΟΣ".to_upper_camel_case());
    }
}
