//! What the tokens are made from.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::Sources;

use crate::coverage::Coverage;
use crate::item::Item;

/// What an expansion is made of.
pub(crate) struct Expansion<'e> {
    pub(crate) item: &'e Item<'e>,
    pub(crate) encoded: &'e Encoded,
    /// The encoded catalog, opened.
    pub(crate) catalog: &'e Catalog<'e>,
    /// Whether the catalog has errors.
    pub(crate) is_partial: bool,
    /// What each variant stands for.
    pub(crate) coverage: &'e [Coverage],
    /// The files of the catalog.
    pub(crate) sources: &'e Sources,
}
