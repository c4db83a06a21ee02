//! A client that reads as little of an answer as it can: what it costs is in both figures.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

const CONNECTIONS: usize = 16;
const REQUESTS: usize = 1_250;
/// How many errors a run asks for.
pub(crate) const ERRORS: usize = CONNECTIONS * REQUESTS;

/// An error of the handler, one of a middleware, a rejected path, and a path that is nowhere.
const TARGETS: [&str; 4] = ["/orders/7", "/orders/1", "/orders/seven", "/nowhere"];

/// In nanoseconds.
pub(crate) struct Run {
    /// The time that an error takes while all connections are busy.
    pub(crate) each: f64,
    /// 99 of 100 answers took at most this long.
    pub(crate) p99: f64,
}

/// Serves, and asks for all errors.
pub(crate) async fn run(service: Router) -> Run {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let server = listener.local_addr().expect("an address");
    let serving = tokio::spawn(async { axum::serve(listener, service).await });
    let start = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..CONNECTIONS {
        clients.spawn(ask(server));
    }
    let mut latencies = clients.join_all().await.concat();
    let took = start.elapsed();
    serving.abort();
    latencies.sort_unstable();
    let each = nanoseconds(took) / f64::from(u32::try_from(ERRORS).expect("not so many"));
    Run { each, p99: nanoseconds(latencies[ERRORS * 99 / 100]) }
}

async fn ask(server: SocketAddr) -> Vec<Duration> {
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    stream.set_nodelay(true).expect("an option");
    let request = |target| {
        let key = if target == "/orders/1" { "nobody" } else { "shop" };
        format!(
            "GET {target} HTTP/1.1\r\nhost: test\r\nauthorization: Bearer key-{key}\r\nx-request-id: r\r\n\r\n"
        )
    };
    let requests = TARGETS.map(request);
    let mut answer = Vec::new();
    let mut latencies = Vec::with_capacity(REQUESTS);
    for request in requests.iter().cycle().take(REQUESTS) {
        let start = Instant::now();
        stream.write_all(request.as_bytes()).await.expect("a request");
        answer.clear();
        while !is_whole(&answer) {
            assert_ne!(stream.read_buf(&mut answer).await.expect("an answer"), 0);
        }
        latencies.push(start.elapsed());
        assert!(answer.starts_with(b"HTTP/1.1 4"), "{}", String::from_utf8_lossy(&answer));
    }
    latencies
}

/// Whether the answer has come to its end; all of them say how long they are.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let text = str::from_utf8(&answer[..head]).expect("ASCII");
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.and_then(|length| length.parse().ok()).expect("a length");
    answer.len() >= head + 4 + length
}

fn nanoseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e9
}
