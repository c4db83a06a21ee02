//! What the services are asked: every endpoint, every code, and what goes wrong before a handler runs
//! or while it does.

use crate::exchange::{Exchange, get, post};

const PAID: &str = r#"{"card":"4000 0000 0000 0077"}"#;
const BROKEN: &str = "Something broke on our side. Tell us the request id, and we can look it up.";
const NO_KEY: &str = "The request has no valid API key. Send one as `Authorization: Bearer <key>`.";
const NO_JSON: &str = "Send the body as JSON, with `Content-Type: application/json`.";
const CHALLENGE: &str = r#"Bearer realm="orders""#;

/// In the order in which they are sent: an order that was paid stays paid.
pub(crate) fn exchanges() -> Vec<Exchange> {
    [successes(), rejected(), refused(), impossible(), payments(), broken()].concat()
}

fn successes() -> Vec<Exchange> {
    vec![
        get("/orders?size=2&number=1").succeeds(200),
        get("/orders/1").succeeds(200),
        post("/orders", r#"{"sku":"TEA-100","quantity":3}"#).succeeds(201),
        post("/orders/1/pay", PAID).succeeds(200),
        post("/orders/4/cancel", "").succeeds(200),
        get("/orders/4").without_request_id().succeeds(200),
    ]
}

/// What does not get as far as a handler.
fn rejected() -> Vec<Exchange> {
    let too_large = format!(r#"{{"sku":"{}","quantity":1}}"#, "A".repeat(1024));
    vec![
        post("/orders", r#"{"sku":"TEA-1"#).fails(
            400,
            "invalid-body",
            "The body cannot be read. Failed to parse the request body as JSON: \
             sku: EOF while parsing a string at line 1 column 13",
        ),
        post("/orders", "").fails(
            400,
            "invalid-body",
            "The body cannot be read. Failed to parse the request body as JSON: \
             EOF while parsing a value at line 1 column 0",
        ),
        post("/orders", r#"{"sku":"TEA-100","quantity":0}"#).fails(
            422,
            "invalid-field",
            "A field of the body is missing or wrong. Failed to deserialize the JSON body into the \
             target type: quantity: invalid value: integer `0`, expected a nonzero u32 at line 1 \
             column 29",
        ),
        post("/orders/1/pay", r#"{"\"card\"":"é"}"#).fails(
            422,
            "invalid-field",
            "A field of the body is missing or wrong. Failed to deserialize the JSON body into the \
             target type: missing field `card` at line 1 column 17",
        ),
        post("/orders", "sku=TEA-100").of_type("text/plain").fails(
            415,
            "unsupported-media-type",
            NO_JSON,
        ),
        post("/orders", "{}").of_type(None).fails(415, "unsupported-media-type", NO_JSON),
        post("/orders", &too_large).fails(
            413,
            "body-too-large",
            "The body is larger than 1024 bytes.",
        ),
        get("/orders/seven").fails(
            400,
            "invalid-path",
            "The path has a part of the wrong type. Invalid URL: Cannot parse `seven` to a `u32`",
        ),
        get("/orders?size=ten").fails(
            400,
            "invalid-query",
            "A query parameter has the wrong type. Failed to deserialize query string: \
             size: invalid digit found in string",
        ),
        get("/customers/%22anne%22?size=2").fails(
            404,
            "route-not-found",
            "There is nothing at /customers/%22anne%22.",
        ),
        Exchange::new("DELETE", "/orders/1")
            .fails(
                405,
                "method-not-allowed",
                "DELETE does not work here. The header Allow lists the methods that do.",
            )
            .with_header("allow", "GET,HEAD"),
    ]
}

/// Who asks may not, or not now.
fn refused() -> Vec<Exchange> {
    let unauthorized = [None, Some("Bearer key-nobody"), Some("Basic a2V5LXNob3A6")];
    let unauthorized = unauthorized.map(|authorization| {
        let request = get("/orders/1").authorized_by(authorization);
        request.fails(401, "unauthorized", NO_KEY).with_header("www-authenticate", CHALLENGE)
    });
    let too_fast = get("/orders/1").authorized_by("Bearer key-fast").fails(
        429,
        "rate-limited",
        "Too many requests with this API key. Wait 30 seconds.",
    );
    [unauthorized.into(), vec![too_fast.with_header("retry-after", "30")]].concat()
}

/// What the orders do not allow.
fn impossible() -> Vec<Exchange> {
    vec![
        get("/orders/7").fails(404, "order-not-found", "There is no order 7."),
        get("/orders/8").without_request_id().fails(404, "order-not-found", "There is no order 8."),
        post("/orders/2/cancel", "").fails(
            409,
            "order-closed",
            "Order 2 is shipped and cannot be changed any more.",
        ),
        post("/orders/3/pay", PAID).fails(
            409,
            "order-closed",
            "Order 3 is cancelled and cannot be changed any more.",
        ),
        post("/orders", r#"{"sku":"TEA-100","quantity":4}"#).fails(
            409,
            "out-of-stock",
            "There are 3 of TEA-100 in stock.",
        ),
        post("/orders", r#"{"sku":"CAFÉ \"{noir}\"","quantity":1}"#).fails(
            409,
            "out-of-stock",
            "There are 0 of CAFÉ \"{noir}\" in stock.",
        ),
    ]
}

/// What the payment provider says.
fn payments() -> Vec<Exchange> {
    vec![
        post("/orders/11/pay", r#"{"card":"4000 0000 0000 0002"}"#).fails(
            402,
            "card-declined",
            "The bank declined the card ending in 0002: card expired.",
        ),
        post("/orders/11/pay", r#"{"card":"4000 0000 0000 9995"}"#).fails(
            402,
            "insufficient-funds",
            "The account holds 300 of the 1250 cents that are due.",
        ),
        post("/orders/11/pay", r#"{"card":"4000 0000 0000 0429"}"#)
            .fails(503, "provider-busy", "The payment provider takes no requests for 120 seconds.")
            .with_header("retry-after", "120"),
        post("/orders/11/pay", r#"{"card":"4000 0000 0000 0119"}"#)
            .fails(
                502,
                "provider-failed",
                "The payment provider did not answer: payment pay_11 may have gone through.",
            )
            .because(["pay-3.internal reset the connection"]),
    ]
}

/// What is nobody's fault but the service's own.
fn broken() -> Vec<Exchange> {
    vec![
        get("/orders/500")
            .fails(500, "internal", BROKEN)
            .because(["query on table orders", "connection refused to db-7"]),
        get("/orders/1")
            .authorized_by("Bearer key-lost")
            .fails(500, "internal", BROKEN)
            .because(["count of requests in shard 2", "no answer from cache-2"]),
        post("/orders/12/pay", PAID)
            .fails(500, "internal", BROKEN)
            .because(["total of order 12", "cannot parse integer from empty string"]),
        // A mistake in the service: pages of no orders.
        get("/orders?size=0")
            .fails(500, "internal", BROKEN)
            .because(["panic: chunk size must be non-zero"]),
        get("/orders/503")
            .fails(
                503,
                "unavailable",
                "We are overloaded. Send the request again in a few seconds.",
            )
            .because(["no connection to the database was free for 2000 ms"])
            .with_header("retry-after", "5"),
    ]
}
