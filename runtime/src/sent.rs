//! The error that a response was made of, kept with the response: for the layer that knows the request, for
//! metrics, and for tests.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::ops::Deref;

use api_error_catalog_core::{Body, Entry, Prefixes};

use crate::catalog_error::{CatalogError, Log, Written};

/// The error that a response was made of. It is in the extensions of the response.
///
/// An error that is not `Send`, `Sync` and `'static` cannot be kept: a copy of what it says stands for it, which
/// is written and logged alike, and is of no other type. So does one in actix-web, which keeps the error itself:
/// `HttpResponse::error` has it.
#[derive(Clone, Debug)]
pub struct Sent(Arc<dyn CatalogError + Send + Sync>);

impl Sent {
    pub(crate) fn new(error: impl CatalogError + Send + Sync + 'static) -> Self {
        Self(Arc::new(error))
    }

    /// A copy of what an error says.
    pub(crate) fn copy_of(error: &impl CatalogError) -> Self {
        let Written { body, prefixes } = error.__written();
        Self::new(Copied {
            body: body.into_owned(),
            prefixes,
            log: Log(error).to_string(),
            cause: error.source().map(CopiedCause::new),
        })
    }

    /// The error as a source of others.
    #[cfg(feature = "tonic")]
    pub(crate) fn into_source(self) -> Arc<dyn Error + Send + Sync> {
        self.0
    }

    /// The error as the enum that it is of; `None` where it is of another type.
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        let error: &(dyn Error + 'static) = &*self.0;
        error.downcast_ref()
    }
}

impl Deref for Sent {
    type Target = dyn CatalogError + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// What an error says, apart from the error.
struct Copied {
    body: Body<'static, 'static>,
    prefixes: &'static Prefixes<'static>,
    log: String,
    cause: Option<CopiedCause>,
}

// What is reported is what a user may write.
#[diagnostic::do_not_recommend]
impl CatalogError for Copied {
    fn entry(&self) -> Entry<'static> {
        self.body.entry()
    }

    fn __written(&self) -> Written<'_> {
        Written { body: self.body.clone(), prefixes: self.prefixes }
    }

    fn __write_log(&self, f: &mut fmt::Formatter<'_>) -> Option<fmt::Result> {
        Some(f.write_str(&self.log))
    }
}

impl fmt::Debug for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { log, cause, .. } = self;
        f.debug_struct("Copied").field("log", log).field("cause", cause).finish_non_exhaustive()
    }
}

impl fmt::Display for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.body.message().fmt(f)
    }
}

impl Error for Copied {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}

/// What a cause says, and the one behind it.
#[derive(Debug)]
struct CopiedCause {
    text: String,
    cause: Option<Box<Self>>,
}

impl CopiedCause {
    fn new(error: &(dyn Error + 'static)) -> Self {
        let cause = error.source().map(|cause| Box::new(Self::new(cause)));
        Self { text: error.to_string(), cause }
    }
}

impl fmt::Display for CopiedCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for CopiedCause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as _)
    }
}
