//! Placeholders of a message: filled, borrowed, left without a value.

use std::borrow::Cow;

use api_error_catalogs::Hub2Code;

use super::parsed;

#[test]
fn a_placeholder_without_a_value_becomes_an_ellipsis() {
    let body = Hub2Code::TransactionNotFound.body();
    assert_eq!(parsed(&json_of!(body))["message"], "Account … has no transaction ….");
    let body = Hub2Code::TransactionNotFound.body().account_id("acc_1");
    assert_eq!(parsed(&json_of!(body))["message"], "Account acc_1 has no transaction ….");
    let body = Hub2Code::TransactionNotFound.body().account_id("");
    assert_eq!(parsed(&json_of!(body))["message"], "Account  has no transaction ….");
}

#[test]
fn a_placeholder_is_filled_by_its_setter_and_the_last_value_counts() {
    let body = Hub2Code::AccountAlreadyExists.body().merchant_id("m_1").account_type("wallet");
    let message = "Merchant m_1 already has an account of type wallet.";
    assert_eq!(parsed(&json_of!(body.clone()))["message"], message);
    let message = "Merchant m_2 already has an account of type wallet.";
    assert_eq!(parsed(&json_of!(body.clone().merchant_id("m_2")))["message"], message);
    let message = "Le marchand m_1 a déjà un compte de type wallet.";
    assert_eq!(parsed(&json_of!(body.locale("fr")))["message"], message);
}

#[test]
fn values_may_be_borrowed_or_owned() {
    let id = String::from("acc_1");
    let borrowed = json_of!(Hub2Code::WithdrawalUnavailable.body().account_id(id.as_str()));
    let either = json_of!(Hub2Code::WithdrawalUnavailable.body().account_id(Cow::from(&id)));
    let owned = json_of!(Hub2Code::WithdrawalUnavailable.body().account_id(id));
    assert_eq!(borrowed, owned);
    assert_eq!(borrowed, either);
}

#[test]
fn a_placeholder_of_another_code_goes_nowhere() {
    let body = Hub2Code::LockedAccount.body().account_id("acc_1");
    assert_eq!(json_of!(body), json_of!(Hub2Code::LockedAccount.body()));
}

#[test]
fn a_value_with_a_placeholder_in_it_is_not_filled_again() {
    let body = Hub2Code::TransactionNotFound.body();
    let body = body.transaction_id("{account_id}").account_id("{transaction_id} {{x}} }{");
    assert_eq!(
        parsed(&json_of!(body))["message"],
        "Account {transaction_id} {{x}} }{ has no transaction {account_id}."
    );
}
