//! Reads an API error catalog, checks it, and says what is wrong and where.
//!
//! Most programs use `api-error-catalog` instead, whose derive does all of this when they are compiled.
//! This crate is for programs that get catalog files at run time: commands, generators, editors.
//!
//! [`read`] takes a file from a [`Loader`], [`read_text`] takes it from memory. Either gives
//! a [`Reading`]:
//!
//! - its [`diagnostics`](Reading::diagnostics), all of them at once; [`render`] shows one with the line
//!   it is about;
//! - its [`Document`], which is what the files say: every fact with its span, nothing inherited;
//! - its [`ResolvedCatalog`], where every fact is there and says where it comes from. There is one only
//!   where there are no errors.
//!
//! [`compile`] makes a compiled catalog of the last. `api-error-catalog-core` opens it, and explains,
//! writes and decodes bodies as it does for a catalog that the derive has compiled. Nothing is leaked:
//! the opened catalog borrows what `compile` returns.
//!
//! ```
//! use api_error_catalog_core::{Body, Prefixes, SlotValue};
//! use api_error_catalog_model::{Side, compile, read_text};
//!
//! let text = r#"
//! [catalog]
//! name    = "wallet"
//! locales = ["en"]
//!
//! [body.members]
//! status     = "{status}"
//! code       = "{code}"
//! message    = "{message}"
//! request_id = "{request_id?}"
//!
//! [code.insufficient-funds]
//! status  = 402
//! message = "Account {account_id} holds too little."
//! "#;
//! let reading = read_text("wallet.toml", text, Side::Client);
//! let encoded = compile(reading.catalog().expect("a catalog without errors"))?;
//! let (catalog, prefixes) = (encoded.catalog(), Prefixes::open(&encoded.prefixes));
//!
//! let entry = catalog.from_code("insufficient-funds").expect("an entry of the catalog");
//! let mut body = Body::new(entry);
//! body.set_parameter(0, Some(SlotValue::from("acc_7")));
//! let json = body.to_json(Some(&prefixes));
//! let expected = r#"{"status":402,"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#;
//! assert_eq!(json, expected.as_bytes());
//!
//! let answer = catalog.decode(402, &json);
//! assert_eq!(answer.entry(), Some(entry));
//! assert_eq!(answer.parameter("account_id").as_deref(), Some("acc_7"));
//! # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
//! ```
//!
//! The feature `serde` implements `Serialize` for [`ResolvedCatalog`].
//!
//! # Stages
//!
//! The [`Loader`] gets the bytes of the files, each file is parsed into a tree with spans, the trees are
//! merged and read into a [`Document`], the rules check the document, and the resolver applies
//! inheritance. `ARCHITECTURE.md` in the repository follows one fact through them.

#![forbid(unsafe_code)]

mod bases;
mod braces;
mod catalog;
mod compile;
mod control;
mod diagnostic;
pub mod document;
mod entries;
mod finding;
mod http;
mod in_json;
mod inheritance;
mod invisible;
mod json;
mod known_keys;
mod literal;
mod load;
mod loader;
mod locale;
mod media_type;
mod merge;
mod names;
mod preset;
mod read;
mod render;
mod resolve;
mod rules;
mod schema;
mod side;
mod source;
mod suggestion;
mod toml;
mod tree;
mod uri;
mod variant;
mod wording;

pub use catalog::{Origin, ResolvedCatalog, ResolvedEntry, ResolvedStatus, Sourced, SourcedFacts};
pub use compile::compile;
pub use diagnostic::{Diagnostic, Label, Severity};
use document::Document;
use finding::Findings;
pub use loader::{Disk, Loader, Memory};
pub use names::is_usable_name;
pub use render::{Paint, Part, Rendered, render};
pub use schema::SCHEMA;
pub use side::Side;
pub use source::{FileId, Position, Source, Sources, Span, Spanned};
pub use suggestion::{Suggestions, nearest};
pub use variant::variant_name;

/// What was read of a catalog's files.
///
/// ```
/// use api_error_catalog_model::{Side, read_text};
///
/// let reading = read_text("wallet.toml", "[catalog]\nname = 7", Side::Client);
/// assert!(reading.has_errors());
/// assert_eq!(reading.catalog(), None);
/// ```
#[derive(Debug)]
pub struct Reading {
    /// The files that could be read, the named one first, and the ready-made bases among those that it
    /// extends.
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

/// Reads and checks the catalog at `path`, which is a path of the loader, and the files that it extends.
/// This cannot fail: what is wrong is among the [diagnostics](Reading::diagnostics).
///
/// ```
/// use api_error_catalog_model::{Disk, Side, read};
///
/// let reading = read(&Disk::new("examples"), "wallet.toml", Side::Client);
/// let catalog = reading.catalog().expect("a catalog without errors");
/// assert_eq!(catalog.locales, ["en", "fr"]);
/// assert_eq!(catalog.entries[0].variant, "InsufficientFunds");
/// ```
pub fn read(loader: &dyn Loader, path: &str, side: Side) -> Reading {
    let sources = Sources::default();
    let mut diagnostics = Findings::default();
    let document = document(loader, path, &sources, &mut diagnostics);
    let catalog = match &document {
        Some(document) => check(document, side, &sources, &mut diagnostics),
        None => ResolvedCatalog::default(),
    };
    let diagnostics = diagnostics.into_sorted(&sources);
    Reading { sources, diagnostics, document: document.unwrap_or_default(), catalog }
}

/// Reads and checks a catalog that is one text. The extension of `name` says whether it is TOML or
/// JSON. One that extends others is read by [`read`] from a [`Memory`].
///
/// ```
/// use api_error_catalog_model::{Side, read_text};
///
/// let json = r#"{
///     "catalog": { "name": "wallet", "locales": ["en"] },
///     "body": { "members": { "code": "{code}" } },
///     "code": { "internal": { "status": 500, "message": "Something broke." } }
/// }"#;
/// let reading = read_text("wallet.json", json, Side::Client);
/// assert!(!reading.has_errors());
/// ```
pub fn read_text(name: &str, text: impl Into<Vec<u8>>, side: Side) -> Reading {
    read(&Memory::default().with(name, text), name, side)
}

fn document(
    loader: &dyn Loader,
    path: &str,
    sources: &Sources,
    diagnostics: &mut Findings,
) -> Option<Document> {
    let files = load::load(loader, path, sources, diagnostics);
    let document = read::read(&files.root, files.first?, sources, diagnostics);
    Some(Document { extends: files.extends, comments: files.comments, ..document })
}

fn check(
    document: &Document,
    side: Side,
    sources: &Sources,
    diagnostics: &mut Findings,
) -> ResolvedCatalog {
    let variants = entries::variants(document);
    rules::check(side, document, &variants, sources, diagnostics);
    resolve::resolve(document, &variants)
}
