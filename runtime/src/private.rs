//! What the expansion of the derive refers to. Not for use by hand: it changes with every release,
//! which is why the derive and this crate pin each other exactly, and why its name has a number.

pub use core;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{str, u8, u16, u64, usize};
pub use core::result::Result::{self, Err, Ok};

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use api_error_catalog_core::fact;
pub use api_error_catalog_core::{Body, Catalog, Entry, Prefixes, SlotValue, StatusRow};

pub use crate::catalog_body::CatalogBody;
pub use crate::catalog_error::{CatalogError, Written};
pub use crate::cause::AsSource;
pub use crate::code::CatalogCode;
pub use crate::context::BodyContext;
pub use crate::covered::{Covers, CoversNothing, EntrySet, Held, Uncovered};
pub use crate::decoded::Decoded;
pub use crate::error_catalog::ErrorCatalog;
pub use crate::field::{DisplayField, TextField};
pub use crate::message::Message;
pub use crate::parse_code::{ParseCodeError, deserialize_code, parse_code, serialize_code};
pub use crate::parts::BodyParts;
pub use crate::received::{
    ParseJson, ParseNoJson, ParseNothing, ParseOwn, ParseText, Received, received,
};
pub use crate::report::find_in;
pub use crate::serialize::serialize;

/// The causes of errors. In a module of its own, as the next one is, so that the compiler names what is in it
/// as it is here.
pub mod cause {
    pub use crate::cause::FindSource;
}

/// Fields as text.
pub mod text {
    pub use crate::field::{debug_text, display_text};
}

/// What the derive alone implements.
pub mod code {
    pub use crate::code::DerivedFromCatalog;
}

/// The body of an error that another one holds, in the shape and the default locale of the other one's
/// catalog.
pub fn held_in<'a>(
    held: Written<'a>,
    catalog: &'static Catalog<'static>,
    prefixes: &'static Prefixes<'static>,
) -> Written<'a> {
    let mut body = held.body;
    if !core::ptr::eq(body.entry().catalog(), catalog) {
        body.set_locale(catalog.locales().next().unwrap_or_default());
    }
    Written { body: body.in_shape(catalog), prefixes }
}

/// What a function makes, which returns early where a part of it is not there.
pub fn attempt<T>(make: impl FnOnce() -> Option<T>) -> Option<T> {
    make()
}

/// The number of an entry; `None` where the entry is of another catalog.
pub fn number_in(catalog: &'static Catalog<'static>, entry: Entry<'static>) -> Option<u16> {
    core::ptr::eq(entry.catalog(), catalog).then(|| entry.number())
}

/// The rows of a status table.
pub const fn status_rows<const COUNT: usize>(
    catalog: &'static Catalog<'static>,
) -> [StatusRow<'static>; COUNT] {
    let mut rows = [StatusRow::new(catalog, 0); COUNT];
    let mut number = 0;
    while number < catalog.status_count() {
        rows[number as usize] = StatusRow::new(catalog, number);
        number += 1;
    }
    rows
}

/// The status of a code as the type that HTTP libraries share.
#[cfg(feature = "http")]
pub fn status_code(entry: Entry<'_>) -> StatusCode {
    http_status(entry.status())
}

/// A status as the type that HTTP libraries share.
#[cfg(feature = "http")]
pub(crate) fn http_status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[cfg(feature = "http")]
pub use http::{Response, StatusCode};

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(feature = "http")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "http"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_http_1 as if_http;

/// What the frameworks whose features are on add to an error enum; only this crate knows which they are.
///
/// It is called with the visibility, the generics of an impl, the type, the where clause, that of an impl which
/// demands an error, and how the error is kept: itself, or a copy of what it says.
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_1 {
    ($($tokens:tt)*) => {
        $crate::__private_1::integrate_actix! { $($tokens)* }
        $crate::__private_1::integrate_axum! { $($tokens)* }
        $crate::__private_1::integrate_tonic! { $($tokens)* }
    };
}

pub use __integrate_1 as integrate;

/// What actix-web needs of an error enum.
#[cfg(feature = "actix")]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_actix_1 {
    ([$($vis:tt)*] [$($generics:tt)*] [$error:ty] [$($bounds:tt)*] [$($is_error:tt)*] $keep:ident) => {
        #[automatically_derived]
        #[allow(dead_code)]
        impl $($generics)* $error $($bounds)* {
            /// The middleware of actix-web that writes errors for the request that they answer, and lets
            /// entries of the catalog stand for what others answer.
            #[must_use]
            $($vis)* fn middleware() -> $crate::actix::ErrorMiddleware {
                $crate::actix::ErrorMiddleware::new(CATALOG, PREFIXES)
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::actix::ResponseError for $error $($is_error)* {
            fn status_code(&self) -> $crate::actix::StatusCode {
                $crate::actix::status_code(self)
            }

            fn error_response(&self) -> $crate::actix::HttpResponse {
                $crate::actix::respond(self)
            }
        }
    };
}

/// Nothing, where the `actix` feature is off.
#[cfg(not(feature = "actix"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_actix_1 {
    ($($tokens:tt)*) => {};
}

pub use __integrate_actix_1 as integrate_actix;

/// Nothing, where the `utoipa` feature is off.
#[cfg(not(feature = "utoipa"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __document_1 {
    ($($tokens:tt)*) => {};
}

/// What documents of an error enum's responses need. It is called with the generics of an impl, the type, the
/// where clause, the numbers of its entries, and the types of the errors that it holds, each with the shape that they are written in: the
/// enum's, or that of their own catalog.
#[cfg(feature = "utoipa")]
#[macro_export]
#[doc(hidden)]
macro_rules! __document_1 {
    (
        [$($generics:tt)*] [$error:ty] [$($bounds:tt)*] [$($entry:literal)*]
        $([$held:ty; $shape:ident])*
    ) => {
        #[automatically_derived]
        impl $($generics)* $crate::utoipa::Documented for $error $($bounds)* {
            fn document(responses: &mut $crate::utoipa::ErrorResponses) {
                #[allow(unused_imports)]
                use $crate::utoipa::DocumentsNothing as _;
                responses.add(CATALOG, [$($entry),*].into_iter().map(|number: u16| CATALOG.entry(number)));
                $(responses.$shape(CATALOG, <$crate::utoipa::Held<$held>>::DOCUMENT);)*
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::utoipa::IntoResponses for $error $($bounds)* {
            fn responses() -> $crate::utoipa::ResponsesByStatus {
                $crate::utoipa::ErrorResponses::of::<$error>().with_caught(CATALOG).by_status()
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::utoipa::PartialSchema for $error $($bounds)* {
            fn schema() -> $crate::utoipa::RefOr<$crate::utoipa::Schema> {
                $crate::utoipa::ErrorResponses::of::<$error>().schema()
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::utoipa::ToSchema for $error $($bounds)* {}
    };
}

pub use __document_1 as document;

/// What axum needs of an error enum.
#[cfg(feature = "axum")]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_axum_1 {
    ([$($vis:tt)*] [$($generics:tt)*] [$error:ty] [$($bounds:tt)*] [$($is_error:tt)*] $keep:ident) => {
        #[automatically_derived]
        #[allow(dead_code)]
        impl $($generics)* $error $($bounds)* {
            /// The layer of axum and tower that writes errors for the request that they answer, and lets
            /// entries of the catalog stand for what others answer.
            #[must_use]
            $($vis)* fn layer() -> $crate::axum::ErrorLayer {
                $crate::axum::ErrorLayer::new(CATALOG, PREFIXES)
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::axum::IntoResponse for $error $($bounds)* {
            fn into_response(self) -> $crate::axum::Response {
                #[allow(unused_imports)]
                use $crate::__private_1::{KeepCopy as _, KeepError as _};
                $crate::axum::respond($crate::__private_1::$keep!(self))
            }
        }
    };
}

/// Nothing, where the `axum` feature is off.
#[cfg(not(feature = "axum"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_axum_1 {
    ($($tokens:tt)*) => {};
}

pub use __integrate_axum_1 as integrate_axum;

/// What tonic needs of an error enum.
#[cfg(feature = "tonic")]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_tonic_1 {
    ([$($vis:tt)*] [$($generics:tt)*] [$error:ty] [$($bounds:tt)*] [$($is_error:tt)*] $keep:ident) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private_1::core::convert::From<$error>
            for $crate::tonic::Status
            $($bounds)*
        {
            fn from(error: $error) -> Self {
                #[allow(unused_imports)]
                use $crate::__private_1::{KeepCopy as _, KeepError as _};
                $crate::tonic::status($crate::__private_1::$keep!(error))
            }
        }
    };
}

/// Nothing, where the `tonic` feature is off.
#[cfg(not(feature = "tonic"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __integrate_tonic_1 {
    ($($tokens:tt)*) => {};
}

pub use __integrate_tonic_1 as integrate_tonic;

/// Keeps its tokens where the `tonic` feature is on; only this crate knows whether it is.
#[cfg(feature = "tonic")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_tonic_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `tonic` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "tonic"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_tonic_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_tonic_1 as if_tonic;

#[cfg(feature = "tonic")]
pub use ::tonic::Status;

/// The error, or where it cannot be kept with a response, a copy of what it says.
#[macro_export]
#[doc(hidden)]
macro_rules! __keep_1 {
    ($error:expr) => {
        $crate::__private_1::Sending($error).keep()
    };
}

pub use __keep_1 as keep;

/// A copy of what an error says, whose type may have parameters: whether it can be kept depends on them.
#[macro_export]
#[doc(hidden)]
macro_rules! __keep_copy_1 {
    ($error:expr) => {
        $crate::__private_1::KeepCopy::keep(&$crate::__private_1::Sending($error))
    };
}

pub use __keep_copy_1 as keep_copy;

#[cfg(any(feature = "axum", feature = "tonic"))]
pub use crate::sending::{KeepCopy, KeepError, Sending};

/// Keeps its tokens where the `reqwest` feature is on; only this crate knows whether it is.
#[cfg(feature = "reqwest")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_reqwest_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `reqwest` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "reqwest"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_reqwest_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_reqwest_1 as if_reqwest;

/// What clients of `reqwest` need.
#[cfg(feature = "reqwest")]
pub mod client {
    pub use crate::integrations::reqwest::{RetryPolicy, SendError};
    pub use reqwest::{RequestBuilder, Response};
}

/// Keeps its tokens where the `serde` feature is on; only this crate knows whether it is.
#[cfg(feature = "serde")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_serde_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `serde` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "serde"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_serde_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_serde_1 as if_serde;
