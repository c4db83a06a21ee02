//! Catalog texts as documentation: what an editor shows over a variant.

use std::borrow::Cow;

use api_error_catalog_core::fact::WordFact;
use api_error_catalog_core::{Catalog, Entry};

/// The documentation of the code enum.
pub(super) fn codes(catalog: &Catalog<'_>) -> String {
    let api = plain(catalog.title(DEFAULT).unwrap_or(catalog.name()));
    format!(
        " The codes of {api}.\n\n A fact that is *assumed* is not in the API\u{2019}s own documentation."
    )
}

/// The documentation of a code's variant.
pub(super) fn code(entry: Entry<'_>) -> String {
    let assumed =
        |key: &str| if entry.assumed().any(|assumed| assumed == key) { ", assumed" } else { "" };
    let reason = entry.reason().map_or_else(String::new, |reason| format!(" {reason}"));
    let mut docs = if entry.is_sent() {
        format!(" {} · {}{reason}{}", quoted(entry.as_str()), entry.status(), assumed("status"))
    } else {
        format!(" {}{reason}", entry.status())
    };
    if entry.name() != entry.as_str() {
        docs.push_str(&format!(" · entry {}", quoted(entry.name())));
    }
    if entry.is_retired() {
        docs.push_str("\n\n Retired: read and explained, and no longer sent.");
    }
    let description = entry.description(DEFAULT);
    let message = Some(entry.message(DEFAULT)).filter(|message| *message != description);
    for text in [message, Some(description)].into_iter().flatten().filter(|text| !text.is_empty()) {
        docs.push_str("\n\n ");
        docs.push_str(&plain(text));
    }
    if let Some(action) = entry.action(DEFAULT).filter(|action| !action.is_empty()) {
        docs.push_str("\n\n **What to do:** ");
        docs.push_str(&plain(action));
    }
    if entry.causes().len() > 0 {
        docs.push_str("\n\n **What may be behind it:**\n");
    }
    for cause in entry.causes() {
        docs.push_str("\n - ");
        docs.push_str(&plain(cause.when(DEFAULT)));
        docs.push_str(" → ");
        docs.push_str(&plain(cause.action(DEFAULT)));
    }
    if let Some(text) = entry.user_message(DEFAULT).filter(|text| !text.is_empty()) {
        docs.push_str("\n\n **What to tell the user:** ");
        docs.push_str(&plain(text));
    }
    let word = |(fact, word): (WordFact, &str)| {
        let (first, rest) = fact.key().split_at(1);
        format!("{}{rest}: {word}{}.", first.to_ascii_uppercase(), assumed(fact.key()))
    };
    let words: Vec<_> = entry.words().map(word).collect();
    if !words.is_empty() {
        docs.push_str("\n\n ");
        docs.push_str(&words.join(" "));
    }
    docs
}

/// A tag that no locale has: the default locale is taken.
const DEFAULT: &str = "";

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
