//! What the services with the features say of themselves at `/openapi.json`.

use std::path::Path;

use serde_json::{Value, json};

use crate::client::{ask, ask_actix};
use crate::exchange::get;
use crate::requests::exchanges;
use crate::with_axum;

/// Of axum and of actix-web, by requests of clients without a key.
async fn documents() -> [Value; 2] {
    let exchange = || vec![get("/openapi.json").authorized_by(None)];
    let [axum, actix] =
        [ask(with_axum::service::router, exchange()).await, ask_actix(exchange()).await];
    [axum, actix].map(|asked| {
        let (_, answer) = &asked[0];
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), Some("application/json"));
        serde_json::from_slice(&answer.body).expect("JSON")
    })
}

#[tokio::test]
async fn both_services_have_one_document() {
    let [axum, actix] = documents().await;
    assert_eq!(axum, actix);
}

#[tokio::test]
async fn the_document_is_one_of_openapi_3_1() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("utoipa/openapi-3.1.schema.json");
    let schema = std::fs::read_to_string(schema).expect("the schema");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    for document in documents().await {
        let errors: Vec<_> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

/// Each error that a request is answered with is an example of the operation.
#[tokio::test]
async fn the_document_has_every_answer_of_the_service() {
    let [document, _] = documents().await;
    let paths = document["paths"].as_object().expect("paths");
    let mut seen = 0;
    for exchange in exchanges() {
        let Some(error) = &exchange.error else { continue };
        let path = paths.iter().find(|(documented, _)| is_of(exchange.path, documented));
        let operation = path.and_then(|(_, path)| path.get(exchange.method.to_lowercase()));
        // Without one, it is nothing that a document speaks of.
        let Some(operation) = operation else { continue };
        let response = &operation["responses"][error.status.to_string()];
        let examples = &response["content"]["application/json"]["examples"];
        let example = &examples[error.code]["value"];
        assert_eq!(example["code"], error.code, "{exchange:?}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// Whether a request is for a path of the document.
fn is_of(asked: &str, documented: &str) -> bool {
    let (asked, _) = asked.split_once('?').unwrap_or((asked, ""));
    asked.split('/').count() == documented.split('/').count()
        && asked
            .split('/')
            .zip(documented.split('/'))
            .all(|(part, documented)| part == documented || documented.starts_with('{'))
}

#[tokio::test]
async fn parameters_and_bodies_are_those_of_the_handlers() {
    let [document, _] = documents().await;
    let parameters = |path: &str, method: &str| {
        let parameters = document["paths"][path][method]["parameters"].as_array().expect("some");
        let of_one = |p: &Value| json!([p["name"], p["in"], p["required"]]);
        parameters.iter().map(of_one).collect::<Vec<_>>()
    };
    assert_eq!(
        parameters("/orders", "get"),
        [json!(["size", "query", true]), json!(["number", "query", false])]
    );
    assert_eq!(parameters("/orders/{id}/pay", "post"), [json!(["id", "path", true])]);
    let body = &document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"];
    assert_eq!(body["schema"]["$ref"], "#/components/schemas/NewOrder");
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    assert!(schemas.keys().eq(["NewOrder", "Order", "OrderState", "Payment"]));
}
