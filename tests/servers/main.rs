//! What a service answers with each of the features for servers, over real connections, and what it does not. Its
//! `app` is the framework's.

pub(crate) mod caught;
pub(crate) mod error;
mod extractors;
mod http2;
mod leaks;
mod requests;
pub(crate) mod wire;
