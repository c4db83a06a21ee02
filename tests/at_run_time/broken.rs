//! Catalogs with errors: the derive compiles them too, so that the generated types stay in place.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use api_error_catalog_model::{Side, compile, read_text};

/// A catalog whose bodies nest, with these codes.
fn nested(codes: &str) -> String {
    let body = "[body.members]\ncode = '{code}'\ninner = '{inner?}'\n\
                [body.inner]\ncode = '{code}'\ninner = '{inner?}'\n";
    format!("[catalog]\nname = 'broken'\nlocales = ['en']\n{body}{codes}")
}

#[test]
fn parents_in_a_circle_do_not_keep_a_catalog_from_being_compiled() {
    let code =
        |code, parent| format!("[code.{code}]\nstatus = 400\nmessage = 'm'\nparent = '{parent}'\n");
    let circles = [
        code("a", "a"),
        code("a", "b") + &code("b", "a"),
        // `c` is not in the circle that it leads to.
        code("a", "b") + &code("b", "a") + &code("c", "a"),
    ];
    for codes in circles {
        let reading = read_text("broken.toml", nested(&codes), Side::Client);
        assert!(reading.catalog().is_none(), "{codes}");
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let encoded = compile(reading.partial_catalog()).expect("a small catalog");
            sender.send(encoded.catalog().entry_count())
        });
        let count = receiver.recv_timeout(Duration::from_secs(10));
        assert_eq!(count.map(usize::from), Ok(codes.matches("status").count()), "{codes}");
    }
}
