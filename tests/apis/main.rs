//! Bodies that well-known APIs publish, read to the deepest code and written back, by catalogs alone.

mod api;
mod headers;
mod parameters;
mod published;
mod reading;
mod several;
mod shapes;
mod sharing;
