//! Catalog texts as documentation: what an editor shows over a variant.

use std::borrow::Cow;

use api_error_catalog_model::{ResolvedCatalog, ResolvedEntry};

/// What stands over the code enum.
pub(super) fn codes(catalog: &ResolvedCatalog) -> String {
    let title = catalog.title.as_ref().and_then(|title| title.first());
    let api = plain(title.unwrap_or(&catalog.name));
    format!(" The codes of {api}.")
}

/// What stands over a code's variant.
pub(super) fn code(code: &ResolvedEntry) -> String {
    let assumed_keys = code.assumed();
    let assumed = |key: &str| {
        if assumed_keys.contains(&key) { ", assumed" } else { "" }
    };
    let reason = code.reason.map_or_else(String::new, |reason| format!(" {reason}"));
    let mut docs = if code.is_sent {
        format!(" {} · {}{reason}{}", quoted(&code.code), code.status.value, assumed("status"))
    } else {
        format!(" {}{reason}", code.status.value)
    };
    if code.retired {
        docs.push_str("\n\n Retired: read and explained, never sent.");
    }
    let message = first(code.message()).filter(|message| *message != code.description()[0]);
    for text in [message, first(code.description())].into_iter().flatten() {
        docs.push_str("\n\n ");
        docs.push_str(&plain(text));
    }
    if let Some(action) = code.action().and_then(|action| first(action)) {
        docs.push_str("\n\n **What to do:** ");
        docs.push_str(&plain(action));
    }
    if let Some(retry) = code.retry() {
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
///
/// Plain loops, as this runs unoptimised over all texts of a catalog.
pub(super) fn plain(text: &str) -> String {
    let line = one_line(text);
    let bytes = line.as_bytes();
    let mut plain = String::with_capacity(line.len() + 8);
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        if IS_MARK[usize::from(bytes[at])] && means_something(bytes, at) {
            plain.push_str(&line[copied..at]);
            plain.push('\\');
            copied = at;
        }
        at += 1;
    }
    plain.push_str(&line[copied..]);
    plain
}

/// What Markdown gives a meaning. A colon, too, or rustdoc takes an address for a forgotten link; and
/// quotes, which it makes curly.
const MARKS: &[u8] = b"\\`*_[]<>&~|#$:!\"'-.+)";
/// Those of them that have one in some places only.
const SOMETIMES: &[u8] = b"-.+)";

/// Which bytes are marks.
const IS_MARK: [bool; 256] = {
    let mut is_mark = [false; 256];
    let mut at = 0;
    while at < MARKS.len() {
        is_mark[MARKS[at] as usize] = true;
        at += 1;
    }
    is_mark
};

fn means_something(line: &[u8], at: usize) -> bool {
    // A dash or an ellipsis where there are several, a list where the line begins so.
    !SOMETIMES.contains(&line[at])
        || line.get(at + 1) == Some(&line[at])
        || line[..at].iter().all(u8::is_ascii_digit)
}

/// Text with single blanks between its words.
fn one_line(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut before = b' ';
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] < b' ' || bytes[at] == b' ' && before == b' ' {
            return Cow::Owned(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        }
        before = bytes[at];
        at += 1;
    }
    Cow::Borrowed(text.trim_ascii_end())
}
