//! An answer as it may be received, as text and as HTML.

use api_error_catalog_core::Entry;
use api_error_catalog_core::status::reason;

use super::markdown::{Html, push_text};
use crate::output::indented;
use crate::sample::{Sample, sample};

/// An answer in one language.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) locale: String,
    /// Status line, headers, an empty line, and the body.
    pub(super) text: String,
    pub(super) html: Html,
}

/// The answers with an entry: the one in the language that comes first, and those in the others that differ.
pub(super) fn examples(entry: Entry<'_>, locale: &str) -> Vec<Example> {
    let catalog = entry.catalog();
    let first = catalog.best_locale(locale);
    let others = catalog.locales().filter(|other| *other != first);
    let mut examples: Vec<Example> = Vec::new();
    for locale in std::iter::once(first).chain(others) {
        let example = Example::new(entry, locale);
        if examples.iter().all(|known| known.text != example.text) {
            examples.push(example);
        }
    }
    examples
}

impl Example {
    pub(super) fn new(entry: Entry<'_>, locale: &str) -> Self {
        let Sample { status, headers, body } = sample(entry, locale);
        let body = indented(&body);
        let mut text = format!("HTTP/1.1 {status} {}", reason(status).unwrap_or_default());
        text.truncate(text.trim_end().len());
        let mut html = Markup::default();
        html.span("status", &text);
        for (name, value) in headers {
            text.push_str(&format!("\n{name}: {value}"));
            html.plain("\n");
            html.span("key", &name);
            html.plain(&format!(": {value}"));
        }
        text.push_str(&format!("\n\n{body}"));
        html.plain("\n\n");
        html.json(&body);
        Self { locale: locale.to_owned(), text, html: Html::of_markup(html.0) }
    }
}

/// HTML with parts that are set off.
#[derive(Default)]
struct Markup(String);

impl Markup {
    fn plain(&mut self, text: &str) {
        push_text(&mut self.0, text);
    }

    fn span(&mut self, class: &str, text: &str) {
        self.0.push_str(&format!("<span class=\"{class}\">"));
        self.plain(text);
        self.0.push_str("</span>");
    }

    /// JSON with its names, strings and other values set off.
    fn json(&mut self, mut json: &str) {
        while let Some(first) = json.bytes().next() {
            let (token, rest) = json.split_at(length(json, first));
            let is_name = rest.trim_start().starts_with(':');
            match first {
                b'"' if is_name => self.span("key", token),
                b'"' => self.span("string", token),
                first if is_word(first) => self.span("value", token),
                _ => self.plain(token),
            }
            json = rest;
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)
}

/// The length of a string with its quotes, of a number or a word, or of what stands between those.
fn length(json: &str, first: u8) -> usize {
    let bytes = json.bytes().enumerate().skip(1);
    let end = if first == b'"' {
        let mut is_escaped = false;
        let mut ends = bytes.filter(|(_, byte)| {
            let ends = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            ends
        });
        ends.next().map(|(at, _)| at + 1)
    } else {
        let is_in_word = is_word(first);
        let mut ends = bytes.filter(|(_, byte)| *byte == b'"' || is_word(*byte) != is_in_word);
        ends.next().map(|(at, _)| at)
    };
    end.unwrap_or(json.len())
}
