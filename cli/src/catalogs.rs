//! Catalogs: those that were named, those in a folder, and the ready-made ones.

mod compiled;
mod folder;
mod git;
mod texts;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use api_error_catalog_model::{Disk, Reading, Side, read as read_catalog};

pub(crate) use compiled::{CompiledCatalog, Groups};
pub(crate) use git::GitRevision;
pub(crate) use texts::{CatalogText, Step, texts};

use crate::failure::Failure;

/// A catalog that was read, mistakes and all.
#[derive(Debug)]
pub(crate) struct CatalogFile {
    /// The path as it is shown.
    pub(crate) path: String,
    pub(crate) reading: Reading,
}

/// Reads the catalogs that arguments lead to: files, folders, and patterns. Without any, those of the
/// current folder. In folders, a file that another catalog extends is read with that one alone.
///
/// # Errors
///
/// Where an argument leads to no file.
pub(crate) fn read(arguments: &[String], side: Side) -> Result<Vec<CatalogFile>, Failure> {
    let mut found = Vec::new();
    match arguments {
        [] => find(".", &mut found)?,
        arguments => arguments.iter().try_for_each(|argument| find(argument, &mut found))?,
    }
    let read = found.into_iter().map(|Found { path, is_named }| {
        let reading = read_catalog(&Disk::new(""), &path, side);
        (CatalogFile { path, reading }, is_named)
    });
    Ok(without_bases(read.collect()))
}

/// A file that an argument leads to.
struct Found {
    path: String,
    /// Whether the argument is the file itself.
    is_named: bool,
}

fn find(argument: &str, found: &mut Vec<Found>) -> Result<(), Failure> {
    let path = Path::new(argument);
    if path.is_dir() {
        let files = folder::catalogs_in(path, folder::Depth::Any)
            .map_err(|error| Failure::of_file(argument, "read", &error))?;
        if files.is_empty() {
            return Err(Failure::new(format!("there is no catalog in `{argument}`")));
        }
        found.extend(files.into_iter().map(|path| Found { path, is_named: false }));
    } else if path.exists() || !argument.contains(['*', '?', '[']) {
        std::fs::File::open(path).map_err(|error| Failure::of_file(argument, "read", &error))?;
        found.push(Found { path: argument.to_owned(), is_named: true });
    } else {
        let before = found.len();
        let paths = glob::glob(argument)
            .map_err(|error| Failure::new(format!("`{argument}` is no pattern: {error}")))?;
        for path in paths.flatten() {
            find(&path.to_string_lossy(), found)?;
        }
        if found.len() == before {
            return Err(Failure::new(format!("no file fits the pattern `{argument}`")));
        }
    }
    Ok(())
}

/// Each catalog once, without those that were found in a folder and are the base of another.
fn without_bases(read: Vec<(CatalogFile, bool)>) -> Vec<CatalogFile> {
    let bases: BTreeSet<_> = read.iter().flat_map(|(file, _)| bases(file)).collect();
    let mut seen = BTreeSet::new();
    let kept = read.into_iter().filter(|(file, is_named)| {
        let place = place(&file.path);
        (*is_named || !bases.contains(&place)) && seen.insert(place)
    });
    kept.map(|(file, _)| file).collect()
}

/// The files that a catalog extends.
fn bases(file: &CatalogFile) -> impl Iterator<Item = PathBuf> {
    let others = file.reading.sources.iter().skip(1).filter(|source| source.is_file());
    others.map(|source| place(&source.path))
}

/// Where a file is, by whatever path: there are many to one file.
fn place(path: &str) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path))
}
