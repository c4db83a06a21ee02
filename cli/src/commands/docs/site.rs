//! The catalogs of a site, and where their pages are.

use api_error_catalog_core::{Catalog, Entry};
use api_error_catalog_model::{ResolvedCatalog, ResolvedEntry};

use super::endpoints::Endpoints;
use super::layout::Layout;
use super::texts::Texts;
use crate::catalogs::{CatalogFile, CompiledCatalog};

/// Everything that pages are made of.
pub(super) struct Site<'s> {
    pub(super) catalogs: Vec<SiteCatalog<'s>>,
    pub(super) layout: Layout,
    pub(super) endpoints: Endpoints,
}

/// A catalog without errors.
pub(super) struct SiteCatalog<'s> {
    pub(super) resolved: &'s ResolvedCatalog,
    pub(super) catalog: Catalog<'s>,
    pub(super) texts: Texts<'s>,
    /// What the types of its problems begin with.
    pub(super) type_base: Option<&'s str>,
    /// The numbers of the entries below each entry.
    children: Vec<Vec<usize>>,
}

impl<'s> Site<'s> {
    /// A site of catalogs, each with what it was compiled to, and without endpoints.
    pub(super) fn new(catalogs: &'s [(CatalogFile, CompiledCatalog)]) -> Self {
        let catalogs: Vec<_> =
            catalogs.iter().map(|(file, compiled)| SiteCatalog::new(file, compiled)).collect();
        let resolved: Vec<_> = catalogs.iter().map(|catalog| catalog.resolved).collect();
        Self { layout: Layout::new(&resolved), catalogs, endpoints: Endpoints::default() }
    }
}

impl<'s> SiteCatalog<'s> {
    fn new(file: &'s CatalogFile, compiled: &'s CompiledCatalog) -> Self {
        let (document, resolved) = (file.reading.document(), file.reading.partial_catalog());
        let mut children = vec![Vec::new(); resolved.entries.len()];
        for (number, entry) in resolved.entries.iter().enumerate() {
            if let Some(parent) = entry.parent {
                children[parent].push(number);
            }
        }
        let base = document.body.as_ref().and_then(|body| body.type_base.as_ref());
        Self {
            resolved,
            catalog: compiled.open(),
            texts: Texts::new(document, resolved),
            type_base: base.map(|base| base.value.as_str()),
            children,
        }
    }

    /// An entry by its number, resolved and compiled.
    pub(super) fn entry(&self, number: usize) -> (&'s ResolvedEntry, Entry<'_>) {
        let compiled = u16::try_from(number).expect("a compiled catalog counts in 16 bits");
        (&self.resolved.entries[number], self.catalog.entry(compiled))
    }

    pub(super) fn children(&self, entry: usize) -> &[usize] {
        &self.children[entry]
    }

    /// The numbers of the entries that an entry is below, the next one first.
    pub(super) fn parents(&self, entry: usize) -> impl Iterator<Item = usize> {
        let entries = &self.resolved.entries;
        std::iter::successors(entries[entry].parent, |parent| entries[*parent].parent)
    }
}
