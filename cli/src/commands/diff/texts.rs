//! Changes that golden files do not have: texts, links, locales and variants.

use api_error_catalog_core::golden::Subject;
use api_error_catalog_core::{Catalog, Entry};

use super::change::Change;
use super::rules;

/// The changes, locales first, then entries in the order of the new catalog.
pub(super) fn changes(before: &Catalog<'_>, after: &Catalog<'_>) -> Vec<Change> {
    let mut changes = locales(before, after);
    for new in after.codes() {
        let Some(old) = before.from_name(new.name()) else { continue };
        let subject = Subject::Entry(new.name().to_owned());
        let named = format!("the entry `{}`", new.name());
        if old.variant() != new.variant() {
            let message =
                format!("{named}: its variant was `{}`, is `{}`", old.variant(), new.variant());
            changes.push(Change::new(&rules::VARIANT_RENAMED, &subject, message));
        }
        let locales = before.locales().filter(|locale| after.locales().any(|l| l == *locale));
        let texts: Vec<_> = locales
            .filter_map(|locale| {
                let keys = changed_texts(old, new, locale);
                (!keys.is_empty()).then(|| format!("{} in `{locale}`", keys.join(", ")))
            })
            .collect();
        if !texts.is_empty() {
            let message = format!("{named} has other texts: {}", texts.join("; "));
            changes.push(Change::new(&rules::TEXT_CHANGED, &subject, message));
        }
        if old.docs() != new.docs() {
            let of =
                |docs: Option<&str>| docs.map_or("none".to_owned(), |docs| format!("`{docs}`"));
            let message = format!("{named}: `docs` was {}, is {}", of(old.docs()), of(new.docs()));
            changes.push(Change::new(&rules::DOCS_CHANGED, &subject, message));
        }
    }
    changes
}

fn locales(before: &Catalog<'_>, after: &Catalog<'_>) -> Vec<Change> {
    let only = |of: &Catalog<'_>, not: &Catalog<'_>| -> Vec<String> {
        let only = of.locales().filter(|locale| !not.locales().any(|other| other == *locale));
        only.map(str::to_owned).collect()
    };
    let every = Subject::Answer(None);
    let gone = only(before, after).into_iter().map(|locale| {
        let message = format!("the locale `{locale}` is gone");
        Change::new(&rules::LOCALE_REMOVED, &every, message).of_part(&format!("locale {locale}"))
    });
    let new = only(after, before).into_iter().map(|locale| {
        let message = format!("the locale `{locale}` is new");
        Change::new(&rules::LOCALE_ADDED, &every, message).of_part(&format!("locale {locale}"))
    });
    gone.chain(new).collect()
}

/// A title that the catalog gives; `None` where the status stands in.
fn title<'c>(entry: Entry<'c>, locale: &str) -> Option<&'c str> {
    Some(entry.title(locale)).filter(|title| Some(*title) != entry.reason())
}

/// The keys of the texts that are not as they were in a locale.
fn changed_texts(old: Entry<'_>, new: Entry<'_>, locale: &str) -> Vec<&'static str> {
    let causes = |entry: Entry<'_>| -> Vec<[String; 2]> {
        let causes = entry.causes();
        causes
            .map(|cause| [cause.when(locale).to_owned(), cause.action(locale).to_owned()])
            .collect()
    };
    let all = [
        ("title", title(old, locale) == title(new, locale)),
        ("message", old.message(locale) == new.message(locale)),
        ("description", old.description(locale) == new.description(locale)),
        ("action", old.action(locale) == new.action(locale)),
        ("user_message", old.user_message(locale) == new.user_message(locale)),
        ("causes", causes(old) == causes(new)),
    ];
    all.into_iter().filter(|(_, is_same)| !is_same).map(|(key, _)| key).collect()
}
