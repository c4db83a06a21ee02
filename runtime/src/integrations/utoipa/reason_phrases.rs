//! Descriptions of responses that have none.

use ::utoipa::Modify;
use ::utoipa::openapi::{OpenApi, PathItem, RefOr, Response};
use api_error_catalog_core::status::reason;

/// Gives each response without a description the reason phrase of its status: `OpenAPI` 3.1 demands one, and utoipa
/// writes none for `(status = 200, body = Order)`. `#[openapi(modifiers(&ReasonPhrases))]`
///
/// A response of a range or of a status that is not registered stays as it is.
///
/// ```
/// use api_error_catalog::utoipa::ReasonPhrases;
/// use utoipa::OpenApi;
///
/// #[utoipa::path(get, path = "/orders", responses((status = 200, body = [u32])))]
/// fn list() {}
///
/// #[derive(OpenApi)]
/// #[openapi(paths(list), modifiers(&ReasonPhrases))]
/// struct Document;
///
/// let document = serde_json::to_value(Document::openapi())?;
/// assert_eq!(document["paths"]["/orders"]["get"]["responses"]["200"]["description"], "OK");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ReasonPhrases;

impl Modify for ReasonPhrases {
    fn modify(&self, document: &mut OpenApi) {
        for (status, response) in document.paths.paths.values_mut().flat_map(responses_mut) {
            if let (RefOr::T(response), Some(phrase)) = (response, phrase_of(status))
                && response.description.is_empty()
            {
                response.description = phrase.into();
            }
        }
    }
}

/// The responses of all operations of a path.
fn responses_mut(path: &mut PathItem) -> impl Iterator<Item = (&str, &mut RefOr<Response>)> {
    let PathItem { get, put, post, delete, options, head, patch, trace, .. } = path;
    let operations = [get, put, post, delete, options, head, patch, trace].into_iter().flatten();
    let responses = operations.flat_map(|operation| &mut operation.responses.responses);
    responses.map(|(status, response)| (status.as_str(), response))
}

fn phrase_of(status: &str) -> Option<&'static str> {
    reason(status.parse().ok()?)
}
