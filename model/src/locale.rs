//! Language tags (BCP 47).

use api_error_catalog_core::locale::leads_to;
use language_tags::{LanguageTag, ValidationError};

/// What is wrong with a tag, if anything: it is not well-formed, or what it names is not registered
/// (RFC 5646 §2.2.9).
pub(crate) fn problem(tag: &str) -> Option<String> {
    let parsed = match LanguageTag::parse(tag) {
        Ok(parsed) => parsed,
        Err(error) => return Some(error.to_string()),
    };
    let unknown = |what: &str, subtag: Option<&str>| match subtag {
        Some(subtag) => Some(format!("there is no {what} `{subtag}`")),
        None => Some(format!("there is no such {what}")),
    };
    match parsed.validate() {
        Ok(()) => None,
        Err(ValidationError::PrimaryLanguageNotInRegistry) => {
            unknown("language", Some(parsed.primary_language()))
        }
        Err(ValidationError::ScriptNotInRegistry) => unknown("script", parsed.script()),
        Err(ValidationError::RegionNotInRegistry) => unknown("region", parsed.region()),
        Err(error) => Some(error.to_string()),
    }
}

/// The number of the locale that a tag is served by: its own, or a more general one (RFC 4647 §3.4).
pub(crate) fn lookup(tag: &str, locales: &[&str]) -> Option<usize> {
    let found = locales
        .iter()
        .enumerate()
        .filter(|(_, locale)| leads_to(tag.as_bytes(), locale.as_bytes()));
    found.max_by_key(|(_, locale)| locale.len()).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{lookup, problem};

    #[test]
    fn a_tag_is_served_by_a_more_general_locale() {
        let locales = ["en", "fr", "zh-Hant"];
        for (tag, expected) in [
            ("fr", Some(1)),
            ("FR-CI", Some(1)),
            ("zh-hant-TW", Some(2)),
            ("zh", None),
            ("zh-Hans", None),
            ("de", None),
            ("french", None),
            ("", None),
        ] {
            assert_eq!(lookup(tag, &locales), expected, "{tag}");
        }
    }

    #[test]
    fn tags_name_what_there_is() {
        for tag in ["en", "fr-CI", "zh-Hant", "zh-Hant-CN-x-private", "x-house", "und", "es-419"] {
            assert_eq!(problem(tag), None, "{tag}");
        }
        for (tag, expected) in [
            ("jp", "there is no language `jp`"),
            ("en-UK", "there is no region `UK`"),
            ("zh-Hanx", "there is no script `Hanx`"),
            ("english", "there is no language `english`"),
        ] {
            assert_eq!(problem(tag).as_deref(), Some(expected));
        }
        for tag in ["fr_FR", "", "e", "en-", "en--GB"] {
            assert!(problem(tag).is_some(), "{tag}");
        }
    }
}
