//! Catalog files of the package that is being built: paths are relative to the folder of Cargo.toml,
//! and work on every machine.

use std::path::{Component, Path};

use api_error_catalog_model::{Diagnostic, Loader, nearest};

/// Loads files from the folder of Cargo.toml, and from below it.
pub(crate) struct Package<'p> {
    pub(crate) folder: &'p Path,
}

impl Loader for Package<'_> {
    fn load(&self, path: &str, extended_by: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
        inside(path, extended_by)?;
        let whole = self.folder.join(path);
        if whole.is_dir() {
            return Err(Diagnostic::without_place(format!("`{path}` is a folder, not a catalog"))
                .help("name the file in it"));
        }
        std::fs::read(&whole).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => missing(self.folder, path, extended_by),
            _ => Diagnostic::without_place(format!("`{path}` cannot be read: {error}"))
                .help("see that it is a file, and one that may be read"),
        })
    }

    /// Relative to the package; as it is written where it leads out of it, which is refused.
    fn resolve(&self, file: &str, base: &str) -> String {
        beside(file, base).unwrap_or_else(|| base.to_owned())
    }
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

/// Refuses paths that would work on this machine only.
fn inside(path: &str, extended_by: Option<&str>) -> Result<(), Diagnostic> {
    let wrong = |message: &str, help: &str| {
        Err(Diagnostic::without_place(format!("`{path}` {message}")).help(help))
    };
    let start = match extended_by {
        Some(_) => "this file’s own folder",
        None => "the folder of Cargo.toml",
    };
    if path.is_empty() {
        return Err(Diagnostic::without_place("the path of the catalog is empty")
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
fn missing(package: &Path, path: &str, extended_by: Option<&str>) -> Diagnostic {
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
    Diagnostic::without_place(format!("there is no file `{path}`")).help(help)
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
        let name = name.or_else(|| nearest(part, names.iter().map(String::as_str)));
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
        .filter(|name| folders || has_extension(name, "toml") || has_extension(name, "json"))
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

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}
