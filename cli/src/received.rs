//! What was pasted: a body, or an answer with its head, as `curl -i` prints it.

/// An answer as far as it was given.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Received {
    /// `None` where only a body was given.
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// Takes the head off what was pasted, if there is one; of several, as after a redirection or through a
/// proxy, the last. A status that was given besides counts more than that of the head.
pub(crate) fn parse(input: &[u8], status: Option<u16>) -> Received {
    let mut rest = input.strip_prefix("\u{feff}".as_bytes()).unwrap_or(input);
    let mut received = Received::default();
    while rest.starts_with(b"HTTP/") {
        let (head, body) = split_head(rest);
        received = read_head(&String::from_utf8_lossy(head));
        rest = body;
    }
    Received { status: status.or(received.status), body: rest.to_vec(), ..received }
}

/// The head, and what stands behind the empty line that ends it.
fn split_head(answer: &[u8]) -> (&[u8], &[u8]) {
    let ends = |end: &[u8]| answer.windows(end.len()).position(|window| window == end);
    let ends = [(ends(b"\r\n\r\n"), 4), (ends(b"\n\n"), 2)];
    let first = ends.into_iter().filter_map(|(at, length)| Some((at?, length))).min();
    match first {
        Some((at, length)) => (&answer[..at], &answer[at + length..]),
        None => (answer, &[]),
    }
}

fn read_head(head: &str) -> Received {
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split_whitespace().nth(1));
    let headers = lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    });
    Received {
        status: status.and_then(|status| status.parse().ok()),
        headers: headers.collect(),
        body: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_alone_has_no_head() {
        let received = parse(b"{\"code\":1}", None);
        assert_eq!(received, Received { body: b"{\"code\":1}".to_vec(), ..Received::default() });
        assert_eq!(parse(b"{}", Some(402)).status, Some(402));
    }

    #[test]
    fn the_last_head_counts() {
        for end in ["\r\n", "\n"] {
            let lines =
                ["HTTP/1.1 100 Continue", "", "HTTP/2 429", "Retry-After : 30", "", "{}", ""];
            let received = parse(lines.join(end).as_bytes(), None);
            assert_eq!(received.status, Some(429));
            assert_eq!(received.headers, [("Retry-After".to_owned(), "30".to_owned())]);
            assert_eq!(received.body, format!("{{}}{end}").as_bytes());
        }
    }

    #[test]
    fn a_head_without_an_end_or_a_status_is_read_as_far_as_it_goes() {
        let received = parse(b"HTTP/1.1 503", None);
        assert_eq!((received.status, received.body.len()), (Some(503), 0));
        assert_eq!(parse(b"HTTP/", None), Received::default());
    }
}
