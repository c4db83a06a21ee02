//! Language tags (BCP 47).

use api_error_catalog_core::locale::leads_to;
use language_tags::{LanguageTag, ParseError, ValidationError};

/// What is wrong with a tag, if anything: it is not well-formed, or what it names is not registered
/// (RFC 5646 §2.2.9).
pub(crate) fn problem(tag: &str) -> Option<String> {
    match LanguageTag::parse(tag) {
        Ok(parsed) => parsed.validate().err().map(|error| not_valid(&parsed, &error)),
        Err(error) => Some(not_well_formed(tag, &error)),
    }
}

fn not_well_formed(tag: &str, error: &ParseError) -> String {
    let mut parts = tag.split('-');
    if let Some(other) = tag.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '-') {
        return format!("`{other}` is no letter, digit or hyphen");
    }
    match error {
        ParseError::EmptySubtag => "nothing stands beside one of its hyphens".to_owned(),
        ParseError::InvalidLanguage => {
            format!("it begins with a language, and `{}` is none", parts.next().unwrap_or_default())
        }
        ParseError::SubtagTooLong => match parts.find(|part| part.len() > 8) {
            Some(long) => format!("`{long}` has more than eight characters"),
            None => "a part has more than eight characters".to_owned(),
        },
        ParseError::ForbiddenChar => {
            "it has other characters than letters, digits and hyphens".to_owned()
        }
        ParseError::InvalidSubtag => {
            let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
            let is_first = |end: &usize| {
                matches!(LanguageTag::parse(&tag[..*end]), Err(ParseError::InvalidSubtag))
            };
            let part =
                ends.into_iter().find(is_first).and_then(|end| tag[..end].rsplit('-').next());
            match part {
                Some(part) => format!("`{part}` cannot stand where it does"),
                None => "a part cannot stand where it does".to_owned(),
            }
        }
        ParseError::EmptyExtension => "nothing stands behind the letter of an extension".to_owned(),
        ParseError::EmptyPrivateUse => "nothing stands behind the `x`".to_owned(),
        ParseError::TooManyExtlangs => "it has several extended languages".to_owned(),
    }
}

fn not_valid(tag: &LanguageTag, error: &ValidationError) -> String {
    let unknown = |what: &str, name: Option<&str>| match name {
        Some(name) => format!("there is no {what} `{name}`"),
        None => format!("there is no such {what}"),
    };
    match error {
        ValidationError::PrimaryLanguageNotInRegistry => {
            unknown("language", Some(tag.primary_language()))
        }
        ValidationError::ExtendedLanguageNotInRegistry => {
            unknown("extended language", tag.extended_language())
        }
        ValidationError::ScriptNotInRegistry => unknown("script", tag.script()),
        ValidationError::RegionNotInRegistry => unknown("region", tag.region()),
        ValidationError::VariantNotInRegistry => unknown("variant", tag.variant()),
        ValidationError::DuplicateVariant => "it has a variant twice".to_owned(),
        ValidationError::DuplicateExtension => "it has an extension twice".to_owned(),
        ValidationError::MultipleExtendedLanguageSubtags => {
            "it has several extended languages".to_owned()
        }
        ValidationError::WrongExtendedLanguagePrefix => {
            format!("its extended language does not belong to `{}`", tag.primary_language())
        }
        ValidationError::WrongVariantPrefix => {
            "its variant does not belong to what stands before it".to_owned()
        }
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
            ("zh-xyz", "there is no extended language `xyz`"),
            ("fr-yue", "its extended language does not belong to `fr`"),
            ("zh-yue-cmn", "it has several extended languages"),
            ("zh-aaa-bbb-ccc-ddd", "it has several extended languages"),
            ("de-abcde", "there is no variant `abcde`"),
            ("de-1996-1996", "it has a variant twice"),
            ("fr-1996", "its variant does not belong to what stands before it"),
            ("de-a-foo-a-bar", "it has an extension twice"),
            ("fr_FR", "`_` is no letter, digit or hyphen"),
            ("e", "it begins with a language, and `e` is none"),
            ("en-", "nothing stands beside one of its hyphens"),
            ("en--GB", "nothing stands beside one of its hyphens"),
            ("en-GB-fr", "`fr` cannot stand where it does"),
            ("en-languages", "`languages` has more than eight characters"),
            ("en-u", "nothing stands behind the letter of an extension"),
            ("en-x", "nothing stands behind the `x`"),
        ] {
            assert_eq!(problem(tag).as_deref(), Some(expected));
        }
        assert!(problem("").is_some());
    }
}
