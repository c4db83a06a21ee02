//! An explanation as Markdown.

use api_error_catalog_core::status::reason;

use super::Explanation;
use super::entry::Example;
use super::listing::Listed;
use super::rows::{Block, blocks, status_line};
use super::text::printable;
use crate::output::{self, indented};

/// The blocks with a blank line between them.
pub(super) fn markdown(explanation: &Explanation) -> String {
    blocks(explanation).iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block<'_>) -> String {
    let mut out = format!("## {}\n\n", escaped(&block.heading));
    if !block.origin.is_empty() {
        out += &format!("{}\n\n", escaped(&block.origin));
    }
    for (label, values) in &block.rows {
        match values.as_slice() {
            [] => {}
            [value] => out += &format!("- **{label}**: {}\n", escaped(value)),
            values => {
                out += &format!("- **{label}**:\n");
                out.extend(values.iter().map(|value| format!("  - {}\n", escaped(value))));
            }
        }
    }
    out.extend(block.entries.iter().copied().map(line));
    out + &block.example.map(example).unwrap_or_default()
}

fn line(entry: &Listed) -> String {
    let Listed { api, name, status, description, .. } = entry;
    format!("- **{}** {status}, {}: {}\n", escaped(name), escaped(api), escaped(description))
}

fn example(example: &Example) -> String {
    let headers = example.headers.iter().map(|(name, value)| format!("{name}: {value}\n"));
    let status = status_line(example.status, reason(example.status));
    let body = indented(example.body.get());
    let text = format!("HTTP/1.1 {status}\n{}\n{body}", headers.collect::<String>());
    let lines: String = text.lines().map(|line| printable(line) + "\n").collect();
    format!("\n{}", output::fenced("http", &lines))
}

/// Text that is no markup, in one line.
fn escaped(text: &str) -> String {
    output::escaped(&printable(text))
}
