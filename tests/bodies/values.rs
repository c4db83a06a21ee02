//! What a slot of each kind takes, and the bytes that it is.

#![allow(clippy::needless_borrows_for_generic_args, reason = "references are taken, too")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, LinkedList, VecDeque};
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use api_error_catalog::slot::{IntegerSlot, StringSlot};
use api_error_catalog::{
    ApiErrorCatalog, Digits, Integer, IntoSlot, Json, Map, SlotValue, Time, Value, json,
};
use rust_decimal::Decimal;

/// A catalog with a slot of each kind.
#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

/// The JSON of the one slot that is set; empty where it is not there.
fn slot(json: &str) -> &str {
    const UNSET: &str = r#"{"status":409,"code":"closed","message":"Account … is closed.""#;
    let members = json.strip_prefix(UNSET).and_then(|json| json.strip_suffix('}'));
    members.expect("the other members").split_once(':').map_or("", |(_, value)| value)
}

/// Sets a slot to a value, to a reference to it, and to `Option`s of the two, which are all the same, and
/// gives the slot's JSON. The value is made anew each time.
macro_rules! json_in {
    ($slot:ident: $value:expr) => {{
        let body = || LedgerCode::Closed.body();
        let json = json_of!(body().$slot($value));
        let value = $value;
        assert_eq!(json_of!(body().$slot(&value)), json, "a reference");
        let option = Some($value);
        assert_eq!(json_of!(body().$slot(&option)), json, "a reference to an Option");
        assert_eq!(json_of!(body().$slot(option.as_ref())), json, "an Option of a reference");
        assert_eq!(json_of!(body().$slot(option)), json, "an Option");
        slot(&json).to_owned()
    }};
}

macro_rules! assert_written {
    ($($slot:ident: $expected:literal from $($value:expr),+;)+) => {
        $($(
            assert_eq!(json_in!($slot: $value), $expected, "{}", stringify!($value));
        )+)+
    };
}

#[test]
fn text_goes_into_a_slot_of_strings() {
    assert_written! {
        reference: r#""a\"b""# from
            "a\"b", String::from("a\"b"), Cow::Borrowed("a\"b"), Cow::<str>::Owned("a\"b".into()),
            Box::<str>::from("a\"b"), Rc::<str>::from("a\"b"), Arc::<str>::from("a\"b");
        reference: r#""é""# from 'é';
        timestamp: r#""soon""# from
            "soon", String::from("soon"), Cow::Borrowed("soon"), Box::<str>::from("soon"),
            Rc::<str>::from("soon"), Arc::<str>::from("soon");
        until: r#""soon""# from
            "soon", String::from("soon"), Cow::Borrowed("soon"), Box::<str>::from("soon"),
            Rc::<str>::from("soon"), Arc::<str>::from("soon"), Time::from("soon");
    }
}

#[test]
fn text_that_is_borrowed_is_not_copied() {
    let text = String::from("ledger");
    let (boxed, shared) = (Box::<str>::from("ledger"), Arc::<str>::from("ledger"));
    let values: [Option<SlotValue<'_>>; 4] = [
        IntoSlot::<StringSlot>::into_slot(&text),
        IntoSlot::<StringSlot>::into_slot(text.as_str()),
        IntoSlot::<StringSlot>::into_slot(&boxed),
        IntoSlot::<StringSlot>::into_slot(&shared),
    ];
    for value in values {
        assert!(matches!(value, Some(SlotValue::Text(Cow::Borrowed("ledger")))), "{value:?}");
    }
}

#[test]
fn an_integer_of_every_type_goes_into_numbers_and_strings() {
    macro_rules! assert_all {
        ($($type:ty),+) => {
            $(
                for number in [<$type>::MIN, <$type>::MAX, 1] {
                    let digits = number.to_string();
                    assert_eq!(json_in!(attempts: number), digits);
                    assert_eq!(json_in!(amount: number), digits);
                    assert_eq!(json_in!(reference: number), format!("\"{digits}\""));
                    let Some(number) = NonZero::<$type>::new(number) else { continue };
                    assert_eq!(json_in!(attempts: number), digits);
                    assert_eq!(json_in!(amount: number), digits);
                    assert_eq!(json_in!(reference: number), format!("\"{digits}\""));
                }
            )+
        };
    }
    assert_all!(i8, u8, i16, u16, i32, u32, i64, u64, isize, usize);
    assert_written! {
        attempts: "-7" from Integer::from(-7);
        amount: "-7" from Integer::from(-7);
        reference: "\"-7\"" from Integer::from(-7);
    }
}

#[test]
fn a_number_as_it_is_written_in_a_program_has_a_type() {
    let body = LedgerCode::Closed.body().status(422).attempts(40).amount(1.5).account_id(7);
    let json = json_of!(body.until(1_767_225_600));
    let expected = r#"{"status":422,"code":"closed","message":"Account 7 is closed.","attempts":40,"amount":1.5,"until":1767225600}"#;
    assert_eq!(json, expected);
    let body = LedgerCode::Closed.body().status(Some(422)).attempts(Some(-40)).amount(Some(1));
    let expected = r#"{"status":422,"code":"closed","message":"Account … is closed.","attempts":-40,"amount":1}"#;
    assert_eq!(json_of!(body), expected);
}

#[test]
fn a_status_is_of_sixteen_bits_or_of_http() {
    let status = http::StatusCode::GONE;
    let gone = LedgerCode::Closed.body().status(410);
    let body = || LedgerCode::Closed.body();
    for body in [body().status(410_u16), body().status(&410), body().status(status)] {
        assert_eq!(json_of!(body), json_of!(gone.clone()));
    }
    for body in [body().status(&status), body().status(Some(status)), body().status(&Some(status))]
    {
        assert_eq!(json_of!(body), json_of!(gone.clone()));
    }
    assert_eq!(body().status(status).parts().status(), 410);
    assert_eq!(json_of!(gone.clone().status(None::<u16>)), json_of!(gone));
}

#[test]
fn numbers_keep_their_digits() {
    assert_written! {
        amount: "0.1" from 0.1_f64, 0.1_f32;
        amount: "-0.0" from -0.0_f64, -0.0_f32;
        amount: "19.5" from Decimal::new(195, 1), Digits::new("19.5");
        amount: "" from f64::NAN, f64::INFINITY, f32::NAN, f32::NEG_INFINITY;
        amount: "" from Digits::new("19,90"), Digits::new("+1"), Digits::new("\"1\"");
    }
}

/// What serde has no type for: through `Serialize`, it is the nearest `f64`.
#[test]
fn numbers_beyond_those_of_serde_keep_their_digits_too() {
    macro_rules! assert_digits {
        ($($value:expr => $digits:expr;)+) => {
            $(
                let body = LedgerCode::Closed.body().amount($value);
                assert_eq!(slot(&super::text(body.to_json())), $digits, "{}", stringify!($value));
                let option = Some($value);
                let body = LedgerCode::Closed.body().amount(&option);
                assert_eq!(slot(&super::text(body.to_json())), $digits, "{}", stringify!($value));
                let serialized = serde_json::to_value(LedgerCode::Closed.body().amount($value));
                let number = serialized.expect("JSON")["amount"].as_f64();
                assert_eq!(number, $digits.parse().ok(), "{}", stringify!($value));
            )+
        };
    }
    assert_digits! {
        i128::MIN => "-170141183460469231731687303715884105728";
        i128::MAX => "170141183460469231731687303715884105727";
        u128::MAX => "340282366920938463463374607431768211455";
        NonZero::<u128>::MAX => "340282366920938463463374607431768211455";
        i128::from(i64::MIN) - 1 => "-9223372036854775809";
        u128::from(u64::MAX) + 1 => "18446744073709551616";
        Decimal::new(1990, 2) => "19.90";
        Decimal::MAX => "79228162514264337593543950335";
        Decimal::new(-1, 28) => "-0.0000000000000000000000000001";
        Digits::new("1.234567890123456789012345678901234567890e-7").expect("a number") =>
            "1.234567890123456789012345678901234567890e-7";
        1e20_f64 => "1e20";
        1e20_f32 => "1e20";
    }
    let body = LedgerCode::Closed.body().attempts(i128::MIN).reference(u128::MAX);
    let expected = r#"{"status":409,"code":"closed","message":"Account … is closed.","reference":"340282366920938463463374607431768211455","attempts":-170141183460469231731687303715884105728}"#;
    assert_eq!(super::text(body.to_json()), expected);
    // What has 64 bits is an integer however it is written.
    for number in [i128::from(i64::MIN), i128::from(u64::MAX), 0] {
        assert_eq!(json_in!(attempts: number), number.to_string());
        assert_eq!(json_in!(reference: number), format!("\"{number}\""));
    }
    for number in [0, u128::from(u64::MAX)] {
        assert_eq!(json_in!(attempts: number), number.to_string());
    }
}

#[test]
fn truth_values_and_delays() {
    assert_written! {
        is_final: "true" from true;
        is_final: "false" from false;
        retry_after: "30" from Duration::from_secs(30);
        retry_after: "0.25" from Duration::from_millis(250);
    }
}

#[test]
fn seconds_since_1970_go_into_a_slot_of_times() {
    assert_written! {
        until: "1767225600" from
            1_767_225_600_i32, 1_767_225_600_u32, 1_767_225_600_i64, 1_767_225_600_u64,
            Integer::from(1_767_225_600), Time::from(1_767_225_600);
        until: "-1" from -1_i32, Time::from(-1);
    }
}

#[test]
fn lists_of_what_is_serialized() {
    let items: &[&str] = &["a", "b"];
    let owned = || Vec::from(items);
    assert_written! {
        entries: r#"["a","b"]"# from
            items, owned(), ["a", "b"], owned().into_boxed_slice(), VecDeque::from(owned()),
            BTreeSet::from(["b", "a"]), Json(LinkedList::from(["a", "b"])), Json(("a", "b"));
        entries: "[]" from Vec::<Value>::new(), [0_u8; 0], Json(Value::Array(Vec::new()));
        entries: r#"[{"a":null},1.5]"# from [json!({ "a": null }), json!(1.5)];
        entries: "" from Json("a"), Json(()), Json(json!({ "a": [] })), Json(unwritable());
        entries: "" from vec![unwritable()];
    }
}

#[test]
fn objects_of_what_is_serialized() {
    let map = || Map::from_iter([("daily".to_owned(), json!(100))]);
    assert_written! {
        limits: r#"{"daily":100}"# from
            map(), BTreeMap::from([("daily", 100)]), Json(BTreeMap::from([("daily", 100)])),
            Json(json!({ "daily": 100 }));
        limits: r#"{"1":"a"}"# from BTreeMap::from([(1, "a")]);
        limits: "{}" from Map::new(), BTreeMap::<&str, &str>::new();
        limits: "" from Json("daily"), Json(()), Json([map()]), BTreeMap::from([((), 1)]);
    }
}

#[test]
fn whatever_is_serialized() {
    assert_written! {
        context: "1" from 1, Json(1);
        context: r#""a\"b""# from "a\"b", String::from("a\"b");
        context: "[null,true]" from (None::<u8>, true), Json(json!([null, true]));
        context: r#"{"a":null}"# from json!({ "a": null });
        context: "" from (), Value::Null, Json(Value::Null), None::<String>, unwritable();
    }
}

/// What cannot be JSON: its keys are no strings.
fn unwritable() -> BTreeMap<[u8; 1], u8> {
    BTreeMap::from([([1], 2)])
}

#[test]
fn none_leaves_a_slot_as_it_is() {
    let set = || {
        let body = LedgerCode::Closed.body().status(410).account_id("acc_7").reference("a");
        let body = body.timestamp("b").attempts(1).amount(1.5).is_final(true).entries([1]);
        body.limits(Map::new()).context(1).retry_after(Duration::ZERO).until(1)
    };
    let body = set().status(None::<u16>).account_id(None::<u8>).reference(None::<&str>);
    let body = body.timestamp(None::<String>).attempts(None::<u8>).amount(None::<f64>);
    let body = body.is_final(None::<bool>).entries(None::<Vec<u8>>).context(None::<u8>);
    let body =
        body.limits(None::<Json<Value>>).retry_after(None::<Duration>).until(None::<Time<'_>>);
    assert_eq!(json_of!(body), json_of!(set()));
    let body = set().status(&None::<u16>).account_id(&None::<u8>).reference(&None::<String>);
    let body = body.timestamp(&None::<String>).attempts(&None::<u8>).amount(&None::<f64>);
    let body = body.is_final(&None::<bool>).entries(&None::<Vec<u8>>).context(&None::<u8>);
    let body = body.limits(&None::<Json<Value>>).retry_after(&None::<Duration>);
    assert_eq!(json_of!(body.until(&None::<Time<'_>>)), json_of!(set()));
}

#[test]
fn a_type_of_ones_own_goes_in_as_what_stands_for_it() {
    struct AccountId(u64);

    impl<'a> IntoSlot<'a, StringSlot> for &AccountId {
        fn into_slot(self) -> Option<SlotValue<'a>> {
            IntoSlot::<StringSlot>::into_slot(format!("acc_{}", self.0))
        }
    }

    impl<'a> IntoSlot<'a, IntegerSlot> for &AccountId {
        fn into_slot(self) -> Option<SlotValue<'a>> {
            IntoSlot::<IntegerSlot>::into_slot(self.0)
        }
    }

    let id = Some(AccountId(7));
    let body = LedgerCode::Closed.body().account_id(&id).reference(id.as_ref()).attempts(&id);
    let expected = r#"{"status":409,"code":"closed","message":"Account acc_7 is closed.","reference":"acc_7","attempts":7}"#;
    assert_eq!(json_of!(body), expected);
}
