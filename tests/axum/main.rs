//! The feature `axum`, over real connections: what every server answers (`servers`), and what is of axum alone.

mod app;
mod caught;
mod enums;
mod extractors;
mod layers;
#[path = "../servers/main.rs"]
mod servers;
