//! Frameworks, one file each, behind the feature of its name.
//!
//! What those of servers have in common speaks of no framework's types, since they do not share the types of
//! one version of `http`.

#[cfg(feature = "axum")]
mod answer;
#[cfg(feature = "axum")]
mod asked;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "axum")]
mod clock;
#[cfg(any(feature = "axum", feature = "tracing"))]
mod error_event;
#[cfg(feature = "axum")]
mod foreign;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "axum")]
mod settings;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "tracing")]
pub mod tracing;
#[cfg(feature = "utoipa")]
pub mod utoipa;

#[cfg(feature = "axum")]
pub use error_event::ErrorEvent;
