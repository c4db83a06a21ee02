//! Where text is written to.

use alloc::string::String;
use core::fmt::{self, Write};

/// A writer that may save itself work on text which JSON has as it is.
pub(crate) trait TextOut: Write {
    /// Writes text that has nothing to escape in JSON.
    fn write_plain(&mut self, text: &str) -> fmt::Result {
        self.write_str(text)
    }
}

impl TextOut for fmt::Formatter<'_> {}
impl TextOut for String {}
