//! An error as a line of a log: its text, and its causes.

use alloc::string::String;
use core::error::Error;
use core::fmt::{self, Write as _};
use core::iter::successors;

use api_error_catalog_core::OneLine;

/// The text of an error for logs and those of its causes, in one line.
pub(crate) fn report(text: &dyn fmt::Display, source: Option<&(dyn Error + 'static)>) -> String {
    let mut report = String::new();
    // A `Display` that fails is cut there.
    let _ = write!(OneLine(&mut report), "{text}");
    for cause in causes(source) {
        let _ = write!(OneLine(&mut report), ": {cause}");
    }
    report
}

/// The cause of an error, and each one behind it.
pub(crate) fn causes<'e>(
    source: Option<&'e (dyn Error + 'static)>,
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    successors(source, |&cause| cause.source())
}

/// The first error of a type in a chain: the error itself, or one of its causes; `None` where there is none.
pub fn find_in<'e, E: Error + 'static>(error: &'e (dyn Error + 'static)) -> Option<&'e E> {
    successors(Some(error), |&error| error.source()).find_map(|error| error.downcast_ref())
}
