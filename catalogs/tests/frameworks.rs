//! The examples answer the README's `curl` lines, and print, as it says there.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;

use tokio::net::TcpListener;
use tracing_subscriber::util::SubscriberInitExt as _;

#[path = "../examples/actix.rs"]
mod actix_example;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/axum.rs"]
mod axum_example;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/tonic.rs"]
mod tonic_example;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/tracing.rs"]
mod tracing_example;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/utoipa.rs"]
mod utoipa_example;

const README: &str = include_str!("../../README.md");
const BLOCK: &str = "```console\n";

async fn serve(app: Router) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, app).await });
    address
}

fn serve_actix() -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(actix_example::serve(listener).expect("a server"));
    address
}

/// What a `curl` line prints: the body, and nothing behind it.
async fn curl(server: SocketAddr, line: &str) -> String {
    let words = words(line);
    let mut words = words.iter().map(String::as_str);
    assert_eq!(words.next(), Some("curl"));
    let (mut method, mut url, mut body, mut headers) = ("GET", None, None, Vec::new());
    while let Some(word) = words.next() {
        let mut argument = || words.next().expect("an argument");
        match word {
            "-X" => method = argument(),
            "-H" => headers.push(argument().split_once(": ").expect("a header")),
            "-d" => body = Some(argument()),
            _ if word.starts_with('-') => panic!("an option that is not known here: {word}"),
            _ => url = Some(word.strip_prefix("localhost:3000").expect("the example's address")),
        }
    }
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let url = format!("http://{server}{}", url.expect("an address"));
    let mut request = client.request(method.parse().expect("a method"), url);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request.body(body.unwrap_or_default().to_owned());
    request.send().await.expect("an answer").text().await.expect("text")
}

/// The words of a line, as a shell has them: what is in single quotes is one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, piece) in line.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What stands in the block of an example, behind the line that starts it.
fn block(first: &str) -> impl Iterator<Item = &'static str> {
    let begin = README.find(&format!("{BLOCK}{first}")).expect("the block") + BLOCK.len();
    let (block, _) = README[begin..].split_once("```").expect("an end");
    block.lines().skip_while(|line| line.starts_with("$ cargo"))
}

/// How many of the lines a server has answered.
async fn answered_by(server: SocketAddr, mut lines: impl Iterator<Item = &str>) -> usize {
    let mut answered = 0;
    while let Some(line) = lines.next() {
        let line = line.strip_prefix("$ ").expect("a line to type");
        let (expected, answer) = (lines.next().expect("an answer"), curl(server, line).await);
        match expected.strip_suffix('…') {
            Some(beginning) => assert!(answer.starts_with(beginning), "{line}: {answer}"),
            None => assert_eq!(answer, expected, "{line}"),
        }
        answered += 1;
    }
    answered
}

#[tokio::test]
async fn the_lines_of_the_readme_are_answered() {
    let mut answered = 0;
    for server in [serve(axum_example::app()).await, serve_actix()] {
        answered = answered_by(server, block("$ curl")).await;
    }
    assert!(answered >= 5);
    let server = serve(utoipa_example::app()).await;
    answered += answered_by(server, block("$ cargo run --example utoipa")).await;
    // That of the example `tracing` is below.
    assert_eq!(answered + 1, README.matches("$ curl").count());
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What stands behind the answer is what the example prints.
#[tokio::test]
async fn events_are_what_the_readme_says() {
    let log = Log::default();
    let events = log.clone();
    let _guard = tracing_example::subscriber(move || events.clone()).set_default();
    let lines: Vec<_> = block("$ cargo run --example tracing").collect();
    let (asked, printed) = lines.split_at(2);
    answered_by(serve(tracing_example::app()).await, asked.iter().copied()).await;
    let log = log.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let log: Vec<_> = str::from_utf8(&log).expect("text").lines().map(str::trim_start).collect();
    assert_eq!(log, printed);
}

#[tokio::test]
async fn the_client_of_grpc_prints_what_the_readme_says() {
    let printed = tonic_example::run().await.expect("answers");
    assert!(block("$ cargo run --example tonic").eq(printed.iter().map(String::as_str)));
}
