//! Catalogs that can be asked: compiled, from files, from a folder, or ready-made.

use std::path::Path;

use api_error_catalog_core::Catalog;
use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::shape::ShapeDef;
use api_error_catalog_model::{Disk, Reading, Side, compile, nearest, read, read_text};
use api_error_catalogs::FILES;

use super::folder::{Depth, catalogs_in};
use crate::failure::Failure;

/// A catalog that codes are looked up in, and bodies are read by.
pub(crate) struct CompiledCatalog {
    /// Its file, as it is shown.
    pub(crate) origin: String,
    pub(crate) shape: ShapeDef,
    encoded: Encoded,
}

impl CompiledCatalog {
    pub(crate) fn open(&self) -> Catalog<'_> {
        self.encoded.catalog()
    }

    /// Compiles a catalog; `None` where it has errors.
    pub(crate) fn new(origin: String, reading: &Reading) -> Option<Self> {
        let resolved = reading.catalog()?;
        let encoded = compile(resolved).ok()?;
        Some(Self { origin, shape: resolved.shape.clone(), encoded })
    }
}

/// Catalogs in the order in which they are asked: those of one group together, and the next group where
/// that knows nothing.
pub(crate) struct Groups {
    pub(crate) groups: Vec<Vec<CompiledCatalog>>,
    /// What HTTP itself says of statuses; `None` where catalogs were named.
    pub(crate) http: Option<CompiledCatalog>,
    /// The files of the folder that have errors, and cannot be asked.
    pub(crate) left_out: Vec<String>,
}

/// How far below the current folder catalogs are looked for, so that a command in a home folder ends soon.
const LEVELS: u8 = 3;

impl Groups {
    /// The catalogs that are named and no others; without any, those in the current folder and a few below
    /// it, and then the ready-made ones. `api` leaves those of that name.
    ///
    /// # Errors
    ///
    /// Where one that is named cannot be read or has errors, or none is of that name.
    pub(crate) fn read(named: &[String], api: Option<&str>) -> Result<Self, Failure> {
        let mut left_out = Vec::new();
        let mut groups = if named.is_empty() {
            vec![in_folder(&mut left_out), ready_made()]
        } else {
            vec![named.iter().map(|path| from_file(path)).collect::<Result<_, _>>()?]
        };
        if let Some(api) = api {
            let known = names(&groups);
            let is_named = |catalog: &CompiledCatalog| catalog.open().name() == api;
            for group in &mut groups {
                group.retain(is_named);
            }
            if groups.iter().all(Vec::is_empty) {
                let meant = match nearest(api, known.iter().map(String::as_str)) {
                    Some(meant) => format!("; did you mean `{meant}`?"),
                    None => format!("; there are: {}", known.join(", ")),
                };
                return Err(Failure::new(format!("there is no catalog `{api}`{meant}")));
            }
        }
        let http = if named.is_empty() && api.is_none() { http() } else { None };
        Ok(Self { groups, http, left_out })
    }
}

/// The names of catalogs, each once.
fn names(groups: &[Vec<CompiledCatalog>]) -> Vec<String> {
    let all = groups.iter().flatten().map(|catalog| catalog.open().name().to_owned());
    let mut names: Vec<_> = all.collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn from_file(path: &str) -> Result<CompiledCatalog, Failure> {
    std::fs::File::open(path).map_err(|error| Failure::of_file(path, "read", &error))?;
    let reading = read(&Disk::new(""), path, Side::Client);
    CompiledCatalog::new(path.to_owned(), &reading).ok_or_else(|| {
        Failure::new(format!("`{path}` has errors; `errcat check {path}` shows them"))
    })
}

fn in_folder(left_out: &mut Vec<String>) -> Vec<CompiledCatalog> {
    let paths = catalogs_in(Path::new("."), Depth::Levels(LEVELS)).unwrap_or_default();
    let mut catalogs = Vec::new();
    for path in paths {
        let reading = read(&Disk::new(""), &path, Side::Client);
        match CompiledCatalog::new(path.clone(), &reading) {
            Some(catalog) => catalogs.push(catalog),
            None => left_out.push(path),
        }
    }
    catalogs
}

fn ready_made() -> Vec<CompiledCatalog> {
    let read = FILES.iter().filter_map(|file| {
        let reading = read_text(file.name, file.text, Side::Client);
        CompiledCatalog::new(format!("{}, ready-made", file.name), &reading)
    });
    read.collect()
}

/// The base `http` as a catalog. No body is read by it.
fn http() -> Option<CompiledCatalog> {
    let text = r#"
[catalog]
name    = "http"
locales = ["en", "fr"]
extends = "http"

[body.members]
code = "{code}"
"#;
    CompiledCatalog::new("RFC 9110".to_owned(), &read_text("http.toml", text, Side::Client))
}
