//! What the tables hold, as programs see it.

use std::fmt::Debug;

use api_error_catalog::{CatalogCode, Entry, StatusRow};
use api_error_catalog_core::builder::{CatalogDef, encode};
use api_error_catalog_core::{Catalog, schema};
use api_error_catalog_tests::derived::Derived;

use super::compiled;

/// Tags that are matched by lookup, besides the catalog's own.
const TAGS: [&str; 5] = ["", "FR", "fr-CI-x-abidjan", "en-GB", "de"];

fn tags<'c>(catalog: &Catalog<'c>) -> Vec<&'c str> {
    catalog.locales().chain(TAGS).collect()
}

pub(super) fn tables<D: Derived>() {
    let derived = D::Code::CATALOG;
    let encoded = compiled(D::FILE);
    let opened = encoded.catalog();

    assert_eq!(of_catalog(&opened), of_catalog(derived));
    assert_eq!(schema(&opened), schema(derived));
    assert_eq!(format!("{opened:?}"), format!("{derived:?}"));
    let listed = CatalogDef::read(derived);
    assert_eq!(CatalogDef::read(&opened), listed);
    // Encoding depends on nothing but the list, so that text, bytes and prefixes are the same too.
    assert_eq!(encode(&listed), Ok(encoded));
}

fn of_catalog(catalog: &Catalog<'_>) -> impl Debug + PartialEq {
    let owned = |text: &str| text.to_owned();
    let titles = tags(catalog).into_iter().map(|tag| catalog.title(tag).map(owned));
    let headers = catalog.request_headers().map(|(name, value)| (owned(name), owned(value)));
    (
        (owned(catalog.name()), titles.collect::<Vec<_>>()),
        (catalog.docs().map(owned), catalog.version().map(owned), owned(catalog.media_type())),
        catalog.locales().map(owned).collect::<Vec<_>>(),
        headers.collect::<Vec<_>>(),
        catalog.headers().map(owned).collect::<Vec<_>>(),
        catalog.slots().map(|slot| format!("{slot:?}")).collect::<Vec<_>>(),
        catalog.parameters().map(owned).collect::<Vec<_>>(),
        (catalog.entry_count(), catalog.status_count()),
        catalog.catches().map(|(of, entry)| (of, owned(entry.name()))).collect::<Vec<_>>(),
    )
}

pub(super) fn entries<D: Derived>() {
    let derived = D::Code::CATALOG;
    let encoded = compiled(D::FILE);
    let opened = encoded.catalog();

    assert_eq!(opened.codes().len(), D::Code::ALL.len());
    for (entry, code) in opened.codes().zip(D::Code::ALL) {
        assert_eq!(of_entry(entry), of_entry(code.entry()), "{code}");
        of_code(*code, entry);
        for name in entry.aliases().chain([entry.as_str()]) {
            let found = opened.from_code(name);
            assert_eq!(found.map(Entry::number), derived.from_code(name).map(Entry::number));
            assert_eq!(
                found.map(Entry::as_str),
                D::Code::from_code(name).map(CatalogCode::as_str),
                "{name}"
            );
            let all = opened.all_from_code(name).map(Entry::number);
            let codes = D::Code::all_from_code(name).map(|code| code.entry().number());
            assert!(all.eq(codes), "{name}");
        }
        let found = opened.from_name(entry.name()).map(Entry::number);
        assert_eq!(found, Some(entry.number()), "{}", entry.name());
        assert_eq!(derived.from_name(entry.name()).map(Entry::number), found);
    }
    for name in ["", "no such code", "404", "x".repeat(2000).as_str()] {
        let number = D::Code::from_code(name).map(|code| code.entry().number());
        assert_eq!(opened.from_code(name).map(Entry::number), number, "{name}");
    }
}

/// Everything that an entry says, in every locale.
fn of_entry(entry: Entry<'_>) -> impl Debug + PartialEq {
    let owned = |text: &str| text.to_owned();
    let texts = tags(entry.catalog()).into_iter().map(|tag| {
        (
            owned(entry.title(tag)),
            owned(entry.message(tag)),
            owned(entry.description(tag)),
            entry.action(tag).map(owned),
            entry.user_message(tag).map(owned),
            entry.causes().map(|c| (owned(c.when(tag)), owned(c.action(tag)))).collect::<Vec<_>>(),
        )
    });
    let parameters = entry.parameters().map(|parameter| format!("{parameter:?}"));
    (
        (owned(entry.name()), owned(entry.as_str()), owned(entry.variant()), entry.number()),
        (
            entry.status(),
            entry.reason(),
            entry.retry(),
            entry.actor(),
            entry.effect(),
            entry.grpc(),
        ),
        (entry.docs().map(owned), entry.problem_type().map(owned)),
        entry.parent().map(Entry::number),
        (entry.is_retired(), entry.is_sent()),
        entry.aliases().map(owned).collect::<Vec<_>>(),
        parameters.collect::<Vec<_>>(),
        entry.assumed().collect::<Vec<_>>(),
        texts.collect::<Vec<_>>(),
        format!("{entry:?}"),
    )
}

/// The code's own methods.
fn of_code<C: CatalogCode>(code: C, entry: Entry<'_>) {
    assert_eq!((code.as_str(), code.status()), (entry.as_str(), entry.status()));
    assert_eq!(code.name(), entry.name());
    assert_eq!(format!("{code:?} {code}"), format!("{} {}", entry.variant(), entry.as_str()));
    assert_eq!(code.retry(), entry.retry());
    assert_eq!((code.actor(), code.effect()), (entry.actor(), entry.effect()));
    assert_eq!(code.grpc(), entry.grpc());
    assert_eq!(code.parent().map(C::as_str), entry.parent().map(Entry::as_str));
    for tag in tags(entry.catalog()) {
        assert_eq!(code.title(tag), entry.title(tag));
        assert_eq!(code.message(tag), entry.message(tag));
        assert_eq!(code.description(tag), entry.description(tag));
        assert_eq!(code.action(tag), entry.action(tag));
        assert_eq!(code.user_message(tag), entry.user_message(tag));
    }
}

pub(super) fn statuses<D: Derived>() {
    let derived = D::Code::CATALOG;
    let encoded = compiled(D::FILE);
    let opened = encoded.catalog();

    let rows = |catalog| Catalog::statuses(catalog).map(of_row).collect::<Vec<_>>();
    assert_eq!(rows(&opened), rows(derived));
    for status in (0..=1000).chain([u16::MAX]) {
        let row = opened.status_row(status);
        assert_eq!(row.map(of_row), derived.status_row(status).map(of_row), "{status}");
        assert!(row.is_none_or(|row| row.status() == status));
    }
}

/// Everything that a row says, in every locale.
fn of_row(row: StatusRow<'_>) -> impl Debug + PartialEq + use<> {
    let owned = |text: &str| text.to_owned();
    let texts = tags(row.catalog()).into_iter().map(|tag| {
        (
            owned(row.title(tag)),
            row.description(tag).map(owned),
            row.action(tag).map(owned),
            row.user_message(tag).map(owned),
        )
    });
    (
        (row.status(), row.reason(), row.docs().map(owned)),
        (row.retry(), row.actor(), row.effect(), row.grpc()),
        row.code().map(Entry::number),
        row.headers().map(owned).collect::<Vec<_>>(),
        row.assumed().collect::<Vec<_>>(),
        texts.collect::<Vec<_>>(),
        format!("{row:?}"),
    )
}
