//! The files of a catalog: the one that is named and those that it extends.

use std::path::{Component, Path};

use crate::finding::{Finding, Findings};
use crate::source::{FileId, Sources, Span, Spanned};
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
    let first = match open(package, path, None, sources) {
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
        if let Some(at) = chain.iter().position(|(_, known)| *known == next) {
            let circle: Vec<_> = chain[at..].iter().map(|(_, path)| path.as_str()).collect();
            findings.unreadable(extends_itself(&circle, base.span));
            break;
        }
        match open(package, &next, Some(path), sources) {
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

/// The finding for files of which the last extends the first.
fn extends_itself(circle: &[&str], place: Span) -> Finding {
    match circle {
        [only] => Finding::error(place, format!("`{only}` extends itself"))
            .help("name the file whose facts this one adds to, or leave `extends` out"),
        _ => Finding::error(place, "these files extend each other in a circle").help(format!(
            "the circle is {} → {}; leave one `extends` out",
            circle.join(" → "),
            circle[0]
        )),
    }
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
    // Nearly every catalog is one file, and need not be parsed twice to know. A letter is found
    // faster than a word where nothing is optimised, and few are rarer than this one.
    if !sources.get(file).text.split('x').any(|rest| rest.starts_with("tends")) {
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
    if is_absolute(path) {
        return None;
    }
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

/// Opens a file of the package, which the enum names, or another file that extends it.
fn open(
    package: &Path,
    path: &str,
    extended_by: Option<&str>,
    sources: &mut Sources,
) -> Result<FileId, Finding> {
    inside(path, extended_by)?;
    let whole = package.join(path);
    if whole.is_dir() {
        return Err(Finding::without_place(format!("`{path}` is a folder, not a catalog"))
            .help("name the file in it"));
    }
    let bytes = std::fs::read(&whole).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => missing(package, path, extended_by),
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
    if text.trim().is_empty() {
        return Err(Finding::without_place(format!("`{path}` is empty")).help(
            "a catalog has a `[catalog]` with its name and locales, a `[body]`, and a `[code.…]` for each code",
        ));
    }
    Ok(sources.add(path.to_owned(), text))
}

/// Refuses paths that would work on this machine only.
fn inside(path: &str, extended_by: Option<&str>) -> Result<(), Finding> {
    let wrong = |message: &str, help: &str| {
        Err(Finding::without_place(format!("`{path}` {message}")).help(help))
    };
    let start = match extended_by {
        Some(_) => "this file’s own folder",
        None => "the folder of Cargo.toml",
    };
    if path.is_empty() {
        return Err(Finding::without_place("the path of the catalog is empty")
            .help("name a file relative to the folder of Cargo.toml, such as \"errors.toml\""));
    }
    if path.contains('\\') {
        return wrong(
            "has backslashes in it, which are not the same on every system",
            &format!("write `{}`", path.replace('\\', "/")),
        );
    }
    if is_absolute(path) {
        return wrong(
            "is an absolute path, which no other machine has",
            &format!("name it relative to {start}"),
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
                "leads out of the package, and `cargo package` takes nothing from there",
                "put the file into the folder of Cargo.toml, or below it",
            );
        }
    }
    Ok(())
}

/// Whether a path starts at the root of a file system, this one's or another's.
fn is_absolute(path: &str) -> bool {
    let windows_drive = path.as_bytes().get(1) == Some(&b':');
    Path::new(path).is_absolute() || path.starts_with('/') || windows_drive
}

/// A file that is not there, with the one that may have been meant.
fn missing(package: &Path, path: &str, extended_by: Option<&str>) -> Finding {
    let help = match (meant(package, path), missing_folder(package, path)) {
        (Some(meant), _) => match extended_by {
            None => format!("did you mean `{meant}`? Paths start at the folder of Cargo.toml"),
            Some(file) => format!("did you mean `{}`?", relative(file, &meant)),
        },
        (None, Some(folder)) => format!("there is no folder `{folder}` in the package"),
        (None, None) if extended_by.is_some() => {
            "the path starts at this file’s own folder".to_owned()
        }
        (None, None) => "paths start at the folder of Cargo.toml".to_owned(),
    };
    Finding::without_place(format!("there is no file `{path}`")).help(help)
}

/// The catalog that a path may have been meant for: one of that name in a usual folder, or one with
/// nearly that path.
fn meant(package: &Path, path: &str) -> Option<String> {
    let from_source = path.strip_prefix("src/").unwrap_or(path);
    let elsewhere = ["", "src/", "catalogs/"]
        .iter()
        .map(|folder| format!("{folder}{from_source}"))
        .find(|other| other != path && package.join(other).is_file());
    if elsewhere.is_some() {
        return elsewhere;
    }
    let mut found = String::new();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        let is_folder = parts.peek().is_some();
        let names = names(&package.join(&found), is_folder);
        let name = names.iter().find(|name| *name == part).map(String::as_str);
        let name = name.or_else(|| suggestion::nearest(part, names.iter().map(String::as_str)));
        let without_extension =
            || names.iter().map(String::as_str).find(|name| stem(name) == Some(part));
        found.push_str(name.or_else(without_extension)?);
        if is_folder {
            found.push('/');
        }
    }
    Some(found)
}

/// What is in a folder, in the order of the names: other folders, or catalogs.
fn names(folder: &Path, folders: bool) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let wanted = entries.filter(|entry| entry.path().is_dir() == folders);
    let mut names: Vec<_> = wanted
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| folders || has_extension(name, "toml") || is_json(name))
        .collect();
    names.sort_unstable();
    names
}

fn stem(name: &str) -> Option<&str> {
    Path::new(name).file_stem()?.to_str()
}

/// The first folder on a path's way that is not there.
fn missing_folder<'p>(package: &Path, path: &'p str) -> Option<&'p str> {
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.into_iter().find(|folder| !package.join(folder).is_dir())
}

/// A path of the package as it is written in one of its files.
fn relative(file: &str, path: &str) -> String {
    let folders = |path: &'_ str| path.match_indices('/').count();
    let shared = file.match_indices('/').map(|(at, _)| at + 1);
    let shared = shared.take_while(|end| path.starts_with(&file[..*end])).last().unwrap_or(0);
    "../".repeat(folders(&file[shared..])) + &path[shared..]
}
