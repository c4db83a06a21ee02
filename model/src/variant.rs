//! The names of the enum variants that codes become.

use heck::ToUpperCamelCase as _;

/// What keeps a name from being a variant's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    NoIdentifier,
    Keyword,
    /// A name that every Rust file has in scope, or expects to mean something else.
    Prelude,
}

/// `UpperCamelCase` of an entry's name.
pub(crate) fn name(code: &str) -> String {
    code.to_upper_camel_case()
}

/// The variant that an entry's name becomes; `None` where it makes none, so that the entry needs a `variant`.
///
/// ```
/// use api_error_catalog_model::variant_name;
///
/// assert_eq!(variant_name("insufficient-funds").as_deref(), Some("InsufficientFunds"));
/// assert_eq!(variant_name("99901"), None);
/// ```
pub fn variant_name(entry: &str) -> Option<String> {
    Some(name(entry)).filter(|name| unfit(name).is_none())
}

/// Whether a name is one that the compiler would not complain of, as it does not of what a derive writes:
/// `IOError` is, `Io_Error` and `ioError` are not.
pub(crate) fn is_upper_camel_case(name: &str) -> bool {
    let is_digit = |at: usize| name.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut underscores = name.match_indices('_');
    let is_between_digits = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    !name.starts_with(char::is_lowercase) && underscores.all(|(at, _)| is_between_digits(at))
}

/// Whether the names of variants can begin so.
pub(crate) fn is_prefix(prefix: &str) -> bool {
    unfit(prefix) != Some(Unfit::NoIdentifier)
}

/// A prefix, or one that stands in for what cannot be one: the variants have names all the same.
pub(crate) fn usable_prefix(prefix: &str) -> &str {
    if is_prefix(prefix) { prefix } else { "Code" }
}

/// Why a name cannot be a variant's, if it cannot.
pub(crate) fn unfit(name: &str) -> Option<Unfit> {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(unicode_ident::is_xid_start);
    if !starts || !characters.all(unicode_ident::is_xid_continue) {
        Some(Unfit::NoIdentifier)
    } else if KEYWORDS.binary_search(&name).is_ok() {
        Some(Unfit::Keyword)
    } else if PRELUDE.binary_search(&name).is_ok() {
        Some(Unfit::Prelude)
    } else {
        None
    }
}

/// Keywords, strict and reserved, of any edition, sorted; a variant named by hand may be spelt like
/// one.
const KEYWORDS: [&str; 53] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "raw", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Types, traits and variants of the prelude of any edition, sorted.
const PRELUDE: [&str; 38] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_every_fashion_become_upper_camel_case() {
        for (code, variant) in [
            ("no_auth_required", "NoAuthRequired"),
            ("invalidRequest", "InvalidRequest"),
            ("BAD_REQUEST", "BadRequest"),
            ("insufficient-funds", "InsufficientFunds"),
            ("account.not found", "AccountNotFound"),
            ("E1001", "E1001"),
        ] {
            assert_eq!(name(code), variant);
        }
    }

    #[test]
    fn names_are_found_by_search() {
        assert!(KEYWORDS.is_sorted() && PRELUDE.is_sorted());
    }

    #[test]
    fn names_that_cannot_be_variants() {
        assert_eq!(unfit("99901"), Some(Unfit::NoIdentifier));
        assert_eq!(unfit(""), Some(Unfit::NoIdentifier));
        assert_eq!(unfit("Self"), Some(Unfit::Keyword));
        assert_eq!(unfit("Ok"), Some(Unfit::Prelude));
        assert_eq!(unfit("Okay"), None);
    }

    #[test]
    fn upper_camel_case_is_that_of_the_compiler() {
        for name in ["NotFound", "IOError", "HTTP", "S3", "V1_2", "Übel", "错误"] {
            assert!(is_upper_camel_case(name), "{name}");
        }
        for name in ["not_found", "notFound", "NOT_FOUND", "NotFound_", "_NotFound", "V_2", "übel"]
        {
            assert!(!is_upper_camel_case(name), "{name}");
        }
    }
}
