//! What the facts of an answer come from.

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::status_row::StatusRow;

/// What the facts of an answer come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Basis<'c> {
    /// A code in the body.
    Code(Entry<'c>),
    /// The row of the HTTP status.
    Status(StatusRow<'c>),
    /// The row of the status's class: an unknown 4xx is read as 400 (RFC 9110 §15).
    Class(StatusRow<'c>),
    /// Nothing that the catalog knows.
    Nothing,
}

impl<'c> Basis<'c> {
    /// That of an answer without a code that the catalog knows.
    pub(super) fn of_status(catalog: &'c Catalog<'c>, status: u16) -> Self {
        match catalog.status_row(status) {
            Some(row) => Self::Status(row),
            None => catalog.status_row(status / 100 * 100).map_or(Self::Nothing, Self::Class),
        }
    }

    /// The row of the status, or of its class.
    pub(super) fn row(self) -> Option<StatusRow<'c>> {
        match self {
            Self::Status(row) | Self::Class(row) => Some(row),
            Self::Code(_) | Self::Nothing => None,
        }
    }

    /// A fact of the entry, or of the row.
    pub(super) fn fact<T>(
        self,
        of_entry: impl FnOnce(Entry<'c>) -> Option<T>,
        of_row: impl FnOnce(StatusRow<'c>) -> Option<T>,
    ) -> Option<T> {
        match self {
            Self::Code(entry) => of_entry(entry),
            Self::Status(row) | Self::Class(row) => of_row(row),
            Self::Nothing => None,
        }
    }
}
