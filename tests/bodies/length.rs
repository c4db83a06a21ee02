//! Messages that are longer than their slot, or empty.

use api_error_catalogs::{Hub2Code, PartnerCenterCode};

use super::{inner_message, parsed};

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
fn a_message_that_a_placeholder_makes_too_long_is_truncated() {
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
