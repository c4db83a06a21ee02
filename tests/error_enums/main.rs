//! Error enums as a service has them: several causes of one code, errors of other catalogs in one body
//! format, enums of modules, what is for logs, and fields of any type.

#![allow(missing_docs)]

mod composition;
mod decoded;
mod fields;
mod logs;
mod many_causes;
mod modules;
mod rest;
mod traits;

/// A body as text.
fn json(body: &impl serde::Serialize) -> String {
    serde_json::to_string(body).expect("JSON")
}
