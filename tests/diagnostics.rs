//! What the rules say of a catalog, case by case, in process: no compiler runs.
//!
//! A case is `diagnostics/<topic>/<case>.toml` or `.json`, with all its errors and warnings in
//! `<case>.txt` beside it. Files that a case extends lie beside it and have no `.txt`. A catalog is
//! checked for a client, and for a server where it is named `<case>.server.toml`. To write the expected
//! texts anew, run with `UPDATE_EXPECT=1`, and then read each as the person who made the mistake.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use api_error_catalog_model::{Disk, Memory, Severity, Side, read, render};

/// A catalog, and what its check comes to.
struct Case {
    /// Its path, relative to the folder of the tests, with forward slashes.
    file: String,
    /// The paths of all files that were read, its own among them.
    read: Vec<String>,
    /// Its diagnostics with a blank line between them; empty where there are none.
    report: String,
}

impl Case {
    /// Reads and checks a catalog. Nothing else here knows the model.
    fn check(file: &str) -> Self {
        let is_server = file.contains(".server.");
        let side = if is_server { Side::Server } else { Side::Client };
        let reading = read(&Disk::new(tests()), file, side);
        let reports = reading.diagnostics.iter().map(|diagnostic| {
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            format!("{severity}: {}\n", render(diagnostic, &reading.sources))
        });
        Self {
            file: file.to_owned(),
            report: reports.collect::<Vec<_>>().join("\n"),
            read: reading.sources.iter().map(|source| source.path.clone()).collect(),
        }
    }

    /// Where its expected diagnostics are.
    fn text(&self) -> String {
        let (name, _extension) = self.file.rsplit_once('.').expect("an extension");
        format!("{name}.txt")
    }

    fn expected(&self) -> Option<String> {
        fs::read_to_string(tests().join(self.text())).ok()
    }
}

#[test]
fn each_catalog_has_the_diagnostics_of_its_text() {
    let is_update = env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let files = files_below("diagnostics");
    let is_catalog = |file: &&String| {
        Path::new(file)
            .extension()
            .is_some_and(|extension| extension == "toml" || extension == "json")
    };
    let (catalogs, others): (Vec<_>, Vec<_>) = files.iter().partition(is_catalog);
    let cases: Vec<_> = catalogs.into_iter().map(|file| Case::check(file)).collect();

    let texts: BTreeSet<_> = cases.iter().map(Case::text).collect();
    let orphans = others.into_iter().filter(|file| !texts.contains(*file));
    let mut failures: Vec<_> =
        orphans.map(|file| format!("{file}: no catalog has this name")).collect();
    if texts.len() < cases.len() {
        failures.push("a `.toml` and a `.json` have one name, and so one `.txt`".to_owned());
    }
    for case in &cases {
        // Such a file needs no text. A new case has none yet when it is about to be written.
        let is_extended = cases.iter().any(|other| {
            other.file != case.file
                && other.read.contains(&case.file)
                && (is_update || other.expected().is_some())
        });
        let failure = match case.expected() {
            None if is_extended => continue,
            _ if case.report.is_empty() => {
                "there are no diagnostics, and no case extends it".to_owned()
            }
            Some(expected) if expected == case.report => continue,
            _ if is_update => {
                fs::write(tests().join(case.text()), &case.report).expect("a file");
                continue;
            }
            None => format!("there is no {}; create it where files extend each other", case.text()),
            Some(expected) => format!("\n{}", diff(&expected, &case.report)),
        };
        failures.push(format!("{}: {failure}", case.file));
    }
    assert!(
        failures.is_empty(),
        "{} failures in {} catalogs; `-` is expected, `+` is reported, and UPDATE_EXPECT=1 writes \
         the `.txt` files anew\n\n{}\n",
        failures.len(),
        cases.len(),
        failures.join("\n\n"),
    );
}

/// Whoever reads what is wrong wants to know what to do about it, in the language of the file.
#[test]
fn each_finding_has_a_help_in_the_language_of_its_file() {
    let mut failures = Vec::new();
    for file in files_below("diagnostics").iter().filter(|file| !is(file, "txt")) {
        let reading = read(&Disk::new(tests()), file, Side::Server);
        for finding in &reading.diagnostics {
            let file =
                finding.place.as_ref().map(|place| &reading.sources.get(place.span.file).path);
            let is_json = file.is_some_and(|path| is(path, "json"));
            if finding.help.as_ref().is_none_or(|help| is_json && has_toml(help)) {
                failures.push(render(finding, &reading.sources).to_string());
            }
        }
    }
    let count = failures.len();
    assert!(failures.is_empty(), "{count} without such a help:\n\n{}\n", failures.join("\n\n"));
}

fn is(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|other| other == extension)
}

/// Whether something in backticks is a line of TOML: a pair or a header.
fn has_toml(help: &str) -> bool {
    help.split('`').skip(1).step_by(2).any(|quoted| {
        let is_header = quoted.starts_with('[') && quoted[1..].starts_with(char::is_alphabetic);
        quoted.contains(" = ") || is_header
    })
}

#[test]
fn lines_of_toml_are_known() {
    assert!(has_toml("write `status = 404`") && has_toml("add `[code.internal]`"));
    assert!(!has_toml("write `\"status\": 404`") && !has_toml("write `[\"en\"]`"));
}

fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder and in the folders below it, in the order of their names.
fn files_below(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(tests().join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{folder}/{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.path().is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The lines of both texts, those of one alone marked: the longest common subsequence stays.
fn diff(expected: &str, found: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            common[at][to] = if old[at] == new[to] {
                common[at + 1][to + 1] + 1
            } else {
                common[at + 1][to].max(common[at][to + 1])
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    let mut lines = Vec::new();
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            lines.push(format!("  {}", old[at]));
            (at, to) = (at + 1, to + 1);
        } else if to == new.len() || at < old.len() && common[at + 1][to] >= common[at][to + 1] {
            lines.push(format!("- {}", old[at]));
            at += 1;
        } else {
            lines.push(format!("+ {}", new[to]));
            to += 1;
        }
    }
    if lines.iter().all(|line| line.starts_with(' ')) {
        lines.push("the texts differ in their line ends alone".to_owned());
    }
    lines.join("\n")
}

/// Whatever is wrong with a catalog, its author cannot change what a ready-made base says.
#[test]
fn no_diagnostic_is_in_a_ready_made_base() {
    let mut count = 0;
    for file in files_below("diagnostics").into_iter().chain(files_below("catalogs")) {
        let text = fs::read_to_string(tests().join(&file)).unwrap_or_default();
        let extending = text.replacen("[catalog]\n", "[catalog]\nextends = \"http\"\n", 1);
        let is_toml = Path::new(&file).extension().is_some_and(|extension| extension == "toml");
        if !is_toml || extending == text || text.contains("\nextends") {
            continue;
        }
        count += 1;
        for side in [Side::Client, Side::Server] {
            let loader = Memory::default().with(&*file, &*extending);
            let reading = read(&loader, &file, side);
            for diagnostic in &reading.diagnostics {
                let labels = [&diagnostic.place, &diagnostic.other].into_iter().flatten();
                for label in labels {
                    let source = reading.sources.get(label.span.file);
                    assert!(source.is_file(), "{file}: {}", render(diagnostic, &reading.sources));
                }
            }
        }
    }
    assert!(count > 100, "{count} catalogs");
}

#[test]
fn a_difference_is_shown_line_by_line() {
    assert_eq!(diff("a\nb\nc\n", "a\nx\nc\nd\n"), "  a\n- b\n+ x\n  c\n+ d");
    assert_eq!(diff("a\n", "a"), "  a\nthe texts differ in their line ends alone");
}
