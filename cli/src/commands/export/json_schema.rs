//! The JSON Schema of the bodies.

use api_error_catalog_core::schema;

use super::Exported;
use crate::output;

pub(super) fn json_schema(Exported { catalog, .. }: &Exported<'_>) -> String {
    output::indented(&schema(catalog)) + "\n"
}
