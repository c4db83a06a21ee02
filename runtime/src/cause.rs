//! Causes, in whichever of their usual forms a field holds them.

use core::error::Error;

/// What a `#[source]` field may be: an error, or a box of one.
pub trait AsSource {
    /// The cause.
    fn as_source(&self) -> &(dyn Error + 'static);
}

impl<E: Error + 'static> AsSource for E {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + Send + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + Send + Sync + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}
