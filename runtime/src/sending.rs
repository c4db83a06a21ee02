//! An error on its way into a response that keeps it.

use crate::catalog_error::CatalogError;
use crate::sent::Sent;

/// An error that is about to be sent. The expansion calls `keep` on it, and the compiler takes the first of the
/// traits below that the type has.
pub struct Sending<E>(pub E);

/// Errors that can be kept.
pub trait KeepError {
    /// The error itself.
    fn keep(self) -> Sent;
}

impl<E: CatalogError + Send + Sync + 'static> KeepError for Sending<E> {
    fn keep(self) -> Sent {
        Sent::new(self.0)
    }
}

/// Errors that cannot be kept.
pub trait KeepCopy {
    /// A copy of what the error says.
    fn keep(self) -> Sent;
}

impl<E: CatalogError> KeepCopy for &Sending<E> {
    fn keep(self) -> Sent {
        Sent::copy_of(&self.0)
    }
}
