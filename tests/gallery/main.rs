//! The page `README.md` beside this file: mistakes in a catalog, and what is said of each. The page is what
//! the test reads: a catalog in a block of its language, changes to it in `diff` blocks, and behind each the
//! finding in a `text` block, which `UPDATE_EXPECT=1` writes anew.

use std::{env, fs};

use api_error_catalog_model::{Severity, Side, read_text, render};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/gallery/README.md");

#[test]
fn each_mistake_has_the_finding_of_the_page() {
    let page = fs::read_to_string(PAGE).expect("the page").replace("\r\n", "\n");
    let Rewritten { page: written, changes, failures } = rewritten(&page);
    assert!(changes >= 40, "{changes} mistakes");
    assert!(failures.is_empty(), "not one finding:\n\n{}", failures.join("\n\n"));
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::write(PAGE, written).expect("the page");
        return;
    }
    for (line, (expected, found)) in page.lines().zip(written.lines()).enumerate() {
        assert_eq!(expected, found, "line {} of the page", line + 1);
    }
    assert_eq!(page, written);
}

struct Rewritten {
    /// The page with each text as it is found.
    page: String,
    changes: usize,
    /// The changes that have more findings than one, or none, and those findings.
    failures: Vec<String>,
}

fn rewritten(page: &str) -> Rewritten {
    let (mut written, mut failures) = (String::new(), Vec::new());
    let (mut language, mut catalog, mut changes) = ("", String::new(), 0);
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(opened @ ("toml" | "json" | "diff" | "text")) = line.strip_prefix("```") else {
            written += &format!("{line}\n");
            continue;
        };
        let block = lines.by_ref().take_while(|line| *line != "```");
        let block: String = block.flat_map(|line| [line, "\n"]).collect();
        match opened {
            // What the change before it says, which has written it.
            "text" => {
                let blank = lines.next();
                assert_eq!(blank.unwrap_or_default(), "", "a blank line behind a text");
            }
            "diff" => {
                changes += 1;
                written += &format!("```diff\n{block}```\n\n");
                let findings = report(language, &changed(&catalog, &block));
                if findings.len() != 1 {
                    failures.push(format!("{block}\n{}", findings.join("\n\n")));
                }
                written += &format!("```text\n{}\n```\n\n", findings.join("\n\n"));
                let blank = lines.next();
                assert_eq!(blank.unwrap_or_default(), "", "a blank line behind a change");
            }
            _ => {
                assert_eq!(report(opened, &block), [""; 0], "the catalog is fine");
                written += &format!("{line}\n{block}```\n");
                (language, catalog) = (opened, block);
            }
        }
    }
    Rewritten { page: written.trim_end().to_owned() + "\n", changes, failures }
}

/// The catalog with the lines of a change: those with `-` are replaced by those with `+`, between others.
fn changed(catalog: &str, change: &str) -> String {
    let lines = |sign: char| -> String {
        let lines = change.lines().filter(|line| line.starts_with([' ', sign]));
        lines.flat_map(|line| [&line[1..], "\n"]).collect()
    };
    let (old, new) = (format!("\n{}", lines('-')), format!("\n{}", lines('+')));
    let last = catalog.rfind(&old).unwrap_or_else(|| panic!("no such lines:\n{old}"));
    format!("{}{new}{}", &catalog[..last], &catalog[last + old.len()..])
}

fn report(language: &str, catalog: &str) -> Vec<String> {
    let reading = read_text(&format!("wallet.{language}"), catalog, Side::Client);
    let findings = reading.diagnostics.iter().map(|diagnostic| {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{severity}: {}", render(diagnostic, &reading.sources))
    });
    findings.collect()
}
