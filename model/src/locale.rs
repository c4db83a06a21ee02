//! Language tags (BCP 47).

use oxilangtag::LanguageTag;

/// What is wrong with a tag, if anything.
pub(crate) fn problem(tag: &str) -> Option<String> {
    match LanguageTag::parse(tag) {
        // RFC 5646 §2.2.1: 4 letters are reserved, 5 to 8 may be registered one day; none are.
        Ok(parsed) if parsed.primary_language().len() > 3 => {
            Some(format!("no language is called `{}`", parsed.primary_language()))
        }
        Ok(_) => None,
        Err(error) => Some(error.to_string()),
    }
}
