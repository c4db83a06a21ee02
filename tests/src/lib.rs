//! What the tests share: crates in folders of their own, as a user of this project has one, catalogs,
//! generated bodies of them, and the bodies that the APIs publish.

#![forbid(unsafe_code)]

pub mod case;
pub mod catalogs;
pub mod derived;
mod json;
mod project;
pub mod published;

pub use json::json_of;
pub use project::{Project, Run, copy, root, target};
