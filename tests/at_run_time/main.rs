//! A catalog that is compiled at run time is the one that the derive compiles: for every catalog of
//! the repository, its file is read, compiled and opened here, and held against the derived enum.

mod answers;
mod bodies;
mod borrowed;
mod broken;
mod facts;

use std::fs;

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::{Disk, Reading, ResolvedCatalog, Side, compile, read};
use api_error_catalog_tests::catalogs;
use api_error_catalog_tests::derived::Derived;
use api_error_catalog_tests::{for_every_catalog, root};

/// Reads a catalog's file.
fn reading(file: &str) -> Reading {
    let reading = read(&Disk::new(root()), file, Side::Client);
    assert!(!reading.has_errors(), "{file}");
    reading
}

fn resolved(reading: &Reading) -> &ResolvedCatalog {
    reading.catalog().expect("a catalog without errors")
}

/// Reads and compiles a catalog's file.
fn compiled(file: &str) -> Encoded {
    compile(resolved(&reading(file))).expect("a catalog of usual size")
}

/// A module of tests for each catalog.
macro_rules! hold_against_the_derive {
    ($($module:ident: $catalog:ident,)*) => {
        $(
            mod $module {
                use super::catalogs::$catalog;

                #[test]
                fn the_tables_are_the_same() {
                    super::facts::tables::<$catalog>();
                }

                #[test]
                fn every_fact_of_every_entry_is_the_same() {
                    super::facts::entries::<$catalog>();
                }

                #[test]
                fn every_fact_of_every_status_is_the_same() {
                    super::facts::statuses::<$catalog>();
                }

                #[test]
                fn bodies_have_the_same_bytes_and_answers_say_the_same() {
                    super::bodies::bodies_and_answers::<$catalog>();
                }

                #[test]
                fn statuses_alone_say_the_same() {
                    super::answers::without_a_body::<$catalog>();
                }
            }
        )*

        /// The files of all derived catalogs.
        const FILES: &[&str] = &[$(<catalogs::$catalog as Derived>::FILE),*];
    };
}

for_every_catalog!(hold_against_the_derive);

#[test]
fn no_catalog_of_the_repository_is_missing() {
    let mut files = Vec::new();
    for folder in ["catalogs", "tests/catalogs"] {
        for file in fs::read_dir(root().join(folder)).expect("a folder") {
            let file = file.expect("a file").path();
            let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
            let extension = file.extension().and_then(|extension| extension.to_str());
            if matches!(extension, Some("toml" | "json")) && name != "Cargo.toml" {
                files.push(format!("{folder}/{name}"));
            }
        }
    }
    files.sort();
    let mut derived = FILES.to_vec();
    derived.sort_unstable();
    assert_eq!(derived, files);
}
