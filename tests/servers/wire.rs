//! What is on the wire.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A response as it was received.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) raw: Vec<u8>,
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// Sends a request over a connection of its own. `head` is the request line and headers.
pub(crate) async fn ask(server: SocketAddr, head: &str, body: &str) -> Received {
    Received::parse(raw(server, head, body).await)
}

/// The same, as it is; nothing where the server hangs up.
pub(crate) async fn raw(server: SocketAddr, head: &str, body: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    let head = head.replace('\n', "\r\n");
    let length = body.len();
    let request = format!(
        "{head}\r\nhost: test\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.expect("a request");
    let mut raw = Vec::new();
    let read = stream.read_to_end(&mut raw);
    let read = tokio::time::timeout(Duration::from_secs(20), read).await.expect("an end");
    read.expect("a response");
    raw
}

/// The same for a request without headers and body.
pub(crate) async fn get(server: SocketAddr, path: &str) -> Received {
    ask(server, &format!("GET {path} HTTP/1.1"), "").await
}

impl Received {
    fn parse(raw: Vec<u8>) -> Self {
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n").expect("an end of headers");
        let head = String::from_utf8(raw[..end].to_vec()).expect("ASCII");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        let body = raw[end + 4..].to_vec();
        Self { status: status.expect("a status"), headers: headers.collect(), body, raw }
    }

    /// The value of a header that is there once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let value = values.next().map(|(_, value)| &**value);
        assert!(values.next().is_none(), "{name} is there twice: {self:?}");
        value
    }

    /// The methods that `Allow` lists, with commas alone between them.
    pub(crate) fn allow(&self) -> Option<String> {
        self.header("allow").map(|allow| allow.replace(' ', ""))
    }

    pub(crate) fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {text:?}"))
    }

    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().expect("a code").to_owned()
    }

    pub(crate) fn message(&self) -> String {
        self.json()["message"].as_str().expect("a message").to_owned()
    }

    /// Whether some bytes are anywhere in it.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.raw.windows(text.len()).any(|window| window == text.as_bytes())
    }
}
