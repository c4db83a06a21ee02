//! What is doubtful is a warning on stable, with the place in the catalog, and never an error.

use std::sync::LazyLock;

use api_error_catalog_tests::Project;

/// What the compiler says of the whole crate: it is checked once for all tests.
static STDERR: LazyLock<String> = LazyLock::new(|| {
    let run = Project::new("warnings", "warnings").cargo(&["check", "--quiet"]);
    assert!(run.success, "{}", run.stderr);
    run.stderr
});

/// The places in the catalog that the warnings of a module point to, with the sentence of each.
fn warnings(module: &str) -> Vec<(String, String)> {
    let mut lines = STDERR.lines().peekable();
    let mut found = Vec::new();
    let function = format!("`{module}::_::catalog_warning`: ");
    while let Some(line) = lines.next() {
        if let Some((_, sentence)) = line.split_once(&function) {
            let place = lines.peek().and_then(|line| line.trim().strip_prefix("--> "));
            found.push((place.expect("a place").to_owned(), sentence.to_owned()));
        }
    }
    found
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(place, text)| ((*place).to_owned(), (*text).to_owned())).collect()
}

const EVERYBODY: [(&str, &str); 3] = [
    ("doubtful.toml:11:1", "the slot `unused` is declared and never used"),
    ("doubtful.toml:13:9", "the status 419 is not registered"),
    ("doubtful.toml:21:11", "this `message` has no text in `fr`"),
];

#[test]
fn doubts_are_warnings_at_their_places() {
    assert_eq!(warnings("client"), owned(&EVERYBODY));
    assert!(STDERR.contains("add `unregistered = true` to its row"), "{}", *STDERR);
}

#[test]
fn a_server_is_told_of_headers_that_it_has_to_send() {
    let allow = "a response with 405 must have the header `Allow` (RFC 9110 §15.5.6)";
    let authenticate =
        "a response with 401 must have the header `WWW-Authenticate` (RFC 9110 §15.5.2)";
    let mut expected = owned(&EVERYBODY);
    expected.insert(2, ("doubtful.toml:16:9".to_owned(), allow.to_owned()));
    expected.insert(3, ("doubtful.toml:20:11".to_owned(), authenticate.to_owned()));
    assert_eq!(warnings("server"), expected);
}

#[test]
fn what_is_seen_to_is_not_warned_of() {
    assert!(!STDERR.contains("settled"), "{}", *STDERR);
}

#[test]
fn many_doubts_are_counted() {
    let warnings = warnings("many");
    assert_eq!(warnings.len(), 21);
    assert_eq!(warnings[20].1, "… and 13 more");
}

#[test]
fn the_levels_that_the_enum_sets_are_heeded() {
    assert_eq!(warnings("allowed"), []);
}

/// An expectation that hid warnings, and was called unfulfilled nevertheless, would be removed and be missing.
#[test]
fn expecting_warnings_does_not_hide_them() {
    assert_eq!(warnings("expected"), owned(&EVERYBODY));
    let note = "allows what its catalog is warned of, which `expect` does not see";
    assert_eq!(STDERR.matches(note).count(), 1, "{}", *STDERR);
}

/// A crate that denies warnings is told how to allow these.
#[test]
fn a_warning_that_is_denied_says_how_it_is_allowed() {
    let project = Project::new("warnings", "warnings-denied");
    let source = "#[derive(api_error_catalog::ApiErrorCatalog)]\n#[deny(warnings)]\n\
                  #[catalog(\"doubtful.toml\")]\npub enum Errors {}";
    let run = project.write("src/lib.rs", source).cargo(&["check", "--quiet"]);
    assert!(!run.success);
    let error = "error: use of deprecated function `_::catalog_warning`: ";
    assert_eq!(run.stderr.matches(error).count(), EVERYBODY.len(), "{}", run.stderr);
    let note = "= note: `#[allow(deprecated)]` on `Errors` allows what its catalog is warned of";
    assert_eq!(run.stderr.matches(note).count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("add `unregistered = true` to its row"), "{}", run.stderr);
}

#[test]
fn naming_a_retired_code_is_warned_of() {
    let warning = "use of deprecated unit variant `retired::ErrorsCode::Teapot`: \
                   the code `teapot` is retired: it is read, and no longer sent";
    assert_eq!(STDERR.matches(warning).count(), 1, "{}", *STDERR);
}

/// Nothing but the catalogs' doubts, and that retired code, is warned of.
#[test]
fn nothing_else_is_warned_of() {
    let of_catalogs = ["client", "server", "many", "expected"].map(|module| warnings(module).len());
    let all = STDERR.lines().filter(|line| line.starts_with("warning: "));
    // Cargo counts them in a line of its own, which `--quiet` leaves out.
    assert_eq!(all.count(), of_catalogs.iter().sum::<usize>() + 1);
}
