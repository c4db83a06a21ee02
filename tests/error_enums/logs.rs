//! What is for logs, and in no answer.

use api_error_catalog::{ApiErrorCatalog, BodyContext, CatalogError};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = super::modules::ApiErrorCode)]
enum StoreError {
    #[catalog(log = "loading order {order_id} from {shard:>4} of {type:?}: {{}}")]
    OrderNotFound {
        order_id: u64,
        #[catalog(private)]
        shard: u8,
        #[catalog(private)]
        r#type: Secret,
        #[source]
        cause: std::io::Error,
    },
    #[catalog(code = "internal", log = "the pool is empty")]
    Pool(#[from] std::fmt::Error),
    #[catalog(code = "internal")]
    Unsaid {
        #[catalog(private)]
        #[allow(dead_code, reason = "nothing reads it, and nothing should")]
        secret: Secret,
        #[source]
        cause: std::io::Error,
    },
}

/// What must not travel, and has no `Display`.
#[derive(Debug)]
#[allow(dead_code, reason = "nothing reads it but `Debug`, and nothing should")]
struct Secret(&'static str);

const SECRETS: [&str; 3] = ["hunter2", "10.0.0.7", "73"];

fn errors() -> [StoreError; 2] {
    let cause = || std::io::Error::other("connect to 10.0.0.7 refused");
    [
        StoreError::OrderNotFound {
            order_id: 9,
            shard: 73,
            r#type: Secret("hunter2"),
            cause: cause(),
        },
        StoreError::Unsaid { secret: Secret("hunter2"), cause: cause() },
    ]
}

#[test]
fn the_text_for_logs_has_private_fields_and_all_causes() {
    let [order, unsaid] = errors();
    assert_eq!(
        order.report(),
        r#"loading order 9 from   73 of Secret("hunter2"): {}: connect to 10.0.0.7 refused"#
    );
    assert_eq!(unsaid.report(), "Something broke on our side.: connect to 10.0.0.7 refused");
    let pool = StoreError::from(std::fmt::Error);
    assert!(pool.report().starts_with("the pool is empty: "), "{}", pool.report());
}

#[test]
fn nothing_of_it_is_in_an_answer() {
    let context = BodyContext::new().locale("fr").request_id("req_1");
    for error in errors() {
        let mut bytes = Vec::new();
        error.write_body(&context, &mut bytes);
        bytes.extend(error.body().to_json());
        bytes.extend(serde_json::to_vec(&error.body()).expect("JSON"));
        for (name, value) in error.headers(&context) {
            bytes.extend(name.bytes().chain(value.bytes()));
        }
        bytes.extend(format!("{error} {error:#} {:?}", error.body()).bytes());
        // What a metric has.
        bytes.extend(format!("{:?} {}", error.entry(), error.entry().name()).bytes());
        for secret in SECRETS {
            let has = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!has, "{secret} in {}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn a_report_is_one_line() {
    let cause = std::io::Error::other("disk\r\nfull \u{202e}gnp.exe");
    let error = StoreError::Unsaid { secret: Secret(""), cause };
    let error: &dyn CatalogError = &error;
    assert_eq!(error.report(), r"Something broke on our side.: disk\r\nfull \u{202e}gnp.exe");
}
