//! Which locale suits a request: what its `Accept-Language` says (RFC 9110 §12.5.4) of each locale of
//! the catalog.

use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::accept_language::{LanguageRange, Weight, language_ranges};
use crate::catalog::Catalog;

/// Which locale suits a caller.
impl<'c> Catalog<'c> {
    /// The locale that RFC 4647 §3.4 lookup finds for a BCP 47 tag, or a language range of one; the
    /// default where it finds none. Every text that takes a `locale` is in that one.
    ///
    /// ```
    /// # mod example {
    /// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
    /// # }
    /// # use example::wallet;
    /// use api_error_catalog_core::builder::encode;
    ///
    /// let encoded = encode(&wallet())?;
    /// let catalog = encoded.catalog();
    /// assert!(catalog.locales().eq(["en", "fr"]));
    /// assert_eq!(catalog.best_locale("fr-CI"), "fr");
    /// assert_eq!(catalog.best_locale("de"), "en");
    /// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
    /// ```
    pub const fn best_locale(&self, tag: &str) -> &'c str {
        self.texts.get(self.locales.first + self.locale(tag) as u32)
    }

    /// The locale for a request with an `Accept-Language` header (RFC 9110 §12.5.4). The values of several
    /// such headers are joined by commas; without one, the value is empty.
    ///
    /// - The language ranges are taken by their weights, the highest first, and those of one weight in
    ///   the order of the header. The first for which RFC 4647 §3.4 lookup finds a locale decides.
    /// - A range matches a locale if it is the locale, or its first subtags. The longest range that
    ///   matches a locale says whether it is acceptable: not with `q=0`, where lookup passes it over. Of
    ///   equal ranges, the first counts.
    /// - `*` matches, and finds, the locales that no other range matches: the default if it is one of
    ///   them, else the first. It has its place among the ranges as any other, though RFC 4647 §3.4
    ///   skips it for those behind it, since it knows no weights.
    /// - Where no range finds a locale, it is the default, or the first that is acceptable where the
    ///   default is not. Where none is acceptable, it is the default.
    /// - A member with a malformed range or weight is ignored.
    ///
    /// The answer has the locale in `Content-Language`, and `Vary: Accept-Language`.
    ///
    /// It takes time in proportion to the length of the value and to the number of locales.
    ///
    /// ```
    /// # mod example {
    /// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
    /// # }
    /// # use example::wallet;
    /// use api_error_catalog_core::builder::encode;
    ///
    /// let encoded = encode(&wallet())?;
    /// let catalog = encoded.catalog();
    /// assert!(catalog.locales().eq(["en", "fr"]));
    /// assert_eq!(catalog.negotiate("de, fr-CI;q=0.9, en;q=0.8"), "fr");
    /// assert_eq!(catalog.negotiate("en;q=0"), "fr");
    /// assert_eq!(catalog.negotiate(""), "en");
    /// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
    /// ```
    pub fn negotiate(&self, accept_language: &str) -> &'c str {
        let mut candidates: Vec<_> = self.locales().map(Candidate::new).collect();
        for (number, range) in language_ranges(accept_language).enumerate() {
            for candidate in &mut candidates {
                candidate.add(range, number);
            }
        }
        // `max_by_key` gives the last one of equals: in reverse, the first of the catalog.
        let best = candidates.iter().rev().max_by_key(|candidate| candidate.standing());
        best.map_or("", |candidate| candidate.locale)
    }
}

/// A locale, and what the ranges so far say of it.
struct Candidate<'c, 'h> {
    locale: &'c str,
    /// The longest range that matches it.
    closest: Option<LanguageRange<'h>>,
    by_lookup: Standing,
    /// What `*` says of it, if no other range matches it.
    by_wildcard: Standing,
}

/// How much a locale is preferred, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    NotAcceptable,
    NotFound,
    Found {
        weight: Weight,
        /// That of the range in the header.
        number: Reverse<usize>,
        /// That of the locale: lookup for one range comes by the longest first. 0 for `*`.
        length: usize,
    },
}

impl<'c, 'h> Candidate<'c, 'h> {
    fn new(locale: &'c str) -> Self {
        let not_found = Standing::NotFound;
        Self { locale, closest: None, by_lookup: not_found, by_wildcard: not_found }
    }

    fn add(&mut self, range: LanguageRange<'h>, number: usize) {
        if range.matches(self.locale)
            && self.closest.is_none_or(|closest| range.is_longer_than(closest))
        {
            self.closest = Some(range);
        }
        if range.weight.is_zero() {
            return;
        }
        let found =
            |length| Standing::Found { weight: range.weight, number: Reverse(number), length };
        if range.is_wildcard() {
            self.by_wildcard = self.by_wildcard.max(found(0));
        } else if range.leads_to(self.locale) {
            self.by_lookup = self.by_lookup.max(found(self.locale.len()));
        }
    }

    fn standing(&self) -> Standing {
        match self.closest {
            Some(range) if range.weight.is_zero() => Standing::NotAcceptable,
            Some(range) if !range.is_wildcard() => self.by_lookup,
            _ => self.by_lookup.max(self.by_wildcard),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;

    use crate::builder::{CatalogDef, Encoded, encode};

    /// A catalog with these locales, which are separated by blanks.
    fn catalog(locales: &str) -> Encoded {
        let locales = locales.split(' ').map(str::to_owned).collect();
        encode(&CatalogDef { locales, ..CatalogDef::default() }).expect("a small catalog")
    }

    fn assert_negotiated(locales: &str, table: &[(&str, &str)]) {
        let encoded = catalog(locales);
        let catalog = encoded.catalog();
        for (header, locale) in table {
            assert_eq!(catalog.negotiate(header), *locale, "{header:?} for {locales}");
        }
    }

    #[test]
    fn the_first_range_of_the_highest_weight_that_finds_a_locale_decides() {
        let table = [
            // What browsers send.
            ("fr-CI,fr;q=0.9,en;q=0.8", "fr"),
            ("fr,en;q=0.9", "fr"),
            ("en;q=0.1, fr", "fr"),
            ("de, fr-CI;q=0.9", "fr"),
            ("en, fr", "en"),
            ("fr, en", "fr"),
            ("fr;q=0.5, en;q=0.50", "fr"),
            ("en;q=0.500, fr;q=0.501", "fr"),
            ("en;q=0.5, fr;q=0.4, FR-be;q=0.6", "fr"),
            ("en;q=0.001", "en"),
            ("", "en"),
            ("de, es;q=0.5", "en"),
        ];
        assert_negotiated("en fr", &table);
    }

    #[test]
    fn a_range_finds_its_longest_locale_that_is_acceptable() {
        let table = [
            ("fr-CI-x-abidjan", "fr-CI"),
            ("fr-ci", "fr-CI"),
            ("fr-CA", "fr"),
            // Lookup does not make a range longer.
            ("zh, fr;q=0.1", "fr"),
            ("zh-Hant-CN-a-b, fr;q=0.1", "zh-Hant"),
            ("zh-Hans, fr;q=0.1", "fr"),
            ("fr-CI-x-abidjan, fr-CI;q=0", "fr"),
            ("fr-CI, fr;q=0, zh-Hant;q=0.1", "fr-CI"),
            ("fr-CA, fr;q=0, zh-Hant;q=0.1", "zh-Hant"),
        ];
        assert_negotiated("en fr fr-CI zh-Hant", &table);
    }

    #[test]
    fn a_weight_of_zero_excludes_what_no_longer_range_accepts() {
        let table = [
            ("en;q=0", "fr"),
            ("EN;Q=0.000", "fr"),
            ("e;q=0, en-GB;q=0", "en"),
            ("fr-CA;q=0", "en"),
            ("en;q=0, fr;q=0", "de"),
            ("en;q=0, fr;q=0, fr-CI", "fr-CI"),
            ("en;q=0, fr;q=0.1, fr-CI;q=0, fr-CI-x-abidjan", "fr"),
            ("en;q=0, fr;q=0, de;q=0", "en"),
            // Of equal ranges, the first counts.
            ("en;q=0, en", "fr"),
            ("en, en;q=0", "en"),
        ];
        assert_negotiated("en fr fr-CI de", &table);
    }

    #[test]
    fn a_wildcard_is_every_locale_that_no_other_range_matches() {
        let table = [
            ("*", "en"),
            ("*;q=0.5, fr;q=0.4", "en"),
            ("*;q=0.5, fr;q=0.6", "fr"),
            ("*, fr", "en"),
            ("fr, *", "fr"),
            ("en;q=0.1, *;q=0.5", "fr"),
            ("en;q=0, *", "fr"),
            ("en;q=0, fr;q=0, *", "de-CH"),
            ("en;q=0, fr;q=0, de-CH;q=0.2, *;q=0.3", "de-AT"),
            // Lookup for `de` finds nothing, and `*` is no locale that `de` matches.
            ("en;q=0, fr;q=0, de;q=0.2, *;q=0.3", "de-CH"),
            ("*;q=0", "en"),
            ("*;q=0, fr;q=0.1", "fr"),
            ("de-AT;q=0.2, *;q=0", "de-AT"),
            ("*;q=0, *", "en"),
            ("es, *;q=0, de-AT", "de-AT"),
            // Lookup finds `fr`, and only `fr-CI` would match the range.
            ("en;q=0.1, fr-CI;q=0.2, *;q=0.3", "fr"),
        ];
        assert_negotiated("en fr de-CH de-AT", &table);
    }

    #[test]
    fn what_is_malformed_is_ignored() {
        let table = [
            ("fr;q=2, en;q=0.1", "en"),
            ("fr;level=1, en;q=0.1", "en"),
            ("fr_FR, en;q=0.1", "en"),
            ("en;q=0.0000", "en"),
            ("en;q=, fr;q=0.1", "fr"),
            ("*-FR, fr;q=0.1", "fr"),
            (",, fr ;\tq=0.5 ,", "fr"),
        ];
        assert_negotiated("en fr", &table);
    }

    #[test]
    fn one_tag_is_looked_up() {
        let encoded = catalog("en fr fr-CI");
        let catalog = encoded.catalog();
        for (tag, locale) in
            [("FR-ci-x-abidjan", "fr-CI"), ("fr-CA", "fr"), ("de", "en"), ("*", "en"), ("", "en")]
        {
            assert_eq!(catalog.best_locale(tag), locale, "{tag}");
        }
    }

    #[test]
    fn a_catalog_without_locales_has_none_to_choose() {
        let encoded = encode(&CatalogDef::default()).expect("a small catalog");
        assert_eq!(encoded.catalog().negotiate("en"), "");
        assert_eq!(encoded.catalog().best_locale("en"), "");
    }
}
