//! Putting a text into a catalog in TOML, all else as it was.

use toml_edit::{DocumentMut, InlineTable, Item, TableLike, Value};

use crate::catalogs::Step;

/// Sets a text in one locale; `None` where nothing stands at the path.
pub(super) fn set(
    document: &mut DocumentMut,
    path: &[Step],
    default: &str,
    locale: &str,
    text: &str,
) -> Option<()> {
    match find(document.as_item_mut(), path)? {
        Place::Item(item) => match item {
            Item::Value(value) => set_in_value(value, default, locale, text),
            item => set_in_table(item.as_table_like_mut()?, locale, text),
        },
        Place::Value(value) => set_in_value(value, default, locale, text),
    }
    Some(())
}

/// A text in a table, or in an inline one.
enum Place<'d> {
    Item(&'d mut Item),
    Value(&'d mut Value),
}

fn find<'d>(item: &'d mut Item, path: &[Step]) -> Option<Place<'d>> {
    let Some((step, rest)) = path.split_first() else { return Some(Place::Item(item)) };
    match (step, item) {
        (Step::Key(key), item) => find(item.as_table_like_mut()?.get_mut(key)?, rest),
        (Step::Index(index), Item::ArrayOfTables(tables)) => {
            let (Step::Key(key), rest) = rest.split_first()? else { return None };
            find(tables.get_mut(*index)?.get_mut(key)?, rest)
        }
        (Step::Index(index), Item::Value(Value::Array(items))) => {
            let (Step::Key(key), []) = rest.split_first()? else { return None };
            let table = items.get_mut(*index)?.as_inline_table_mut()?;
            Some(Place::Value(table.get_mut(key)?))
        }
        (Step::Index(_), _) => None,
    }
}

/// A string is in the default locale: another one makes a table of it.
fn set_in_value(value: &mut Value, default: &str, locale: &str, text: &str) {
    match value {
        Value::InlineTable(table) => set_inline(table, locale, text),
        value => {
            let decor = value.decor().clone();
            let mut original = value.clone();
            original.decor_mut().clear();
            let mut table = InlineTable::new();
            table.insert(default, original);
            table.insert(locale, text.into());
            *value = Value::InlineTable(table);
            *value.decor_mut() = decor;
        }
    }
}

fn set_inline(table: &mut InlineTable, locale: &str, text: &str) {
    if let Some(known) = table.get_mut(locale) {
        replace(known, text);
        return;
    }
    // The blank before the brace goes with the last value.
    let last = table.iter_mut().last();
    let suffix = last.and_then(|(_, last)| {
        let suffix = last.decor().suffix().cloned();
        last.decor_mut().set_suffix("");
        suffix
    });
    let mut value = Value::from(text);
    value.decor_mut().set_prefix(" ");
    if let Some(suffix) = suffix {
        value.decor_mut().set_suffix(suffix);
    }
    table.insert(locale, value);
}

fn set_in_table(table: &mut dyn TableLike, locale: &str, text: &str) {
    match table.get_mut(locale).and_then(Item::as_value_mut) {
        Some(known) => replace(known, text),
        None => {
            table.insert(locale, Item::Value(text.into()));
        }
    }
}

/// Another text in the place of one, with what stands around it.
fn replace(value: &mut Value, text: &str) {
    let decor = value.decor().clone();
    *value = text.into();
    *value.decor_mut() = decor;
}
