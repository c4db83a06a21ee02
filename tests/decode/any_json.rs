//! Generated bodies, compared with what `serde_json` reads in them.

use std::iter::successors;

use api_error_catalog::Value;
use api_error_catalog_tests::catalogs::Orders;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::read;

/// An object as JSON text: of keys that the shape has, some twice, and others.
fn object() -> impl Strategy<Value = String> {
    let leaves = [
        "null",
        "true",
        "0",
        "-7",
        "1.5",
        "4711",
        "\"refused\"",
        "\"size-gone\"",
        "\"\\u006eew\"",
        "[]",
        "[1,{\"code\":\"refused\"}]",
        "{}",
        "{\"code\":\"conflict\"}",
    ];
    let value = select(leaves.to_vec()).prop_map(str::to_owned).boxed();
    value.prop_recursive(6, 40, 8, |inner| {
        let keys =
            vec!["code", "c\\u006fde", "message", "tags", "extra", "status", "inner", "inner", "x"];
        let member =
            (select(keys), inner).prop_map(|(key, value)| format!(" \"{key}\" :\n{value}"));
        vec(member, 0..8).prop_map(|members| format!("{{{}}}", members.join(" ,\t")))
    })
}

/// The deepest value of the right type, by `serde_json`.
fn expected(body: &Value, name: &str) -> Option<Value> {
    let is_right = |value: &&Value| match name {
        "status" | "code" => value.is_string() || value.is_i64(),
        "message" => value.is_string(),
        "tags" => value.is_array(),
        _ => !value.is_null(),
    };
    let is_inner = ["code", "message", "tags"].contains(&name);
    let objects = successors(Some(body), |object| object.get("inner"))
        .take_while(|object| object.is_object())
        .take(if is_inner { usize::MAX } else { 1 });
    objects.filter_map(|object| object.get(name).filter(is_right)).last().cloned()
}

proptest! {
    #[test]
    fn any_json_is_read_as_another_reader_reads_it(body in object()) {
        let decoded = read(418, &body);
        let json: Value = body.parse().expect("JSON");
        // A string stands for an object with it.
        prop_assume!(!json.is_string());
        for name in ["status", "code", "message", "tags", "extra"] {
            prop_assert_eq!(decoded.slot(name), expected(&json, name), "{}", name);
        }
        prop_assert_eq!(decoded.json(), Some(json));
    }

    #[test]
    fn any_bytes_are_kept(status: u16, body in vec(any::<u8>(), 0..200)) {
        let decoded = Orders::decode(status, &body);
        prop_assert_eq!(decoded.status(), status);
        prop_assert_eq!(decoded.body(), body);
    }
}
