//! Building a compiled catalog: plain data in, text and bytes out.
//!
//! ```
//! use api_error_catalog_core::Catalog;
//! use api_error_catalog_core::builder::{CatalogDef, EntryDef, encode};
//! use api_error_catalog_core::fact::TextFact;
//! use api_error_catalog_core::shape::{MemberDef, NodeDef, ShapeDef};
//!
//! let mut entry = EntryDef::new("not-found", "NotFound", 404);
//! entry.texts[TextFact::Message] = Some(vec!["Nothing here.".to_owned()]);
//! let members = NodeDef::Object(vec![MemberDef {
//!     key: "ok".to_owned(),
//!     node: NodeDef::Boolean(false),
//!     optional: false,
//! }]);
//! let catalog = CatalogDef {
//!     name: "wallet".to_owned(),
//!     locales: vec!["en".to_owned()],
//!     entries: vec![entry],
//!     shape: ShapeDef { members, ..ShapeDef::default() },
//!     ..CatalogDef::default()
//! };
//!
//! let encoded = encode(&catalog)?;
//! let catalog = Catalog::open(&encoded.text, &encoded.bytes);
//! let entry = catalog.from_code("not-found").expect("an entry of the catalog");
//! assert_eq!(entry.status(), 404);
//! # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
//! ```

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::catalog::{Catalog, NONE};
use crate::encoder::Encoder;
use crate::fact::{FactKey, LocalizedTexts, TextFacts, Words};
use crate::prefix;
use crate::shape::{NodeDef, ShapeDef};

/// A catalog as plain data: everything inherited, every reference an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogDef {
    /// The short name.
    pub name: String,
    /// The locales, BCP 47 tags. The first is the default; every text has one version for each.
    pub locales: Vec<String>,
    /// What the API is called.
    pub title: Option<LocalizedTexts>,
    /// Where the API documents its errors.
    pub docs: Option<String>,
    /// The version of the API.
    pub version: Option<String>,
    /// The status table, a row for each status, in ascending order.
    pub statuses: Vec<StatusDef>,
    /// The entries.
    pub entries: Vec<EntryDef>,
    /// The body.
    pub shape: ShapeDef,
}

/// A row of the status table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusDef {
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The entry whose code travels with the status, by its index in [`CatalogDef::entries`].
    pub entry: Option<usize>,
    /// The texts; a row has a title.
    pub texts: TextFacts,
    /// The words.
    pub words: Words,
    /// The names of the headers that come with the status.
    pub headers: Vec<String>,
    /// A link.
    pub docs: Option<String>,
    /// The facts that the documentation of the API does not give, sorted.
    pub assumed: Vec<FactKey>,
}

impl CatalogDef {
    /// The parent of an entry, the parent of that one, and so on.
    fn ancestors(&self, entry: &EntryDef) -> impl Iterator<Item = &EntryDef> {
        let parent = |entry: &EntryDef| self.entries.get(entry.parent?);
        core::iter::successors(parent(entry), move |entry| parent(entry))
    }
}

/// An entry: a code and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryDef {
    /// The code as it travels; where [`is_sent`](Self::is_sent) is false, the status in digits.
    pub code: String,
    /// Whether the code stands in bodies.
    pub is_sent: bool,
    /// The variant that the entry becomes.
    pub variant: String,
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The more general entry that this one is sent under, by its index in [`CatalogDef::entries`].
    pub parent: Option<usize>,
    /// Other spellings that are read as the code.
    pub aliases: Vec<String>,
    /// Whether the code is retired.
    pub is_retired: bool,
    /// The texts; an entry has a title, a message, which is a template, and a description.
    pub texts: TextFacts,
    /// The words.
    pub words: Words,
    /// A link.
    pub docs: Option<String>,
    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` is `about:blank`.
    pub problem_type: Option<String>,
    /// The facts that the documentation of the API does not give, sorted.
    pub assumed: Vec<FactKey>,
}

impl EntryDef {
    /// An entry that is sent, with a code, a variant and a status, and nothing else.
    pub fn new(code: impl Into<String>, variant: impl Into<String>, status: u16) -> Self {
        let (code, variant) = (code.into(), variant.into());
        Self { code, variant, status, is_sent: true, ..Self::default() }
    }
}

/// A compiled catalog. [`Catalog::open`] opens the text and the bytes, and
/// [`Prefixes::open`](crate::Prefixes::open) the prefixes, which only programs need that write bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// All texts.
    pub text: String,
    /// All tables.
    pub bytes: Vec<u8>,
    /// How bodies begin.
    pub prefixes: Vec<u8>,
}

impl Encoded {
    /// Opens the catalog.
    pub fn catalog(&self) -> Catalog<'_> {
        Catalog::open(&self.text, &self.bytes)
    }
}

/// The error of a catalog that has more of something than can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    what: &'static str,
    most: usize,
}

impl TooLarge {
    pub(crate) fn new(what: &'static str, most: usize) -> Self {
        Self { what, most }
    }

    /// An error where there are more than `most`.
    pub(crate) fn unless(count: usize, most: usize, what: &'static str) -> Result<(), Self> {
        if count > most { Err(Self { what, most }) } else { Ok(()) }
    }
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a catalog has at most {} {}", self.most, self.what)
    }
}

impl core::error::Error for TooLarge {}

/// The most entries that a catalog may have.
pub const MOST_ENTRIES: usize = NONE as usize - 1;

/// The most ancestors that an entry may have. So many objects nest in the outermost one of a body, and
/// a body is read no deeper.
pub const MOST_ANCESTORS: usize = 64;

/// Compiles a catalog.
///
/// # Errors
///
/// Where it has more of something than the tables can count: [`MOST_ENTRIES`] entries, a gigabyte of
/// text, 65,000 slots, parameters, members of an object or items of a list. Where an entry has more
/// than [`MOST_ANCESTORS`], or is its own.
pub fn encode(catalog: &CatalogDef) -> Result<Encoded, TooLarge> {
    check_size(catalog)?;
    let (text, bytes) = Encoder::new(catalog).encode()?;
    let prefixes = prefix::encode(&Catalog::open(&text, &bytes))?;
    Ok(Encoded { text, bytes, prefixes })
}

fn check_size(catalog: &CatalogDef) -> Result<(), TooLarge> {
    const MOST: usize = NONE as usize - 1;
    TooLarge::unless(catalog.entries.len(), MOST_ENTRIES, "entries")?;
    for entry in &catalog.entries {
        // In a circle, there is no end of them.
        let ancestors = catalog.ancestors(entry).take(MOST_ANCESTORS + 1).count();
        TooLarge::unless(ancestors, MOST_ANCESTORS, "ancestors of an entry")?;
    }
    TooLarge::unless(catalog.locales.len(), MOST, "locales")?;
    TooLarge::unless(catalog.statuses.len(), MOST, "status rows")?;
    TooLarge::unless(catalog.shape.slots.len(), MOST, "slots")?;
    let lists = catalog.entries.iter().map(|entry| entry.aliases.len());
    let lists = lists.chain(catalog.statuses.iter().map(|row| row.headers.len()));
    for length in lists {
        TooLarge::unless(length, MOST, "aliases of an entry, or headers of a status")?;
    }
    let mut nodes = 0;
    for node in catalog.shape.members.walk().chain(catalog.shape.inner.walk()) {
        nodes += 1;
        TooLarge::unless(nodes, u32::MAX as usize / 2, "nodes in the shape")?;
        let length = match node {
            NodeDef::Object(members) => {
                // In JSON, a character has at most six bytes.
                let longest = members.iter().map(|member| member.key.len()).max().unwrap_or(0);
                TooLarge::unless(longest, MOST / 6 - 4, "bytes in a key of the shape")?;
                members.len()
            }
            NodeDef::List(items) => items.len(),
            NodeDef::Text(pieces) => pieces.len(),
            _ => 0,
        };
        TooLarge::unless(length, MOST, "members or items in one node of the shape")?;
    }
    Ok(())
}
