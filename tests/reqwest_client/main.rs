//! A client of `reqwest`, against a server on a real socket that is not always up to it.

mod check;
mod repeat;
mod server;
mod under_success;
mod wait;

use std::future::Future;

use api_error_catalog::reqwest::{RetryPolicy, SendError};
use api_error_catalog::{ApiErrorCatalog, Decoded, ErrorCatalog};
use reqwest::{Client, RequestBuilder, Response};

#[derive(ApiErrorCatalog)]
#[catalog("reqwest_client/wallet.toml")]
enum Wallet {}

/// Without a connection that is kept: a timer would close it, and a paused clock goes on to any timer.
fn client() -> Client {
    Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client")
}

fn spawnable<T: Future + Send + 'static>(future: T) -> T {
    future
}

/// By the trait, as a client of any API.
async fn send_by_trait<A: ErrorCatalog>(
    request: RequestBuilder,
) -> Result<Response, SendError<A::Code>> {
    let policy = RetryPolicy::new();
    A::send(request, &policy).await
}

async fn check_by_trait<A: ErrorCatalog>(response: Response) -> Result<Response, Decoded<A::Code>> {
    A::check(response).await
}

static POLICY: RetryPolicy = RetryPolicy::new();

#[tokio::test]
async fn futures_can_go_to_another_thread() {
    let server = server::answering(|_| server::json(402, r#"{"code":"insufficient-funds"}"#));
    let request = || client().get(server.url("/"));
    let by_trait = spawnable(send_by_trait::<Wallet>(request())).await.expect_err("an error");
    assert_eq!(by_trait.code(), Some(WalletCode::InsufficientFunds));
    let (of_own, of_trait) = (request().send().await, request().send().await);
    let of_own = spawnable(Wallet::check(of_own.expect("an answer"))).await.expect_err("an error");
    let of_trait = spawnable(check_by_trait::<Wallet>(of_trait.expect("an answer"))).await;
    assert_eq!(of_trait.expect_err("an error"), of_own);
    assert_eq!(by_trait.answer(), Some(&of_own));

    spawnable(Wallet::send(request(), &POLICY)).await.expect_err("an error");
}
