//! Reads an API error catalog, checks it, and says what is wrong and where.
//!
//! The stages: [`Loader`] gets the bytes of the files, each file is parsed into a tree with spans, the
//! trees are merged and read into a `Document` (every fact with its type and span), the rules check
//! the document, and the resolver applies inheritance, which gives a [`ResolvedCatalog`]. All
//! diagnostics are reported at once.

#![forbid(unsafe_code)]

mod braces;
mod catalog;
mod compile;
mod control;
mod diagnostic;
pub mod document;
mod entries;
mod http;
mod json;
mod literal;
mod load;
mod loader;
mod locale;
mod merge;
mod names;
mod preset;
mod read;
mod render;
mod resolve;
mod rules;
mod side;
mod source;
mod status;
mod suggestion;
mod toml;
mod tree;
mod variant;

pub use catalog::{Origin, ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced};
pub use compile::compile;
use diagnostic::Diagnostics;
pub use diagnostic::{Diagnostic, Label, Severity};
use document::Document;
pub use loader::{Disk, Loader, Memory};
pub use names::is_usable_name;
pub use render::{Rendered, render};
pub use side::Side;
pub use source::{FileId, Position, Source, Sources, Span, Spanned};
pub use suggestion::{Suggestions, nearest};

/// What became of a catalog's files.
#[derive(Debug)]
pub struct Reading {
    /// The files that could be read, the named one first.
    pub sources: Sources,
    /// What there is to say about them, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    document: Document,
    catalog: ResolvedCatalog,
}

impl Reading {
    /// What the files say, with the span of every fact; empty where the named file could not be read.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The catalog; `None` where there are errors.
    pub fn catalog(&self) -> Option<&ResolvedCatalog> {
        (!self.has_errors()).then_some(&self.catalog)
    }

    /// The catalog as far as it could be resolved, errors or not. It is for code generation, which
    /// keeps the generated types in place while the catalog has errors; use [`Reading::catalog`]
    /// otherwise.
    pub fn partial_catalog(&self) -> &ResolvedCatalog {
        &self.catalog
    }

    /// The diagnostics that keep the catalog from being used.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The diagnostics that are warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning)
    }

    /// Whether the catalog cannot be used.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// Reads and checks the catalog at `path`, which is a path of the loader.
pub fn read(loader: &dyn Loader, path: &str, side: Side) -> Reading {
    let sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let document = document(loader, path, &sources, &mut diagnostics);
    let catalog = match &document {
        Some(document) => check(document, side, &sources, &mut diagnostics),
        None => ResolvedCatalog::default(),
    };
    let diagnostics = diagnostics.into_sorted();
    Reading { sources, diagnostics, document: document.unwrap_or_default(), catalog }
}

/// Reads and checks a catalog that is one text. The extension of `name` says whether it is TOML or
/// JSON.
pub fn read_text(name: &str, text: impl Into<Vec<u8>>, side: Side) -> Reading {
    read(&Memory::default().with(name, text), name, side)
}

fn document(
    loader: &dyn Loader,
    path: &str,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let files = load::load(loader, path, sources, diagnostics);
    let document = read::read(&files.root, files.first?, sources, diagnostics);
    Some(Document { extends: files.extends, comments: files.comments, ..document })
}

fn check(
    document: &Document,
    side: Side,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> ResolvedCatalog {
    let variants = entries::variants(document);
    rules::check(side, document, &variants, sources, diagnostics);
    resolve::resolve(document, &variants)
}
