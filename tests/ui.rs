//! What the compiler shows when something is wrong, case by case.
//!
//! A case is `ui/<topic>/<case>.rs`, with its catalog beside it. The rules of catalogs are tested
//! without a compiler in `diagnostics.rs`; `ui/catalog` has one case of each of its topics. To write
//! the expected messages anew, run with `TRYBUILD=overwrite`, and then read each as the person who
//! made the mistake.

#![allow(missing_docs)]

use std::path::Path;
use std::{fs, io};

use api_error_catalog_tests::{copy, target};
use trybuild::TestCases;

/// The folders that the cases name their catalogs in.
const FOLDERS: [&str; 2] = ["diagnostics", "ui"];

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "elsewhere, file names may differ in case alone")]
fn mistakes_are_reported() {
    for folder in FOLDERS {
        show(folder);
    }
    // Nothing but cases that fail: trybuild then runs cargo once for all of them.
    TestCases::new().compile_fail("ui/*/*.rs");
}

/// The cases are compiled in a package of their own, below the target folder, and a catalog's path
/// is relative to the package; so the catalogs have to be there too.
fn show(folder: &str) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let package = target().join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    fs::create_dir_all(&package).expect("the folder of the cases’ package");
    let shown = package.join(folder);
    if fs::canonicalize(&shown).ok() == fs::canonicalize(&from).ok() {
        return;
    }
    clear(&shown).expect("no fixtures of an earlier run");
    if link(&from, &shown).is_err() {
        copy(&from, &shown).expect("a copy of the fixtures");
    }
}

/// Removes a link or a copy, if there is one.
fn clear(shown: &Path) -> io::Result<()> {
    match fs::symlink_metadata(shown) {
        Err(_) => Ok(()),
        Ok(found) if found.is_dir() => fs::remove_dir_all(shown),
        // A link to a folder is removed as a folder on Windows.
        Ok(_) => fs::remove_file(shown).or_else(|_| fs::remove_dir(shown)),
    }
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(from, to)
}

#[cfg(not(any(unix, windows)))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
