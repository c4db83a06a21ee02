//! The message of the code in another locale than the one that was received, with what was read.

use api_error_catalog::{ApiErrorCatalog, CatalogCode, Decoded};
use api_error_catalog_tests::catalogs::{
    Bearer, BearerCode, Bictorys, Headed, HeadedCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};

use super::read;

/// Several errors, and parameters of every kind.
#[derive(ApiErrorCatalog)]
#[catalog("decode/transfers.toml")]
enum Transfers {}

/// The message in French.
fn french<C: CatalogCode>(answer: &Decoded<C>) -> Option<String> {
    let french = answer.localized_message("fr");
    // Without its type, it says the same.
    assert_eq!(answer.answer().localized_message("fr-CI"), french);
    assert_eq!(answer.code().is_some(), french.is_some());
    french
}

#[test]
fn hub2_in_french() {
    let body = br#"{"status":404,"code":"transaction-not-found",
        "message":"Account ac_1 has no transaction tr \"1\".","request_id":"r"}"#;
    let answer = Hub2::decode(404, body);
    assert_eq!(answer.code(), Some(Hub2Code::TransactionNotFound));
    let expected = "Le compte ac_1 n’a pas de transaction tr \"1\".";
    assert_eq!(french(&answer).as_deref(), Some(expected));
    assert_eq!(
        answer.localized_message("en").as_deref(),
        Some("Account ac_1 has no transaction tr \"1\".")
    );
    // A locale that the catalog lacks is the default, as everywhere.
    assert_eq!(answer.localized_message("de"), answer.localized_message("en"));
    assert_eq!(answer.localized_message(""), answer.localized_message("en"));
}

#[test]
fn what_was_not_received_is_an_ellipsis() {
    let expected = Some("Le compte … n’a pas de transaction ….".to_owned());
    for message in ["Nothing there.", "", "Account … has no transaction …."] {
        let body = format!(r#"{{"code":"transaction-not-found","message":"{message}"}}"#);
        assert_eq!(french(&Hub2::decode(404, body.as_bytes())), expected, "{message}");
    }
    assert_eq!(french(&Hub2::decode(404, br#"{"code":"transaction-not-found"}"#)), expected);
    let body = br#"{"code":"transaction-not-found",
        "message":"Account \u2026 has no transaction tr_1."}"#;
    let expected = "Le compte … n’a pas de transaction tr_1.";
    assert_eq!(french(&Hub2::decode(404, body)).as_deref(), Some(expected));
}

#[test]
fn a_message_without_parameters_and_one_with_braces() {
    let body = br#"{"code":"insufficient-funds","message":"Whatever {they} say."}"#;
    let expected = "Le solde ne couvre pas ce transfert.";
    assert_eq!(french(&Hub2::decode(402, body)).as_deref(), Some(expected));
    let body = r#"{"code":"refused","inner":{"code":"out-of-stock","inner":{"code":"size-gone",
        "message":"Size XL of hats {any colour} is gone."}}}"#;
    let expected = "La taille XL de hats {tout coloris} est épuisée.";
    assert_eq!(french(&read(400, body)).as_deref(), Some(expected));
}

/// What was read is text in a message, whatever it looks like.
#[test]
fn values_are_not_templates() {
    let body = r#"{"code":"refused","message":"Order {refuser} was refused by {{\"x\"}}."}"#;
    let expected = "La commande {refuser} a été refusée par {{\"x\"}}.";
    assert_eq!(french(&read(400, body)).as_deref(), Some(expected));
}

#[test]
fn the_deepest_known_code_of_partner_center() {
    let body = br#"{"error":{"code":"invalidRequest","message":"The request is wrong.",
        "innerError":{"code":"99912","message":"The referral needs a solution of type Service.",
        "details":null}}}"#;
    let answer = PartnerCenter::decode(400, body);
    assert_eq!(answer.code(), Some(PartnerCenterCode::SolutionOfTypeRequired));
    let expected = "Il faut à la référence une solution de type Service.";
    assert_eq!(french(&answer).as_deref(), Some(expected));

    // Of an unknown code inside, the one around it is known; its parameters are in its own message.
    let body = br#"{"error":{"code":"invalidRequest","message":"The request is wrong.",
        "innerError":{"code":"99912","message":"The referral needs a solution of type Service.",
        "innerError":{"code":"88801","message":"New trouble."}}}}"#;
    let answer = PartnerCenter::decode(400, body);
    assert_eq!(answer.message().as_deref(), Some("New trouble."));
    assert_eq!(french(&answer).as_deref(), Some(expected));

    let answer = PartnerCenter::decode(400, br#"{"error":{"code":"invalidRequest"}}"#);
    let expected = PartnerCenterCode::InvalidRequest.message("fr");
    assert_eq!(french(&answer).as_deref(), Some(expected));
}

#[test]
fn a_code_in_a_header_alone() {
    let challenge = r#"Bearer realm="api", error="invalid_token", error_description="The access token expired at 12:00.""#;
    let answer = Bearer::decode(401, b"").with_header_fields([("WWW-Authenticate", challenge)]);
    assert_eq!(answer.code(), Some(BearerCode::InvalidToken));
    assert_eq!(french(&answer).as_deref(), Some("Le jeton a expiré à 12:00."));

    // The message is in the body.
    let body = br#"{"Message":"Requested resource table/a not found."}"#;
    let answer = Headed::decode(400, body);
    assert_eq!(french(&answer), None);
    let answer =
        answer.with_header_fields([("x-amzn-errortype", "ResourceNotFoundException:http://x/")]);
    assert_eq!(answer.code(), Some(HeadedCode::ResourceNotFoundException));
    // It has one locale.
    let expected = "Requested resource table/a not found.";
    assert_eq!(french(&answer).as_deref(), Some(expected));
}

#[test]
fn a_status_that_is_a_code_has_its_message() {
    assert_eq!(french(&read(409, "")).as_deref(), Some("La commande a changé entre-temps."));
    let answer = read(404, r#"{"message":"Nothing is called hats."}"#);
    assert_eq!(french(&answer).as_deref(), Some("Rien ne s’appelle hats."));
}

#[test]
fn a_code_that_is_not_known_has_none() {
    let body = br#"{"code":"brand-new","message":"The balance does not cover this transfer."}"#;
    assert_eq!(french(&Hub2::decode(402, body)), None);
    for body in ["", "{}", "<html>", "[1", r#"{"message":"m"}"#] {
        assert_eq!(french(&Hub2::decode(402, body.as_bytes())), None, "{body}");
        assert_eq!(french(&PartnerCenter::decode(502, body.as_bytes())), None, "{body}");
        assert_eq!(french(&Bictorys::decode(418, body.as_bytes())), None, "{body}");
    }
}

#[test]
fn typed_parameters_from_the_object_of_all_of_them() {
    let body = br#"{"region":"eu","errors":[{"code":"too-expensive","message":"No.",
        "with":{"amount":1e3,"limit":-0.50,"tags":["a", {"b":"\u00e9"}],"is_final":true}}]}"#;
    let answer = Transfers::decode(402, body);
    // A region that stands in the slot of that name, and a field that the catalog sets there.
    let expected = r#"-0.50 ne suffit pas pour 1e3 en eu, amount ou ["a", {"b":"\u00e9"}] : true."#;
    assert_eq!(french(&answer).as_deref(), Some(expected));
    // A field that was received counts; of what is no value, nothing is shown.
    let body = br#"{"errors":[{"code":"too-expensive","field":"sum",
        "with":{"amount":"7","limit":null,"is_final":nope}}]}"#;
    let expected = "… ne suffit pas pour 7 en …, sum ou … : ….";
    assert_eq!(french(&Transfers::decode(402, body)).as_deref(), Some(expected));
}

#[test]
fn typed_parameters_of_a_message() {
    let body = br#"{"errors":[{"code":"too-expensive",
        "message":"100 is more than 99.5 in eu, amount or [\"a\"]: false."}]}"#;
    let expected = r#"99.5 ne suffit pas pour 100 en eu, amount ou ["a"] : false."#;
    assert_eq!(french(&Transfers::decode(402, body)).as_deref(), Some(expected));
}

#[test]
fn of_several_errors_each_has_its_own() {
    let body = br#"{"errors":[
        {"code":"new","message":"name is longer than 1 characters.","field":"new"},
        {"code":"too-long","message":"name is longer than 40 characters."},
        {"code":"too-long","field":"city","with":{"most":7}}]}"#;
    let answer = Transfers::decode(422, body);
    // The first that is known.
    assert_eq!(french(&answer).as_deref(), Some("name dépasse 40 caractères."));
    let of_each: Vec<_> = answer.errors().map(|error| error.localized_message("fr")).collect();
    let expected = ["name dépasse 40 caractères.", "city dépasse 7 caractères."];
    assert_eq!(of_each, [None, Some(expected[0].to_owned()), Some(expected[1].to_owned())]);
    let without_type = answer.answer().errors().map(|error| error.localized_message("fr"));
    assert!(without_type.eq(of_each));
}
