//! Sending a request until it succeeds, or may not be sent again.

use api_error_catalog_core::fact::Effect;
use reqwest::{Client, Request, RequestBuilder, Response};

use super::check::check;
use super::policy::RetryPolicy;
use super::repeat::Sent;
use super::send_error::{Failure, SendError};
use crate::code::CatalogCode;

/// Sends a request; see [`ErrorCatalog::send`](crate::ErrorCatalog::send).
///
/// The delays are `backon`'s. Its own loop calls a function as often as there are attempts, which a request
/// with a stream in it cannot be, and its limit to all delays does not know of those that an answer asks for.
pub(crate) async fn send<C: CatalogCode>(
    request: RequestBuilder,
    policy: &RetryPolicy,
) -> Result<Response, SendError<C>> {
    let (client, request) = request.build_split();
    let mut request = match request {
        Ok(request) => request,
        Err(error) => return Err(SendError::new(Failure::NoAnswer(error), 0, Effect::None)),
    };
    let sent = Sent::new(&request, policy);
    let mut waits = policy.waits();
    let mut attempts = 0;
    let mut effect = Effect::None;
    loop {
        // A stream can be sent once.
        let copy = request.try_clone();
        attempts += 1;
        let (failure, of_attempt) = match attempt(&client, request, &sent).await {
            Ok(response) => return Ok(response),
            Err(failed) => failed,
        };
        effect = effect.max(of_attempt);
        let retry_after = match &failure {
            Failure::Answer(answer) => answer.retry_after(),
            Failure::NoAnswer(_) => None,
        };
        let again = copy.filter(|_| sent.may_be_repeated(&failure, effect));
        let Some((copy, wait)) = again.and_then(|copy| Some((copy, waits.next(retry_after)?)))
        else {
            return Err(SendError::new(failure, attempts, effect));
        };
        tokio::time::sleep(wait).await;
        request = copy;
    }
}

/// Sends a request once. A failure goes with the effect that it may have had.
async fn attempt<C: CatalogCode>(
    client: &Client,
    request: Request,
    sent: &Sent,
) -> Result<Response, (Failure<C>, Effect)> {
    let response = match client.execute(request).await {
        Ok(response) => response,
        Err(error) if error.is_connect() || error.is_builder() => {
            return Err((Failure::NoAnswer(error), Effect::None));
        }
        Err(error) => return Err((Failure::NoAnswer(error), Effect::Unknown)),
    };
    let is_own = sent.is_answered_by(response.url());
    check(response).await.map_err(|answer| {
        let effect = if is_own { answer.effect() } else { Effect::Unknown };
        (Failure::Answer(answer), effect)
    })
}
