//! Error bodies, one topic per module.

/// A body's JSON, the same however it is asked for. The modules below use it, so it is defined first.
macro_rules! json_of {
    ($body:expr) => {{
        let body = $body;
        let json = body.to_json();
        let mut buffer = b"before".to_vec();
        body.write_json(&mut buffer);
        assert_eq!(buffer.strip_prefix(b"before"), Some(&json[..]), "write_json appends");
        buffer.clear();
        body.write_json(&mut buffer);
        body.write_json(&mut buffer);
        assert_eq!(buffer, json.repeat(2), "write_json keeps nothing between calls");
        let serialized = serde_json::to_vec(&body).expect("JSON");
        assert_eq!($crate::text(serialized), $crate::text(json.clone()), "serde_json::to_vec");
        $crate::text(json)
    }};
}

mod any_value;
mod documented;
mod errors;
mod escaping;
mod every_code;
mod left_out;
mod length;
mod moments;
mod optional;
mod placeholders;
mod setters;
mod values;

use api_error_catalog::Value;

fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// A body as whoever gets it reads it.
fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// Text that breaks whatever it is pasted into, and how JSON writes it.
const HOSTILE: [(&str, &str); 12] = [
    ("\"", r#"\""#),
    (r#"","code":"forged","x":""#, r#"\",\"code\":\"forged\",\"x\":\""#),
    ("\\", r"\\"),
    ("\\\"", r#"\\\""#),
    ("\\u0041", r"\\u0041"),
    ("\r\n\t", r"\r\n\t"),
    ("\u{8}\u{c}", r"\b\f"),
    ("\0\u{1}\u{1b}\u{1f}", r"\u0000\u0001\u001b\u001f"),
    ("\u{7f}\u{80}", "\u{7f}\u{80}"),
    ("\u{2028}\u{2029}\u{feff}", "\u{2028}\u{2029}\u{feff}"),
    ("👩‍💻é", "👩‍💻é"),
    ("<script>alert('x')</script>&amp;", "<script>alert('x')</script>&amp;"),
];

/// The most specific message of a body of Partner Center.
fn inner_message(json: &str) -> String {
    let message = &parsed(json)["error"]["innerError"]["message"];
    message.as_str().expect("a string").to_owned()
}
