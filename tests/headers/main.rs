//! Headers of answers: what is sent with a body, and what is read from what came with one.

mod delays;
mod injection;
mod misfit;
mod reading;
mod round_trip;
mod writing;

use api_error_catalog::BodyParts;

/// The headers as they are sent.
fn sent(parts: &BodyParts) -> Vec<(&str, &str)> {
    parts.headers().collect()
}
