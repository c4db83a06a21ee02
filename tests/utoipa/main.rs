//! The feature `utoipa`: what a document says of the errors of each operation.

#[expect(dead_code, reason = "documented, and never called")]
mod api;

use std::collections::BTreeSet;

use api_error_catalog::utoipa::ErrorResponses;
use api_error_catalog::{CatalogCode, ErrorCatalog};
use api_error_catalog_tests::{catalogs, for_every_catalog};
use serde_json::{Value, json};
use utoipa::OpenApi as _;

use crate::api::{ApiError, Document, PaymentError, PaymentErrorCode};

/// The responses of an operation.
fn responses(operation: &str) -> Value {
    let document = serde_json::to_value(Document::openapi()).expect("JSON");
    document.pointer(&format!("/paths/{operation}/responses")).expect("an operation").clone()
}

/// The example of an entry in a response.
fn example<'r>(responses: &'r Value, status: &str, media_type: &str, entry: &str) -> &'r Value {
    &responses[status]["content"][media_type]["examples"][entry]["value"]
}

/// Holds each example of a content against its schema, and gives how many there are.
fn check_examples(content: &Value) -> usize {
    let schema = jsonschema::draft202012::new(&content["schema"]).expect("a schema");
    let examples = content["examples"].as_object().expect("examples");
    for (name, example) in examples {
        let value = &example["value"];
        let errors: Vec<_> = schema.iter_errors(value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {value}\n{errors:?}\n{}", content["schema"]);
        assert!(!value.is_null(), "{name}");
    }
    examples.len()
}

#[test]
fn the_document_is_one_of_openapi_3_1() {
    let schema = include_str!("openapi-3.1.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let mut document = serde_json::to_value(Document::openapi()).expect("JSON");
    let errors = |document: &Value| {
        schema.iter_errors(document).map(|error| error.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(errors(&document), [""; 0]);
    // It would say so.
    document["paths"]["/teas"]["get"]["responses"]["404"]["description"] = Value::Null;
    assert!(!errors(&document).is_empty());
}

#[test]
fn each_operation_lists_the_codes_of_its_enum() {
    let list = responses("~1teas/get");
    let statuses: Vec<_> = list.as_object().expect("responses").keys().collect();
    assert_eq!(statuses, ["200", "304", "400", "401", "402", "404", "429", "500"]);
    let codes = |responses: &Value, status: &str| {
        let content = &responses[status]["content"]["application/json"];
        content["schema"]["properties"]["code"]["enum"].clone()
    };
    assert_eq!(codes(&list, "404"), json!(["no-tea", "no-pot"]));
    assert_eq!(codes(&list, "402"), json!(["declined"]));
    let pour = responses("~1pour/post");
    assert_eq!(codes(&pour, "404"), json!(["no-tea", "no-pot"]));
    let statuses: Vec<_> = pour.as_object().expect("responses").keys().collect();
    assert_eq!(statuses, ["200", "400", "402", "404", "500"]);
}

#[test]
fn examples_are_what_is_sent() {
    let list = responses("~1teas/get");
    let expected = json!({
        "status": 404,
        "code": "no-tea",
        "message": "There is no tea Assam.",
        "at": "2026-01-31T09:05:07Z",
    });
    assert_eq!(example(&list, "404", "application/json", "no-tea"), &expected);
    // It has no example in the catalog.
    let no_pot = example(&list, "404", "application/json", "no-pot");
    assert_eq!(no_pot["message"], "There is no pot for 1 cups.");
    let mut seen = BTreeSet::new();
    for (status, response) in list.as_object().expect("responses") {
        let Some(content) = response["content"].as_object() else { continue };
        for (name, example) in content["application/json"]["examples"].as_object().expect("some") {
            let status = status.parse().expect("a status");
            let body = example["value"].to_string();
            let read = ApiError::decode(status, body.as_bytes());
            // The last one is of another catalog.
            let code = read.code().map_or("declined", |code| code.name());
            assert_eq!(name.rsplit('/').next(), Some(code));
            assert!(seen.insert(name.as_str()), "{name}");
        }
    }
    let expected = [
        "declined",
        "invalid",
        "no-pot",
        "no-tea",
        "payments/internal",
        "slow-down",
        "teas/internal",
        "unauthorized",
    ];
    assert!(seen.into_iter().eq(expected));
}

#[test]
fn every_example_is_one_of_its_schema() {
    let document = serde_json::to_value(Document::openapi()).expect("JSON");
    let mut seen = 0;
    for path in document["paths"].as_object().expect("paths").values() {
        for operation in path.as_object().expect("operations").values() {
            for response in operation["responses"].as_object().expect("some").values() {
                let content = response["content"].as_object().into_iter().flatten();
                for (_, content) in content.filter(|(_, content)| content["examples"].is_object()) {
                    assert!(!content["examples"].to_string().contains('…'), "{content}");
                    seen += check_examples(content);
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_schema_refuses_the_codes_of_others() {
    let list = responses("~1teas/get");
    let content = &list["404"]["content"]["application/json"];
    let schema = jsonschema::draft202012::new(&content["schema"]).expect("a schema");
    let mut body = example(&list, "404", "application/json", "no-tea").clone();
    assert!(schema.is_valid(&body));
    body["code"] = json!("internal");
    assert!(!schema.is_valid(&body));
    body["code"] = json!("no-pot");
    body["more"] = json!(true);
    assert!(!schema.is_valid(&body));
}

#[test]
fn headers_are_those_of_the_catalog() {
    let put = responses("~1teas/put");
    let example = |status: &str, name: &str| put[status]["headers"][name].get("example").cloned();
    assert_eq!(example("401", "WWW-Authenticate"), Some(json!("Bearer realm=\"teas\"")));
    assert_eq!(example("429", "Retry-After"), Some(json!("30")));
    // Its value is known to the server alone.
    assert_eq!(put["405"]["headers"]["Allow"]["schema"]["type"], "string");
    assert_eq!(example("405", "Allow"), None);
    // That of the first of several codes.
    assert_eq!(example("404", "x-error-code"), Some(json!("no-tea")));
    assert_eq!(put["404"]["headers"].as_object().map(serde_json::Map::len), Some(1));
}

#[test]
fn an_answer_without_a_body_has_no_content() {
    let list = responses("~1teas/get");
    assert_eq!(list["304"].get("content"), None);
    assert_eq!(list["304"]["description"], "`not-modified`: As before.");
}

#[test]
fn descriptions_say_what_the_codes_mean() {
    let list = responses("~1teas/get");
    let expected = "- `no-tea`: There is no tea …. [Documentation](<https://teas.example/errors/no-tea>)\n\
                    - `no-pot`: Pots hold 2 to 8 cups.";
    assert_eq!(list["404"]["description"], expected);
    let example = &list["404"]["content"]["application/json"]["examples"]["no-tea"];
    assert_eq!(example["description"], "Look at the list.");
    assert_eq!(example["summary"], "no-tea: Not Found");
}

#[test]
fn a_held_error_has_the_shape_that_it_is_written_in() {
    let (list, pour) = (responses("~1teas/get"), responses("~1pour/post"));
    let outer = example(&list, "402", "application/json", "declined");
    assert_eq!(outer["message"], "The bank says <answer>.");
    let media_type = "application/vnd.payments+json";
    let inner = example(&pour, "402", media_type, "declined");
    assert_eq!(inner, &json!({ "error": "declined", "text": "The bank says <answer>." }));
    assert_eq!(pour["402"]["content"].as_object().map(serde_json::Map::len), Some(1));
    // Two of one name, of two catalogs.
    let examples = &list["500"]["content"]["application/json"]["examples"];
    let names: Vec<_> = examples.as_object().expect("examples").keys().collect();
    assert_eq!(names, ["payments/internal", "teas/internal"]);
}

#[test]
fn what_is_caught_is_there_but_where_there_is_no_operation() {
    let (list, put) = (responses("~1teas/get"), responses("~1teas/put"));
    let invalid = example(&list, "400", "application/json", "invalid");
    assert_eq!(invalid["message"], "The request is wrong: <detail>");
    assert_eq!(list.get("405"), None);
    assert_eq!(list["404"]["content"]["application/json"]["examples"].get("no-route"), None);
    let no_route = example(&put, "404", "application/json", "no-route");
    assert_eq!(no_route["message"], "Nothing at /.");
    let codes = &put["404"]["content"]["application/json"]["schema"]["properties"]["code"]["enum"];
    assert_eq!(codes, &json!(["no-tea", "no-pot", "no-route"]));
    assert_eq!(
        example(&put, "405", "application/json", "no-method")["message"],
        "GET is not for this."
    );
}

#[test]
fn an_enum_is_a_schema_too() {
    let pay = responses("~1pay/get");
    let body = &pay["402"]["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(body, "#/components/schemas/PaymentError");
    let document = serde_json::to_value(Document::openapi()).expect("JSON");
    let schema = &document["components"]["schemas"]["PaymentError"];
    let schema = jsonschema::draft202012::new(schema).expect("a schema");
    for code in PaymentError::CODES {
        let body: Value = serde_json::from_slice(&code.body().to_json()).expect("JSON");
        assert!(schema.is_valid(&body), "{body}");
    }
    assert_eq!(PaymentError::CODES.len(), PaymentErrorCode::ALL.len());
}

#[test]
fn a_document_is_the_same_each_time() {
    let document = || Document::openapi().to_json().expect("JSON");
    assert_eq!(document(), document());
}

/// Every code of every catalog of the repository: examples are of their schema, and read back.
#[test]
fn every_shape_can_be_documented() {
    fn check<A: ErrorCatalog>(seen: &mut usize) {
        let mut responses = ErrorResponses::default();
        responses.add(A::CATALOG, A::CATALOG.codes());
        for (status, response) in responses.by_status() {
            let response = serde_json::to_value(response).expect("JSON");
            for content in response["content"].as_object().into_iter().flatten() {
                *seen += check_examples(content.1);
                for (name, example) in content.1["examples"].as_object().expect("examples") {
                    let body = example["value"].to_string();
                    let read = A::decode(status.parse().expect("a status"), body.as_bytes());
                    let code = A::CATALOG.from_name(name).expect("an entry").as_str();
                    let read = read.code().map(CatalogCode::as_str);
                    // Several entries may have one code; without any, the message and the status decide.
                    let is_it = read.is_none_or(|read| read == code);
                    assert!(is_it, "{}: {name}\n{body}", A::CATALOG.name());
                }
            }
        }
    }
    let mut seen = 0;
    macro_rules! check_all {
        ($($module:ident: $enum:ident,)*) => { $(check::<catalogs::$enum>(&mut seen);)* };
    }
    for_every_catalog!(check_all);
    assert!(seen > 150, "{seen}");
}
