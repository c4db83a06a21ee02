//! The examples `axum` and `actix` answer the README's `curl` lines as it says there.

use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;

#[path = "../examples/actix.rs"]
mod actix_example;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../examples/axum.rs"]
mod axum_example;

const README: &str = include_str!("../../README.md");
const BLOCK: &str = "```console\n";

async fn serve_axum() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, axum_example::app()).await });
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

#[tokio::test]
async fn the_lines_of_the_readme_are_answered() {
    for server in [serve_axum().await, serve_actix()] {
        are_answered_by(server).await;
    }
}

async fn are_answered_by(server: SocketAddr) {
    let (_, block) = README.split_once(BLOCK).expect("the lines");
    let (block, _) = block.split_once("```").expect("an end");
    let mut answered = 0;
    let mut lines = block.lines();
    while let Some(line) = lines.next() {
        let line = line.strip_prefix("$ ").expect("a line to type");
        let expected = lines.next().expect("an answer");
        assert_eq!(curl(server, line).await, expected, "{line}");
        answered += 1;
    }
    assert_eq!(answered, README.matches("$ curl").count());
    assert!(answered >= 5);
}
