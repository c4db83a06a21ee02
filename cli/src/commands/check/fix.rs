//! `--fix`: writes the replacement of findings that have one, and keeps what makes a catalog better.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::slice;

use api_error_catalog_model::{Diagnostic, Disk, Loader, Reading, Side, Sources, read};

use crate::catalogs::CatalogFile;
use crate::failure::Failure;
use crate::output::write;

/// Fixes catalogs and the files that they extend, and says how many findings of each are gone.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub(super) fn fix(catalogs: &[CatalogFile], side: Side) -> Result<String, Failure> {
    let mut remarks = String::new();
    for CatalogFile { path, .. } in catalogs {
        let (files, count) = fixed(path, side);
        for (file, text) in &files.changed {
            write(file, &format!("{}{text}", byte_order_mark(file)?), true)?;
        }
        if count > 0 {
            let findings = if count == 1 { "1 finding" } else { &format!("{count} findings") };
            remarks += &format!("fixed {findings} of `{path}`\n");
        }
    }
    Ok(remarks)
}

/// Files as they are on the disk, but for those that were changed.
#[derive(Clone)]
struct Files {
    disk: Disk,
    /// The texts by their paths.
    changed: BTreeMap<String, String>,
}

impl Loader for Files {
    fn load(&self, path: &str, extended_by: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
        match self.changed.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.disk.load(path, extended_by),
        }
    }

    fn resolve(&self, file: &str, base: &str) -> String {
        self.disk.resolve(file, base)
    }
}

/// The files as they are better, and how many findings they have less. All replacements are tried at once;
/// where that does not help, each by itself.
fn fixed(path: &str, side: Side) -> (Files, usize) {
    let mut files = Files { disk: Disk::new(""), changed: BTreeMap::new() };
    let mut reading = read(&files, path, side);
    let before = reading.diagnostics.len();
    loop {
        let edits = edits(&reading);
        let better = |edits: &[Edit]| {
            let tried = files.with(edits, &reading.sources);
            let read = read(&tried, path, side);
            (read.diagnostics.len() < reading.diagnostics.len()).then_some((tried, read))
        };
        let one = || edits.iter().find_map(|edit| better(slice::from_ref(edit)));
        match better(&edits).or_else(one) {
            Some(next) => (files, reading) = next,
            None => return (files, before - reading.diagnostics.len()),
        }
    }
}

/// What to write in place of some bytes of a file.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Edit {
    file: String,
    start: usize,
    end: usize,
    text: String,
}

/// The replacements of a reading, in the order of the files, none over another.
fn edits(reading: &Reading) -> Vec<Edit> {
    let edits: BTreeSet<_> =
        reading.diagnostics.iter().filter_map(|found| edit(found, &reading.sources)).collect();
    let mut apart: Vec<Edit> = Vec::new();
    for edit in edits {
        let is_apart = |last: &Edit| last.file != edit.file || last.end <= edit.start;
        if apart.last().is_none_or(is_apart) {
            apart.push(edit);
        }
    }
    apart
}

/// `None` where there is no replacement, or none that can be written without escapes.
fn edit(diagnostic: &Diagnostic, sources: &Sources) -> Option<Edit> {
    let (replacement, place) = (diagnostic.replacement.as_ref()?, diagnostic.place.as_ref()?);
    let source = sources.get(place.span.file);
    let Range { mut start, mut end } = place.span.range();
    let written = source.text.get(start..end)?;
    let is_quoted = ['"', '\'']
        .iter()
        .any(|q| written.len() > 1 && written.starts_with(*q) && written.ends_with(*q));
    if is_quoted {
        (start, end) = (start + 1, end - 1);
    }
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_plain = |c: char| is_bare(c) || is_quoted && (c == ' ' || c == '.');
    let is_writable = source.is_file() && replacement.chars().all(is_plain);
    is_writable.then(|| Edit { file: source.path.clone(), start, end, text: replacement.clone() })
}

impl Files {
    /// The files with edits of a reading of them, which are in order and apart.
    fn with(&self, edits: &[Edit], sources: &Sources) -> Self {
        let mut files = self.clone();
        for Edit { file, start, end, text } in edits.iter().rev() {
            let read = || sources.iter().find(|source| source.path == *file);
            let original = || read().map(|source| source.text.clone()).unwrap_or_default();
            let changed = files.changed.entry(file.clone()).or_insert_with(original);
            changed.replace_range(*start..*end, text);
        }
        files
    }
}

/// What a file begins with that is none of its text.
fn byte_order_mark(path: &str) -> Result<&'static str, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::of_file(path, "read", &error))?;
    let mark = "\u{feff}";
    Ok(if bytes.starts_with(mark.as_bytes()) { mark } else { "" })
}
