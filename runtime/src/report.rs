//! An error as a line of a log: its text, and its causes.

use core::error::Error;
use core::fmt::{self, Write as _};
use core::iter::successors;

use api_error_catalog_core::OneLine;

use crate::catalog_error::{CatalogError, Log};

/// The text of an error for logs and those of its causes, in one line.
pub(crate) struct Report<'e, E: ?Sized>(pub(crate) &'e E);

impl<E: CatalogError + ?Sized> fmt::Display for Report<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A `Display` that fails is cut there.
        let _ = write!(OneLine(&mut *f), "{}", Log(self.0));
        for cause in causes(self.0.source()) {
            let _ = write!(OneLine(&mut *f), ": {cause}");
        }
        Ok(())
    }
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
