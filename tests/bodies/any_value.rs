//! Generated texts and values, in every slot.

use api_error_catalog::{Map, Value, json};
use api_error_catalogs::{GenericErrorCode, Hub2Code, PartnerCenterCode};
use proptest::prelude::*;

use super::{HOSTILE, inner_message, parsed};

/// Strings of all kinds, those that JSON has to escape among them.
fn any_text() -> impl Strategy<Value = String> {
    let hostile = proptest::sample::select(HOSTILE.map(|(value, _)| value.to_owned()).to_vec());
    let braces = "[{}a-z_\"\\\\]{0,24}";
    prop_oneof![any::<String>(), hostile, braces, "\\PC{0,40}"]
}

/// JSON values without floats whose digits parsers read differently.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let members = proptest::collection::btree_map(any_text(), inner.clone(), 0..4);
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| Value::from(Map::from_iter(members))),
        ]
    })
}

/// A text with 1 to 1,024 characters.
fn within_limits(text: &str) -> String {
    text.chars().chain(['x']).take(1024).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_placeholders_comes_back(
        account in any_text(),
        transaction in any_text(),
        request in any_text(),
        french in any::<bool>(),
    ) {
        let body = Hub2Code::TransactionNotFound.body().locale(if french { "fr" } else { "en" });
        let body = body.account_id(&*account).transaction_id(&*transaction).request_id(&*request);
        let message = if french {
            format!("Le compte {account} n’a pas de transaction {transaction}.")
        } else {
            format!("Account {account} has no transaction {transaction}.")
        };
        let wire = json!({
            "status": 404,
            "code": "transaction-not-found",
            "message": message,
            "request_id": request,
        });
        prop_assert_eq!(parsed(&json_of!(body)), wire);
    }

    #[test]
    fn any_text_in_slots_comes_back(
        code in any_text(),
        message in any_text(),
        reason in any_text(),
        timestamp in any_text(),
        method in any_text(),
        uri in any_text(),
        status in any::<u16>(),
    ) {
        let body = GenericErrorCode::InvalidEmail.body().status(status).reason(&*reason);
        let body = body.code(&*code).message(&*message).timestamp(&*timestamp);
        let wire = json!({
            "timestamp": timestamp,
            "httpStatusCode": status,
            "httpStatusMessage": reason,
            "errorCode": code,
            "errorMessage": message,
            "requestMethod": method,
            "requestURI": uri,
        });
        prop_assert_eq!(parsed(&json_of!(body.method(&*method).uri(&*uri))), wire);
    }

    #[test]
    fn any_values_in_a_list_come_back(
        details in proptest::collection::vec(any_value(), 0..4),
        message in any_text(),
        target in any_text(),
    ) {
        let message = within_limits(&message);
        let body = PartnerCenterCode::InvalidInput.body();
        let body = body.message(&*message).target(&*target).details(details.clone());
        let wire = json!({
            "error": {
                "code": "invalidRequest",
                "message": PartnerCenterCode::InvalidRequest.message("en"),
                "innerError": { "code": "99901", "message": message, "details": details },
                "target": target,
            },
        });
        prop_assert_eq!(parsed(&json_of!(body)), wire);
    }

    #[test]
    fn no_message_is_longer_than_its_slot_or_empty(
        character in any::<char>(),
        length in 0_usize..1100,
        name in any_text(),
    ) {
        let long = character.to_string().repeat(length) + &name;
        let code = PartnerCenterCode::SolutionOfTypeRequired;
        for body in [code.body().message(&*long), code.body().name(&*long)] {
            let message = inner_message(&json_of!(body));
            let count = message.chars().count();
            prop_assert!((1..=1024).contains(&count));
        }
    }
}
