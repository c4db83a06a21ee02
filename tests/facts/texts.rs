//! Texts and next steps are there in both locales.

use api_error_catalog::{CatalogCode, StatusRow};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use super::{LOCALES, placeholders};

/// A text of a catalog in both locales.
struct Text {
    place: String,
    en: &'static str,
    fr: &'static str,
    is_template: bool,
}

impl Text {
    /// Both versions of a text that has to be there.
    fn new(place: String, of: impl Fn(&str) -> Option<&'static str>) -> Self {
        let [en, fr] = LOCALES.map(|locale| of(locale).unwrap_or_default());
        Self { place, en, fr, is_template: false }
    }
}

fn texts_of<C: CatalogCode>(table: &'static [StatusRow<'static>], texts: &mut Vec<Text>) {
    let name = C::CATALOG.name();
    texts.push(Text::new(format!("{name}: title"), |locale| C::CATALOG.title(locale)));
    for row in table {
        let place = |key| format!("{name}: {key} of status {}", row.status());
        texts.push(Text::new(place("title"), |locale| Some(row.title(locale))));
        texts.push(Text::new(place("description"), |locale| row.description(locale)));
        if row.status() >= 400 || row.action("en").is_some() {
            texts.push(Text::new(place("action"), |locale| row.action(locale)));
        }
        if row.user_message("en").is_some() {
            texts.push(Text::new(place("user_message"), |locale| row.user_message(locale)));
        }
    }
    for code in C::ALL.iter().copied() {
        let place = |key: &str| format!("{name}: {key} of {code}");
        let message = Text::new(place("message"), |locale| Some(code.message(locale)));
        texts.push(Text { is_template: true, ..message });
        texts.push(Text::new(place("title"), |locale| Some(code.title(locale))));
        texts.push(Text::new(place("description"), |locale| Some(code.description(locale))));
        texts.push(Text::new(place("action"), |locale| code.action(locale)));
        for (number, cause) in code.entry().causes().enumerate() {
            let place = |key| place(&format!("{key} of cause {number}"));
            texts.push(Text::new(place("when"), |locale| Some(cause.when(locale))));
            texts.push(Text::new(place("action"), |locale| Some(cause.action(locale))));
        }
        if code.user_message("en").is_some() {
            texts.push(Text::new(place("user_message"), |locale| code.user_message(locale)));
        }
    }
}

/// Every text of every catalog.
fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    texts_of::<BictorysCode>(Bictorys::STATUSES, &mut texts);
    texts_of::<PartnerCenterCode>(PartnerCenter::STATUSES, &mut texts);
    texts_of::<GenericErrorCode>(GenericError::STATUSES, &mut texts);
    texts_of::<Hub2Code>(Hub2::STATUSES, &mut texts);
    texts
}

/// The texts that break a rule; there shall be none.
fn breaking(rule: impl Fn(&Text) -> bool) -> Vec<String> {
    let broken = texts().into_iter().filter(rule);
    broken.map(|Text { place, en, fr, .. }| format!("{place}: {en:?}, {fr:?}")).collect()
}

const NONE: [String; 0] = [];

#[test]
fn no_text_is_empty() {
    assert!(texts().len() > 300);
    assert_eq!(breaking(|text| text.en.is_empty() || text.fr.is_empty()), NONE);
}

fn advises<C: CatalogCode>(table: &[StatusRow<'static>]) {
    for locale in LOCALES {
        for code in C::ALL {
            assert!(code.action(locale).is_some(), "{code}");
        }
        for row in table.iter().filter(|row| row.status() >= 400) {
            assert!(row.action(locale).is_some(), "{}", row.status());
        }
    }
}

#[test]
fn every_error_has_an_action() {
    advises::<BictorysCode>(Bictorys::STATUSES);
    advises::<PartnerCenterCode>(PartnerCenter::STATUSES);
    advises::<GenericErrorCode>(GenericError::STATUSES);
    advises::<Hub2Code>(Hub2::STATUSES);
}

#[test]
fn no_text_has_blanks_at_its_ends_or_two_in_a_row() {
    let is_ragged = |text: &str| text.trim() != text || text.contains("  ") || text.contains('\n');
    assert_eq!(breaking(|text| is_ragged(text.en) || is_ragged(text.fr)), NONE);
}

#[test]
fn braces_are_in_messages_only_and_there_for_placeholders() {
    let is_braced = |text: &str| text.contains(['{', '}']);
    assert_eq!(
        breaking(|text| !text.is_template && (is_braced(text.en) || is_braced(text.fr))),
        NONE
    );
    let differ = |text: &Text| placeholders(text.en) != placeholders(text.fr);
    assert_eq!(breaking(|text| text.is_template && differ(text)), NONE);
}

#[test]
fn what_users_are_told_is_not_what_developers_are_told() {
    let code = Hub2Code::InsufficientFunds;
    assert_eq!(code.user_message("fr-CI"), Some("Il n’y a pas assez d’argent sur le compte."));
    assert_ne!(code.user_message("en"), Some(code.message("en")));
    // Nothing stands in for it.
    assert_eq!(Hub2Code::LockedAccount.user_message("en"), None);
    let answer =
        Hub2::decode(402, br#"{"code":"insufficient-funds","message":"balance < amount"}"#);
    assert_eq!(answer.user_message("fr"), code.user_message("fr"));
    assert_eq!(Hub2::decode(402, b"{}").user_message("fr"), None);
    assert_eq!(Hub2::decode(302, b"").user_message("fr"), None);
}
