//! An explanation as text, for a terminal.

use anstyle::{AnsiColor, Color, Style};
use api_error_catalog_core::status::reason;

use super::Explanation;
use super::entry::Example;
use super::listing::Listed;
use super::rows::{Block, blocks, status_line};
use crate::output::indented;

const HEADING: Style = Style::new().bold();
const ASIDE: Style = Style::new().dimmed();
const LABEL: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Cyan)));
/// How wide labels are.
const WIDTH: usize = 12;

/// The blocks with a blank line between them.
pub(super) fn text(explanation: &Explanation) -> String {
    blocks(explanation).iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block<'_>) -> String {
    let mut out = format!("{HEADING}{}{HEADING:#}", printable(&block.heading));
    if !block.origin.is_empty() {
        out += &format!("  {ASIDE}{}{ASIDE:#}", printable(&block.origin));
    }
    out += "\n";
    for (label, values) in &block.rows {
        for (number, value) in values.iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            out += &format!("  {LABEL}{label:WIDTH$}{LABEL:#}{}\n", printable(value));
        }
    }
    if !block.entries.is_empty() && !block.rows.is_empty() {
        out += "\n";
    }
    out += &list(&block.entries);
    out + &block.example.map(example).unwrap_or_default()
}

fn list(entries: &[&Listed]) -> String {
    let width = entries.iter().map(|entry| entry.name.chars().count()).max().unwrap_or_default();
    let line = |entry: &&Listed| {
        let Listed { api, code, name, status, description, retired, .. } = entry;
        let code = if code == name { String::new() } else { format!("`{code}`, ") };
        let retired = if *retired { "retired: " } else { "" };
        let (name, api) = (printable(name), printable(api));
        let said = printable(&format!("{code}{retired}{description}"));
        format!("  {LABEL}{name:width$}{LABEL:#}  {status}  {said}  {ASIDE}{api}{ASIDE:#}\n")
    };
    entries.iter().map(line).collect()
}

fn example(example: &Example) -> String {
    let mut lines =
        vec![format!("HTTP/1.1 {}", status_line(example.status, reason(example.status)))];
    lines.extend(example.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    lines.push(String::new());
    lines.extend(indented(example.body.get()).lines().map(str::to_owned));
    let lines =
        lines.iter().map(|line| format!("  {}", printable(line)).trim_end().to_owned() + "\n");
    format!("\n{}", lines.collect::<String>())
}

/// With a stand-in for each character that a terminal would act on: catalogs and answers are other
/// people's.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
