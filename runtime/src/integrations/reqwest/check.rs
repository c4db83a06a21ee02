//! Whether an answer is an error, and which one.

use reqwest::Response;
use reqwest::header::CONTENT_TYPE;

use super::read::Beginning;
use crate::code::CatalogCode;
use crate::decoded::Decoded;

/// Gives back an answer that is none of an error; see [`ErrorCatalog::check`](crate::ErrorCatalog::check).
pub(crate) async fn check<C: CatalogCode>(mut response: Response) -> Result<Response, Decoded<C>> {
    let status = response.status().as_u16();
    let is_error = status >= 400;
    if !is_error && !may_be_error::<C>(&response) {
        return Ok(response);
    }
    let beginning = Beginning::read(&mut response).await;
    if !is_error && !beginning.is_whole() {
        return Ok(beginning.back_into(response));
    }
    let decoded = Decoded::new(status, beginning.bytes());
    if !is_error && !decoded.is_recognized() {
        return Ok(beginning.back_into(response));
    }
    let decoded = decoded.with_headers(response.headers());
    Err(match beginning.broken_off() {
        Some(error) => decoded.broken_off_by(error),
        None => decoded,
    })
}

/// Whether the body of a success may be one of an error: the catalog has codes of that status, and the body
/// is JSON. Other bodies are not touched, as they may be streams.
fn may_be_error<C: CatalogCode>(response: &Response) -> bool {
    let status = response.status().as_u16();
    is_json(response) && C::CATALOG.codes().any(|entry| entry.status() == status)
}

fn is_json(response: &Response) -> bool {
    let Some(media_type) = response.headers().get(CONTENT_TYPE) else {
        return true;
    };
    let media_type = media_type.to_str().unwrap_or_default();
    let (essence, _) = media_type.split_once(';').unwrap_or((media_type, ""));
    let essence = essence.trim_end().to_ascii_lowercase();
    essence.ends_with("/json") || essence.ends_with("+json")
}
