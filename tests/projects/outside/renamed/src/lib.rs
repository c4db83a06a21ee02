#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! A library of an older edition that calls the runtime by other names, hides every name that it can,
//! and has no `std`.

extern crate alloc;

/// Where the runtime can also be found.
pub mod passed_on {
    pub use errors as reexported;
}

/// The weather.
#[derive(errors::ApiErrorCatalog)]
#[catalog("weather.json", codes = Trouble, crate = errors)]
pub enum Weather {}

/// A catalog within a function.
pub fn local() -> alloc::vec::Vec<u8> {
    #[derive(passed_on::reexported::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = crate::passed_on::reexported)]
    enum Queue {}

    let code = QueueCode::from_code("queue-full").unwrap();
    assert!(Queue::status_row(code.status()).is_none());
    code.body().name("A").to_json()
}

/// A module in which hardly any name means what it does elsewhere.
#[no_implicit_prelude]
pub mod shadowed {
    #![allow(dead_code, missing_docs, non_camel_case_types, non_upper_case_globals)]

    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Cow;
    pub struct Value;
    pub struct Body;
    pub struct Catalog;
    pub const Some: () = ();
    pub const None: () = ();
    pub const Ok: () = ();
    pub const Err: () = ();
    pub const CATALOG: () = ();
    pub const STATUSES: () = ();
    pub trait Clone {}
    pub trait Copy {}
    pub trait From {}
    pub trait Into {}
    pub trait Send {}
    pub trait Sized {}
    pub trait Serialize {}
    pub trait AsSource {}
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod errors {}
    pub mod api_error_catalog {}
    pub mod __private {}

    #[derive(::errors::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = ::errors)]
    pub enum Queue {}

    #[derive(Debug, ::errors::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = ::errors, codes = ErrorsCode)]
    pub enum Errors {
        QueueFull { name: u8 },
        #[catalog(rest)]
        Rest(ErrorsRest),
    }
}
