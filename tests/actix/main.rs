//! The feature `actix`, over real connections: what every server answers (`servers`), and what is of actix-web
//! alone.

mod app;
mod caught;
mod enums;
mod extractors;
mod middleware;
#[path = "../servers/main.rs"]
mod servers;
