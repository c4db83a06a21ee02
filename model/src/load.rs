//! The files of a catalog: the one that is named and those that it extends.

use std::path::{Component, Path};

use crate::finding::{Finding, Findings};
use crate::source::{FileId, Sources, Spanned};
use crate::suggestion;
use crate::tree::{Table, Value};
use crate::{json, merge, toml};

/// Reads the named file and the chain of those it extends, the named one first.
pub(crate) fn load(
    package: &Path,
    path: &str,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<FileId> {
    let first = match open(package, path, sources) {
        Ok(file) => file,
        Err(finding) => {
            findings.add(finding);
            return None;
        }
    };
    let mut chain = vec![(first, path.to_owned())];
    while let Some(base) = chain.last().and_then(|(file, _)| extends(sources, *file)) {
        let (_, path) = &chain[chain.len() - 1];
        let next = match beside(path, &base.value) {
            Some(next) => next,
            None => base.value.clone(),
        };
        if chain.iter().any(|(_, known)| *known == next) {
            findings.unreadable(
                Finding::error(base.span, format!("`{}` extends itself", base.value)).help(
                    "the files of a catalog form a line, not a circle; leave one `extends` out",
                ),
            );
            break;
        }
        match open(package, &next, sources) {
            Ok(file) => chain.push((file, next)),
            Err(finding) => {
                let place = Finding::error(base.span, "").place;
                findings.unreadable(Finding { place, ..finding });
                break;
            }
        }
    }
    Some(first)
}

/// The files' one tree, each laid over the one it extends.
pub(crate) fn tree<'s>(sources: &'s Sources, findings: &mut Findings) -> Table<'s> {
    let mut trees: Vec<_> = sources.ids().map(|file| parse(sources, file, findings)).collect();
    let mut whole = trees.pop().unwrap_or_default();
    while let Some(tree) = trees.pop() {
        merge::lay_over(&mut whole, tree, "");
    }
    whole
}

fn parse<'s>(sources: &'s Sources, file: FileId, findings: &mut Findings) -> Table<'s> {
    let source = sources.get(file);
    if is_json(&source.path) {
        json::parse(&source.text, file, findings)
    } else {
        toml::parse(&source.text, file, findings)
    }
}

/// What a file says it extends.
fn extends(sources: &Sources, file: FileId) -> Option<Spanned<String>> {
    // Nearly every catalog is one file, and need not be parsed twice to know.
    if !sources.get(file).text.contains("extends") {
        return None;
    }
    let tree = parse(sources, file, &mut Findings::default());
    let Value::Table(catalog) = &tree.get("catalog")?.node.value else { return None };
    let node = &catalog.get("extends")?.node;
    let Value::String(path) = &node.value else { return None };
    Some(Spanned { value: path.clone().into_owned(), span: node.span })
}

/// A path relative to a file's folder, relative to the package instead; `None` where it leaves it.
fn beside(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<_> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn is_json(path: &str) -> bool {
    has_extension(path, "json")
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// Opens a file of the package.
fn open(package: &Path, path: &str, sources: &mut Sources) -> Result<FileId, Finding> {
    inside(path)?;
    let whole = package.join(path);
    if whole.is_dir() {
        return Err(Finding::without_place(format!("`{path}` is a folder, not a catalog"))
            .help("name the file in it"));
    }
    let bytes = std::fs::read(&whole).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => missing(package, path),
        _ => Finding::without_place(format!("`{path}` cannot be read: {error}")),
    })?;
    if !has_extension(path, "toml") && !is_json(path) {
        return Err(Finding::without_place(format!("`{path}` is neither `.toml` nor `.json`"))
            .help("a catalog is one of the two, and its name says which"));
    }
    if u32::try_from(bytes.len()).is_err() || sources.iter().count() == Sources::MOST {
        return Err(Finding::without_place(format!("`{path}` is too much for a catalog")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid].split(|byte| *byte == b'\n').count();
        Finding::without_place(format!(
            "`{path}` is not UTF-8: the first wrong byte is in line {line}"
        ))
        .help("save the file as UTF-8")
    })?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    };
    Ok(sources.add(path.to_owned(), text))
}

/// Refuses paths that would work on this machine only.
fn inside(path: &str) -> Result<(), Finding> {
    let wrong = |message: &str, help: &str| {
        Err(Finding::without_place(format!("`{path}` {message}")).help(help))
    };
    if path.is_empty() {
        return Err(Finding::without_place("the path of the catalog is empty")
            .help("name a file relative to the folder of Cargo.toml, such as \"errors.toml\""));
    }
    if path.contains('\\') {
        return wrong("has backslashes in it", "write `/` between folders, on every system");
    }
    let windows_drive = path.as_bytes().get(1) == Some(&b':');
    if Path::new(path).is_absolute() || path.starts_with('/') || windows_drive {
        return wrong(
            "is an absolute path, which no other machine has",
            "name the file relative to the folder of Cargo.toml",
        );
    }
    let mut depth = 0;
    for component in Path::new(path).components() {
        match component {
            Component::ParentDir => depth -= 1,
            Component::Normal(_) => depth += 1,
            _ => {}
        }
        if depth < 0 {
            return wrong(
                "leads out of the package, which `cargo package` leaves behind",
                "put the catalog beside Cargo.toml or below it",
            );
        }
    }
    Ok(())
}

/// A file that is not there, with the one that may have been meant.
fn missing(package: &Path, path: &str) -> Finding {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let names: Vec<_> = std::fs::read_dir(package.join(folder))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| has_extension(name, "toml") || is_json(name))
        .collect();
    let name = path.rsplit('/').next().unwrap_or(path);
    let from_source = path.strip_prefix("src/").unwrap_or(path);
    let elsewhere = ["", "src/", "catalogs/"]
        .iter()
        .map(|folder| format!("{folder}{from_source}"))
        .find(|other| other != path && package.join(other).is_file());
    let help = match (elsewhere, suggestion::nearest(name, names.iter().map(String::as_str))) {
        (Some(elsewhere), _) => {
            format!("did you mean `{elsewhere}`? Paths start at the folder of Cargo.toml")
        }
        (None, Some(near)) if folder.is_empty() => format!("did you mean `{near}`?"),
        (None, Some(near)) => format!("did you mean `{folder}/{near}`?"),
        (None, None) => "paths start at the folder of Cargo.toml".to_owned(),
    };
    Finding::without_place(format!("there is no file `{path}`")).help(help)
}
