//! A version of a catalog: its file, the file at a revision, or its golden file.

use std::collections::BTreeMap;
use std::fs;

use api_error_catalog_core::Catalog;
use api_error_catalog_core::golden::{self, Golden};
use api_error_catalog_model::{Disk, Loader, Position, Reading, Side, read};

use crate::catalogs::CompiledCatalog;
use crate::failure::Failure;

pub(super) struct Version {
    golden: Golden,
    /// `None` of a golden file.
    catalog: Option<CompiledCatalog>,
    reading: Option<Reading>,
}

/// A version that is compared with another one.
pub(super) struct Compared<'v> {
    pub(super) golden: &'v Golden,
    /// `None` of a golden file.
    pub(super) catalog: Option<Catalog<'v>>,
}

/// Where an entry is written.
pub(super) struct Place<'v> {
    pub(super) path: &'v str,
    pub(super) position: Position,
}

impl Version {
    /// # Errors
    ///
    /// Where the file cannot be read, has errors, or is a golden file that cannot be read.
    pub(super) fn of_file(path: &str) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::of_file(path, "read", &error))?;
        match str::from_utf8(&bytes) {
            Ok(text) if text.starts_with("api-error-catalog golden") => {
                let golden = golden::parse(text).map_err(|error| {
                    Failure::new(format!("`{path}` is no golden file: {error}"))
                })?;
                Ok(Self { golden, catalog: None, reading: None })
            }
            _ => Self::of_catalog(&Disk::new(""), path, path),
        }
    }

    /// The catalog at a path of a loader, which is shown as `name`.
    ///
    /// # Errors
    ///
    /// Where it is not there or has errors.
    pub(super) fn of_catalog(loader: &dyn Loader, path: &str, name: &str) -> Result<Self, Failure> {
        loader.load(path, None).map_err(|diagnostic| Failure::new(diagnostic.message))?;
        let reading = read(loader, path, Side::Client);
        let Some(catalog) = CompiledCatalog::new(name.to_owned(), &reading) else {
            let first = reading.errors().next().map(|error| error.message.clone());
            let first = first.unwrap_or_default();
            return Err(Failure::new(format!(
                "`{name}` has errors, the first of which is: {first}"
            )));
        };
        let golden = Golden::of(&catalog.open());
        Ok(Self { golden, catalog: Some(catalog), reading: Some(reading) })
    }

    /// Opens it.
    pub(super) fn compared(&self) -> Compared<'_> {
        let catalog = self.catalog.as_ref().map(CompiledCatalog::open);
        Compared { golden: &self.golden, catalog }
    }

    /// Where the entries are written, those that are in a file.
    pub(super) fn places(&self) -> BTreeMap<&str, Place<'_>> {
        let read = self.reading.iter().filter_map(|reading| Some((reading, reading.catalog()?)));
        let entries = read.flat_map(|(reading, catalog)| {
            catalog.entries.iter().filter_map(|entry| {
                let source = reading.sources.get(entry.span.file);
                let position = source.position(entry.span.start);
                let place = Place { path: &source.path, position };
                source.is_file().then_some((&*entry.name, place))
            })
        });
        entries.collect()
    }

    /// The comments of its TOML files.
    pub(super) fn comments(&self) -> impl Iterator<Item = &str> {
        self.reading.iter().flat_map(|reading| {
            reading.document().comments.iter().map(|span| reading.sources.text(*span))
        })
    }
}

impl Compared<'_> {
    /// What an entry says in the default locale; `None` of a golden file, which has no texts.
    pub(super) fn message(&self, entry: &str) -> Option<&str> {
        Some(self.catalog.as_ref()?.from_name(entry)?.message(""))
    }
}
