//! Changes as text, JSON, workflow commands and Markdown.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::change::Change;
use super::{Class, Comparison, RULES, advice};
use crate::github;

/// By class, each change in a line with its rule.
pub(super) fn text(comparison: &Comparison<'_>) -> String {
    let mut parts = Vec::new();
    for class in Class::ALL {
        let changes: Vec<_> = comparison.of_class(class).collect();
        if changes.is_empty() {
            continue;
        }
        let style = style(class);
        let mut part = format!("{style}{}{style:#}\n", class.heading());
        for Change { rule, message, .. } in &changes {
            let _ = writeln!(part, "  {message} {DIM}[{}]{DIM:#}", rule.id);
        }
        for rule in RULES.iter().filter(|rule| changes.iter().any(|c| c.rule.id == rule.id)) {
            if !rule.action.is_empty() {
                let _ = writeln!(part, "  {DIM}{}:{DIM:#} {}", rule.id, rule.action);
            }
        }
        parts.push(part);
    }
    let mut accepted = String::new();
    for (Change { rule, message, .. }, reason) in comparison.accepted() {
        let _ = writeln!(accepted, "  {message} {DIM}[{}]{DIM:#}: {reason}", rule.id);
    }
    if !accepted.is_empty() {
        parts.push(format!("{BOLD}accepted{BOLD:#}\n{accepted}"));
    }
    parts.join("\n")
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

fn style(class: Class) -> Style {
    let color = match class {
        Class::Clients => AnsiColor::BrightRed,
        Class::Servers => AnsiColor::BrightYellow,
        Class::Compatible => AnsiColor::BrightGreen,
        Class::Texts => return BOLD,
    };
    BOLD.fg_color(Some(color.into()))
}

#[derive(Serialize)]
struct JsonReport<'c> {
    /// The part of the version number that has to go up; `null` where nothing has changed.
    version: Option<&'static str>,
    changes: Vec<JsonChange<'c>>,
}

#[derive(Serialize)]
struct JsonChange<'c> {
    rule: &'static str,
    class: &'static str,
    subject: &'c str,
    message: &'c str,
    action: Option<&'static str>,
    /// The reason that a change is accepted for.
    accepted: Option<&'c str>,
    /// Where the entry is written; `null` where it is not there any more.
    place: Option<JsonPlace<'c>>,
}

/// From 1.
#[derive(Serialize)]
struct JsonPlace<'c> {
    file: &'c str,
    line: usize,
    column: usize,
}

pub(super) fn json(comparison: &Comparison<'_>) -> String {
    let places = comparison.after.places();
    let changes = comparison.changes.iter().map(|change| {
        let place = change.entry.as_deref().and_then(|entry| places.get(entry));
        JsonChange {
            rule: change.rule.id,
            class: change.rule.class.as_str(),
            subject: &change.subject,
            message: &change.message,
            action: Some(change.rule.action).filter(|action| !action.is_empty()),
            accepted: change.accepted.as_deref(),
            place: place.map(|place| JsonPlace {
                file: place.path,
                line: place.position.line,
                column: place.position.column,
            }),
        }
    });
    let version = advice::version(&comparison.changes);
    crate::output::json(&JsonReport { version, changes: changes.collect() })
}

/// A command for each change that is not accepted: an error where clients break, a warning where servers do,
/// a notice otherwise.
pub(super) fn github(comparison: &Comparison<'_>) -> String {
    let mut commands = String::new();
    let places = comparison.after.places();
    for change in comparison.changes.iter().filter(|change| change.accepted.is_none()) {
        let level = match change.rule.class {
            Class::Clients => "error",
            Class::Servers => "warning",
            Class::Compatible | Class::Texts => "notice",
        };
        let place = change.entry.as_deref().and_then(|entry| places.get(entry));
        let file = place.map_or(comparison.path, |place| place.path);
        let line = place.map_or(1, |place| place.position.line);
        let _ = writeln!(
            commands,
            "::{level} file={},line={line},title={}::{}",
            github::property(file),
            change.rule.id,
            github::data(&change.message),
        );
    }
    commands
}

/// A list for each class, with the advice above.
pub(super) fn markdown(comparison: &Comparison<'_>) -> String {
    let mut text = format!("**{}**\n", advice::summary(&comparison.changes));
    for class in Class::ALL {
        let mut list = String::new();
        for Change { rule, message, .. } in comparison.of_class(class) {
            let _ = writeln!(list, "- {message} (`{}`)", rule.id);
        }
        if !list.is_empty() {
            let _ = write!(text, "\n### {}\n\n{list}", heading(class.heading()));
        }
    }
    let mut accepted = String::new();
    for (Change { rule, message, .. }, reason) in comparison.accepted() {
        let _ = writeln!(accepted, "- {message} (`{}`): {reason}", rule.id);
    }
    if !accepted.is_empty() {
        let _ = write!(text, "\n### Accepted\n\n{accepted}");
    }
    text
}

/// With a capital letter.
fn heading(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// The rules, by class.
pub(super) fn rules() -> String {
    let mut text = String::new();
    for class in Class::ALL {
        let _ = writeln!(text, "{BOLD}{}{BOLD:#}", class.heading());
        for rule in RULES.iter().filter(|rule| rule.class == class) {
            let _ = writeln!(text, "  {:24} {}", rule.id, rule.meaning);
        }
    }
    text
}
