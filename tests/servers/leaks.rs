//! What is for the log is in no answer: every byte of every answer is searched, in every locale.

use super::error::{Events, SECRET};
use super::wire::ask;
use crate::app::{layer, serve, serve_plain};

#[tokio::test]
async fn no_secret_is_in_an_answer() {
    let events = Events::default();
    let json = format!(r#"{{"items":[{{"sku":"a","count":"{SECRET}"}}]}}"#);
    let form = format!("size={SECRET}");
    let large = format!(r#"{{"items":[],"more":"{}"}}"#, SECRET.repeat(40));
    let cut = &json[..json.len() - 4];
    let post = "\ncontent-type: application/json";
    let asked = [
        // Causes, private fields and the text for logs; a panic; what another service said.
        ("GET /own", "", ""),
        ("GET /broken", "", ""),
        ("GET /panic", "", ""),
        ("GET /upstream", "", ""),
        // What clients send themselves may be read by others, in a log of theirs or by support.
        ("POST /order", post, &*json),
        ("POST /order", post, cut),
        ("POST /order", post, &large),
        ("POST /order", "\ncontent-type: text/plain", &json),
        ("POST /stock", post, &json),
        ("POST /form", "\ncontent-type: application/x-www-form-urlencoded", &form),
        ("GET /page?size=hunter2-secret", "", ""),
        ("GET /nowhere?token=hunter2-secret", "", ""),
        ("GET /own", "\nauthorization: Bearer hunter2-secret\ncookie: session=hunter2-secret", ""),
        ("GET /own", "\nx-request-id: \"hunter2-secret", ""),
        ("DELETE /own?hunter2-secret", "", ""),
    ];
    let mut seen = 0;
    for layered in [true, false] {
        let server = if layered { serve(layer(&events)).await } else { serve_plain().await };
        for (number, (line, headers, body)) in asked.iter().enumerate() {
            // Without the layer, what is not ours is answered by others.
            if !layered && number >= 2 {
                continue;
            }
            for locale in ["en", "fr", "de", "ja"] {
                for method in [None, Some("HEAD")] {
                    let line = match (method, line.strip_prefix("GET")) {
                        (None, _) => (*line).to_owned(),
                        (Some(head), Some(path)) => format!("{head}{path}"),
                        (Some(_), None) => continue,
                    };
                    let head = format!("{line} HTTP/1.1\naccept-language: {locale}{headers}");
                    let received = ask(server, &head, body).await;
                    assert!(received.status >= 400, "{head}");
                    assert!(!received.has(SECRET), "{head}\n{received:?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 80, "{seen}");
    // They are where they belong.
    let events = events.take().join("\n");
    for expected in
        ["shard hunter2-secret: password hunter2-secret refused", "panic: connecting with"]
    {
        assert!(events.contains(expected), "{expected}");
    }
}
