//! How long to wait before a request is sent again. The clock is paused, and goes on by the waits alone.

use std::time::Duration;

use api_error_catalog::reqwest::{RetryPolicy, SendError};
use tokio::time::Instant;

use crate::server::{Server, answering, json, with_headers};
use crate::{Wallet, WalletCode, client};

const MILLISECOND: Duration = Duration::from_millis(1);

fn busy() -> Server {
    answering(|_| json(503, r#"{"code":"busy"}"#))
}

/// Sends a request that fails.
async fn wait(server: &Server, policy: &RetryPolicy) -> (SendError<WalletCode>, Duration) {
    let begun = Instant::now();
    let error = Wallet::send(client().get(server.url("/")), policy).await.expect_err("an error");
    (error, begun.elapsed())
}

/// A timer is due at a whole millisecond.
fn assert_between(waited: Duration, shortest: u64, longest: u64) {
    let most = Duration::from_millis(longest) + 4 * MILLISECOND;
    assert!((Duration::from_millis(shortest)..most).contains(&waited), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn delays_double_and_are_random() {
    let server = busy();
    let mut waits = Vec::new();
    for _ in 0..20 {
        let (error, waited) = wait(&server, &RetryPolicy::new().attempts(2)).await;
        assert_eq!(error.attempts(), 2);
        assert_between(waited, 250, 500);
        waits.push(waited);
    }
    waits.sort();
    waits.dedup();
    assert!(waits.len() > 5, "{waits:?}");

    let (error, waited) = wait(&server, &RetryPolicy::new()).await;
    assert_eq!(error.attempts(), 4);
    assert_between(waited, 250 + 500 + 1000, 2 * (250 + 500 + 1000));

    let (shortest, longest) = (Duration::from_secs(1), Duration::from_secs(2));
    let (_, waited) = wait(&server, &RetryPolicy::new().delays(shortest, longest)).await;
    assert_between(waited, 1000 + 2000 + 2000, 2 * (1000 + 2000 + 2000));
    let (_, waited) = wait(&server, &RetryPolicy::new().delays(longest, shortest)).await;
    assert_between(waited, 3 * 2000, 3 * 4000);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_is_waited_for_and_no_less() {
    let server =
        answering(|_| with_headers(429, "Retry-After: 7\r\n", r#"{"code":"limit-exceeded"}"#));
    let (error, waited) = wait(&server, &RetryPolicy::new().attempts(2)).await;
    assert_eq!((error.code(), error.attempts()), (Some(WalletCode::LimitExceeded), 2));
    assert_between(waited, 7250, 7500);
    let server = answering(|_| with_headers(503, "Retry-After: 0\r\n", ""));
    let (_, waited) = wait(&server, &RetryPolicy::new().attempts(2)).await;
    assert_between(waited, 250, 500);
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_the_budget_has_no_room_for_is_not_begun() {
    let server = answering(|_| with_headers(503, "Retry-After: 30\r\n", ""));
    let (error, waited) = wait(&server, &RetryPolicy::new()).await;
    assert_eq!((error.attempts(), waited), (1, Duration::ZERO));
    let (error, _) = wait(&server, &RetryPolicy::new().budget(Duration::from_secs(31))).await;
    assert_eq!(error.attempts(), 2);
    let server = answering(|_| with_headers(503, "Retry-After: 99999999999999999999\r\n", ""));
    let (error, _) = wait(&server, &RetryPolicy::new().budget(Duration::from_secs(86_400))).await;
    assert_eq!(error.attempts(), 1);

    let policy = RetryPolicy::new().attempts(1000).budget(Duration::from_secs(60));
    let (error, waited) = wait(&busy(), &policy).await;
    assert!((6..20).contains(&error.attempts()), "{}", error.attempts());
    assert!(waited <= Duration::from_secs(60) + 20 * MILLISECOND, "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_request_is_sent_at_least_once() {
    for policy in [
        RetryPolicy::new().attempts(0),
        RetryPolicy::new().attempts(1),
        RetryPolicy::new().budget(Duration::ZERO),
    ] {
        let server = busy();
        let (error, waited) = wait(&server, &policy).await;
        assert_eq!((error.attempts(), waited), (1, Duration::ZERO));
        assert_eq!(server.count("GET"), 1);
    }
    // None of these overflows.
    let longest = RetryPolicy::new().attempts(u32::MAX).delays(Duration::MAX, Duration::MAX);
    let (error, _) = wait(&busy(), &longest.budget(Duration::from_secs(u64::MAX))).await;
    assert_eq!(error.attempts(), 1);
}
