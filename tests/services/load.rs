//! Many requests at a time, of clients some of whom hang up: none is lost, none is malformed, and the
//! memory stays flat.
//!
//! `LOAD_REQUESTS=100000 cargo test --release -p api-error-catalog-tests --test services load -- --nocapture`

use std::net::SocketAddr;
use std::ops::AddAssign;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

use fastrand::Rng;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::client::{Answer, ask, ask_actix, http_client, send, serve, serve_actix};
use crate::exchange::Exchange;
use crate::log::Log;
use crate::requests::exchanges;
use crate::with_axum;

const CONNECTIONS: usize = 32;
/// One client in so many hangs up.
const HANGS_UP: usize = 20;
/// What the allocator may keep for itself.
const GROWTH: u64 = 8 * 1024 * 1024;
const LOCALES: [Option<&str>; 5] =
    [None, Some("fr"), Some("en;q=0.5, fr-CI"), Some("de"), Some("*;q=0.1, en;q=0")];

/// One after the other, so that each has the machine to itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn load() {
    let log = Log::default();
    let server = serve(with_axum::service::router(log.clone())).await;
    bear("axum", server, &log, ask(with_axum::service::router, asked()).await).await;

    let log = Log::default();
    bear("actix-web", serve_actix(&log), &log, ask_actix(asked()).await).await;
}

/// Sends a service many requests, each of which has one answer.
async fn bear(service: &str, server: SocketAddr, log: &Log, expected: Vec<(Exchange, Answer)>) {
    let asked_for =
        env::var("LOAD_REQUESTS").ok().map(|count| count.parse::<usize>().expect("a number"));
    let requests = asked_for.unwrap_or(2_000);
    let expected = Arc::new(expected);
    let start = Instant::now();

    let mut counts = run(server, &expected, log, requests / 5).await;
    let before = resident_bytes();
    counts += run(server, &expected, log, requests - requests / 5).await;
    let after = resident_bytes();

    let Counts { answered, errors, hung_up, logged } = counts;
    println!("{service}: {answered} answered, {hung_up} hung up, in {:.1?}", start.elapsed());
    assert_eq!(answered + hung_up, requests);
    assert!(hung_up > requests / HANGS_UP / 2, "{hung_up}");
    // Those of clients that hung up may be in the log too.
    assert!((errors..=errors + hung_up).contains(&logged), "{logged} of {errors} are in the log");
    if let (Some(before), Some(after)) = (before, after) {
        println!("{} KiB after a fifth, {} KiB at the end", before / 1024, after / 1024);
        // The memory is that of the process, and other tests run in it unless this one was asked for.
        let is_flat = after < before + GROWTH;
        assert!(is_flat || asked_for.is_none(), "{before} bytes have become {after}");
    }
}

/// What is asked. Orders are not changed by any of it.
fn asked() -> Vec<Exchange> {
    let unchanging = |exchange: &Exchange| exchange.error.is_some() || exchange.method == "GET";
    let known = || exchanges().into_iter().filter(unchanging).map(Exchange::with_request_id);
    let gets = || known().filter(|exchange| exchange.method == "GET");
    let heads = gets().map(|exchange| exchange.by_method("HEAD"));
    let other = ["PUT", "PATCH", "OPTIONS", "TRACE"].into_iter();
    let other = other.flat_map(|method| gets().map(move |exchange| exchange.by_method(method)));
    let asked: Vec<_> = known().chain(heads).chain(other).collect();
    let in_locale = |accept_language: Option<&'static str>| {
        asked.clone().into_iter().map(move |exchange| exchange.in_language(accept_language))
    };
    LOCALES.into_iter().flat_map(in_locale).collect()
}

#[derive(Clone, Copy, Default)]
struct Counts {
    answered: usize,
    /// Of those that were answered.
    errors: usize,
    hung_up: usize,
    /// Lines in the log of the service.
    logged: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.answered += other.answered;
        self.errors += other.errors;
        self.hung_up += other.hung_up;
        self.logged += other.logged;
    }
}

/// Sends so many requests, over as many connections as there may be.
async fn run(
    server: SocketAddr,
    expected: &Arc<Vec<(Exchange, Answer)>>,
    log: &Log,
    requests: usize,
) -> Counts {
    let client = http_client();
    let mut clients = JoinSet::new();
    for number in 0..CONNECTIONS {
        let (client, expected, log) = (client.clone(), Arc::clone(expected), log.clone());
        let share = requests / CONNECTIONS + usize::from(number < requests % CONNECTIONS);
        clients.spawn(async move {
            let mut random = Rng::with_seed(number as u64);
            let mut counts = Counts::default();
            for _ in 0..share {
                let (exchange, answer) = random.choice(&*expected).expect("something to ask");
                if random.usize(..HANGS_UP) == 0 {
                    hang_up(server, exchange, &mut random).await;
                    counts.hung_up += 1;
                } else {
                    check(
                        &send(&client, server, exchange, &Log::default()).await,
                        exchange,
                        answer,
                    );
                    counts.answered += 1;
                    counts.errors += usize::from(answer.status >= 400);
                }
                // Or it would grow.
                counts.logged += log.take().len();
            }
            counts
        });
    }
    let mut counts = Counts::default();
    while let Some(of_one) = clients.join_next().await {
        counts += of_one.expect("no client fails");
    }
    counts.logged += log.take().len();
    counts
}

fn check(answer: &Answer, exchange: &Exchange, expected: &Answer) {
    assert_eq!(answer.status, expected.status, "{exchange:?}");
    assert_eq!(answer.headers, expected.headers, "{exchange:?}");
    assert_eq!(answer.body, expected.body, "{exchange:?}");
}

/// Sends some of a request, and is gone: before its end, or before the answer is read.
async fn hang_up(server: SocketAddr, exchange: &Exchange, random: &mut Rng) {
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    let Exchange { method, path, body, .. } = exchange;
    let length = body.len();
    let request =
        format!("{method} {path} HTTP/1.1\r\nhost: test\r\ncontent-length: {length}\r\n\r\n{body}");
    let sent = if random.bool() { request.len() } else { random.usize(..request.len()) };
    stream.write_all(&request.as_bytes()[..sent]).await.expect("a request");
    tokio::time::sleep(Duration::from_micros(random.u64(..500))).await;
}

/// The memory of this process, server and clients; `None` where the system does not say it as Linux does.
fn resident_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}
