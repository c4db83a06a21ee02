//! Golden files: kept, renewed, and failing where clients see something else.

use std::path::Path;
use std::{env, fs};

use api_error_catalog_core::golden::{Golden, differences, parse, write};
use api_error_catalog_tests::{catalogs, for_every_catalog};
use tempfile::TempDir;

use super::{Shop, run};

#[test]
fn clients_see_what_the_file_says() {
    api_error_catalog::golden!("testing/shop.golden", Shop);
}

/// The same against a file elsewhere.
#[test]
#[ignore = "the others run it"]
fn clients_see_what_a_file_says() {
    let file = env::var("GOLDEN_FILE").expect("a file");
    api_error_catalog::golden!(file, Shop,);
}

/// Runs it on a file of a folder: whether it passes, and the lines that it panics with.
fn check(folder: &TempDir, file: &str, variables: &[(&str, &str)]) -> (bool, Vec<String>) {
    let path = folder.path().join(file).into_os_string().into_string().expect("text");
    let mut variables = variables.to_vec();
    variables.push(("GOLDEN_FILE", &path));
    let (passed, output) = run("golden::clients_see_what_a_file_says", &variables);
    assert!(!output.contains("__private"), "{output}");
    let output = output.replace(&*path, "FILE");
    let said = output.split_once("panicked at ").map_or("", |(_, panic)| panic);
    assert!(passed || said.starts_with(file!()), "{output}");
    let lines = said.lines().skip(1).take_while(|line| !line.starts_with("note: "));
    (passed, lines.map(str::to_owned).collect())
}

fn kept() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testing/shop.golden");
    fs::read_to_string(path).expect("a golden file").replace('\r', "")
}

const FIRST: &str = "clients see something else of `shop` than FILE says:";
const LAST: &str = "run with UPDATE_GOLDEN=1 to accept";

#[test]
fn a_file_that_is_not_there_fails_until_it_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = "deep/er/shop.golden";
    let (passed, lines) = check(&folder, file, &[]);
    assert!(!passed);
    assert_eq!(lines, [FIRST, "- the file is not there yet", LAST]);
    for value in ["0", "", "true"] {
        assert!(!check(&folder, file, &[("UPDATE_GOLDEN", value)]).0, "{value}");
        assert!(!folder.path().join("deep").exists());
    }
    assert!(check(&folder, file, &[("UPDATE_GOLDEN", "1")]).0);
    assert_eq!(fs::read_to_string(folder.path().join(file)).expect("a file"), kept());
    assert!(check(&folder, file, &[]).0);
}

#[test]
fn what_is_different_fails_until_it_is_accepted() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = kept()
        .replace("  /request_id optional {request_id string}\n", "")
        .replace("  status 422\n", "  status 400\n")
        .replace("  parameter order_id string\n", "  parameter order_id integer\n")
        .replace("  header Retry-After \"60\"\n", "  header Retry-After\n")
        .replace("entry sold-out\n", "entry gone\n");
    assert_eq!(old.lines().count(), kept().lines().count() - 1);
    let path = folder.path().join("shop.golden");
    fs::write(&path, &old).expect("a file");
    let (passed, lines) = check(&folder, "shop.golden", &[]);
    assert!(!passed);
    let expected = [
        FIRST,
        "- answers with 503: `header Retry-After` had no value, is `\"60\"`",
        "- the body: `/request_id optional {request_id string}` is new",
        "- the entry `gone` is gone",
        "- the entry `order-not-found`: `parameter order_id` was `integer`, is `string`",
        "- the entry `sold-out` is new: code sold-out, status 409, retired",
        "- the entry `too-many`: `status` was `400`, is `422`",
        LAST,
    ];
    assert_eq!(lines, expected);
    assert_eq!(fs::read_to_string(&path).expect("a file"), old);
    assert!(check(&folder, "shop.golden", &[("UPDATE_GOLDEN", "1")]).0);
    assert_eq!(fs::read_to_string(&path).expect("a file"), kept());
}

#[test]
fn a_file_that_cannot_be_read_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.golden");
    fs::write(&path, kept().replace("entry sold-out", "=======")).expect("a file");
    let (passed, lines) = check(&folder, "shop.golden", &[]);
    assert!(!passed);
    let line = kept().lines().position(|line| line == "entry sold-out").expect("a line") + 1;
    let begins = format!("- the file cannot be read: line {line}: `=======` begins no section");
    assert!(lines[1].starts_with(&begins), "{lines:?}");
    fs::write(&path, b"\xFF").expect("a file");
    let (_, lines) = check(&folder, "shop.golden", &[]);
    assert!(lines[1].starts_with("- the file cannot be read: "), "{lines:?}");
    let (passed, lines) = check(&folder, "", &[("UPDATE_GOLDEN", "1")]);
    assert!(!passed);
    assert!(lines[0].starts_with("FILE cannot be written: "), "{lines:?}");
}

/// Git may change the ends of lines.
#[test]
fn ends_of_lines_do_not_count() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("shop.golden"), kept().replace('\n', "\r\n")).expect("a file");
    assert!(check(&folder, "shop.golden", &[]).0);
}

macro_rules! are_read_as_they_are_written {
    ($($module:ident: $catalog:ident,)*) => {
        #[test]
        fn golden_files_of_all_catalogs_are_read_as_they_are_written() {
            $(
                let catalog = catalogs::$catalog::CATALOG;
                let file = parse(&write(catalog)).expect(stringify!($module));
                assert_eq!(file, Golden::of(catalog));
                assert!(!differences(&file, &Golden::of(Shop::CATALOG)).is_empty());
            )*
        }
    };
}

for_every_catalog!(are_read_as_they_are_written);
