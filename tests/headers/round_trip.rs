//! What is sent with a body is read from it.

use api_error_catalog_tests::catalogs::{Bearer, BearerCode, Headed, HeadedCode};
use proptest::prelude::*;

/// Text that a header takes as it is.
fn text() -> impl Strategy<Value = String> {
    "[!-~][ -~]{0,20}[!-~]"
}

proptest! {
    #[test]
    fn a_challenge_comes_back(realm in text(), scope in prop::option::of(text()), at in text()) {
        for code in BearerCode::ALL {
            let mut body = code.body().realm(&realm).expired_at(&at);
            if let Some(scope) = &scope {
                body = body.scope(scope);
            }
            let parts = body.parts();
            // Without a body, as after `HEAD`.
            let answer = Bearer::decode(parts.status(), b"").with_header_fields(parts.headers());
            let challenge = answer.header("WWW-Authenticate");
            match parts.status() {
                401 => {
                    prop_assert_eq!(answer.raw_code(), Some(code.as_str()), "{:?}", challenge);
                    prop_assert_eq!(answer.code(), Some(*code));
                    prop_assert_eq!(answer.slot("realm"), Some(realm.as_str().into()));
                    let expected = scope.as_deref().map(Into::into);
                    prop_assert_eq!(answer.slot("scope"), expected);
                    let parameter = answer.parameter("expired_at");
                    let has_parameter = *code == BearerCode::InvalidToken;
                    prop_assert_eq!(parameter, has_parameter.then(|| at.clone()));
                }
                403 => {
                    prop_assert_eq!(answer.code(), Some(*code));
                    prop_assert_eq!(answer.slot("scope"), scope.as_deref().map(Into::into));
                }
                _ => prop_assert_eq!(answer.slot("realm"), Some(realm.as_str().into())),
            }
        }
    }

    #[test]
    fn a_code_comes_back(id in text(), uri in prop::option::of(text()), shard in any::<i64>()) {
        for code in HeadedCode::ALL {
            let mut body = code.body().request_id(&id).shard(shard);
            if let Some(uri) = &uri {
                body = body.type_uri(uri);
            }
            let (parts, json) = (body.parts(), body.to_json());
            let answer = Headed::decode(parts.status(), &json).with_header_fields(parts.headers());
            prop_assert_eq!(answer.code(), Some(*code));
            prop_assert_eq!(answer.slot("type_uri"), uri.as_deref().map(Into::into));
            prop_assert_eq!(answer.slot("shard"), Some(shard.into()));
            if parts.status() != 503 {
                prop_assert_eq!(answer.slot("request_id"), Some(id.as_str().into()));
            }
        }
    }
}

#[test]
fn the_catalog_names_its_headers() {
    let names = ["x-amzn-errortype", "x-amzn-requestid", "x-shard"];
    assert!(Headed::CATALOG.headers().eq(names));
    let row = Headed::status_row(503).expect("a row of the status table");
    assert!(row.headers().eq(["x-amzn-requestid"]));
    assert!(
        BearerCode::CATALOG.status_row(400).is_some_and(|r| r.headers().eq(["WWW-Authenticate"]))
    );
}
