//! The feature `axum`, over real connections: what is answered, and what is not.

mod app;
mod caught;
mod enums;
mod extractors;
mod http2;
mod layers;
mod leaks;
mod requests;
mod wire;
