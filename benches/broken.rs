//! What checking a file takes that is full of mistakes, beside the same file without any: 5,000 codes,
//! read, checked, and the first findings rendered, as the macro does.

#![forbid(unsafe_code)]

use api_error_catalog_benches::facts::{Fact, catalog, facts};
use api_error_catalog_benches::race::{Contender, race};
use api_error_catalog_benches::{is_wanted, table};
use api_error_catalog_model::{Side, read_text, render};

const CODES: usize = 5_000;
/// How many entries are under one parent.
const CHILDREN: usize = 300;
/// How many findings are shown.
const SHOWN: usize = 50;
/// The locales of the texts.
const LOCALES: usize = 2;

fn main() {
    if !is_wanted() {
        return;
    }
    table::begin("Checking broken files");
    let good = catalog(&facts(CODES), LOCALES);
    let family = family();
    let (parent, _) = family.split_first().expect("facts");
    let renamed = catalog(&family, LOCALES).replacen(&parent.code, "general", 1);
    let family = catalog(&family, LOCALES);
    suggested("300 entries under one parent that was renamed", &renamed, &family);
    suggested("300 entries, each under another wrong parent", &wrong_parents(CHILDREN), &family);
    suggested("5,000 entries, each under another wrong parent", &wrong_parents(CODES), &good);

    let line = |from: &str, to: &str| good.replace(from, to);
    let once = |from: &str, to: &str| good.replacen(from, to, 1);
    for (work, broken) in [
        ("every status wrong", line("status  = ", "status  = 9")),
        ("every status in quotes", line("status  = 400", "status  = \"400\"")),
        ("every status misspelt", line("status  = ", "sttaus  = ")),
        (
            "a key that is unknown in every entry",
            line("action  = ", "colour  = \"red\"\naction  = "),
        ),
        ("every message with a placeholder that is no name", line("the ", "the {accountId} ")),
        ("every message with a brace that is not closed", line("the ", "the { ")),
        ("every text in a locale that is unknown", line("fr = ", "de = ")),
        ("no text in the second locale", without_second_locale(&good)),
        ("every variant the same", line("action  = ", "variant = \"Same\"\naction  = ")),
        ("every entry twice", format!("{good}{}", entries(&good))),
        ("every entry with the same code, status and message", alike(&good)),
        ("one key twice in every entry", line("action  = ", "status  = 400\naction  = ")),
        ("one locale that is no language tag", once("\"fr\"]", "\"fr_FR\"]")),
        ("one locale that is renamed", once("\"fr\"]", "\"de\"]")),
        ("one brace that is not closed", once(" }\naction", "\naction")),
        ("one quote that is not closed", once("\" }\naction", " }\naction")),
        (
            "one string of several lines that is not closed",
            once("name    = \"", "name    = \"\"\""),
        ),
        ("every brace not closed", line(" }\n", "\n")),
        ("every quote not closed", line("\" }\n", " }\n")),
        ("every header without its last bracket", line("]\nstatus", "\nstatus")),
        ("every header without its first bracket", line("\n[code.", "\ncode.")),
        ("every `=` lost", line("status  = ", "status  ")),
        ("a word on a line in every entry", line("action  = ", "garbage\naction  = ")),
        ("3,000 mistakes of ten kinds", mixed(&good)),
    ] {
        row(work, &broken, "itself without the mistakes", &good, 2.0);
    }
}

/// The first fact is the parent of those that follow.
fn family() -> Vec<Fact> {
    let mut facts = facts(CODES);
    let (parent, others) = facts.split_first_mut().expect("facts");
    for child in &mut others[..CHILDREN] {
        child.parent = Some(parent.code.clone());
    }
    facts
}

/// So many entries whose parents are misspellings, no two alike.
fn wrong_parents(count: usize) -> String {
    let mut facts = facts(CODES);
    let names: Vec<_> = facts.iter().map(|fact| fact.code.replacen('-', "_", 1)).collect();
    for (fact, name) in facts.iter_mut().zip(names).take(count) {
        fact.parent = Some(format!("{name}-x"));
    }
    catalog(&facts, LOCALES)
}

/// The entries, of which nothing in an answer tells one from another.
fn alike(catalog: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some(("status ", _)) => "status  = 400\ncode    = \"same\"\n".to_owned(),
        Some(("message", _)) => "message = { en = \"No.\", fr = \"Non.\" }\n".to_owned(),
        _ => format!("{line}\n"),
    };
    let head = catalog.len() - entries(catalog).len();
    let (head, entries) = catalog.split_at(head);
    head.to_owned() + &entries.lines().map(line).collect::<String>()
}

/// What stands behind the body.
fn entries(catalog: &str) -> &str {
    let start = catalog.find("\n[code.").expect("entries");
    &catalog[start..]
}

fn without_second_locale(catalog: &str) -> String {
    let line = |line: &str| match line.split_once(", fr = ") {
        Some((first, _)) => format!("{first} }}\n"),
        None => format!("{line}\n"),
    };
    catalog.lines().map(line).collect()
}

/// One mistake in each of 3,000 entries, in turn one of ten.
fn mixed(catalog: &str) -> String {
    const MISTAKES: [(&str, &str); 10] = [
        ("status  = ", "status  = 9"),
        ("status  = ", "sttaus  = "),
        ("status  = ", "status  "),
        ("en = \"", "en = \"{accountId} "),
        ("en = \"", "en = \"{ "),
        ("fr = ", "de = "),
        (" }\n", "\n"),
        ("\" }\n", " }\n"),
        ("action  = ", "retry   = \"sometimes\"\naction  = "),
        ("action  = ", "parent  = \"unknown\"\naction  = "),
    ];
    let entry = |(number, entry): (usize, &str)| {
        let (from, to) = MISTAKES[number % MISTAKES.len()];
        let entry = if number < 3_000 { entry.replacen(from, to, 1) } else { entry.to_owned() };
        format!("\n[code.{entry}")
    };
    let head = &catalog[..catalog.len() - entries(catalog).len()];
    let entries = entries(catalog).split("\n[code.").skip(1);
    head.to_owned() + &entries.enumerate().map(entry).collect::<String>()
}

/// Mistakes for which the nearest name is looked up.
fn suggested(work: &str, broken: &str, good: &str) {
    row(work, broken, "itself without the mistakes", good, 1.5);
}

fn row(work: &str, broken: &str, beside: &str, good: &str, most: f64) {
    assert!(check(broken) > 0, "{work}: nothing is said");
    assert_eq!(check(good), 0, "a good file");
    let contenders = [Contender::new(|| check(broken)), Contender::new(|| check(good))];
    let [broken, good] = race(1, contenders);
    table::row(work, &broken, beside, &good, most);
}

/// Reads and checks a file, renders what is shown, and gives how many findings there are.
fn check(text: &str) -> usize {
    let reading = read_text("facts.toml", text, Side::Client);
    for finding in reading.diagnostics.iter().take(SHOWN) {
        std::hint::black_box(render(finding, &reading.sources).to_string());
    }
    reading.diagnostics.len()
}
