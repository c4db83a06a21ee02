//! A catalog of 400 entries, a third of which share codes.

use std::collections::HashSet;
use std::fmt::Write as _;

use api_error_catalog_core::Body;
use api_error_catalog_model::{Severity, Side, compile, read_text};

fn catalog() -> String {
    let mut text = "[catalog]\nname = 'many'\nlocales = ['en']\n[body.members]\n\
                    code = '{code}'\nmessage = '{message}'\n"
        .to_owned();
    for number in 0..420 {
        let (code, status) = match number {
            0..280 => (format!("code-{number}"), 400 + number % 5),
            _ => (format!("shared-{}", number % 20), 400 + number / 20 % 3),
        };
        let message = match number % 7 {
            // The same message under another status, or under the same.
            0 => "It is not allowed.".to_owned(),
            1 => "{what}".to_owned(),
            2 => format!("Value {{value}} of {{name}} is not in range {number}."),
            _ => format!("Message {number}."),
        };
        write!(
            text,
            "[code.entry-{number}]\ncode = '{code}'\nstatus = {status}\nmessage = '{message}'\n"
        )
        .expect("a string takes all");
    }
    text
}

#[test]
fn each_entry_comes_back_or_was_warned_about() {
    let reading = read_text("many.toml", catalog(), Side::Client);
    let warnings = reading.diagnostics.iter();
    let warned: HashSet<&str> = warnings
        .inspect(|diagnostic| {
            assert_eq!(diagnostic.severity, Severity::Warning, "{}", diagnostic.message);
        })
        .flat_map(|diagnostic| diagnostic.message.split('`'))
        .collect();
    let encoded = compile(reading.catalog().expect("a catalog without errors")).expect("a catalog");
    let catalog = encoded.catalog();
    let mut lost = Vec::new();
    for entry in catalog.codes() {
        let json = Body::new(entry).to_json(None);
        let answer = catalog.decode(entry.status(), &json);
        if answer.entry() != Some(entry) {
            lost.push(entry.name());
        }
    }
    let unexpected: Vec<_> = lost.iter().filter(|name| !warned.contains(*name)).collect();
    assert!(unexpected.is_empty(), "{unexpected:?} are lost, and {warned:?} are warned about");
    assert!(lost.len() < 140, "{} are lost", lost.len());
}
