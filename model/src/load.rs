//! The files of a catalog: the one that is named and those that it extends, each parsed once.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Extends;
use crate::loader::Loader;
use crate::source::{FileId, Sources, Span, Spanned};
use crate::tree::{Table, ValueKind};
use crate::{json, merge, toml};

/// All files of a catalog as one tree.
#[derive(Default)]
pub(crate) struct Files<'s> {
    /// The file that was named; `None` where it could not be read.
    pub(crate) first: Option<FileId>,
    /// The files' one tree, each laid over the one it extends.
    pub(crate) root: Table<'s>,
    /// What each file says it extends, from the named one on.
    pub(crate) extends: Vec<Extends>,
    /// The TOML comments of all files, in the order of the files.
    pub(crate) comments: Vec<Span>,
}

/// Reads the named file and the chain of those it extends, the named one first.
pub(crate) fn load<'s>(
    loader: &dyn Loader,
    path: &str,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> Files<'s> {
    let mut files = Files::default();
    let mut trees: Vec<Table<'s>> = Vec::new();
    let mut paths: Vec<String> = Vec::new();
    let mut next = path.to_owned();
    loop {
        let opened = match circle(&paths, &next, &files.extends) {
            Some(circle) => Err(circle),
            None => open(loader, &next, paths.last().map(String::as_str), sources),
        };
        let named_at = files.extends.last_mut();
        let file = match opened {
            Ok(file) => file,
            Err(diagnostic) => {
                let place = named_at.map(|extends| extends.path.span);
                diagnostics.unreadable(diagnostic.at(place));
                break;
            }
        };
        match named_at {
            Some(extends) => extends.file = Some(file),
            None => files.first = Some(file),
        }
        let source = sources.get(file);
        let tree = if is_json(&source.path) {
            json::parse(&source.text, file, diagnostics)
        } else {
            toml::parse(&source.text, file, diagnostics, &mut files.comments)
        };
        let base = extends(&tree);
        trees.push(tree);
        let Some(base) = base else { break };
        let resolved = loader.resolve(&next, &base.value);
        files.extends.push(Extends { path: base, file: None });
        paths.push(std::mem::replace(&mut next, resolved));
    }
    files.root = trees.pop().unwrap_or_default();
    while let Some(tree) = trees.pop() {
        merge::lay_over(&mut files.root, tree, "");
    }
    files
}

/// What a file says it extends.
fn extends(tree: &Table<'_>) -> Option<Spanned<String>> {
    let ValueKind::Table(catalog) = &tree.get("catalog")?.value.kind else { return None };
    let value = &catalog.get("extends")?.value;
    let ValueKind::String(path) = &value.kind else { return None };
    Some(Spanned { value: path.clone().into_owned(), span: value.span })
}

/// The diagnostic for files of which the last extends an earlier one.
fn circle(paths: &[String], next: &str, extends: &[Extends]) -> Option<Diagnostic> {
    let place = extends.last()?.path.span;
    let start = paths.iter().position(|known| known == next)?;
    Some(match &paths[start..] {
        [only] => Diagnostic::error(place, format!("`{only}` extends itself"))
            .help("name the file whose facts this one adds to, or leave `extends` out"),
        circle => Diagnostic::error(place, "these files extend each other in a circle").help(
            format!("the circle is {} → {next}; leave one `extends` out", circle.join(" → ")),
        ),
    })
}

/// Gets a file and makes a source of it.
fn open(
    loader: &dyn Loader,
    path: &str,
    extended_by: Option<&str>,
    sources: &Sources,
) -> Result<FileId, Diagnostic> {
    let bytes = loader.load(path, extended_by)?;
    if !has_extension(path, "toml") && !is_json(path) {
        return Err(Diagnostic::without_place(format!("`{path}` is neither `.toml` nor `.json`"))
            .help("a catalog is one of the two, and its name says which"));
    }
    // Spans and the tables in a program count bytes in 32 bits, and use the highest for a flag.
    let total: usize = sources.iter().map(|source| source.text.len()).sum();
    if total.saturating_add(bytes.len()) >= Sources::MAX_BYTES {
        return Err(Diagnostic::without_place(format!(
            "`{path}` is too large: the files of a catalog have less than 1 GiB"
        ))
        .help("split it into several catalogs"));
    }
    if sources.iter().count() == Sources::MAX_FILES {
        let most = Sources::MAX_FILES;
        return Err(Diagnostic::without_place(format!(
            "`{path}` is one file too many: a catalog has at most {most}"
        ))
        .help("leave one `extends` out"));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid].split(|byte| *byte == b'\n').count();
        Diagnostic::without_place(format!(
            "`{path}` is not UTF-8: the first wrong byte is in line {line}"
        ))
        .help("save the file as UTF-8")
    })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    if text.trim_start().is_empty() {
        return Err(Diagnostic::without_place(format!("`{path}` is empty")).help(
            "a catalog has a `[catalog]` with its name and locales, a `[body]`, and a `[code.…]` for each code",
        ));
    }
    Ok(sources.add(path.to_owned(), text))
}

fn is_json(path: &str) -> bool {
    has_extension(path, "json")
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}
