//! An answer as an error: a line for a log, and whether two are the same.

use core::fmt::{self, Write};

use super::Answer;
use crate::entry::Entry;
use crate::one_line::OneLine;

/// How many characters of a code and of a message are shown.
const MOST_OF_CODE: usize = 200;
const MOST_OF_MESSAGE: usize = 1024;

/// One line: the status, the code as it was received, or else that of the [`entry`](Answer::entry), and
/// the message, where there are any: `402 insufficient-funds: Account acc_7 holds too little.` Of a long
/// one, the beginning is shown. Control characters, and those that change the direction of text, are
/// escaped, as all of it is from somebody else.
impl fmt::Display for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status())?;
        let of_entry = || self.entry().filter(|entry| entry.is_sent()).map(Entry::as_str);
        if let Some(code) = self.raw_code().or_else(of_entry) {
            f.write_char(' ')?;
            write_line(f, code, MOST_OF_CODE)?;
        }
        if let Some(message) = self.message().filter(|message| !message.is_empty()) {
            f.write_str(": ")?;
            write_line(f, &message, MOST_OF_MESSAGE)?;
        }
        Ok(())
    }
}

impl core::error::Error for Answer<'_> {}

/// What was received is the same, and the catalog that it was read by.
impl PartialEq for Answer<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.catalog(), other.catalog())
            && self.status() == other.status()
            && self.headers == other.headers
            && self.is_truncated() == other.is_truncated()
            && self.body() == other.body()
    }
}

impl Eq for Answer<'_> {}

/// Text as a part of one line, no more than some characters of it.
fn write_line(f: &mut fmt::Formatter<'_>, text: &str, most: usize) -> fmt::Result {
    match text.char_indices().nth(most) {
        Some((end, _)) => write!(OneLine(f), "{}…", &text[..end]),
        None => OneLine(f).write_str(text),
    }
}
