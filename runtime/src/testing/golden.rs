//! What `golden!` expands to.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use std::path::Path;
use std::{env, fs, io};

use api_error_catalog_core::Catalog;
use api_error_catalog_core::golden::{Golden, differences, parse};

/// The environment variable that has the file written where it is `1`.
const UPDATE: &str = "UPDATE_GOLDEN";

/// Asserts that clients see of a catalog what a file in a folder says. With `UPDATE_GOLDEN=1`, it is
/// written.
///
/// # Panics
///
/// Where they do not, and where the file cannot be read or written.
#[track_caller]
pub fn check(folder: &str, file: &(impl AsRef<Path> + ?Sized), catalog: &Catalog<'_>) {
    let (golden, path) = (Golden::of(catalog), Path::new(folder).join(file));
    let shown = file.as_ref().display();
    if env::var_os(UPDATE).is_some_and(|value| value == "1") {
        if let Err(error) = write(&path, &golden) {
            panic!("{shown} cannot be written: {error}");
        }
        return;
    }
    let failures = failures(fs::read_to_string(&path), &golden);
    assert!(
        failures.is_empty(),
        "clients see something else of `{}` than {shown} says:\n- {}\nrun with {UPDATE}=1 to accept",
        catalog.name(),
        failures.join("\n- ")
    );
}

fn write(path: &Path, golden: &Golden) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, golden.to_string())
}

/// What is not as the file says.
fn failures(file: io::Result<String>, golden: &Golden) -> Vec<String> {
    let text = match file {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return vec!["the file is not there yet".into()];
        }
        Err(error) => return vec![format!("the file cannot be read: {error}")],
    };
    match parse(&text) {
        Ok(file) => differences(&file, golden).iter().map(ToString::to_string).collect(),
        Err(error) => vec![format!("the file cannot be read: {error}")],
    }
}
