//! An error of the catalog that a framework has made, by `[catch]`.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

use api_error_catalog_core::{Body, Entry, Prefixes, SlotValue};

use crate::catalog_error::{CatalogError, Written};

/// An error that stands for what a framework answered itself: an entry that `[catch]` of the catalog names, the
/// parameters that the framework knows, and what is for the log as its source.
///
/// ```
/// use api_error_catalog::Catch;
///
/// // What may stand in the message of such an entry.
/// assert_eq!(Catch::PARAMETERS, ["path", "method", "detail", "field", "limit", "media_type"]);
/// ```
pub struct Caught {
    body: Body<'static, 'static>,
    prefixes: &'static Prefixes<'static>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Caught {
    pub(crate) fn new(entry: Entry<'static>, prefixes: &'static Prefixes<'static>) -> Self {
        Self { body: Body::new(entry), prefixes, source: None }
    }

    /// Fills the parameter of a name, and the slot, where there is one.
    pub(crate) fn with(mut self, name: &str, value: impl Into<SlotValue<'static>>) -> Self {
        self.body.set_named(name, &value.into());
        self
    }

    /// What is behind it, for the log.
    pub(crate) fn because(self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..self }
    }

    /// Whether the message says what stands for a parameter.
    pub(crate) fn says(&self, parameter: &str) -> bool {
        self.body.entry().parameters().any(|known| known.name == parameter)
    }
}

// What is reported is what a user may write.
#[diagnostic::do_not_recommend]
impl CatalogError for Caught {
    fn entry(&self) -> Entry<'static> {
        self.body.entry()
    }

    fn __written(&self) -> Written<'_> {
        Written { body: self.body.clone(), prefixes: self.prefixes }
    }
}

impl fmt::Debug for Caught {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = self.entry().name();
        f.debug_struct("Caught")
            .field("entry", &entry)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Caught {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.body.message().fmt(f)
    }
}

impl Error for Caught {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}
