//! The derive macro of `api-error-catalog`; its documentation is there.
//!
//! The way through this crate: `item` reads the annotated enum, which knows Rust syntax and no
//! catalog; the model reads the catalog; `arms` holds the two against each other; the modules under
//! `expand` write tokens.

#![forbid(unsafe_code)]

mod arms;
mod attribute;
mod errors;
mod expand;
mod item;
mod package;
#[cfg(test)]
mod tests;
mod warnings;

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use api_error_catalog_model::{Side, read, render};
use errors::Errors;
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
    let arms = arms::read(&item, &reading, &mut errors);
    let expansion = expand::expand(&item, &reading, &arms);
    let errors = errors.into_tokens();
    quote!(#expansion #errors #warnings)
}
