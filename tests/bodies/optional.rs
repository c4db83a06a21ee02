//! Objects and lists that are left out where nothing in them has a value.

use api_error_catalog_tests::catalogs::{Optional, OptionalCode};

#[test]
fn objects_and_lists_are_left_out_where_nothing_in_them_has_a_value() {
    let body = || OptionalCode::Invalid.body();
    assert_eq!(json_of!(body()), r#"{"code":"invalid","meta":{}}"#);
    assert_eq!(
        json_of!(body().pointer("/a")),
        r#"{"code":"invalid","source":{"pointer":"/a","kind":"request"},"meta":{}}"#
    );
    assert_eq!(
        json_of!(body().uri("x").trace_id("t")),
        r#"{"code":"invalid","meta":{"trace":"t"},"links":{"about":["see x"],"other":[]}}"#
    );
    assert_eq!(
        json_of!(body().instance("i")),
        r#"{"code":"invalid","meta":{},"links":{"about":[],"other":["i"]}}"#
    );
    assert_eq!(
        Optional::decode(422, br#"{"source":{"pointer":"/a"}}"#).slot("pointer"),
        Some("/a".into())
    );
}
