//! A server that answers, or does not, as a test says.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// How many came before it.
    pub(crate) number: usize,
    /// Method, path, headers, in small letters.
    pub(crate) head: String,
    pub(crate) body: String,
}

pub(crate) struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The requests that came so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no panic").clone()
    }

    /// How many of them had a method.
    pub(crate) fn count(&self, method: &str) -> usize {
        let is_wanted = |request: &&Request| request.head.starts_with(method);
        self.requests().iter().filter(is_wanted).count()
    }
}

/// A server that answers with bytes, and hangs up.
pub(crate) fn answering(answer: impl Fn(&Request) -> String + Send + Sync + 'static) -> Server {
    serving(move |request, mut connection| {
        // The client may have hung up.
        let _ = connection.write_all(answer(&request).as_bytes());
    })
}

/// A server that does with each connection as a test says; it has read the request.
pub(crate) fn serving(serve: impl Fn(Request, TcpStream) + Send + Sync + 'static) -> Server {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    let requests = Arc::new(Mutex::new(Vec::new()));
    let (seen, serve) = (requests.clone(), Arc::new(serve));
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let (seen, serve) = (seen.clone(), serve.clone());
            thread::spawn(move || {
                let (head, body) = read(&connection);
                let request = {
                    let mut seen = seen.lock().expect("no panic");
                    let request = Request { number: seen.len(), head, body };
                    seen.push(request.clone());
                    request
                };
                serve(request, connection);
            });
        }
    });
    Server { address, requests }
}

fn read(connection: &TcpStream) -> (String, String) {
    let mut reader = BufReader::new(connection);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head).is_ok_and(|read| read > 0) {}
    let method_ends = head.find(' ').unwrap_or_default();
    let head = format!("{}{}", &head[..method_ends], head[method_ends..].to_lowercase());
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body");
    (head, String::from_utf8(body).expect("UTF-8"))
}

/// An answer of JSON.
pub(crate) fn json(status: u16, body: &str) -> String {
    with_headers(status, "Content-Type: application/json\r\n", body)
}

pub(crate) fn with_headers(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} -\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}
