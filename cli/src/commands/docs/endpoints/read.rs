//! The operations of a document.

use crate::commands::import::openapi::document::{Document, Node};
use crate::failure::Failure;

/// The members of a path that are operations; `query` is of `OpenAPI` 3.2.
const METHODS: [&str; 9] =
    ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// An operation, and its responses by what they are listed under: a status, a class such as `4XX`, or `default`.
pub(super) struct Operation<'d> {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) summary: Option<String>,
    pub(super) responses: Vec<(String, Node<'d>)>,
}

/// The operations in the order of the document.
///
/// # Errors
///
/// Where it is not of `OpenAPI` 3, or has no paths.
pub(super) fn operations<'d>(
    file: &str,
    document: &'d Document,
) -> Result<Vec<Operation<'d>>, Failure> {
    let version = document.root().get("openapi").and_then(Node::text).unwrap_or_default();
    if !version.starts_with("3.") {
        return Err(Failure::new(format!("`{file}` is no document of OpenAPI 3")));
    }
    let Some(paths) = document.root().get("paths") else {
        return Err(Failure::new(format!("`{file}` has no `paths`: there are no endpoints in it")));
    };
    let mut operations = Vec::new();
    for (path, item) in paths.members() {
        for (method, operation) in document.resolve(item).members() {
            if METHODS.contains(&method.as_str()) {
                operations.push(Operation {
                    method: method.to_ascii_uppercase(),
                    path: path.clone(),
                    summary: operation.get("summary").and_then(Node::text),
                    responses: operation.get("responses").map(Node::members).unwrap_or_default(),
                });
            }
        }
    }
    Ok(operations)
}
