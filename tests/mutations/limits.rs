//! What is wanted of the reader.

/// Whether the figures have to be reached. Where they do not, they are printed only.
pub(crate) const ARE_ASSERTED: bool = true;

/// The share of mistakes whose first finding has the exact place.
pub(crate) const EXACT: f64 = 0.98;

/// The share of mistakes that are one finding each.
pub(crate) const ONE: f64 = 0.98;

/// The share of files with several mistakes in what they say of which all are reported.
pub(crate) const COMPLETE: f64 = 0.99;

/// The same of files with mistakes in their syntax among them.
pub(crate) const COMPLETE_WITH_SYNTAX: f64 = 0.95;

/// How many mistakes are made where `MUTATIONS` does not say.
pub(crate) const MUTATIONS: usize = 3000;

/// One file in so many mistakes has several of them.
pub(crate) const MISTAKES_PER_FILE: usize = 10;
