//! Generated headers for catalogs with generated locales, held against the reference.

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::{Side, compile, read_text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::reference::{looked_up, negotiated};

/// Locales of catalogs: some are the beginnings of others, and some differ behind the same beginning.
const LOCALES: [&str; 15] = [
    "en",
    "en-GB",
    "en-GB-oxendict",
    "en-u-ca-gregory",
    "fr",
    "fr-CI",
    "fr-CI-x-abidjan",
    "de-AT",
    "de-CH",
    "es-419",
    "pt-br",
    "zh",
    "zh-Hant",
    "zh-Hant-TW",
    "X-House",
];

/// What a range may have behind a locale, or instead of its end.
const ENDS: [&str; 9] = ["", "", "-CI", "-GB", "-Hant", "-x-abidjan", "-a-b-c", "-1996", "-x"];

/// What ranges are not, or are and no catalog has.
const OTHERS: [&str; 17] = [
    "",
    "-",
    "en-",
    "-fr",
    "fr--CI",
    "en_GB",
    "fr-*",
    "*-CI",
    "**",
    "419",
    "f r",
    "deutschland",
    "fr-abcdefghi",
    "fr-CIééé",
    "e",
    "ja",
    "frCI",
];

const WEIGHTS: [&str; 12] = [
    "",
    "",
    ";q=1",
    ";q=0",
    ";q=0.000",
    ";q=0.",
    ";Q=1.000",
    ";q=0.5",
    ";q=0.50",
    ";q=0.501",
    " ; q=0.05",
    "\t;\tq=0.9\t",
];

const NEARLY_WEIGHTS: [&str; 18] = [
    ";",
    ";;",
    ";q",
    ";q=",
    "q=0",
    ";q=2",
    ";q=1.1",
    ";q=1.001",
    ";q=0.0000",
    ";q=00",
    ";q=.5",
    ";q=-0",
    ";q=+1",
    ";q =0",
    ";q= 0",
    ";q=0;q=1",
    ";level=1",
    ";x=0",
];

/// The locales of a catalog, in any order.
fn locales() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(&LOCALES[..], 1..6).prop_shuffle()
}

/// A catalog with some locales, whose only message is the locale it is in.
fn compiled(locales: &[&str]) -> Encoded {
    let message: Value = locales.iter().map(|locale| (locale.to_string(), json!(locale))).collect();
    let catalog = json!({
        "catalog": { "name": "generated", "locales": locales },
        "body": { "members": { "code": "{code}" } },
        "code": { "refused": { "status": 400, "message": message } },
    });
    let reading = read_text("generated.json", catalog.to_string(), Side::Client);
    compile(reading.catalog().expect("a catalog without errors")).expect("a small catalog")
}

/// A tag that has to do with the locales: one of them, its beginning, or more than it, in any case.
fn tag() -> impl Strategy<Value = String> {
    let parts = (select(&LOCALES[..]), 1..4_usize, select(&ENDS[..]), 0..3_u8);
    parts.prop_map(|(locale, subtags, end, case)| {
        let subtags: Vec<&str> = locale.split('-').take(subtags).collect();
        let tag = subtags.join("-") + end;
        match case {
            0 => tag.to_lowercase(),
            1 => tag.to_uppercase(),
            _ => tag,
        }
    })
}

fn range() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => tag(),
        2 => Just("*".to_owned()),
        1 => select(&OTHERS[..]).prop_map(str::to_owned),
    ]
}

fn weight() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(&WEIGHTS[..]).prop_map(str::to_owned),
        2 => (0..=1000_u16).prop_map(|weight| format!(";q={}", f64::from(weight) / 1000.0)),
        1 => select(&NEARLY_WEIGHTS[..]).prop_map(str::to_owned),
    ]
}

fn member() -> impl Strategy<Value = String> {
    let blank = || prop_oneof![19 => select(vec!["", "", " ", "\t "]), 1 => Just("\u{a0}")];
    let member = (blank(), range(), weight(), blank());
    member.prop_map(|(before, range, weight, behind)| format!("{before}{range}{weight}{behind}"))
}

fn header() -> impl Strategy<Value = String> {
    let garbage = "[*;,=q01.\\- \tenfrCIGBzhHatdA]{0,40}";
    prop_oneof![
        8 => vec(member(), 0..7).prop_map(|members| members.join(",")),
        1 => garbage,
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_header_is_understood_as_the_reference_does(
        locales in locales(),
        headers in vec(header(), 1..10),
    ) {
        let encoded = compiled(&locales);
        let catalog = encoded.catalog();
        let entry = catalog.from_code("refused").expect("the entry");
        for header in headers {
            let locale = catalog.negotiate(&header);
            prop_assert_eq!(locale, negotiated(&locales, &header), "{:?}", header);
            prop_assert_eq!(entry.message(locale), locale);
        }
    }

    #[test]
    fn any_tag_is_looked_up_as_the_reference_does(
        locales in locales(),
        tags in vec(prop_oneof![tag(), range(), header()], 1..10),
    ) {
        let encoded = compiled(&locales);
        let catalog = encoded.catalog();
        let entry = catalog.from_code("refused").expect("the entry");
        for tag in tags {
            let locale = catalog.best_locale(&tag);
            prop_assert_eq!(locale, looked_up(&locales, &tag).unwrap_or(locales[0]), "{:?}", tag);
            prop_assert_eq!(entry.message(&tag), locale);
        }
    }
}
