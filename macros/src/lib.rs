//! The derive macro of `api-error-catalog`; its documentation is there.
//!
//! The stages: `item` reads the annotated enum, which knows Rust syntax and no catalog; the model reads,
//! checks and compiles the catalog; `coverage` checks the two against each other; the modules under
//! `expand` write tokens.

#![forbid(unsafe_code)]

mod attribute;
mod coverage;
mod errors;
mod expand;
mod item;
mod package;
#[cfg(test)]
mod tests;
mod warnings;

use std::path::Path;

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::{Side, compile, read, render};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use errors::Errors;
use expand::Expansion;
use item::Item;
use package::Package;

/// Reads a catalog file and makes an enum of its codes.
///
/// ```text
/// #[derive(ApiErrorCatalog)]
/// #[catalog("errors.toml")]
/// pub enum Payments {}
/// ```
///
/// `#[catalog("…")]` on the enum takes the path of a catalog, relative to the folder of the crate's
/// `Cargo.toml`; `codes = Name` names the generated enum, which is `<Enum>Code` otherwise; `crate =
/// path` says where `api_error_catalog` is, where that is not its name.
///
/// On an enum without variants, the derive makes the code enum, the status table and the body. On an
/// enum with variants, it makes that enum an error type too: each variant is the code of the same
/// name or of `#[catalog(code = "…")]`, its fields are the placeholders of the code's message, a field
/// marked `#[source]` or `#[from]` is the cause, and a variant marked `#[catalog(rest)]` holds every
/// code that has no variant of its own.
#[proc_macro_derive(ApiErrorCatalog, attributes(catalog, source, from))]
pub fn derive_api_error_catalog(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    derive(&parse_macro_input!(input as DeriveInput), package.as_ref().map(Path::new)).into()
}

fn derive(input: &DeriveInput, package: Option<&Path>) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Item::read(input, &mut errors) else {
        return errors.into_tokens();
    };
    let Some(package) = package else {
        errors.at(&item.path, "the environment variable CARGO_MANIFEST_DIR is not set, so there is no folder to look for the catalog in; build with cargo, or set it");
        return errors.into_tokens();
    };
    let side = if item.is_error() { Side::Server } else { Side::Client };
    let reading = read(&Package { folder: package }, &item.path.value(), side);
    let warnings = warnings::tokens(&reading, &item);
    for error in reading.errors() {
        errors.at(&item.path, render(error, &reading.sources));
    }
    let is_partial = reading.has_errors();
    // A catalog with errors leaves its types behind, so that the code that uses them compiles.
    let encoded = compile(reading.partial_catalog()).unwrap_or_else(|error| {
        errors.at(&item.path, error);
        Encoded::default()
    });
    if encoded.bytes.is_empty() {
        return errors.into_tokens();
    }
    let catalog = &encoded.catalog();
    let coverage = coverage::check(&item, catalog, is_partial, &mut errors);
    let expansion = Expansion {
        item: &item,
        encoded: &encoded,
        catalog,
        is_partial,
        coverage: &coverage,
        sources: &reading.sources,
    };
    let expansion = expansion.tokens();
    let errors = errors.into_tokens();
    quote!(#expansion #errors #warnings)
}
