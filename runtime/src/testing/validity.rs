//! Whether a body is valid by the JSON Schema of its catalog.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use api_error_catalog_core::{Catalog, schema};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// What is wrong with a body, each with its place.
pub(super) fn mistakes(catalog: &Catalog<'_>, body: &Value) -> Vec<String> {
    match validator(catalog) {
        Ok(validator) => validator.iter_errors(body).map(|error| mistake(&error)).collect(),
        // No catalog has one.
        Err(error) => Vec::from([format!("the catalog has no schema: {error}")]),
    }
}

fn validator(catalog: &Catalog<'_>) -> Result<Validator, String> {
    let schema: Value =
        serde_json::from_str(&schema(catalog)).map_err(|error| error.to_string())?;
    jsonschema::draft202012::new(&schema).map_err(|error| error.to_string())
}

fn mistake(error: &ValidationError<'_>) -> String {
    let place = match error.instance_path().as_str() {
        "" => "the body",
        path => &format!("`{path}`"),
    };
    format!("{place} is not valid by the catalog’s schema: {}", reason(error))
}

/// Of something that may be one of several things, why it is none of them.
fn reason(error: &ValidationError<'_>) -> String {
    match error.kind() {
        ValidationErrorKind::AnyOf { context } => {
            let reasons = context.iter().filter_map(|errors| errors.first()).map(reason);
            reasons.collect::<Vec<_>>().join(", and ")
        }
        _ => error.to_string(),
    }
}
