//! Answers that are read by a catalog of each kind.

use std::time::SystemTime;

use api_error_catalog::{Basis, CatalogCode, Entry, Retry, StatusRow, Value};
use api_error_catalog_core::{Answer, Catalog};
use api_error_catalog_tests::derived::Derived;

use super::compiled;

/// Asks both answers for everything.
pub(super) fn same_answer<'c, D: Derived>(opened: &'c Catalog<'c>, status: u16, body: &[u8]) {
    let derived = D::decode(status, body);
    let clock = || SystemTime::UNIX_EPOCH.elapsed().expect("a clock");
    let answer = opened.decode(status, body).with_now(clock);
    let text = String::from_utf8_lossy(body);

    let number = |entry: Entry<'_>| entry.number();
    let code = derived.code();
    assert_eq!(answer.entry().map(number), code.map(|code| code.entry().number()), "{text}");
    assert_eq!(answer.entry().map(Entry::as_str), code.map(CatalogCode::as_str), "{text}");
    assert_eq!(answer.raw_code(), derived.raw_code(), "{text}");
    assert_eq!((answer.status(), answer.body()), (derived.status(), derived.body()));
    assert_eq!(answer.is_truncated(), derived.is_truncated());
    assert_eq!(answer.message(), derived.message(), "{text}");
    assert_eq!(of_basis(answer.basis()), of_basis(derived.basis()), "{text}");
    assert_eq!(answer.retry(), derived.retry(), "{text}");
    assert_eq!(answer.retry_or(Retry::Never), derived.retry_or(Retry::Never), "{text}");
    assert_eq!(answer.docs(), derived.docs(), "{text}");
    assert_eq!((answer.actor(), answer.effect()), (derived.actor(), derived.effect()), "{text}");
    assert_eq!(answer.to_string(), derived.to_string(), "{text}");
    assert_eq!((answer.retry_after(), answer.raw_retry_after()), (derived.retry_after(), None));
    for locale in opened.locales().chain(["de"]) {
        assert_eq!(answer.title(locale), derived.title(locale), "{text}");
        assert_eq!(answer.description(locale), derived.description(locale), "{text}");
        assert_eq!(answer.action(locale), derived.action(locale), "{text}");
        assert_eq!(answer.user_message(locale), derived.user_message(locale), "{text}");
        let message = derived.localized_message(locale);
        assert_eq!(answer.localized_message(locale), message, "{text}");
    }
    for slot in opened.slots().map(|slot| slot.name).chain(["none"]) {
        assert_eq!(json_of(&answer, slot), derived.slot(slot), "{slot} of {text}");
    }
    for parameter in opened.parameters().chain(["none"]) {
        assert_eq!(
            answer.parameter(parameter),
            derived.parameter(parameter),
            "{parameter} of {text}"
        );
    }
    for code in opened.codes().map(Entry::as_str).chain(answer.raw_code()).chain(["none", ""]) {
        assert_eq!(answer.is_code(code), derived.is_code(code), "{code} of {text}");
    }
    for (entry, code) in opened.codes().zip(D::Code::ALL) {
        assert_eq!(answer.is_a(entry), derived.is_a(*code), "{code} of {text}");
    }
    // But for the body, which is shown in part, everything that is printed is above.
    assert_eq!(format!("Decoded({answer:?})"), format!("{derived:?}"));
}

/// A slot's value; JSON text, where there is one.
fn json_of(answer: &Answer<'_>, slot: &str) -> Option<Value> {
    answer.slot(slot).map(|json| serde_json::from_str(&json).expect("JSON"))
}

/// What kind of basis it is, and which row of its table.
fn of_basis(basis: Basis<'_>) -> (&'static str, usize) {
    let position = |row: StatusRow<'_>| row.catalog().statuses().position(|known| known == row);
    match basis {
        Basis::Code(entry) => ("code", entry.number().into()),
        Basis::Status(row) => ("status", position(row).expect("a row of the catalog")),
        Basis::Class(row) => ("class", position(row).expect("a row of the catalog")),
        Basis::Nothing => ("nothing", 0),
        other => panic!("{other:?} has to be added here"),
    }
}

pub(super) fn without_a_body<D: Derived>() {
    let encoded = compiled(D::FILE);
    let opened = encoded.catalog();
    for status in (0..=1000).chain([u16::MAX]) {
        for body in ["", "{}", "<html>502</html>"] {
            same_answer::<D>(&opened, status, body.as_bytes());
        }
    }
}
