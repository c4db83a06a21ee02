//! Reads an API error catalog, checks it, and says what is wrong and where.
//!
//! The way of a catalog: its files become a tree with the place of every value, the tree becomes a
//! draft (every fact with its type), the rules look at the draft, and a draft without errors becomes
//! a [`Catalog`]. Everything that is found on the way is reported at once.

#![forbid(unsafe_code)]

mod case;
mod catalog;
mod control;
mod draft;
mod finding;
mod json;
mod json_text;
mod literal;
mod load;
mod locale;
mod merge;
mod preset;
mod read;
mod render;
mod resolve;
mod rules;
mod schema;
mod shape;
mod slot;
mod source;
mod status;
mod suggestion;
pub mod template;
mod toml;
mod tree;
mod variant;

use std::path::Path;

pub use catalog::{Catalog, Code, Retry, Status, Texts};
use finding::Findings;
pub use finding::{Finding, Label, Severity};
pub use json_text::{first_special, quoted};
pub use render::{Rendered, render};
pub use schema::schema;
pub use shape::{Member, Node, Shape, Slot, TextPiece};
pub use slot::{Filling, SlotType};
pub use source::{FileId, Position, Source, Sources, Span, Spanned};
pub use status::registered;
pub use suggestion::nearest;

/// What became of a catalog's files.
#[derive(Debug)]
pub struct Reading {
    /// The files that could be read, the named one first.
    pub sources: Sources,
    /// What there is to say about them, in the order of the files.
    pub findings: Vec<Finding>,
    /// The catalog; where a finding is an error, as far as it could be made out.
    pub catalog: Catalog,
}

impl Reading {
    /// The findings that keep the catalog from being used.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// The findings that are doubts.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Warning)
    }

    /// Whether the catalog cannot be used.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// What a program does with the errors of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It sends them, and answers for what goes with them.
    Server,
    /// It receives them.
    Client,
}

/// Reads and checks the catalog at `path`, which is relative to the folder `package` and has forward
/// slashes.
pub fn read(package: &Path, path: &str, side: Side) -> Reading {
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let catalog = load::load(package, path, &mut sources, &mut findings)
        .map(|file| check(file, side, &sources, &mut findings))
        .unwrap_or_default();
    Reading { sources, findings: findings.into_sorted(), catalog }
}

fn check(file: FileId, side: Side, sources: &Sources, findings: &mut Findings) -> Catalog {
    let draft = read::read(&load::tree(sources, findings), file, sources, findings);
    let variants = draft.variants();
    rules::check(side, &draft, &variants, sources, findings);
    resolve::resolve(&draft, &variants)
}
