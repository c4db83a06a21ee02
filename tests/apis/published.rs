//! Examples as the APIs and specifications publish them.

use api_error_catalog::{Value, json};

use super::api::{Api, body_of};

/// Reads a body, whose errors have some entries, and writes it back from what was read.
fn comes_back(api: &str, status: u16, published: &Value, names: &[&str]) {
    let api = Api::open(api);
    let catalog = api.catalog();
    let answer = catalog.decode(status, published.to_string().as_bytes());
    assert!(answer.is_recognized(), "{published}");
    let found: Vec<_> =
        answer.errors().map(|error| error.entry().map_or("", |entry| entry.name())).collect();
    assert_eq!(found, names, "{published}");
    let mut bodies = answer.errors().map(body_of);
    let mut body = bodies.next().expect("an error");
    bodies.for_each(|error| body.add_error(error));
    assert_eq!(api.json(&body), *published);
}

#[test]
fn stripe() {
    let error = json!({ "error": {
        "code": "card_declined",
        "decline_code": "insufficient_funds",
        "doc_url": "https://stripe.com/docs/error-codes/card-declined",
        "message": "Your card has insufficient funds.",
        "type": "card_error"
    }});
    comes_back("stripe", 402, &error, &["insufficient_funds"]);
    let error = json!({ "error": {
        "code": "resource_missing",
        "doc_url": "https://stripe.com/docs/error-codes/resource-missing",
        "message": "No such customer: 'cus_1'",
        "param": "customer",
        "type": "invalid_request_error"
    }});
    comes_back("stripe", 404, &error, &["resource_missing"]);
}

#[test]
fn google_aip_193() {
    let message = "The zone 'us-east1-a' does not have enough resources available to fulfill the \
                   request. Try a different zone, or try again later.";
    let metadata = json!({
        "zone": "us-east1-a",
        "vmType": "e2-medium",
        "attachment": "local-ssd=3,nvidia-t4=2",
        "zonesWithCapacity": "us-central1-f,us-central1-c"
    });
    let links = json!([{
        "description": "Additional information on this error",
        "url": "https://cloud.google.com/compute/docs/resource-error"
    }]);
    // ErrorInfo is not the first.
    let error = json!({ "error": {
        "code": 429,
        "message": message,
        "status": "RESOURCE_EXHAUSTED",
        "details": [
            { "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "30s" },
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "RESOURCE_AVAILABILITY",
                "domain": "compute.googleapis.com",
                "metadata": metadata
            },
            { "@type": "type.googleapis.com/google.rpc.Help", "links": links }
        ]
    }});
    comes_back("google", 429, &error, &["RESOURCE_AVAILABILITY"]);
}

#[test]
fn oci_distribution() {
    let error = json!({ "errors": [
        { "code": "BLOB_UNKNOWN", "message": "blob unknown to registry", "detail": { "digest": "sha256:1" } },
        { "code": "DENIED", "message": "requested access to the resource is denied", "detail": [1] }
    ]});
    comes_back("oci", 404, &error, &["BLOB_UNKNOWN", "DENIED"]);
}

#[test]
fn json_api() {
    let error = json!({
        "jsonapi": { "version": "1.0" },
        "errors": [
            {
                "code": "123",
                "source": { "pointer": "/data/attributes/firstName" },
                "title": "Value is too short",
                "detail": "First name must contain at least two characters."
            },
            {
                "code": "225",
                "source": { "pointer": "/data/attributes/password" },
                "title": "Passwords must contain a letter, number, and punctuation character.",
                "detail": "The password provided is missing a punctuation character."
            },
            {
                "code": "226",
                "source": { "pointer": "/data/attributes/password" },
                "title": "Password and password confirmation do not match."
            }
        ]
    });
    comes_back("json-api", 422, &error, &["too-short", "weak-password", "passwords-differ"]);
}

#[test]
fn oauth() {
    comes_back("oauth", 400, &json!({ "error": "invalid_request" }), &["invalid_request"]);
    let error = json!({
        "error": "invalid_grant",
        "error_description": "The authorization code has expired."
    });
    comes_back("oauth", 400, &error, &["invalid_grant"]);
}

#[test]
fn microsoft_graph() {
    let error = json!({ "error": {
        "code": "badRequest",
        "message": "Uploaded fragment overlaps with existing data.",
        "innerError": {
            "code": "invalidRange",
            "request-id": "6c1dc3e2",
            "date": "2026-11-24T21:00:00"
        }
    }});
    comes_back("graph", 400, &error, &["invalidRange"]);
}

#[test]
fn aws_json() {
    for (error, name) in [
        (
            json!({
                "__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
                "message": "Requested resource not found"
            }),
            "ResourceNotFoundException",
        ),
        (
            json!({ "__type": "ThrottlingException", "message": "Rate exceeded" }),
            "ThrottlingException",
        ),
        (
            json!({
                "__type": "ThrottlingException:http://internal.amazon.com/coral/com.amazon.coral.availability/",
                "message": "Rate exceeded"
            }),
            "ThrottlingException",
        ),
    ] {
        comes_back("aws-json", 400, &error, &[name]);
    }
}

#[test]
fn slack() {
    let error = json!({
        "ok": false,
        "error": "missing_scope",
        "needed": "chat:write:user",
        "provided": "identify"
    });
    comes_back("slack", 200, &error, &["missing_scope"]);
}

#[test]
fn rfc_9457_with_violations() {
    let error = json!({
        "type": "https://example.net/validation-error",
        "title": "Your request is not valid.",
        "status": 422,
        "errors": [
            { "detail": "must be a positive integer", "pointer": "#/age" },
            { "detail": "must be 'green', 'red' or 'blue'", "pointer": "#/profile/color" }
        ]
    });
    comes_back("violations", 422, &error, &["not-positive", "not-a-colour"]);
}

#[test]
fn fields_of_a_form() {
    let error = json!({
        "name": ["This field is required."],
        "profile": {
            "age": ["This field is required."],
            "nick": ["Ensure this field has no more than 8 characters.", "This field is required."]
        },
        "non_field_errors": ["The two passwords differ."]
    });
    // `Value` sorts its members.
    let names = ["required", "passwords-differ", "required", "max_length", "required"];
    comes_back("django", 400, &error, &names);
    let error = json!({
        "message": "The given data was invalid.",
        "errors": {
            "email": ["The email field is required.", "The email must be at least 5 characters."],
            "name": ["The name field is required."]
        }
    });
    comes_back("laravel", 422, &error, &["required", "min", "required"]);
}

#[test]
fn categories_and_causes() {
    let error = json!({ "errors": [
        {
            "category": "PAYMENT_METHOD_ERROR",
            "code": "CVV_FAILURE",
            "detail": "Authorization error: 'CVV_FAILURE'"
        },
        {
            "category": "INVALID_REQUEST_ERROR",
            "code": "MISSING_REQUIRED_PARAMETER",
            "detail": "Missing required parameter.",
            "field": "amount"
        }
    ]});
    comes_back("square", 402, &error, &["CVV_FAILURE", "MISSING_REQUIRED_PARAMETER"]);
    let error = json!({
        "error_type": "ASSET_REPORT_ERROR",
        "error_code": "PRODUCT_NOT_READY",
        "error_message": "the requested product is not yet ready",
        "display_message": null,
        "request_id": "r1",
        "causes": [{
            "error_type": "ITEM_ERROR",
            "error_code": "ITEM_LOGIN_REQUIRED",
            "error_message": "the login details of this item have changed",
            "display_message": "Sign in at your bank again.",
            "item_id": "i1"
        }]
    });
    comes_back("plaid", 400, &error, &["PRODUCT_NOT_READY", "ITEM_LOGIN_REQUIRED"]);
    let error = json!({
        "status": "error",
        "message": "Property values were not valid",
        "correlationId": "c1",
        "category": "VALIDATION_ERROR",
        "errors": [
            { "message": "Email address a@b is invalid", "code": "INVALID_EMAIL", "in": "email" },
            {
                "message": "Property \"colour\" does not exist",
                "code": "PROPERTY_DOESNT_EXIST",
                "context": { "propertyName": ["colour"] }
            }
        ]
    });
    comes_back("hubspot", 400, &error, &["INVALID_EMAIL", "PROPERTY_DOESNT_EXIST"]);
}

#[test]
fn a_message_of_the_parent_is_not_said_again() {
    let error = json!({
        "message": "Validation Failed",
        "errors": [
            { "resource": "Issue", "field": "title", "code": "missing_field" },
            { "code": "custom", "message": "A pull request already exists" }
        ],
        "documentation_url": "https://docs.github.com/rest/issues/issues#create-an-issue",
        "status": "422"
    });
    comes_back("github", 422, &error, &["missing_field", "custom"]);
    let error = json!({
        "message": "Not Found",
        "documentation_url": "https://docs.github.com/rest",
        "status": "404"
    });
    comes_back("github", 404, &error, &["not-found"]);
}

#[test]
fn causes_of_a_kubernetes_status() {
    let error = json!({
        "kind": "Status",
        "apiVersion": "v1",
        "metadata": {},
        "status": "Failure",
        "message": "pods \"web\" is invalid",
        "reason": "Invalid",
        "code": 422,
        "details": {
            "name": "web",
            "kind": "pods",
            "causes": [
                { "reason": "FieldValueRequired", "message": "Required value", "field": "spec.containers" },
                { "reason": "FieldValueInvalid", "message": "Invalid value: \"Web\"", "field": "metadata.name" }
            ]
        }
    });
    comes_back("kubernetes", 422, &error, &["FieldValueRequired", "FieldValueInvalid"]);
    // The same under 201 is an object that was made.
    let api = Api::open("kubernetes");
    let catalog = api.catalog();
    let success = br#"{"kind":"Status","apiVersion":"v1","status":"Success","code":201}"#;
    assert!(!catalog.decode(201, success).is_recognized());
}

#[test]
fn root_causes_of_elasticsearch() {
    let cause = json!({
        "type": "index_not_found_exception",
        "reason": "no such index [logs]",
        "index": "logs"
    });
    let error = json!({
        "status": 404,
        "error": {
            "root_cause": [cause],
            "type": "index_not_found_exception",
            "reason": "no such index [logs]",
            "index": "logs"
        }
    });
    comes_back("elasticsearch", 404, &error, &["index_not_found_exception"]);
}
