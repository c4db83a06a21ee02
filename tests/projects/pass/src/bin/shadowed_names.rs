#![allow(dead_code, non_snake_case, unused_macros)]

use ::api_error_catalog::ApiErrorCatalog;

mod core {}
mod std {}
mod alloc {}
mod serde {}
mod api_error_catalog {}

struct Option;
struct Result;
struct String;
struct Vec;
struct Box;
struct Cow;
struct Number;
struct Value;
trait Into {}
trait From {}
trait Clone {}
trait Iterator {}
fn Some() {}
fn None() {}
fn Ok() {}
fn Err() {}
macro_rules! concat { () => {} }
macro_rules! env { () => {} }
macro_rules! include_bytes { () => {} }
macro_rules! matches { () => {} }

#[derive(ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Shop {}

#[derive(::core::fmt::Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Error {
    SoldOut { item: ::std::string::String },
    Internal(#[from] ::std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    assert_eq!(ShopCode::SoldOut.status(), 409);
    assert_eq!(Error::SoldOut { item: "Tea".into() }.to_string(), "Tea is sold out.");
}
