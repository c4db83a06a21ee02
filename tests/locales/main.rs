//! The locale that a request gets: of headers as they are sent, of generated ones beside a reference,
//! and of garbage.

mod garbage;
mod generated;
mod reference;

use api_error_catalog::Catalog;
use api_error_catalog_tests::catalogs::{Hub2, Hub2Code};

/// What a server has for a request outlives the request.
fn locale_of(accept_language: &str) -> &'static str {
    Hub2::CATALOG.negotiate(accept_language)
}

#[test]
fn headers_of_browsers() {
    for (header, locale) in [
        ("fr-CI,fr;q=0.9,en;q=0.8", "fr"),
        ("fr,en;q=0.9", "fr"),
        ("en;q=0.1, fr", "fr"),
        ("de, fr-CI;q=0.9", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"),
        ("en-US,en;q=0.5", "en"),
        ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7,fr;q=0.6", "en"),
        ("zh-CN,zh;q=0.9", "en"),
        ("*", "en"),
        ("", "en"),
    ] {
        assert_eq!(locale_of(header), locale, "{header}");
    }
}

#[test]
fn a_locale_is_known_when_the_program_is_compiled() {
    const CATALOG: &Catalog<'static> = Hub2Code::CATALOG;
    const LOCALE: &str = CATALOG.best_locale("fr-CI");
    assert_eq!(LOCALE, "fr");
}

#[test]
fn texts_are_in_the_locale_that_is_chosen() {
    let code = Hub2Code::InsufficientFunds;
    let header = "en;q=0.5, fr-CI";
    assert_eq!(code.message(locale_of(header)), code.message("fr"));
    let json = code.body().locale(locale_of(header)).to_json();
    assert_eq!(json, code.body().locale("fr").to_json());
    assert_ne!(json, code.body().to_json());
}
