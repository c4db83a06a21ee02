//! Which tables an entry takes facts from: its own, its ancestors', the row of its status, the defaults.

use std::collections::HashMap;

use api_error_catalog_core::builder::MOST_ANCESTORS;
use api_error_catalog_core::status::VALID_STATUSES;

use crate::catalog::{Origin, Sourced};
use crate::document::{Document, Facts, StatusTable};
use crate::entries::{Entry, VariantEntry};

/// The entries of a document, by name and by number.
pub(crate) struct Inheritance<'d> {
    document: &'d Document,
    variants: Vec<&'d VariantEntry<'d>>,
    /// The number in `variants` of each name.
    numbers: HashMap<&'d str, usize>,
    /// The row of each status, by the status.
    rows: Vec<Option<&'d StatusTable>>,
}

/// An entry and its ancestors, itself first, and where each of them is for the entry.
pub(crate) type Lineage<'d> = Vec<(Origin, Entry<'d>)>;

/// A table that an entry takes facts from.
#[derive(Clone, Copy)]
pub(crate) struct FactTable<'d> {
    pub(crate) origin: Origin,
    pub(crate) facts: &'d Facts,
}

impl<'d> Inheritance<'d> {
    /// Entries are counted in the order in which they are given.
    pub(crate) fn new(
        document: &'d Document,
        variants: impl IntoIterator<Item = &'d VariantEntry<'d>>,
    ) -> Self {
        let variants: Vec<_> = variants.into_iter().collect();
        let mut numbers = HashMap::with_capacity(variants.len());
        for (number, variant) in variants.iter().enumerate() {
            numbers.entry(&*variant.name.value).or_insert(number);
        }
        let mut rows = vec![None; usize::from(*VALID_STATUSES.end()) + 1];
        for row in &document.statuses {
            for status in row.served() {
                rows[usize::from(status.value)] = Some(row);
            }
        }
        Self { document, variants, numbers, rows }
    }

    pub(crate) fn variants(&self) -> &[&'d VariantEntry<'d>] {
        &self.variants
    }

    /// The number of the entry of that name.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// The row of each status that has one, in ascending order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (u16, &'d StatusTable)> {
        (0..).zip(&self.rows).filter_map(|(status, row)| Some((status, (*row)?)))
    }

    /// No more ancestors than are needed to see that they are too many.
    pub(crate) fn lineage(&self, entry: Entry<'d>) -> Lineage<'d> {
        let mut lineage = vec![(Origin::Own, entry)];
        while lineage.len() <= 1 + MOST_ANCESTORS
            && let Some(parent) = lineage[lineage.len() - 1].1.parent()
            && let Some(number) = self.number(parent)
        {
            lineage.push((Origin::Parent(number), self.variants[number].entry));
        }
        lineage
    }

    /// The status of an entry; `None` where no table says it.
    pub(crate) fn status(&self, lineage: &Lineage<'d>) -> Option<Sourced<u16>> {
        let own = lineage.iter().find_map(|(origin, entry)| {
            let assumed = entry.facts().assumes("status");
            Some(Sourced { value: entry.status()?, origin: *origin, assumed })
        });
        own.or_else(|| {
            let defaults = self.document.defaults.as_ref()?;
            let assumed = defaults.facts.assumes("status");
            let value = defaults.status.as_ref()?.value;
            Some(Sourced { value, origin: Origin::Defaults, assumed })
        })
    }

    /// The tables that an entry of a status takes facts from; those that come first win.
    pub(crate) fn tables(&self, lineage: &Lineage<'d>, status: Option<u16>) -> Vec<FactTable<'d>> {
        let row = |status: u16| {
            let facts = &self.rows[usize::from(status)]?.facts;
            Some(FactTable { origin: Origin::StatusRow(status), facts })
        };
        let own = lineage
            .iter()
            .map(|(origin, entry)| FactTable { origin: *origin, facts: entry.facts() });
        own.chain(status.and_then(row)).chain(self.defaults()).collect()
    }

    /// The tables that a status row takes facts from. One that becomes no entry is not what `[defaults]`
    /// is about: it may be that of a success.
    pub(crate) fn tables_of_row(&self, row: &'d StatusTable) -> Vec<FactTable<'d>> {
        let own = FactTable { origin: Origin::Own, facts: &row.facts };
        let defaults = self.defaults().filter(|_| row.is_typed());
        std::iter::once(own).chain(defaults).collect()
    }

    fn defaults(&self) -> Option<FactTable<'d>> {
        let facts = &self.document.defaults.as_ref()?.facts;
        Some(FactTable { origin: Origin::Defaults, facts })
    }
}
