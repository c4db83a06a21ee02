//! The compiled form of an API error catalog.
//!
//! A catalog file is read and checked by `api-error-catalog-model`, which fills the [`builder`]. Its
//! output is a text, some bytes and the prefixes of bodies; a derive macro makes them literals, another
//! program keeps them as they are. A [`Catalog`] opens them again, at no cost, and gives its entries
//! and status rows. A [`Body`] is written through a [`Resolver`], which decides what stands where; an
//! [`Answer`] is what was read of a response.
//!
//! Every table, number and bit that the two sides share is defined in this crate and nowhere else.
//! `ARCHITECTURE.md` in the repository follows one fact through it.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod answer;
mod body;
pub mod builder;
mod catalog;
mod definition;
mod encoder;
mod entry;
pub mod fact;
pub mod json;
mod limit;
mod locale;
pub mod lookup;
mod prefix;
pub mod resolver;
mod row;
mod rows;
mod schema;
pub mod shape;
pub mod slot;
mod slot_value;
pub mod status;
mod status_row;
pub mod template;
mod text;
mod text_out;
mod word;

pub use answer::Answer;
pub use body::Body;
pub use catalog::Catalog;
pub use entry::{Entry, Parameter};
pub use prefix::Prefixes;
pub use resolver::Resolver;
pub use schema::schema;
pub use slot_value::{Finite, Integer, SlotValue};
pub use status_row::StatusRow;
