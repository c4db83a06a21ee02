//! A table of errors: a row with the names of columns, then a row for each error.

use std::rc::Rc;

use ::csv::{ReaderBuilder, StringRecord};

use super::imported::{Imported, Place};
use super::row::{Key, Row, key};
use crate::failure::Failure;

/// Reads a table whose columns are separated by commas, semicolons or tabs.
///
/// # Errors
///
/// Where it is no such table, or no column has codes.
pub(super) fn read(
    file: &Rc<str>,
    text: &str,
    locale: &str,
    imported: &mut Imported,
) -> Result<(), Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let failure = |error: ::csv::Error| Failure::new(format!("`{file}` is no CSV: {error}"));
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let columns = columns(file, reader.headers().map_err(failure)?, imported);
    if !columns.iter().any(|column| matches!(column, Some(Key::Code | Key::Name))) {
        return Err(Failure::new(format!("`{file}` has no column `code` in its first line")));
    }
    for record in reader.records() {
        let record = record.map_err(failure)?;
        let line = record.position().map_or(1, ::csv::Position::line);
        let place = Place::new(file, usize::try_from(line).unwrap_or(usize::MAX));
        if record.len() > columns.len() {
            imported.note(&place, "there are more cells than columns; the last ones are left out");
        }
        let mut row = Row::new("", &place, locale);
        let cells =
            columns.iter().zip(&record).filter_map(|(key, cell)| Some((key.as_ref()?, cell)));
        let (first, then): (Vec<_>, Vec<_>) = cells.partition(|(key, _)| **key == Key::Locale);
        for (key, cell) in first.into_iter().chain(then) {
            row.set(key, without_quote(cell), imported);
        }
        row.finish(imported);
    }
    Ok(())
}

/// What the columns are. Those that a catalog has no place for are noted.
fn columns(file: &Rc<str>, header: &StringRecord, imported: &mut Imported) -> Vec<Option<Key>> {
    let place = Place::new(file, 1);
    let columns = header.iter().map(|name| {
        let key = key(name);
        if key.is_none() {
            let message = format!("a catalog has no place for the column `{name}`: it is left out");
            imported.note(&place, message);
        }
        key
    });
    columns.collect()
}

/// A cell without the `'` that keeps spreadsheets from taking it for a formula.
fn without_quote(cell: &str) -> &str {
    let inside = cell.strip_prefix('\'').filter(|inside| inside.starts_with(['=', '+', '-', '@']));
    inside.unwrap_or(cell)
}

/// What separates the columns: that which the first line has most of.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| line.bytes().filter(|byte| byte == delimiter).count();
    *[b'\t', b';', b','].iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
}
