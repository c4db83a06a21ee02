//! Catalog texts as documentation: what an editor shows over a variant.

use api_error_catalog_model::{Catalog, Code};

/// What stands over the code enum.
pub(super) fn codes(catalog: &Catalog) -> String {
    let title = catalog.title.as_ref().and_then(|title| title.first());
    let api = plain(title.unwrap_or(&catalog.name));
    format!(" The codes of {api}.")
}

/// What stands over a code's variant.
pub(super) fn code(code: &Code) -> String {
    let assumed = |key: &str| {
        if code.assumed.iter().any(|assumed| assumed == key) { ", assumed" } else { "" }
    };
    let reason = code.reason.map_or_else(String::new, |reason| format!(" {reason}"));
    let mut docs = if code.is_sent {
        format!(" {} · {}{reason}{}", quoted(&code.code), code.status, assumed("status"))
    } else {
        format!(" {}{reason}", code.status)
    };
    if code.retired {
        docs.push_str("\n\n Retired: read and explained, never sent.");
    }
    let message = first(&code.message).filter(|message| *message != code.description[0]);
    for text in [message, first(&code.description)].into_iter().flatten() {
        docs.push_str("\n\n ");
        docs.push_str(&plain(text));
    }
    if let Some(action) = code.action.as_deref().and_then(first) {
        docs.push_str("\n\n **What to do:** ");
        docs.push_str(&plain(action));
    }
    if let Some(retry) = code.retry {
        docs.push_str("\n\n Retry: ");
        docs.push_str(retry.as_str());
        docs.push_str(assumed("retry"));
        docs.push('.');
    }
    docs
}

fn first(texts: &[String]) -> Option<&str> {
    texts.first().map(String::as_str).filter(|text| !text.is_empty())
}

/// A code between backticks, more of them than it has itself.
fn quoted(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if longest > 0 { " " } else { "" };
    format!("{fence}{blank}{}{blank}{fence}", one_line(code))
}

/// Text that Markdown shows as it is: one line, and a backslash before whatever could mean something.
pub(super) fn plain(text: &str) -> String {
    let line = one_line(text);
    let mut plain = String::with_capacity(line.len());
    for (at, character) in line.char_indices() {
        if means_something(&line, at, character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

fn means_something(line: &str, at: usize, character: char) -> bool {
    match character {
        // A colon too, or rustdoc takes an address for a forgotten link; and it makes quotes curly.
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$' | ':'
        | '!' | '"' | '\'' => true,
        // A dash or an ellipsis where there are several, a list where the line begins so.
        '-' | '.' | '+' | ')' => {
            line[at + 1..].starts_with(character)
                || line[..at].bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
