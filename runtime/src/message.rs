//! An error's message as `display` gives it.

use core::fmt;

use api_error_catalog_core::Body;

/// An error's message in a locale, with its parameters filled in. `Display` writes it.
pub struct Message<'a>(pub Body<'static, 'a>);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.message().fmt(f)
    }
}
