//! A version of a catalog: its file, the file at a revision, or its golden file.

use std::fs;

use api_error_catalog_core::golden::{self, Golden};
use api_error_catalog_model::{Disk, Loader, Position, Reading, Side, read};

use crate::catalogs::CompiledCatalog;
use crate::failure::Failure;

pub(super) struct Version {
    pub(super) golden: Golden,
    /// `None` of a golden file.
    pub(super) catalog: Option<CompiledCatalog>,
    reading: Option<Reading>,
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

    /// Where an entry is written; `None` where that is not in a file.
    pub(super) fn place(&self, entry: &str) -> Option<Place<'_>> {
        let reading = self.reading.as_ref()?;
        let entry = reading.catalog()?.entries.iter().find(|known| known.name == entry)?;
        let source = reading.sources.get(entry.span.file);
        let position = source.position(entry.span.start);
        source.is_file().then_some(Place { path: &source.path, position })
    }

    /// The comments of its TOML files.
    pub(super) fn comments(&self) -> impl Iterator<Item = &str> {
        self.reading.iter().flat_map(|reading| {
            reading.document().comments.iter().map(|span| reading.sources.text(*span))
        })
    }

    /// What an entry says in the default locale.
    pub(super) fn message(&self, entry: &str) -> Option<String> {
        let catalog = self.catalog.as_ref()?.open();
        Some(catalog.from_name(entry)?.message("").to_owned())
    }
}
