//! What is read of bodies that are not quite as published.

use api_error_catalog::json;

use super::api::Api;

/// The name of the answer's entry, and the raw code.
fn read(api: &str, status: u16, body: &str) -> (Option<String>, Option<String>) {
    let api = Api::open(api);
    let catalog = api.catalog();
    let answer = catalog.decode(status, body.as_bytes());
    let name = answer.entry().map(|entry| entry.name().to_owned());
    (name, answer.raw_code().map(str::to_owned))
}

fn found(name: &str, raw_code: &str) -> (Option<String>, Option<String>) {
    (Some(name.to_owned()), Some(raw_code.to_owned()))
}

#[test]
fn a_code_is_looked_up_at_its_level() {
    let declined =
        r#"{"error":{"type":"card_error","code":"card_declined","decline_code":"expired_card"}}"#;
    assert_eq!(read("stripe", 402, declined), found("declined-as-expired", "expired_card"));
    let expired = r#"{"error":{"type":"card_error","code":"expired_card"}}"#;
    assert_eq!(read("stripe", 402, expired), found("expired_card", "expired_card"));
    // A code that is new under one that is known, and one whose parent is another.
    let new = r#"{"error":{"type":"card_error","code":"card_declined","decline_code":"new"}}"#;
    assert_eq!(read("stripe", 402, new), found("card_declined", "new"));
    let strange = r#"{"error":{"type":"invalid_request_error","code":"card_declined"}}"#;
    assert_eq!(read("stripe", 402, strange), found("invalid_request_error", "card_declined"));
}

#[test]
fn where_objects_nest_the_deepest_known_code_counts() {
    let new = r#"{"error":{"code":"new","innererror":{"code":"invalidRange","innerError":{"code":"newer"}}}}"#;
    assert_eq!(read("graph", 400, new), found("invalidRange", "newer"));
}

#[test]
fn entries_of_one_code_are_told_apart() {
    let body = |code: &str, message: &str| {
        json!({ "Error": { "Code": code, "Message": message } }).to_string()
    };
    let keys = body("InvalidArgument", "Argument maxKeys must be an integer between 0 and 1000");
    assert_eq!(read("storage", 400, &keys), found("max-keys-invalid", "InvalidArgument"));
    let part = body("InvalidArgument", "Part number must be an integer between 1 and 10000");
    assert_eq!(read("storage", 400, &part), found("part-number-invalid", "InvalidArgument"));
    // By nothing but the order of the file.
    let other = body("InvalidArgument", "Something else");
    assert_eq!(read("storage", 400, &other), found("max-keys-invalid", "InvalidArgument"));
    let denied = body("AccessDenied", "Access Denied");
    assert_eq!(read("storage", 403, &denied), found("access-denied", "AccessDenied"));
    assert_eq!(read("storage", 400, &denied), found("expired-token", "AccessDenied"));
}

#[test]
fn other_spellings_are_read() {
    for body in [
        r#"{"Error":{"code":"AccessDenied","message":"Access Denied"}}"#,
        r#"{"Error":{"Code":null,"code":"AccessDenied"}}"#,
        r#"{"Error":{"code":"AccessDenied","Code":null}}"#,
        r#"{"Error":{"code":"NoSuchKey","Code":"AccessDenied"}}"#,
        r#"{"Error":{"Code":"AccessDenied","code":"NoSuchKey"}}"#,
        r#"{"Error":"AccessDenied"}"#,
    ] {
        assert_eq!(read("storage", 403, body), found("access-denied", "AccessDenied"), "{body}");
    }
}

#[test]
fn a_success_is_not_recognized() {
    let api = Api::open("slack");
    let catalog = api.catalog();
    for (body, is_error) in [
        (r#"{"ok":false,"error":"channel_not_found"}"#, true),
        (r#"{"error":"channel_not_found","ok":false}"#, true),
        (r#"{"ok":true,"error":"channel_not_found"}"#, false),
        (r#"{"error":"channel_not_found","ok":true}"#, false),
        (r#"{"ok":true,"channel":{}}"#, false),
        (r#"{"error":"channel_not_found"}"#, true),
        ("", false),
    ] {
        let answer = catalog.decode(200, body.as_bytes());
        assert_eq!(answer.is_recognized(), is_error, "{body}");
        assert_eq!(answer.errors().len(), usize::from(is_error), "{body}");
        let code = is_error.then_some("channel_not_found");
        assert_eq!(answer.raw_code(), code, "{body}");
        assert_eq!(answer.is_code("channel_not_found"), is_error, "{body}");
    }
    // Any success of an API whose errors are members of the outermost object.
    let api = Api::open("django");
    let catalog = api.catalog();
    let success = br#"{"name":["Ann"],"id":7}"#;
    assert!(!catalog.decode(200, success).is_recognized());
    assert!(catalog.decode(400, success).is_recognized());
}

#[test]
fn a_string_that_fits_no_template_is_the_code() {
    let raw = |json: &str| read("aws-json", 400, json).1;
    assert_eq!(raw(r#"{"__type":"Throttled"}"#).as_deref(), Some("Throttled"));
    assert_eq!(raw(r##"{"__type":"#new"}"##).as_deref(), Some("#new"));
    // Of several ways to read it, one with a known code.
    let both = r#"{"__type":"ThrottlingException:http://a.b#c"}"#;
    assert_eq!(read("aws-json", 400, both), found("ThrottlingException", "ThrottlingException"));
    assert_eq!(
        read("aws-json", 400, r#"{"__type":"a.b#ThrottlingException","Message":"Rate exceeded"}"#),
        found("ThrottlingException", "ThrottlingException")
    );
}

#[test]
fn elements_are_told_apart_by_their_fixed_members() {
    let api = Api::open("google");
    let catalog = api.catalog();
    let body = json!({ "error": { "status": "INVALID_ARGUMENT", "message": "m", "details": [
        { "@type": "type.googleapis.com/google.rpc.DebugInfo", "reason": "NOT_A_REASON" },
        { "reason": "FIELD_VIOLATION", "@type": "type.googleapis.com/google.rpc.ErrorInfo" },
        { "@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [
            { "field": "a.b", "description": "The value is empty.", "reason": "EMPTY" },
            { "field": "c", "description": "The value is longer than 9 characters.", "reason": "TOO_LONG" }
        ]},
        { "retryDelay": "1.5s", "@type": "type.googleapis.com/google.rpc.RetryInfo" }
    ]}});
    let answer = catalog.decode(400, body.to_string().as_bytes());
    let errors: Vec<_> = answer.errors().collect();
    let names: Vec<_> = errors.iter().filter_map(|e| Some(e.entry()?.name())).collect();
    assert_eq!(names, ["EMPTY", "TOO_LONG"]);
    assert_eq!(errors[0].slot("field").as_deref(), Some(r#""a.b""#));
    assert_eq!(errors[1].slot("field").as_deref(), Some(r#""c""#));
    assert_eq!(errors[1].parameter("most").as_deref(), Some("9"));
    assert_eq!(errors[1].slot("retry_delay").as_deref(), Some("1.5"));
    assert_eq!(answer.slot("retry_delay").as_deref(), Some("1.5"));
    assert!(!answer.is_code("NOT_A_REASON") && answer.is_code("FIELD_VIOLATION"));
}

#[test]
fn what_is_no_list_is_a_list_of_one() {
    let one = r#"{"errors":{"code":"DENIED"}}"#;
    assert_eq!(read("oci", 403, one), found("DENIED", "DENIED"));
    for none in [r#"{"errors":null}"#, r#"{"errors":[]}"#, r#"{"errors":7}"#, r#"{"errors":[7]}"#] {
        assert_eq!(read("oci", 403, none), (None, None), "{none}");
    }
}

#[test]
fn many_errors_are_bounded() {
    let api = Api::open("oci");
    let catalog = api.catalog();
    let body = format!(r#"{{"errors":[{}]}}"#, vec![r#"{"code":"DENIED"}"#; 5_000].join(","));
    let answer = catalog.decode(403, body.as_bytes());
    assert_eq!(answer.errors().len(), api_error_catalog::MOST_ERRORS);
    assert_eq!(answer.raw_code(), Some("DENIED"));
}
