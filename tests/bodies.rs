//! Error bodies byte for byte, in each way they can be had: files in `bodies/`, which follow the
//! examples that the APIs document. `BLESS=1` writes the files anew.

use std::borrow::Cow;
use std::path::Path;
use std::{env, fs};

use api_error_catalog::{Map, Value, json};
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use api_error_catalogs::{BictorysCode, GenericErrorCode, Hub2Code, PartnerCenterCode};
use proptest::prelude::*;

/// A body's JSON, the same however it is asked for.
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
        assert_eq!(text(serialized), text(json.clone()), "serde_json::to_vec");
        text(json)
    }};
}

/// Most bodies begin as one piece that is laid out at compile time; `Debug` shows them slot by slot.
#[test]
fn bodies_begin_as_they_are_written_slot_by_slot() {
    macro_rules! same {
        ($($code:ty),*) => {
            $(for code in <$code>::ALL {
                let body = code.body();
                assert_eq!(json_of!(body.clone()), format!("{body:?}"));
                let body = body.status(code.status());
                assert_eq!(text(body.to_json()), text(code.body().to_json()), "{code:?}");
            })*
        };
    }
    same!(BictorysCode, GenericErrorCode, Hub2Code);
    for code in PartnerCenterCode::ALL {
        let body = code.body();
        assert_eq!(json_of!(body.clone()), format!("{body:?}"));
    }
}

fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// The same against a file.
macro_rules! is_as_in {
    ($file:literal, $body:expr) => {
        compare(concat!($file, ".json"), &json_of!($body))
    };
}

fn compare(file: &str, json: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bodies").join(file);
    if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::write(&path, format!("{json}\n")).expect("a file");
    }
    assert_eq!(json, golden(file), "{file}");
}

fn golden(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bodies").join(file);
    let golden = fs::read_to_string(path).expect("a file");
    golden.strip_suffix('\n').expect("a line").to_owned()
}

/// An example as it is documented, without the blanks between its tokens.
fn compacted(example: &str) -> String {
    let mut in_string = false;
    let token = |character: &char| {
        in_string ^= *character == '"';
        in_string || !character.is_whitespace()
    };
    example.chars().filter(token).collect()
}

#[test]
fn bictorys_400_is_the_documented_example() {
    let body = BictorysCode::BadRequest.body();
    let body = body.message("bearer token or apikey is missing").source("onboarding");
    is_as_in!("bictorys-400", body);
    assert_eq!(golden("bictorys-400.json"), compacted(BICTORYS_EXAMPLE));
}

#[test]
fn bictorys_leaves_out_a_source_that_it_does_not_know() {
    is_as_in!("bictorys-503-en", BictorysCode::ServiceUnavailable.body());
    is_as_in!("bictorys-503-fr", BictorysCode::ServiceUnavailable.body().locale("fr"));
}

#[test]
fn partner_center_99902_is_the_documented_example_in_our_words() {
    let body = PartnerCenterCode::UnauthorizedAccess.body().message("Request not authenticated");
    is_as_in!("partner-center-99902", body);
    let ours = PartnerCenterCode::Unauthenticated.message("en");
    let example = UNAUTHENTICATED_EXAMPLE.replace("The caller is not authenticated.", ours);
    assert_eq!(golden("partner-center-99902.json"), compacted(&example));
}

#[test]
fn partner_center_99901_is_the_documented_example_in_our_words() {
    let details = [json!({
        "InvalidReferralForCoSellConversion": [
            "If PartnerLed referral has no solution it cannot be converted to co-sell referral",
        ],
    })];
    let body = PartnerCenterCode::InvalidInput.body().message("InvalidInput").details(details);
    is_as_in!("partner-center-99901", body);
    let ours = PartnerCenterCode::InvalidRequest.message("en");
    let example = INVALID_INPUT_EXAMPLE.replace("The request is malformed or incorrect.", ours);
    assert_eq!(golden("partner-center-99901.json"), compacted(&example));
}

#[test]
fn an_outer_code_of_partner_center_has_no_inner_object() {
    is_as_in!("partner-center-outer", PartnerCenterCode::ItemNotFound.body());
    let body = PartnerCenterCode::ItemNotFound.body().target("referral").locale("fr");
    is_as_in!("partner-center-outer-target-fr", body);
}

#[test]
fn what_is_set_goes_to_the_most_specific_object_that_has_the_slot() {
    let body = PartnerCenterCode::TooManyRequests.body();
    let body = body.message("Slow down.").target("referrals").details([json!({ "limit": 10 })]);
    is_as_in!("partner-center-99906-set", body);
}

#[test]
fn a_numbered_code_of_partner_center_is_written_in_either_language() {
    let body = || PartnerCenterCode::SolutionOfTypeRequired.body().name("IP");
    is_as_in!("partner-center-99912-en", body());
    is_as_in!("partner-center-99912-fr", body().locale("fr-CI"));
}

#[test]
fn the_generic_500_is_the_documented_example_with_the_integer_of_the_schema() {
    let body = GenericErrorCode::InternalServerError.body();
    let body = body.timestamp("2022-07-28T22:25:51.000Z").message("Une erreur est survenue");
    is_as_in!("generic-error-500", body.method("POST").uri("/v1/subscriptions"));
    let example = GENERIC_EXAMPLE.replace("\"500\"", "500");
    assert_eq!(golden("generic-error-500.json"), compacted(&example));
}

#[test]
fn invalid_email_has_the_values_that_the_schema_documents() {
    let body = GenericErrorCode::InvalidEmail.body();
    let body = body.timestamp("2022-07-28T22:25:51Z").message("The email address is not valid !");
    is_as_in!("generic-error-invalid-email", body.method("GET").uri("/v1/crédit"));
}

#[test]
fn a_generic_error_that_nobody_fills_keeps_its_members() {
    is_as_in!("generic-error-404-unfilled", GenericErrorCode::NotFound.body());
    is_as_in!("generic-error-404-unfilled-fr", GenericErrorCode::NotFound.body().locale("fr"));
}

#[test]
fn hub2_is_written_with_and_without_a_request_id_in_either_language() {
    let body = || {
        let body = Hub2Code::TransactionNotFound.body();
        body.account_id("acc_1f2e").transaction_id("tr_9x8y")
    };
    is_as_in!("hub2-en", body());
    is_as_in!("hub2-fr", body().locale("fr"));
    is_as_in!("hub2-request-id-en", body().request_id("req_1"));
    is_as_in!("hub2-request-id-fr", body().request_id("req_1").locale("fr-CI"));
}

#[test]
fn every_code_of_every_catalog_is_written_the_same_in_each_way() {
    for locale in ["en", "fr"] {
        for code in BictorysCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in PartnerCenterCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in GenericErrorCode::ALL {
            json_of!(code.body().locale(locale));
        }
        for code in Hub2Code::ALL {
            let json = json_of!(code.body().locale(locale));
            assert!(!json[1..].contains('{'), "{json}");
        }
    }
}

/// Every file is of some test.
#[test]
fn no_file_is_left_over() {
    let source = include_str!("bodies.rs");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bodies");
    for file in fs::read_dir(folder).expect("a folder") {
        let name = file.expect("a file").file_name().into_string().expect("UTF-8");
        let name = name.strip_suffix(".json").expect("JSON");
        assert!(source.contains(&format!("is_as_in!(\"{name}\"")), "{name}");
    }
}

/// A body as whoever gets it reads it.
fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

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

#[test]
fn hostile_values_are_escaped_in_placeholders() {
    for (value, written) in HOSTILE {
        let body = Hub2Code::CancellationAlreadyDone.body().transaction_id(value);
        let wire = format!(
            r#"{{"status":409,"code":"cancellation-already-done","message":"Transaction {written} cannot be cancelled twice."}}"#
        );
        assert_eq!(json_of!(body), wire);
    }
}

#[test]
fn hostile_values_are_escaped_in_slots() {
    for (value, written) in HOSTILE {
        let body = BictorysCode::NotFound.body().message(value).source(value);
        let wire = format!(
            r#"{{"status":404,"title":"NOT_FOUND","details":"{written}","source":"{written}"}}"#
        );
        assert_eq!(json_of!(body), wire);
    }
}

#[test]
fn hostile_values_are_escaped_in_lists() {
    for (value, written) in HOSTILE {
        let details = [json!({ value: [value, 1.5, -0.0, true, null, u64::MAX] })];
        let body = PartnerCenterCode::InvalidInput.body().message("m").details(details);
        let list = format!(
            r#""details":[{{"{written}":["{written}",1.5,-0.0,true,null,18446744073709551615]}}]}}}}}}"#
        );
        let json = json_of!(body);
        assert!(json.ends_with(&list), "{json}");
    }
}

/// The most specific message of a body of Partner Center.
fn inner_message(json: &str) -> String {
    let message = &parsed(json)["error"]["innerError"]["message"];
    message.as_str().expect("a string").to_owned()
}

#[test]
fn a_message_of_1024_characters_stays_and_a_longer_one_is_cut_to_that() {
    // One byte, two, three and four; and two characters that JSON writes as more.
    for character in ["a", "é", "…", "👍", "\"", "\0"] {
        let body =
            |length| PartnerCenterCode::InvalidInput.body().message(character.repeat(length));
        for length in [1, 1023, 1024] {
            assert_eq!(inner_message(&json_of!(body(length))), character.repeat(length));
        }
        let cut = character.repeat(1023) + "…";
        for length in [1025, 1026, 5000] {
            assert_eq!(inner_message(&json_of!(body(length))), cut);
        }
    }
}

#[test]
fn an_outer_message_is_cut_too() {
    let body = PartnerCenterCode::ItemNotFound.body().message("é".repeat(1025));
    let message = &parsed(&json_of!(body))["error"]["message"];
    assert_eq!(*message, "é".repeat(1023) + "…");
}

#[test]
fn a_message_that_a_placeholder_makes_too_long_is_cut() {
    let code = PartnerCenterCode::SolutionOfTypeRequired;
    for (locale, character) in [("en", "s"), ("en", "ß"), ("fr", "s"), ("fr", "ß")] {
        let (before, after) = code.message(locale).split_once("{name}").expect("a placeholder");
        let room = 1024 - before.chars().count() - after.chars().count();
        let body = |length| code.body().locale(locale).name(character.repeat(length));
        for length in [room - 1, room] {
            let whole = format!("{before}{}{after}", character.repeat(length));
            assert_eq!(inner_message(&json_of!(body(length))), whole);
        }
        let cut = format!("{before}{}…", character.repeat(room));
        for length in [room + 1, room + 2, 5000] {
            assert_eq!(inner_message(&json_of!(body(length))), cut);
        }
    }
}

#[test]
fn an_empty_message_gives_way_to_the_catalogs() {
    let code = PartnerCenterCode::InvalidInput;
    assert_eq!(json_of!(code.body().message("")), json_of!(code.body()));
    assert_eq!(inner_message(&json_of!(code.body().message(""))), code.message("en"));
    let body = code.body().locale("fr").message(String::new());
    assert_eq!(inner_message(&json_of!(body)), code.message("fr"));
    assert_eq!(inner_message(&json_of!(code.body().message(" "))), " ");
    // No other catalog minds.
    let body = Hub2Code::LockedAccount.body().message("");
    assert_eq!(parsed(&json_of!(body))["message"], "");
}

#[test]
fn another_status_brings_its_own_reason_with_it() {
    let body = GenericErrorCode::InvalidEmail.body().status(409);
    let body = parsed(&json_of!(body));
    assert_eq!(body["httpStatusCode"], 409);
    assert_eq!(body["httpStatusMessage"], "Conflict");
    assert_eq!(body["errorCode"], "INVALID_EMAIL");
    assert_eq!(body["errorMessage"], GenericErrorCode::InvalidEmail.message("en"));
    let body = GenericErrorCode::NotFound.body().status(410).reason("No more");
    let body = parsed(&json_of!(body));
    assert_eq!(body["httpStatusCode"], 410);
    assert_eq!(body["httpStatusMessage"], "No more");
}

#[test]
fn every_registered_status_has_its_reason_and_no_other_has_one() {
    let reason = |status| {
        let body = GenericErrorCode::InvalidEmail.body().status(status);
        parsed(&json_of!(body))["httpStatusMessage"].clone()
    };
    assert_eq!(reason(503), "Service Unavailable");
    assert_eq!(reason(413), "Content Too Large");
    assert_eq!(reason(599), Value::Null);
}

#[test]
fn another_status_is_written_where_the_reason_is_not() {
    let body = Hub2Code::InsufficientFunds.body().status(422);
    let wire = r#"{"status":422,"code":"insufficient-funds","message":"The balance does not cover this transfer."}"#;
    assert_eq!(json_of!(body), wire);
}

#[test]
fn another_code_can_be_set() {
    let body = GenericErrorCode::BadRequest.body().code("INVALID_IBAN");
    let body = parsed(&json_of!(body));
    assert_eq!(body["errorCode"], "INVALID_IBAN");
    assert_eq!(body["httpStatusCode"], 400);
}

#[test]
fn the_order_of_setters_does_not_matter() {
    let code = Hub2Code::TransactionNotFound;
    let one = code.body().locale("fr").request_id("r").account_id("a").transaction_id("t");
    let other = code.body().transaction_id("t").account_id("a").request_id("r").locale("fr");
    assert_eq!(json_of!(one), json_of!(other));
}

#[test]
fn debug_shows_the_json() {
    let body = Hub2Code::LockedAccount.body().request_id("req_1");
    assert_eq!(format!("{body:?}"), json_of!(body));
}

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

/// Objects and lists that are left out where nothing in them has a value.
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("catalogs/optional.toml")]
enum Optional {}

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
        r#"{"code":"invalid","meta":{"trace":"t"},"links":{"about":["see x",null]}}"#
    );
    assert_eq!(
        json_of!(body().instance("i")),
        r#"{"code":"invalid","meta":{},"links":{"about":[null,"i"]}}"#
    );
    assert_eq!(
        Optional::decode(422, br#"{"source":{"pointer":"/a"}}"#).slot("pointer"),
        Some("/a".into())
    );
}
