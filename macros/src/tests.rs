//! The expansion as tokens.

use std::path::Path;

use syn::{DeriveInput, parse_quote};

use super::derive;

const CATALOG: &str = r#"
[catalog]
name    = "shop"
locales = ["en", "fr"]

[body.members]
code    = "{code}"
message = "{message}"

[code.sold-out]
status  = 409
message = { en = "{item} is sold out.", fr = "{item} est épuisé." }
"#;

/// The expansion in a package of its own.
fn expanded(catalog: &str, input: &DeriveInput) -> (String, String) {
    let package = tempfile::tempdir().expect("a folder");
    std::fs::write(package.path().join("shop.toml"), catalog).expect("a file");
    let tokens = derive(input, Some(package.path())).to_string();
    (tokens, package.path().display().to_string())
}

fn shop() -> DeriveInput {
    parse_quote!(
        #[catalog("shop.toml")]
        pub enum Shop {}
    )
}

#[test]
fn checkouts_in_two_folders_expand_to_the_same_tokens() {
    let (first, folder) = expanded(CATALOG, &shop());
    let (second, other_folder) = expanded(CATALOG, &shop());
    assert_ne!(folder, other_folder);
    assert_eq!(first, second);
    assert!(!first.contains(&folder));
    assert!(first.contains("\"/shop.toml\""));
}

#[test]
fn a_catalog_with_errors_leaves_its_types_behind() {
    let broken = CATALOG.replace("409", "999");
    let (tokens, _) = expanded(&broken, &shop());
    assert!(tokens.contains("compile_error"));
    assert!(tokens.contains("enum ShopCode") && tokens.contains("SoldOut"));
    assert!(tokens.contains("struct ShopBody"));
}

#[test]
fn a_file_that_is_not_there_leaves_its_types_behind() {
    let package = tempfile::tempdir().expect("a folder");
    let tokens = derive(&shop(), Some(package.path())).to_string();
    assert!(tokens.contains("there is no file `shop.toml`"));
    assert!(tokens.contains("enum ShopCode") && tokens.contains("struct ShopBody"));
    assert!(!tokens.contains("include_bytes"));
}

#[test]
fn a_build_without_cargo_is_told_what_it_lacks() {
    let tokens = derive(&shop(), None::<&Path>).to_string();
    assert!(tokens.contains("CARGO_MANIFEST_DIR is not set"));
}

#[test]
fn a_name_that_is_far_too_long_is_an_error_of_the_catalog() {
    let (tokens, _) = expanded(&CATALOG.replace("sold-out", &"sold-out".repeat(10_000)), &shop());
    assert!(tokens.contains("this name has 80000 bytes"));
}
