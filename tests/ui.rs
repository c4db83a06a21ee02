//! What people see when something is wrong, case by case, and that what is right compiles.
//!
//! A case is `ui/<topic>/<case>.rs` with its catalog beside it. To write the expected messages anew,
//! run with `TRYBUILD=overwrite`, and then read each as the person who made the mistake.

#![allow(missing_docs)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use std::{fs, io};

use trybuild::TestCases;

/// The topic of cases that compile.
const PASS: &str = "pass";

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "elsewhere, file names may differ in case alone")]
fn mistakes_are_reported() {
    show_fixtures();
    let cases = TestCases::new();
    for topic in topics().filter(|topic| topic != PASS) {
        cases.compile_fail(format!("ui/{topic}/*.rs"));
    }
}

#[test]
fn what_is_right_compiles() {
    show_fixtures();
    TestCases::new().pass(format!("ui/{PASS}/*.rs"));
}

/// The folders of cases, in the order of their names.
fn topics() -> impl Iterator<Item = String> {
    let folders = fs::read_dir(fixtures()).expect("the folder of cases");
    let mut topics: Vec<_> = folders
        .map(|entry| entry.expect("a folder of cases"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a name in ASCII"))
        .collect();
    topics.sort();
    topics.into_iter()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}

/// The cases are compiled in a package of their own, below the target folder, and a catalog's path
/// is relative to the package; so the catalogs have to be there too.
fn show_fixtures() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let package = target().join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
        fs::create_dir_all(&package).expect("the folder of the cases’ package");
        let shown = package.join("ui");
        if fs::canonicalize(&shown).ok() == fs::canonicalize(fixtures()).ok() {
            return;
        }
        clear(&shown).expect("no fixtures of an earlier run");
        if link(&fixtures(), &shown).is_err() {
            copy(&fixtures(), &shown).expect("a copy of the fixtures");
        }
    });
}

/// The target folder in use, which is where the package of the cases is made.
fn target() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1"])
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("what cargo says of the workspace");
    PathBuf::from(metadata["target_directory"].as_str().expect("the target folder"))
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

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}
