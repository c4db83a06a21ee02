//! The expansion as tokens.

use std::path::Path;

use api_error_catalog_model::is_usable_name;
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
fn a_file_that_is_not_there_leaves_no_types_behind() {
    let package = tempfile::tempdir().expect("a folder");
    let tokens = derive(&shop(), Some(package.path())).to_string();
    assert!(tokens.contains("there is no file `shop.toml`"));
    assert!(!tokens.contains("enum ShopCode") && !tokens.contains("struct ShopBody"));
    assert!(tokens.contains("impl Shop") && !tokens.contains("for ShopCode"));
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

#[test]
fn many_mistakes_of_one_kind_hide_no_other() {
    let keys = (0..60).map(|number| format!("key-{number} = 1\n")).collect::<Vec<_>>().concat();
    let broken = format!(
        "{CATALOG}{keys}[code.gone]\nstatus = 999\nmessage.en = \"Gone.\"\nmessage.fr = \"Parti.\"\n"
    );
    let (tokens, _) = expanded(&broken, &shop());
    assert!(tokens.contains("`999` is not an HTTP status"), "{tokens}");
    assert_eq!(tokens.matches("has no key").count(), 49);
    assert!(tokens.contains("… and 11 more"));
}

/// A slot of the same name would make two methods, or hide one.
#[test]
fn every_method_of_a_body_is_a_reserved_name() {
    let (tokens, _) = expanded(CATALOG, &shop());
    let impls = tokens.split("# [automatically_derived]");
    let of_body = impls.filter(|part| {
        let header = part.split('{').next().unwrap_or_default();
        header.contains("for ShopBody") || header.contains("> ShopBody <")
    });
    let methods: Vec<_> = of_body
        .flat_map(|part| part.split("fn ").skip(1))
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .filter(|name| !["code", "message", "item"].contains(name))
        .collect();
    for expected in ["locale", "to_json", "write_json", "serialize", "fmt"] {
        assert!(methods.contains(&expected), "{expected} of {methods:?}");
    }
    let usable: Vec<_> = methods.into_iter().filter(|name| is_usable_name(name)).collect();
    assert!(usable.is_empty(), "{usable:?}");
}
