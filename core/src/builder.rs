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
//!     key: "ok".into(),
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

use crate::body::Body;
use crate::catalog::Catalog;
pub use crate::catch::CatchDef;
pub use crate::definition::{CatalogDef, EntryDef, ParameterDef, PossibleCauseDef, StatusDef};
use crate::encoder::Encoder;
pub use crate::fixed_slot::{FixedSlotDef, FixedValueDef};
use crate::prefix::PrefixWriter;
use crate::rows::NONE;
use crate::shape::{NodeDef, PieceDef};
pub use crate::size::{MOST_ANCESTORS, MOST_ENTRIES, TooLarge};
use crate::write;

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

    /// A number that another catalog has by chance only: FNV-1a, of 64 bits, of the text and the bytes.
    pub fn fingerprint(&self) -> u64 {
        let bytes = self.text.bytes().chain(self.bytes.iter().copied());
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }
}

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
    let prefixes = encode_prefixes(&Catalog::open(&text, &bytes))?;
    Ok(Encoded { text, bytes, prefixes })
}

/// Writes an empty body of each entry in each locale, as far as it is the same in every body.
fn encode_prefixes(catalog: &Catalog<'_>) -> Result<Vec<u8>, TooLarge> {
    let locales = catalog.locale_count().max(1);
    let mut prefixes = PrefixWriter::new(locales);
    for entry in catalog.codes() {
        for locale in 0..locales {
            let mut body = Body::new(entry);
            body.locale = locale;
            prefixes.add(|json| write::write_prefix(&body, json))?;
        }
    }
    prefixes.finish()
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
    TooLarge::unless(catalog.shape.headers.len(), MOST, "headers")?;
    let headers =
        catalog.statuses.iter().flat_map(|row| &row.headers).chain(&catalog.shape.headers);
    for header in headers {
        // A long text is several pieces.
        let texts = header.pieces.iter().map(PieceDef::size).sum();
        TooLarge::unless(texts, MOST, "bytes in a header")?;
    }
    for entry in &catalog.entries {
        TooLarge::unless(entry.causes.len(), MOST, "possible causes of an entry")?;
    }
    let mut nodes = 0;
    for node in catalog.shape.members.walk().chain(catalog.shape.inner.walk()) {
        nodes += 1;
        TooLarge::unless(nodes, u32::MAX as usize / 2, "nodes in the shape")?;
        let length = match node {
            NodeDef::Object(members) => {
                // In JSON, a character has at most six bytes.
                let keys = members.iter().filter_map(|member| member.key.name());
                let longest = keys.map(str::len).max().unwrap_or(0);
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
