//! The compiled form of an API error catalog: one definition of its tables, how they are built, how
//! they are read, and how error bodies are written and read by them.
//!
//! Most programs use `api-error-catalog` instead, whose derive compiles a catalog file into the program.
//! This crate is for those that get their catalogs at run time: `api-error-catalog-model` reads and
//! checks a file and compiles it with [`builder::encode`]; what is here then works as it does for
//! a derived catalog, with the same code. It is `no_std` with `alloc` and has no dependency.
//!
//! 1. [`builder::CatalogDef`] is a catalog as plain data. [`builder::encode`] makes an
//!    [`Encoded`](builder::Encoded) of it: a text, some bytes, and the prefixes of bodies.
//! 2. [`Catalog::open`] opens the text and the bytes, [`Prefixes::open`] the prefixes, both in constant
//!    time and in a `const` where that is wanted. A [`Catalog`] gives [entries](Entry), one for each
//!    code, and [status rows](StatusRow).
//! 3. A [`Body`] is an entry, a locale and the values that a caller has set. [`Body::write_json`]
//!    writes it. What stands at each node of its shape is decided by the [`Resolver`] alone.
//! 4. [`Catalog::decode`] reads what an API answered; the [`Answer`] says what it means.
//!
//! Nothing is leaked, and nothing has to be `'static`: `Catalog<'c>` borrows the text and the bytes,
//! and entries, bodies and answers borrow the catalog.
//!
//! ```
//! # mod example {
//! #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
//! # }
//! # use example::wallet;
//! use api_error_catalog_core::builder::encode;
//! use api_error_catalog_core::{Body, Prefixes, SlotValue};
//!
//! // A `CatalogDef`; it is in `examples/wallet/catalog.rs`.
//! let encoded = encode(&wallet())?;
//! let (catalog, prefixes) = (encoded.catalog(), Prefixes::open(&encoded.prefixes));
//!
//! let entry = catalog.from_code("insufficient-funds").expect("an entry of the catalog");
//! let mut body = Body::new(entry);
//! body.set_parameter(0, Some(SlotValue::from("acc_7")));
//! let json = body.to_json(Some(&prefixes));
//! let text = r#"{"status":402,"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#;
//! assert_eq!(json, text.as_bytes());
//!
//! let answer = catalog.decode(402, &json);
//! assert_eq!(answer.entry(), Some(entry));
//! assert_eq!(answer.parameter("account_id").as_deref(), Some("acc_7"));
//! # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
//! ```
//!
//! Every table, number and bit that a writer and a reader of these tables share is defined in this
//! crate and nowhere else. `ARCHITECTURE.md` in the repository follows one fact through it.
//!
//! The feature `serde` implements `Serialize` for the plain data of facts, slots and shapes.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod accept_language;
pub mod answer;
mod body;
mod body_headers;
mod body_names;
pub mod builder;
mod catalog;
mod catch;
mod date;
mod definition;
mod elements;
mod encoder;
mod entry;
mod error_item;
pub mod fact;
mod field_value;
mod fixed_slot;
mod foreign;
pub mod golden;
mod header;
pub mod json;
mod known_slot;
mod limit;
pub mod locale;
pub mod lookup;
mod message;
mod negotiate;
mod node;
mod one_line;
mod pieces;
mod possible_cause;
mod prefix;
pub mod resolver;
mod row;
mod rows;
mod schema;
mod scope;
pub mod shape;
mod size;
pub mod slot;
mod slot_source;
mod slot_type;
mod slot_value;
pub mod status;
mod status_row;
pub mod template;
mod text;
mod text_out;
mod wait;
mod word;
mod write;

pub use answer::Answer;
pub use body::Body;
pub use catalog::Catalog;
pub use catch::Catch;
pub use entry::{Entry, Parameter};
pub use one_line::OneLine;
pub use possible_cause::PossibleCause;
pub use prefix::Prefixes;
pub use resolver::Resolver;
pub use schema::{schema, schema_of};
pub use slot_value::{Finite, Integer, SlotValue};
pub use status_row::StatusRow;
