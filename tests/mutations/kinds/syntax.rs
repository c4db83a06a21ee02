//! Texts that are no TOML or JSON any more.

mod brackets;
mod commas;
mod headers;
mod json;
mod quotes;
mod toml;
mod values;

use crate::kind::Kind;

pub(crate) fn kinds() -> Vec<Kind> {
    [
        brackets::kinds(),
        quotes::kinds(),
        commas::kinds(),
        values::kinds(),
        headers::kinds(),
        toml::kinds(),
        json::kinds(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
