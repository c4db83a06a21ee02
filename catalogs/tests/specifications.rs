//! The catalogs of specifications, against the examples that these publish, in `published/`.
//!
//! That of AIP-193 is from “HTTP/1.1+JSON representation”, those of JSON:API are from its page of
//! examples, that of OAuth 2.0 is from RFC 6749 §5.2. The OCI Distribution Specification shows the form
//! of its errors; codes of it are put in here.

use std::time::Duration;

use api_error_catalog::{ApiErrorCatalog, DecodedError, Effect, Retry, Value, json};
use api_error_catalogs::{
    GoogleRpc, GoogleRpcCode, JsonApi, JsonApiCode, Oauth2, Oauth2Code, OciDistribution,
    OciDistributionCode,
};

/// An API that extends `google-rpc.toml`.
#[derive(ApiErrorCatalog)]
#[catalog("tests/compute.toml")]
enum Compute {}

/// An API that extends `json-api.toml`.
#[derive(ApiErrorCatalog)]
#[catalog("tests/articles.toml")]
enum Articles {}

const AIP_193: &[u8] = include_bytes!("published/aip-193.json");
const JSON_API_BASIC: &[u8] = include_bytes!("published/json-api-basic.json");
const JSON_API_CODES: &[u8] = include_bytes!("published/json-api-codes.json");
const JSON_API_SEVERAL: &[u8] = include_bytes!("published/json-api-several.json");
const OAUTH2: &[u8] = include_bytes!("published/oauth2-invalid-request.json");
const OCI: &[u8] = include_bytes!("published/oci-errors.json");

fn parsed(json: &[u8]) -> Value {
    serde_json::from_slice(json).expect("JSON")
}

/// Whether everything in a value stands in the other one too, which may have more members.
fn is_within(value: &Value, other: &Value) -> bool {
    match (value, other) {
        (Value::Object(value), Value::Object(other)) => value
            .iter()
            .all(|(name, value)| other.get(name).is_some_and(|other| is_within(value, other))),
        (Value::Array(value), Value::Array(other)) => {
            value.len() == other.len() && value.iter().zip(other).all(|(v, o)| is_within(v, o))
        }
        (value, other) => value == other,
    }
}

#[test]
fn oauth2_is_read() {
    let answer = Oauth2::decode(400, OAUTH2);
    assert_eq!(answer.code(), Some(Oauth2Code::InvalidRequest));
    assert_eq!(answer.message(), None);
    assert_eq!(answer.action("fr"), Oauth2Code::InvalidRequest.action("fr"));
    assert_eq!((answer.retry(), answer.effect()), (Some(Retry::AfterChange), Effect::None));

    let body = br#"{"error":"invalid_grant","error_description":"Code was already redeemed.",
        "error_uri":"https://id.example/errors#grant"}"#;
    let answer = Oauth2::decode(400, body);
    assert_eq!(answer.code(), Some(Oauth2Code::InvalidGrant));
    assert_eq!(answer.message().as_deref(), Some("Code was already redeemed."));
    assert_eq!(answer.slot("docs"), Some(json!("https://id.example/errors#grant")));
    // Tokens may have been revoked.
    assert_eq!(answer.effect(), Effect::Unknown);

    // RFC 6750 §3.1: a resource says nothing to a request without a token.
    let answer = Oauth2::decode(401, b"");
    assert_eq!(answer.code(), None);
    assert!(answer.action("en").is_some_and(|action| action.contains("WWW-Authenticate")));
}

#[test]
fn oauth2_is_written() {
    let body = Oauth2Code::InvalidRequest.body().to_json();
    assert!(is_within(&parsed(OAUTH2), &parsed(&body)));
    let body = Oauth2Code::InvalidScope.body().locale("fr").docs("https://id.example/scopes");
    let json = r#"{"error":"invalid_scope","error_description":"Le scope ne convient pas, ou va trop loin.","error_uri":"https://id.example/scopes"}"#;
    assert_eq!(body.to_json(), json.as_bytes());
}

/// RFC 6749 §5.2
#[test]
fn oauth2_describes_errors_with_the_characters_that_it_may() {
    for code in Oauth2Code::ALL {
        for locale in ["en", "fr"] {
            let message = code.message(locale);
            let may = |c| matches!(c, ' '..='~') && c != '"' && c != '\\';
            assert!(message.chars().all(may), "{code}: {message}");
        }
    }
}

#[test]
fn oci_errors_are_read() {
    let answer = OciDistribution::decode(404, OCI);
    assert_eq!(answer.code(), Some(OciDistributionCode::ManifestBlobUnknown));
    assert!(answer.is_code("BLOB_UNKNOWN"));
    assert_eq!(answer.slot("detail"), Some(json!("<unstructured>")));
    let codes: Vec<_> = answer.errors().filter_map(DecodedError::code).collect();
    let both = [OciDistributionCode::ManifestBlobUnknown, OciDistributionCode::BlobUnknown];
    assert_eq!(codes, both);

    // As registries answer somebody who is not signed in.
    let body = br#"{"errors":[{"code":"UNAUTHORIZED","message":"authentication required",
        "detail":[{"Type":"repository","Name":"a/b","Action":"pull"}]}]}"#;
    let answer = OciDistribution::decode(401, body);
    assert_eq!(answer.code(), Some(OciDistributionCode::Unauthorized));
    let detail = answer.slot("detail").expect("a detail");
    assert_eq!(detail[0]["Action"], "pull");

    // The format is any, and HEAD has no body.
    let answer = OciDistribution::decode(429, b"slow down");
    assert_eq!((answer.code(), answer.retry()), (None, Some(Retry::AfterDelay)));
}

#[test]
fn oci_errors_are_written() {
    let [first, second] =
        [OciDistributionCode::ManifestBlobUnknown, OciDistributionCode::BlobUnknown]
            .map(|code| code.body().message("<message describing condition>"))
            .map(|body| body.detail("<unstructured>"));
    assert_eq!(parsed(&first.and(second).to_json()), parsed(OCI));
    let body = OciDistributionCode::TooManyRequests.body().locale("fr").to_json();
    let json = "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"Trop de requêtes\u{a0}: ralentissez.\"}]}";
    assert_eq!(body, json.as_bytes());
}

#[test]
fn google_rpc_is_read() {
    let answer = GoogleRpc::decode(429, AIP_193);
    assert_eq!(answer.code(), Some(GoogleRpcCode::ResourceExhausted));
    assert_eq!(answer.raw_code(), Some("RESOURCE_AVAILABILITY"));
    assert_eq!(answer.slot("domain"), Some(json!("compute.googleapis.com")));
    assert_eq!(answer.slot("metadata").expect("metadata")["vmType"], "e2-medium");
    assert_eq!(answer.slot("localized_for"), Some(json!("en-US")));
    let links = answer.slot("links").expect("links");
    assert_eq!(links[0]["url"], "https://cloud.google.com/compute/docs/resource-error");
    assert!(answer.message().is_some_and(|message| message.starts_with("The zone 'us-east1-a'")));

    let answer = GoogleRpc::decode(404, br#"{"error":{"code":404,"status":"NOT_FOUND"}}"#);
    assert_eq!(answer.code(), Some(GoogleRpcCode::NotFound));

    // ErrorInfo is not first; a delay with a fraction.
    let body = br#"{"error":{"code":503,"message":"m","status":"UNAVAILABLE","details":[
        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.074824224s"},
        {"@type":"type.googleapis.com/example.v1.Other","reason":"NO","domain":"no"},
        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"OVERLOAD","domain":"d"}]}}"#;
    let answer = GoogleRpc::decode(503, body);
    assert_eq!(answer.code(), Some(GoogleRpcCode::Unavailable));
    assert_eq!(answer.raw_code(), Some("OVERLOAD"));
    assert_eq!(answer.slot("domain"), Some(json!("d")));
    assert_eq!(answer.slot("retry_delay"), Some(json!(34.074_824_224)));
    assert_eq!(answer.retry_after(), Some(Duration::from_nanos(34_074_824_224)));
    assert_eq!((answer.retry(), answer.effect()), (Some(Retry::AfterDelay), Effect::Unknown));
}

#[test]
fn reasons_of_an_api_are_under_the_codes_of_google_rpc() {
    let reason = ComputeCode::ResourceAvailability;
    let answer = Compute::decode(429, AIP_193);
    assert_eq!(answer.code(), Some(reason));
    assert_eq!(answer.parameter("zone").as_deref(), Some("us-east1-a"));
    assert_eq!(answer.action("en"), Some("Try one of zonesWithCapacity."));
    assert_eq!(answer.retry(), Some(Retry::AfterDelay));

    let details = &parsed(AIP_193)["error"]["details"];
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let body = reason.body().zone("us-east1-a");
    let body = body.metadata(details[0]["metadata"].as_object().expect("an object").clone());
    let body = body.localized_for("en-US").localized_message(text(&details[1]["message"]));
    let body = body.links(details[2]["links"].as_array().expect("a list"));
    assert_eq!(parsed(&body.to_json()), parsed(AIP_193));

    let violation = json!({ "field": "name", "description": "is empty" });
    let body = ComputeCode::InvalidArgument.body().field_violations([violation]).to_json();
    let json = r#"{"error":{"code":400,"message":"The request has an argument that is not valid.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"description":"is empty","field":"name"}]}]}}"#;
    assert_eq!(parsed(&body), parsed(json.as_bytes()));
    let body = ComputeCode::Internal.body().to_json();
    let json = r#"{"error":{"code":500,"message":"Something broke inside the service.","status":"INTERNAL"}}"#;
    assert_eq!(body, json.as_bytes());
}

#[test]
fn json_api_is_read_by_its_statuses() {
    assert_eq!(JsonApiCode::ALL, []);
    let answer = JsonApi::decode(400, JSON_API_SEVERAL);
    assert_eq!((answer.code(), answer.raw_code()), (None, None));
    let action = answer.action("en").expect("an action");
    assert!(action.starts_with("Go through all of errors"), "{action}");
    let errors: Vec<_> = answer.errors().collect();
    let details: Vec<_> = errors.iter().filter_map(|error| error.message()).collect();
    assert_eq!(details.len(), 3);
    assert_eq!(details[1], "Volume does not, in fact, go to 11.");
    assert_eq!(errors[1].slot("pointer"), Some(json!("/data/attributes/volume")));
    assert_eq!(errors[2].slot("status"), Some(json!("500")));

    let answer = JsonApi::decode(422, JSON_API_CODES);
    assert_eq!((answer.code(), answer.raw_code()), (None, Some("123")));
    // What HTTP says of a 422.
    assert!(answer.action("fr").is_some());
}

#[test]
fn codes_of_an_api_are_in_json_api() {
    let answer = Articles::decode(422, JSON_API_CODES);
    let codes: Vec<_> = answer.errors().map(DecodedError::code).collect();
    let [first, second, third] = [
        ArticlesCode::ValueTooShort,
        ArticlesCode::PasswordTooSimple,
        ArticlesCode::PasswordsDiffer,
    ];
    assert_eq!(codes, [Some(first), Some(second), Some(third)]);
    assert_eq!(answer.parameter("field").as_deref(), Some("First name"));
    assert_eq!(answer.slot("title"), Some(json!("Value is too short")));

    let body = first.body().field("First name").pointer("/data/attributes/firstName");
    let password = "/data/attributes/password";
    let body = body.and(second.body().missing("punctuation character").pointer(password));
    let body = body.and(third.body().pointer(password));
    let written = parsed(&body.to_json());
    assert!(is_within(&parsed(JSON_API_CODES)["errors"], &written["errors"]), "{written}");

    let body = ArticlesCode::Unprocessable.body().title("Invalid Attribute");
    let body = body.message("First name must contain at least two characters.");
    let body = body.pointer("/data/attributes/firstName").to_json();
    assert_eq!(parsed(&body), parsed(JSON_API_BASIC));
    assert_eq!(Articles::decode(422, JSON_API_BASIC).code(), Some(ArticlesCode::Unprocessable));
}

#[test]
fn errors_without_codes_are_written_in_json_api() {
    let [first, second, third] =
        [ArticlesCode::Forbidden, ArticlesCode::Unprocessable, ArticlesCode::Failed];
    let body = first.body().message("Editing secret powers is not authorized on Sundays.");
    let body = body.pointer("/data/attributes/secretPowers");
    let other = second.body().message("Volume does not, in fact, go to 11.");
    let body = body.and(other.pointer("/data/attributes/volume"));
    let other = third.body().title("The backend responded with an error");
    let other = other.message("Reputation service not responding after three requests.");
    let body = body.and(other.pointer("/data/attributes/reputation"));
    let written = parsed(&body.to_json());
    assert!(is_within(&parsed(JSON_API_SEVERAL), &written), "{written}");
}
