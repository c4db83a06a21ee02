//! Parameters of a message, read back from its text.

use api_error_catalog::json;
use api_error_catalog_core::answer::AnswerError;
use api_error_catalog_tests::catalogs::OrdersCode;
use api_error_catalogs::{Hub2, Hub2Code};

use super::read;

#[test]
fn parameters_are_read_back_from_either_locale() {
    let with = |message: &str| {
        let decoded = read(400, &json!({ "code": "refused", "message": message }).to_string());
        (decoded.parameter("order_id"), decoded.parameter("refuser"))
    };
    let some = |order: &str, refuser: &str| (Some(order.to_owned()), Some(refuser.to_owned()));
    assert_eq!(with("Order 7 was refused by Bob."), some("7", "Bob"));
    assert_eq!(with("La commande 7 a été refusée par Zoé."), some("7", "Zoé"));
    assert_eq!(with("Order  was refused by ."), some("", ""));
    assert_eq!(with("Order … was refused by Bob."), (None, Some("Bob".to_owned())));
    assert_eq!(with("La commande 7 a été refusée par …."), (Some("7".to_owned()), None));
    assert_eq!(with("Order 7 was turned down by Bob."), (None, None));
    assert_eq!(with(""), (None, None));
    let decoded = read(400, r#"{"code":"refused","message":"Order 7 was refused by Bob."}"#);
    assert_eq!(decoded.parameter("size"), None);
    assert_eq!(decoded.parameter(""), None);
}

#[test]
fn parameters_that_nobody_set_are_listed() {
    let unfilled = |body: &str| -> Vec<Vec<&str>> {
        let decoded = read(400, body);
        decoded.answer().errors().map(AnswerError::unfilled_parameters).collect()
    };
    let of =
        |message: &str| unfilled(&json!({ "code": "refused", "message": message }).to_string());
    assert_eq!(of("Order 7 was refused by Bob."), [[""; 0]]);
    assert_eq!(of("Order … was refused by Bob."), [["order_id"]]);
    assert_eq!(of("La commande … a été refusée par …."), [["order_id", "refuser"]]);
    // Text of the caller's own.
    assert_eq!(of("Order 7… was refused by Bob."), [[""; 0]]);
    assert_eq!(of("Refused…"), [[""; 0]]);
    // The message of a parent, around that of the code.
    let body = r#"{"code":"refused","message":"Order … was refused by Bob.",
        "inner":{"code":"out-of-stock","message":"Of … there is none left."}}"#;
    assert_eq!(unfilled(body), [["item", "order_id"]]);
    assert_eq!(unfilled(r#"{"message":"Order … was refused by Bob."}"#), [[""; 0]]);
}

#[test]
fn braces_in_a_message_are_no_parameters() {
    let body = r#"{"inner":{"inner":{"code":"size-gone",
        "message":"Size XL of {hats} {any colour} is gone."}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.parameter("size").as_deref(), Some("XL"));
    assert_eq!(decoded.parameter("item").as_deref(), Some("{hats}"));
}

/// The known code's words are looked for in its own message, not in that of an unknown one inside.
#[test]
fn parameters_of_a_code_around_an_unknown_one() {
    let body = r#"{"code":"refused","message":"Order 7 was refused by Bob.",
        "inner":{"code":"new","message":"New trouble."}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.message().as_deref(), Some("New trouble."));
    assert_eq!(decoded.parameter("order_id").as_deref(), Some("7"));
}

/// A code that is not sent is known by its status, and has parameters all the same.
#[test]
fn parameters_of_a_code_that_is_not_sent() {
    let decoded = read(404, r#"{"message":"Rien ne s’appelle hats."}"#);
    assert_eq!(decoded.code(), Some(OrdersCode::NotFound));
    assert_eq!(decoded.parameter("name").as_deref(), Some("hats"));
    assert_eq!(read(400, r#"{"message":"Nothing is called hats."}"#).parameter("name"), None);
}

#[test]
fn hub2_parameters_in_both_locales() {
    for locale in ["en", "fr"] {
        let body = Hub2Code::TransactionNotFound.body().locale(locale);
        let json = body.account_id("ac_1").transaction_id("tr {1}").to_json();
        let decoded = Hub2::decode(404, &json);
        assert_eq!(decoded.parameter("account_id").as_deref(), Some("ac_1"), "{locale}");
        assert_eq!(decoded.parameter("transaction_id").as_deref(), Some("tr {1}"), "{locale}");
    }
    let json = Hub2Code::TransactionNotFound.body().to_json();
    assert_eq!(Hub2::decode(404, &json).parameter("account_id"), None);
}
