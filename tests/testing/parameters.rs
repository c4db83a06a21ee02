//! Values of parameters and slots: as text where they are strings, else as JSON.

use std::fmt;

use api_error_catalog::{assert_error, json};

use super::{ShopCode, failures_of};

/// Something that is text and nothing else.
struct Id(u32);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ord_{}", self.0)
    }
}

/// An answer with a parameter of each type.
fn too_many() -> (u16, Vec<u8>) {
    let body = ShopCode::TooMany.body().count(7).most(5.5).tags(["a", "b"]).is_paid(true);
    let body = body.note("7").extra(json!({ "a": [1, "b"] })).request_id("42");
    (422, body.to_json())
}

#[test]
fn text_is_compared_with_what_is_displayed() {
    let answer = (404, ShopCode::OrderNotFound.body().order_id("ord_7").to_json());
    assert_error!(answer, ShopCode::OrderNotFound, order_id = Id(7));
    assert_error!(answer, ShopCode::OrderNotFound, order_id = format_args!("ord_{}", 7));
    let failures = failures_of(|| assert_error!(answer, ShopCode::OrderNotFound, order_id = Id(8)));
    assert_eq!(failures, ["the parameter `order_id` is `ord_7`, not `ord_8`"]);
    assert_error!(too_many(), ShopCode::TooMany, note = 7, request_id = 42);
    let failures = failures_of(|| assert_error!(too_many(), ShopCode::TooMany, note = "7.0"));
    assert_eq!(failures, ["the parameter `note` is `7`, not `7.0`"]);
}

#[test]
fn other_values_are_compared_as_json() {
    let tags = json!(["a", "b"]);
    let extra = json!({ "a": [1, "b"] });
    assert_error!(
        too_many(),
        ShopCode::TooMany,
        count = 7_u8,
        most = 5.5,
        tags = tags,
        is_paid = true,
        extra = extra,
        status = 422,
        r#code = "too-many",
    );
    // A number by its value, a list by its items.
    assert_error!(too_many(), ShopCode::TooMany, count = 7.0, tags = "[ \"a\" , \"b\" ]");
}

#[test]
fn every_other_value_fails() {
    let failures = failures_of(|| {
        assert_error!(
            too_many(),
            ShopCode::TooMany,
            count = 8,
            most = 5,
            tags = json!(["b", "a"]),
            is_paid = false,
            extra = json!({}),
            request_id = "43",
        );
    });
    assert_eq!(
        failures,
        [
            "the parameter `count` is `7`, not `8`",
            "the parameter `most` is `5.5`, not `5`",
            r#"the parameter `tags` is `["a","b"]`, not `["b","a"]`"#,
            "the parameter `is_paid` is `true`, not `false`",
            r#"the slot `extra` is `{"a":[1,"b"]}`, not `{}`"#,
            "the slot `request_id` is `42`, not `43`",
        ]
    );
}

/// Fractions of 64 bits do not tell these integers apart.
#[test]
fn large_integers_are_told_apart() {
    let answer = (422, ShopCode::TooMany.body().count(u64::MAX).most(1).to_json());
    assert_error!(answer, ShopCode::TooMany, count = u64::MAX);
    let failures = failures_of(|| assert_error!(answer, ShopCode::TooMany, count = u64::MAX - 1));
    assert_eq!(
        failures,
        ["the parameter `count` is `18446744073709551615`, not `18446744073709551614`"]
    );
}

/// Of a slot that takes anything, a string is no number.
#[test]
fn a_string_is_no_number_where_it_might_be_either() {
    let answer = (503, ShopCode::Closed.body().extra("7").to_json());
    assert_error!(answer, ShopCode::Closed, extra = json!("7"));
    let failures = failures_of(|| assert_error!(answer, ShopCode::Closed, extra = 7));
    assert_eq!(failures, ["the slot `extra` is `7`, not `7`"]);
    let answer = (503, ShopCode::Closed.body().extra("seven").to_json());
    assert_error!(answer, ShopCode::Closed, extra = "seven");
}

#[test]
fn what_is_not_in_the_answer_fails() {
    let answer = || (503, ShopCode::Closed.body().to_json());
    let failures = failures_of(|| assert_error!(answer(), ShopCode::Closed, request_id = "a"));
    assert_eq!(failures, ["the answer has no slot `request_id`; `a` is expected"]);
    let failures = failures_of(|| assert_error!(answer(), ShopCode::Closed, reqest_id = "a"));
    assert_eq!(
        failures,
        ["`closed` has no parameter `reqest_id`, and the body no such slot; it has no parameters"]
    );
    // A parameter of another entry.
    let failures = failures_of(|| assert_error!(too_many(), ShopCode::TooMany, order_id = "a"));
    assert_eq!(
        failures,
        [
            "`too-many` has no parameter `order_id`, and the body no such slot; its parameters are `count`, `most`, `tags`, `is_paid`, `note`"
        ]
    );
}
