//! What a command comes to: its text, its exit status, and the files that it writes.

mod file;
mod markdown;

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

pub(crate) use self::file::{OutputArguments, new_folder, replace, write};
pub(crate) use self::markdown::{escaped, fenced};
use crate::failure::Failure;

/// What a command has to say.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// What goes to standard output, colours included.
    pub(crate) text: String,
    /// What goes to standard error: remarks on the text, for a person.
    pub(crate) remarks: String,
    pub(crate) status: Status,
}

/// What the exit status tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Status {
    /// All is well: 0.
    #[default]
    Well,
    /// Something was found: 1.
    Found,
    /// A change was found that only those mind who send errors: 3.
    FoundForServers,
}

impl Status {
    pub(crate) fn found(is_found: bool) -> Self {
        if is_found { Self::Found } else { Self::Well }
    }
}

/// Prints what a command has come to. The exit status is that of the report, see [`Status`], or 2 where the command
/// failed.
pub(crate) fn finish(result: Result<Report, Failure>) -> ExitCode {
    let printed = result.and_then(|report| {
        print(&report).map_err(|error| Failure::of_file("standard output", "written", &error))?;
        Ok(report.status)
    });
    match printed {
        Ok(Status::Well) => ExitCode::SUCCESS,
        Ok(Status::Found) => ExitCode::from(1),
        Ok(Status::FoundForServers) => ExitCode::from(3),
        Err(failure) => {
            // Where standard error is closed, nobody can be told.
            let _ = writeln!(anstream::stderr(), "errcat: {failure}");
            ExitCode::from(2)
        }
    }
}

/// These streams leave colours out where they are not wanted: in a pipe, or with `NO_COLOR`.
fn print(report: &Report) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(report.text.as_bytes()).and_then(|()| out.flush()) {
        // The reader has seen enough, as `head` does at some point.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        result => result?,
    }
    match anstream::stderr().lock().write_all(report.remarks.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// A value as JSON, indented, with a line end.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_string_pretty(value);
    let json = json.expect("keys are strings, and nothing is computed on the way");
    escape_controls(&json) + "\n"
}

/// Escapes those control characters that JSON lets stand in strings, and a terminal acts on.
fn escape_controls(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\u{7f}'..='\u{9f}' => escaped.push_str(&format!("\\u{:04x}", u32::from(character))),
            character => escaped.push(character),
        }
    }
    escaped
}

/// JSON text over several lines, its members in the order in which they are.
pub(crate) fn indented(json: &str) -> String {
    let mut out = Vec::new();
    let mut from = serde_json::Deserializer::from_str(json);
    let mut to = serde_json::Serializer::pretty(&mut out);
    match serde_transcode::transcode(&mut from, &mut to) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => json.to_owned(),
    }
}
