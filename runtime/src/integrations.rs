//! Frameworks. What they have in common speaks of no framework's types, since they do not share the types of
//! one version of `http`.

mod answer;
mod asked;
pub mod axum;
mod clock;
mod error_event;
mod foreign;
mod settings;

pub use error_event::ErrorEvent;
