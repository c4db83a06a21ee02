//! What is doubtful is a warning on stable, with the place in the catalog, and never an error.

use api_error_catalog_tests::Project;

const CATALOG: &str = r#"
[catalog]
name    = "doubtful"
locales = ["en", "fr"]
missing = "warn"

[body.members]
code    = "{code}"
message = "{message}"

[body.slots]
unused = { type = "string" }

[status.419]
title = { en = "Page expired", fr = "Page expirée" }

[status.405]
title = { en = "No such method", fr = "Méthode inconnue" }

[code.no-session]
status  = 401
message = { en = "Sign in first." }
"#;

/// What the compiler says of the catalog on a program's enum.
fn check(name: &str, catalog: &str, item: &str) -> String {
    let project = Project::new(name);
    project.write("errors.toml", catalog).write(
        "src/lib.rs",
        &format!(
            "use api_error_catalog::ApiErrorCatalog;\n#[derive(Debug, ApiErrorCatalog)]\n\
             #[catalog(\"errors.toml\")]\npub {item}\n"
        ),
    );
    let run = project.cargo(&["check", "--quiet"]);
    assert!(run.success, "{}", run.stderr);
    run.stderr
}

/// The places in the catalog that warnings point to, with the sentence of each.
fn warnings(stderr: &str) -> Vec<(String, String)> {
    let mut lines = stderr.lines().peekable();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if let Some((_, sentence)) = line.split_once("catalog_warning`: ") {
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
    ("errors.toml:12:1", "the slot `unused` is declared and never used"),
    ("errors.toml:14:9", "the status 419 is not registered"),
    ("errors.toml:22:11", "this `message` has no text in `fr`"),
];

#[test]
fn doubts_are_warnings_at_their_places() {
    let stderr = check("doubtful-client", CATALOG, "enum Errors {}");
    assert_eq!(warnings(&stderr), owned(&EVERYBODY));
    assert!(stderr.contains("add `unregistered = true` to its row"), "{stderr}");
}

#[test]
fn a_server_is_told_of_headers_that_it_has_to_send() {
    let stderr = check("doubtful-server", CATALOG, "enum Errors { NoSession }");
    let allow = "a response with 405 must have the header `Allow` (RFC 9110 §15.5.6)";
    let authenticate =
        "a response with 401 must have the header `WWW-Authenticate` (RFC 9110 §15.5.2)";
    let mut expected = owned(&EVERYBODY);
    expected.insert(2, ("errors.toml:17:9".to_owned(), allow.to_owned()));
    expected.insert(3, ("errors.toml:21:11".to_owned(), authenticate.to_owned()));
    assert_eq!(warnings(&stderr), expected);
}

#[test]
fn what_is_seen_to_is_not_warned_of() {
    let catalog = CATALOG
        .replace("unused = { type = \"string\" }", "")
        .replace("[status.419]", "[status.419]\nunregistered = true")
        .replace("[status.405]", "[status.405]\nheaders = [\"Allow\"]")
        .replace("[code.", "[status.401]\nheaders = [\"www-authenticate\"]\n\n[code.")
        .replace("missing = \"warn\"", "missing = \"allow\"");
    let stderr = check("not-doubtful", &catalog, "enum Errors { NoSession }");
    assert_eq!(stderr, "");
}

#[test]
fn many_doubts_are_counted() {
    let rows: Vec<_> = (520..550).map(|status| format!("[status.{status}]\n")).collect();
    let stderr = check("very-doubtful", &format!("{CATALOG}{}", rows.concat()), "enum Errors {}");
    let warnings = warnings(&stderr);
    assert_eq!(warnings.len(), 21);
    assert_eq!(warnings[20].1, "… and 13 more");
}
