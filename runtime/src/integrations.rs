//! Frameworks, one file each, behind the feature of its name.
//!
//! What those of servers have in common speaks of no framework's types, since they do not share the types of
//! one version of `http`.

#[cfg(feature = "actix")]
pub mod actix;
#[cfg(any(feature = "actix", feature = "axum"))]
mod answer;
#[cfg(any(feature = "actix", feature = "axum"))]
mod asked;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(any(feature = "actix", feature = "axum"))]
mod clock;
#[cfg(any(feature = "actix", feature = "axum", feature = "tracing"))]
mod error_event;
#[cfg(any(feature = "actix", feature = "axum"))]
mod foreign;
#[cfg(any(feature = "actix", feature = "axum"))]
mod rejected;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(any(feature = "actix", feature = "axum"))]
mod sentence;
#[cfg(any(feature = "actix", feature = "axum"))]
mod settings;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "tracing")]
pub mod tracing;
#[cfg(feature = "utoipa")]
pub mod utoipa;

#[cfg(any(feature = "actix", feature = "axum"))]
pub use error_event::ErrorEvent;
