//! What keeps a command from being carried out.

use std::fmt::{self, Display};
use std::io;

/// Why a command could not do what was asked of it, in one line. What is wrong in a catalog is none: that
/// is what commands find.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// That a file or a folder cannot be read or written.
    pub(crate) fn of_file(path: &str, what: &str, error: &io::Error) -> Self {
        Self(match error.kind() {
            io::ErrorKind::NotFound => format!("there is no `{path}`"),
            _ => format!("`{path}` cannot be {what}: {error}"),
        })
    }
}

impl Display for Failure {
    /// In one line, whatever the names of files are, and with nothing that a terminal acts on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                character if character.is_control() => write!(f, "{}", character.escape_default())?,
                character => write!(f, "{character}")?,
            }
        }
        Ok(())
    }
}
